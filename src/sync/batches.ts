import { EnvelopeError, fromUtf8, newId, openWithRing, seal, utf8, type Bytes, type Ring } from '@/crypto';
import { markInFlight, recordKey, releaseBatch, sameJson, unsentChanges, takeLogged, type FieldState, type LoggedChange, type Json, type RecordKey, type ReviewItem, type StoredRecord } from '@/domain';
import { BATCH_SCHEMA } from '@/protocol';
import { readSetting, type BatchRow, type Book, type BookDatabase } from '@/storage';
import { keepWhole, wholeOf, wholeWith } from './snapshots/whole';

/** What is sealed in a batch. */
interface BatchBody {
  readonly v: number;
  readonly changes: readonly LoggedChange[];
}

/** Who seals and opens: the cell's keys and the ids that a box is bound to. */
export interface Sealer {
  readonly ring: Ring;
  readonly cellId: string;
  readonly deviceId: string;
  /** Ids that this device had before: what they wrote is its own. */
  readonly former?: readonly string[];
  /** The format of batches that the app writes, and the newest that it reads; this build's own where it is not given. */
  readonly speaks?: number;
}

/** The newest format of batches that the app reads, and the one that it writes. */
export const formatOf = (sealer: Sealer): number => sealer.speaks ?? BATCH_SCHEMA;

/** An entry of the log as pulled; `box` is null for this device's own. */
export interface LogEntry {
  readonly seq: number;
  readonly device: string;
  readonly batch: string;
  readonly box: Bytes | null;
}

type Unsent = ReturnType<typeof unsentChanges>[number];

const context = (cell: string, device: string, batch: string): string => `batch.${cell}.${device}.${batch}`;

/** How much plain text one batch takes, bytes: well under what the server takes; halved should it take less. */
export const BATCH_LIMIT = 200_000;

/** Where the cursor is kept: the plain setting `cursor`. */
export const CURSOR = 'setting.cursor';

/** The last sequence that this device has taken in or parked. */
export const cursorOf = async (book: Book): Promise<number> => (await readSetting<number>(book, 'cursor')) ?? 0;

/** Another tab came between: what was read before the transaction is no longer so. Undoes the transaction; to be done anew. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Does the work anew for as long as another tab comes between. */
export async function untilAlone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}

/**
 * Takes unsent changes into one sealed batch, in one transaction with their mark. [SYNC-1] From here on the batch goes up under
 * its own id until the server has it; what is typed meanwhile waits for the next one. [SYNC-6] A change is in one batch only, also
 * where two tabs take at the same time.
 * @returns false when there was nothing to take.
 */
export function makeBatch(book: Book, sealer: Sealer, limit: number = BATCH_LIMIT): Promise<boolean> {
  return untilAlone(() => takeBatch(book, sealer, limit));
}

/** Most records that are looked through for one batch. */
const ROWS = 500;

async function takeBatch(book: Book, sealer: Sealer, limit: number): Promise<boolean> {
  const keys = (await book.db.rows.where('dirty').equals(1).limit(ROWS).primaryKeys()) as RecordKey[];
  const taken = new Map<RecordKey, Unsent[]>();
  const changes: LoggedChange[] = [];
  let size = 0;
  fill: for (const key of keys) {
    for (const unsent of unsentChanges(await book.load(key))) {
      const length = utf8(JSON.stringify(unsent.change)).length;
      if (changes.length > 0 && size + length > limit) break fill;
      size += length;
      changes.push(unsent.change);
      taken.set(key, [...(taken.get(key) ?? []), unsent]);
    }
  }
  if (changes.length === 0) return false;
  const id = newId();
  const body: BatchBody = { v: formatOf(sealer), changes };
  const box = await seal(sealer.ring.current, utf8(JSON.stringify(body)), context(sealer.cellId, sealer.deviceId, id));
  const changed = [...taken.keys()];
  await book.edit(
    changed,
    (read) => changed.map((key) => markTaken(read(key), taken.get(key)!, id)),
    async (db) => {
      const [last = 0] = (await db.batches.orderBy('n').reverse().limit(1).keys()) as number[];
      const batch: BatchRow = { id, n: last + 1, keys: changed, size, box, state: 'waiting' };
      await db.batches.put(batch);
    },
  );
  return true;
}

