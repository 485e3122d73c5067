import { EnvelopeError, fromUtf8, newId, openWithRing, seal, utf8, type Bytes, type Ring } from '@/crypto';
import { applyLogged, markInFlight, recordKey, releaseBatch, sameJson, unsentChanges, type LoggedChange, type Json, type RecordKey, type ReviewItem, type StoredRecord } from '@/domain';
import { BATCH_SCHEMA } from '@/protocol';
import { readSetting, type BatchRow, type Book } from '@/storage';

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
}

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
const CURSOR = 'setting.cursor';

/** The last sequence that this device has taken in. */
export const cursorOf = async (book: Book): Promise<number> => (await readSetting<number>(book, 'cursor')) ?? 0;

/** Another tab came between: what was read before the transaction is no longer so. Undoes the transaction; to be done anew. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Does the work anew for as long as another tab comes between. */
async function untilAlone<T>(work: () => Promise<T>): Promise<T> {
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

async function takeBatch(book: Book, sealer: Sealer, limit: number): Promise<boolean> {
  const rows = await book.db.rows.where('dirty').equals(1).limit(200).toArray();
  const taken = new Map<RecordKey, Unsent[]>();
  const changes: LoggedChange[] = [];
  let size = 0;
  fill: for (const row of rows) {
    for (const unsent of unsentChanges(await book.load(row.key))) {
      const length = utf8(JSON.stringify(unsent.change)).length;
      if (changes.length > 0 && size + length > limit) break fill;
      size += length;
      changes.push(unsent.change);
      taken.set(row.key, [...(taken.get(row.key) ?? []), unsent]);
    }
  }
  if (changes.length === 0) return false;
  const id = newId();
  const body: BatchBody = { v: BATCH_SCHEMA, changes };
  const box = await seal(sealer.ring.current, utf8(JSON.stringify(body)), context(sealer.cellId, sealer.deviceId, id));
  const keys = [...taken.keys()];
  await book.edit(
    keys,
    (read) => keys.map((key) => markTaken(read(key), taken.get(key)!, id)),
    async (db) => {
      const last = await db.batches.orderBy('n').last();
      const batch: BatchRow = { id, n: (last?.n ?? 0) + 1, keys, size, box, state: 'waiting' };
      await db.batches.put(batch);
    },
  );
  return true;
}

/** The record with the sealed changes marked. @throws Overtaken when they no longer stand there unsent, as they were sealed */
function markTaken(record: StoredRecord, taken: readonly Unsent[], batch: string): StoredRecord {
  const now = unsentChanges(record);
  if (!taken.every((one) => now.some((other) => sameJson(one as unknown as Json, other as unknown as Json)))) throw new Overtaken();
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

async function decode(sealer: Sealer, entry: LogEntry, own: BatchRow | undefined): Promise<Decoded> {
  const box = entry.box ?? own?.box;
  if (!box) return { entry, problem: 'unreadable' };
  try {
    const body = JSON.parse(fromUtf8(await openWithRing(sealer.ring, box, context(sealer.cellId, entry.device, entry.batch)))) as BatchBody;
    if (body.v > BATCH_SCHEMA) return { entry, problem: 'newer' };
    return { entry, body };
  } catch (error) {
    return { entry, problem: error instanceof EnvelopeError && error.reason === 'newer' ? 'newer' : 'unreadable' };
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
 * thereby done, and deleted.
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
  const own = await book.db.batches.bulkGet(fresh.map((entry) => entry.batch));
  const isOwn = ({ device }: LogEntry): boolean => device === sealer.deviceId || (sealer.former?.includes(device) ?? false);
  const decoded = await Promise.all(fresh.map((entry, index) => decode(sealer, entry, isOwn(entry) ? own[index] : undefined)));
  const read = decoded.filter((d): d is { entry: LogEntry; body: BatchBody } => 'body' in d);
  const keys = [...new Set(read.flatMap(({ body }) => body.changes.map((change) => change.key)))];
  await book.edit(
    keys,
    (load) => {
      const records = new Map<RecordKey, StoredRecord>();
      for (const { entry, body } of read) {
        const mine = isOwn(entry) ? entry.batch : undefined;
        for (const change of body.changes) {
          const at = { seq: entry.seq, device: entry.device };
          const applied = applyLogged(records.get(change.key) ?? load(change.key), change, at, mine);
          records.set(change.key, applied.record);
          if (applied.review) {
            const review = reviewRecord(applied.review, entry.seq);
            records.set(review.key, { ...review, fields: { ...(records.get(review.key) ?? load(review.key)).fields, ...review.fields } });
          }
        }
      }
      return [...records.values()];
    },
    async (db) => {
      if (((await db.meta.get(CURSOR))?.value ?? 0) !== from) throw new Overtaken();
      await db.batches.bulkDelete(fresh.filter(isOwn).map((entry) => entry.batch));
      await db.parked.bulkPut(
        decoded.filter((d) => 'problem' in d && d.problem === 'newer' && d.entry.box).map(({ entry }) => ({ seq: entry.seq, device: entry.device, batch: entry.batch, box: entry.box! })),
      );
      await db.meta.put({ name: CURSOR, value: last.seq });
    },
  );
  return decoded.filter((d) => 'problem' in d && d.problem === 'unreadable').map(({ entry }) => entry.seq);
}
