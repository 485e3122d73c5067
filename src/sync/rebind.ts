import { shownValue, type FieldState, type StoredRecord } from '@/domain';
import { readSetting, writeSetting, type Book } from '@/storage';
import { dropBatch } from './batches';

/** A device of a cell, as far as the book's log and batches are bound to it. */
export interface Bound {
  readonly cellId: string;
  readonly deviceId: string;
  readonly former?: readonly string[];
}

/** What a connection takes along from the one before it. */
interface TakenAlong {
  /** The book goes on with the log that it knows. */
  readonly sameLog: boolean;
  /** Ids under which this very book was let in before: what they wrote is its own. */
  readonly former?: readonly string[];
  /** Batches that a former id sealed. */
  readonly stale?: readonly string[];
}

/** Which cell's log the records' positions belong to: the plain setting `logCell`. A book restored without a connection knows it by this alone. */
const LOG_CELL = 'logCell';

/**
 * Readies a book for a connection. [SYNC-7] Let in again under another id, it knows what its former one wrote for its own. Batches that
 * the former one sealed cannot go up any more, but may have arrived: they are kept until all of the log is known, and only then sent
 * anew (see `engine.ts`). Where the cell is another than the one whose log the book has taken in (a server set up anew), everything in
 * the book counts as written here, and the new log is read from its beginning.
 */
export async function rebind(book: Book, before: Bound | undefined, next: Bound): Promise<TakenAlong> {
  const log = (await readSetting<string>(book, LOG_CELL)) ?? before?.cellId;
  const sameLog = log === undefined || log === next.cellId;
  const keeps = before !== undefined && sameLog;
  const batches = await book.db.batches.toArray();
  if (!keeps) for (const batch of batches) await dropBatch(book, batch);
  if (!sameLog) await detach(book);
  await writeSetting(book, LOG_CELL, next.cellId);
  if (!keeps) return { sameLog };
  const former = [...new Set([...(before.former ?? []), before.deviceId])].filter((id) => id !== next.deviceId);
  const stale = before.deviceId === next.deviceId ? [] : batches.map(({ id }) => id);
  return { sameLog, ...(former.length > 0 ? { former } : {}), ...(stale.length > 0 ? { stale } : {}) };
}

/** Everything becomes this device's own and unsent, in one transaction with the cursor. */
async function detach(book: Book): Promise<void> {
  const keys = (await book.db.rows.filter((row) => row.kind !== 'directory').primaryKeys()) as StoredRecord['key'][];
  await book.edit(
    keys,
    (read) => keys.map((key) => asOwn(read(key))),
    async (db) => {
      await db.parked.clear();
      await db.meta.delete('setting.cursor');
    },
  );
}

/** The record as if it had been written here. Closing comes last: it refuses what would come after it. */
function asOwn(record: StoredRecord): StoredRecord {
  // What the committee sent is the server's word, not the cell's.
  const isFact = ({ s, l }: FieldState): boolean => record.key.startsWith('directive:') && s === 0 && !l;
  const facts = Object.entries(record.fields).filter(([, state]) => isFact(state));
  const shown = Object.entries(record.fields).filter(([, state]) => shownValue(state) !== null && !isFact(state));
  shown.sort(([a], [b]) => Number(a === 'closedAt') - Number(b === 'closedAt'));
  const own = ([name, state]: [string, FieldState], index: number): [string, FieldState] => [name, { v: null, s: 0, d: '', l: { v: shownValue(state), n: index + 1, base: 0 } }];
  return { key: record.key, fields: Object.fromEntries([...facts, ...shown.map(own)]) };
}