/** The record with the sealed changes marked. @throws Overtaken when they no longer stand there unsent, as they were sealed */
function markTaken(record: StoredRecord, taken: readonly Unsent[], batch: string): StoredRecord {
  const now = unsentChanges(record);
  const stands = (one: Unsent): boolean =>
    now.some(({ n, change }) => n === one.n && change.field === one.change.field && change.base === one.change.base && sameJson(change.value, one.change.value));
  if (!taken.every(stands)) throw new Overtaken();
  return markInFlight(record, new Map(taken.map(({ change, n }) => [change.field, n])), batch);
}

/** Gives the changes of a batch back to be sent anew, and forgets the batch. */
export async function dropBatch(book: Book, batch: BatchRow): Promise<void> {
  await book.edit(
    batch.keys,
    (read) => batch.keys.map((key) => releaseBatch(read(key), batch.id)),
    (db) => db.batches.delete(batch.id),
  );
}

/** An entry read: its changes, or why not. `newer`: parked until the app is updated; `unreadable`: skipped, and told. */
type Decoded = { entry: LogEntry; body: BatchBody } | { entry: LogEntry; problem: 'newer' | 'unreadable' };

const isNewer = (one: Decoded): boolean => 'problem' in one && one.problem === 'newer';

async function decode(sealer: Sealer, entry: LogEntry, own: BatchRow | undefined): Promise<Decoded> {
  const box = entry.box ?? own?.box;
  if (!box) return { entry, problem: 'unreadable' };
  const whole = { ...entry, box };
  try {
    const body = JSON.parse(fromUtf8(await openWithRing(sealer.ring, box, context(sealer.cellId, entry.device, entry.batch)))) as BatchBody;
    if (body.v > formatOf(sealer)) return { entry: whole, problem: 'newer' };
    return { entry: whole, body };
  } catch (error) {
    return { entry: whole, problem: error instanceof EnvelopeError && error.reason === 'newer' ? 'newer' : 'unreadable' };
  }
}

function reviewRecord(item: ReviewItem, seq: number): StoredRecord {
  const { id, ...rest } = item;
  const fields = Object.fromEntries(Object.entries(rest).map(([name, v]) => [name, { v: v as Json, s: seq, d: '' }]));
  return { key: recordKey('review', id), fields };
}

/**
 * Takes a page of the log in, in order, in one transaction with the cursor. [SYNC-2] Taking the same page in twice changes nothing:
 * entries at or before the cursor are passed over, also where two tabs take in at the same time. Own batches met in the log are
 * thereby done, and deleted. [SYNC-10] From the first entry of a newer format on everything is parked, in order.
 * @returns sequences of entries that could not be read.
 */
export function absorb(book: Book, sealer: Sealer, entries: readonly LogEntry[]): Promise<number[]> {
  return untilAlone(() => takeIn(book, sealer, entries));
}

async function takeIn(book: Book, sealer: Sealer, entries: readonly LogEntry[]): Promise<number[]> {
  const from = await cursorOf(book);
  const fresh = entries.filter((entry) => entry.seq > from);
  const last = fresh.at(-1);
  if (!last) return [];
  const isParking = (await book.db.parked.count()) > 0;
  const whole = await wholeOf(book.db);
  const decoded = await decodeAll(book, sealer, fresh);
  const newer = isParking ? 0 : decoded.findIndex(isNewer);
  const ready = newer < 0 ? decoded : decoded.slice(0, newer);
  const parked = newer < 0 ? [] : decoded.slice(newer);
  const passedOver = unreadable(ready).length > 0 || parked.some(({ entry }) => !entry.box);
  const next = whole && !passedOver ? await wholeWith(whole, fresh) : undefined;
  await apply(book, sealer, ready, async (db) => {
    const now = await wholeOf(db);
    if (((await db.meta.get(CURSOR))?.value ?? 0) !== from || (await db.parked.count()) > 0 !== isParking || now?.chain !== whole?.chain) throw new Overtaken();
    await db.parked.bulkPut(parked.flatMap(({ entry: { box, ...rest } }) => (box ? [{ ...rest, box }] : [])));
    await db.meta.put({ name: CURSOR, value: last.seq });
    await keepWhole(db, next);
  });
  return unreadable(ready);
}

