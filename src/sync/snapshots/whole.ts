import { toHex, utf8 } from '@/crypto';
import type { BookDatabase } from '@/storage';

/**
 * [SNAP-8] The device's word that it has taken in every entry of the log up to `at`, and which: `chain` as in [SNAP-3]. Kept under
 * the plain setting `whole`, written with the cursor in one transaction; it holds only while `at` is the cursor. A device that has
 * passed over an entry, or whose records came from a damaged backup, has none, until it loads a snapshot.
 */
export interface Whole {
  readonly at: number;
  readonly chain: string;
}

const WHOLE = 'setting.whole';

/** The word as it stands; undefined where there is none. A book that has never taken anything in is whole. */
export const wholeOf = (db: BookDatabase): PromiseLike<Whole | undefined> =>
  db.meta.bulkGet(['setting.cursor', WHOLE]).then(([cursor, row]) => {
    const whole = row?.value as Whole | undefined;
    if (!cursor) return { at: 0, chain: '' };
    return whole?.at === cursor.value ? whole : undefined;
  });

/** The word with further entries. */
export async function wholeWith(whole: Whole, entries: readonly { readonly seq: number; readonly device: string; readonly batch: string }[]): Promise<Whole> {
  let { at, chain } = whole;
  for (const { seq, device, batch } of entries) {
    chain = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`${chain}.${device}.${batch}`))));
    at = seq;
  }
  return { at, chain };
}

/** Keeps the word, or takes it back. */
export const keepWhole = (db: BookDatabase, whole: Whole | undefined): PromiseLike<unknown> => (whole ? db.meta.put({ name: WHOLE, value: whole }) : db.meta.delete(WHOLE));
