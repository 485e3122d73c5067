import { newId, toBase64 } from '@/crypto';
import type { StoredRecord } from '@/domain';
import { SnapshotAnswer, type PullAnswer } from '@/protocol';
import type { Book, Row } from '@/storage';
import { openRow } from '@/storage/codec';
import { ApiError, type Api } from '../api';
import { formatOf, type Sealer } from '../batches';
import type { KeyKeeper } from '../keyring';
import { packParts, sealPart, type SnapshotPlace } from './form';
import { wholeOf, type Whole } from './whole';

/** What a snapshot is made from and with. */
export interface Maker {
  readonly book: Book;
  readonly api: Api;
  readonly keeper: KeyKeeper;
  readonly sealer: () => Sealer;
}

/** Runs to wait after so many failures; forgotten when the book is closed. */
const failures = new WeakMap<Book, { failed: number; wait: number }>();
const LONGEST = 64;

/**
 * [SNAP-1] Makes a snapshot where one is due and this device can stand for it. It never fails the run that it ends: after a failure it
 * lets runs go by, twice as many each time, so that a thin line does not carry the same in vain.
 */
export async function makeWhenDue(maker: Maker, keys: PullAnswer['keys']): Promise<void> {
  const before = failures.get(maker.book) ?? { failed: 0, wait: 0 };
  if (before.wait > 0) {
    failures.set(maker.book, { ...before, wait: before.wait - 1 });
    return;
  }
  try {
    await makeSnapshot(maker, keys);
    failures.delete(maker.book);
  } catch (error) {
    // Another device was quicker: nothing has failed.
    if (error instanceof ApiError && error.reason === 'snapshotTaken') return;
    failures.set(maker.book, { failed: before.failed + 1, wait: Math.min(LONGEST, 2 ** before.failed) });
  }
}

/**
 * Seals the state of the log and leaves it with the server. [SNAP-8] Not by a device that has passed over an entry, has some parked, or
 * was not given the cell's key.
 * @returns whether there was one to make. @throws ApiError, StorageError
 */
export async function makeSnapshot({ book, api, keeper, sealer }: Maker, keys: PullAnswer['keys']): Promise<boolean> {
  const { ring } = keeper;
  if (!keys || keys.rotationDue || keys.epoch !== ring.epoch || keeper.isLeftOut) return false;
  const state = await stateOf(book);
  if (!state) return false;
  const { at: seq, chain } = state.whole;
  const { cellId: cell, deviceId: device } = sealer();
  const packed = await packParts(opened(book, state.rows), { seq, chain }, formatOf(sealer()));
  const place: SnapshotPlace = { cell, device, id: newId(), seq, parts: packed.length };
  for (const [part, content] of packed.entries()) {
    const box = toBase64(await sealPart(ring, content, place, part));
    await api.ask(SnapshotAnswer, 'POST', '/v1/vault/snapshots', { id: place.id, seq, epoch: ring.epoch, chain, parts: place.parts, part, box });
  }
  await api.ask(SnapshotAnswer, 'POST', `/v1/vault/snapshots/${place.id}/commit`, {});
  return true;
}

/** All records as they stand at one moment, and the position in the log that they stand for; undefined where there is none. */
async function stateOf(book: Book): Promise<{ rows: Row[]; whole: Whole } | undefined> {
  const { db } = book;
  return db.transaction('r', db.rows, db.parked, db.meta, async () => {
    const whole = await wholeOf(db);
    if (!whole || whole.at === 0 || (await db.parked.count()) > 0) return undefined;
    return { rows: await db.rows.toArray(), whole };
  });
}

/** Opened in groups: one after the other the browser's crypto would be waited for each time. */
async function* opened(book: Book, rows: readonly Row[]): AsyncGenerator<StoredRecord> {
  for (let from = 0; from < rows.length; from += 200) yield* await Promise.all(rows.slice(from, from + 200).map((row) => openRow(book.key, row)));
}