/** How many parked entries are taken in at a time. */
const UNPARK = 200;

/**
 * [SYNC-10] Takes in what was parked, in the log's order, as far as this app understands it: called when a run begins, so that after an
 * update it needs no network.
 * @returns sequences of entries that could not be read.
 */
export async function unpark(book: Book, sealer: Sealer): Promise<number[]> {
  const lost: number[] = [];
  for (;;) {
    const rows = await book.db.parked.orderBy('seq').limit(UNPARK).toArray();
    const decoded = await decodeAll(book, sealer, rows);
    const newer = decoded.findIndex(isNewer);
    const ready = newer < 0 ? decoded : decoded.slice(0, newer);
    if (ready.length === 0) return lost;
    // Two tabs may do the same at once: what is taken in twice changes nothing.
    await apply(book, sealer, ready, async (db) => {
      await db.parked.bulkDelete(ready.map(({ entry }) => entry.seq));
      if (unreadable(ready).length > 0) await keepWhole(db, undefined);
    });
    lost.push(...unreadable(ready));
  }
}

const unreadable = (decoded: readonly Decoded[]): number[] => decoded.filter((d) => 'problem' in d && d.problem === 'unreadable').map(({ entry }) => entry.seq);

const isOwn = (sealer: Sealer, device: string): boolean => device === sealer.deviceId || (sealer.former?.includes(device) ?? false);

async function decodeAll(book: Book, sealer: Sealer, entries: readonly LogEntry[]): Promise<Decoded[]> {
  const own = await book.db.batches.bulkGet(entries.map((entry) => entry.batch));
  return Promise.all(entries.map((entry, index) => decode(sealer, entry, isOwn(sealer, entry.device) ? own[index] : undefined)));
}

/** Writes what entries say into their records, in one transaction with `also`; own batches among them are done. */
async function apply(book: Book, sealer: Sealer, decoded: readonly Decoded[], also: (db: BookDatabase) => PromiseLike<unknown>): Promise<void> {
  const read = decoded.filter((d): d is { entry: LogEntry; body: BatchBody } => 'body' in d);
  const keys = [...new Set(read.flatMap(({ body }) => body.changes.map((change) => change.key)))];
  await book.edit(
    keys,
    (load) => {
      const records = new Map<RecordKey, { readonly key: RecordKey; readonly fields: Record<string, FieldState> }>();
      const own = (key: RecordKey): { readonly key: RecordKey; readonly fields: Record<string, FieldState> } => {
        const there = records.get(key) ?? { key, fields: { ...load(key).fields } };
        records.set(key, there);
        return there;
      };
      for (const { entry, body } of read) {
        const mine = isOwn(sealer, entry.device) ? entry.batch : undefined;
        for (const change of body.changes) {
          const item = takeLogged(own(change.key), change, { seq: entry.seq, device: entry.device }, mine);
          if (!item) continue;
          const review = reviewRecord(item, entry.seq);
          Object.assign(own(review.key).fields, review.fields);
        }
      }
      return [...records.values()];
    },
    async (db) => {
      await also(db);
      await db.batches.bulkDelete(decoded.filter(({ entry }) => isOwn(sealer, entry.device)).map(({ entry }) => entry.batch));
    },
  );
}
