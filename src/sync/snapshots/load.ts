import { EnvelopeError, fromBase64, type Bytes } from '@/crypto';
import type { FieldState, RecordKey, StoredRecord } from '@/domain';
import { FindAnswer, MAX_FIND, SnapshotPart, type PullAnswer, type SnapshotOffer } from '@/protocol';
import type { Book } from '@/storage';
import { ApiError, type Api } from '../api';
import { CURSOR, cursorOf, formatOf, Overtaken, untilAlone, type Sealer } from '../batches';
import type { Maker } from './make';
import { openParts, type LoggedFields, type SnapshotContent } from './form';
import { keepWhole } from './whole';

/**
 * What came of an offer. `loaded` · `gone`: a newer snapshot has taken its place meanwhile, to be asked anew · `held`: [KEY-15] sealed under a
 * key that this device lacks · `newer`: a later version of the app made it · `damaged`: none of them opens.
 */
export type Loaded = 'loaded' | 'gone' | 'held' | 'newer' | 'damaged';

/** Parts that have come, by snapshot: a load that was cut off goes on where it was, for as long as the book is open. */
const fetched = new WeakMap<Book, Map<string, Bytes[]>>();

/**
 * Loads one of the snapshots that the server offers: the newest that opens. [SNAP-10] One that is damaged, or made by a later app, is passed
 * over for the older one. @throws ApiError, StorageError; nothing is written then
 */
export async function loadOffered(line: Maker, { snapshots }: SnapshotOffer, keys: PullAnswer['keys']): Promise<Loaded> {
  const { book, api, keeper, sealer } = line;
  const known = new Map([...(fetched.get(book) ?? [])].filter(([id]) => snapshots.some((one) => one.id === id)));
  fetched.set(book, known);
  const after = await cursorOf(book);
  if (snapshots.some(({ seq }) => seq <= after)) return 'gone';
  const outcomes = new Set<Loaded>();
  for (const { id, device, seq, parts } of snapshots) {
    const boxes = known.get(id) ?? [];
    known.set(id, boxes);
    if (!(await fetchParts(api, id, boxes, parts))) return 'gone';
    await keeper.meet(keys, boxes);
    if (boxes.some((box) => keeper.lacks(box))) {
      outcomes.add('held');
      continue;
    }
    const mine = sealer();
    try {
      const content = await openParts(mine.ring, boxes, { cell: mine.cellId, device, id, seq, parts }, formatOf(mine));
      await takeIn(book, content, await metBatches(book, api, mine, seq));
      fetched.delete(book);
      return 'loaded';
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
      outcomes.add(error.reason === 'newer' ? 'newer' : 'damaged');
    }
  }
  return (['held', 'newer'] as const).find((one) => outcomes.has(one)) ?? 'damaged';
}

/** Fetches the parts that are not there yet. @returns false when the snapshot is not there any more */
async function fetchParts(api: Api, id: string, boxes: Bytes[], parts: number): Promise<boolean> {
  try {
    while (boxes.length < parts) boxes.push(fromBase64((await api.ask(SnapshotPart, 'GET', `/v1/vault/snapshots/${id}/parts/${boxes.length}`)).box));
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.reason === 'notFound') return false;
    throw error;
  }
}

/**
 * [SNAP-6] This device's batches that stand in the log at or before `seq`, and so in the snapshot: they will be met in no pull. A batch that
 * arrives after this question stands behind the snapshot.
 */
async function metBatches(book: Book, api: Api, { deviceId, former = [] }: Sealer, seq: number): Promise<ReadonlySet<string>> {
  const ids = await book.db.batches.toCollection().primaryKeys();
  const asked = ids.flatMap((id) => [deviceId, ...former].map((device) => ({ device, id })));
  const met = new Set<string>();
  for (let from = 0; from < asked.length; from += MAX_FIND) {
    const { found } = await api.ask(FindAnswer, 'POST', '/v1/vault/find', { batches: asked.slice(from, from + MAX_FIND) });
    for (const one of found) if (one.seq <= seq) met.add(one.id);
  }
  return met;
}

/**
 * [SNAP-11] Puts the snapshot in the place of the log's side of all records, this device's unsent changes staying on top, in one transaction
 * with the cursor: half a snapshot with the log read on top of it would be a state of no moment, and texts for review would be missed.
 */
function takeIn(book: Book, content: SnapshotContent, met: ReadonlySet<string>): Promise<void> {
  return untilAlone(() => replaceLog(book, content, met));
}

async function replaceLog(book: Book, { end, records }: SnapshotContent, met: ReadonlySet<string>): Promise<void> {
  const from = await cursorOf(book);
  if (from >= end.seq) return;
  const others = ((await book.db.rows.filter(({ kind }) => kind !== 'directory').primaryKeys()) as RecordKey[]).filter((key) => !records.has(key));
  let exact = true;
  await book.edit(
    [...records.keys(), ...others],
    (read) => {
      const replaced = [...records].map(([key, logged]) => overlay(read(key), logged, met));
      const left = others.map(read);
      // Something of the log that the snapshot does not know: kept, but then this device cannot stand for the log.
      exact = [...replaced, ...left].every(({ key, fields }) => Object.entries(fields).every(([name, { s }]) => s === (records.get(key)?.[name]?.[1] ?? 0)));
      return replaced;
    },
    async (db) => {
      if (((await db.meta.get(CURSOR))?.value ?? 0) !== from) throw new Overtaken();
      await db.batches.bulkDelete([...met]);
      await db.parked.where('seq').belowOrEqual(end.seq).delete();
      await db.meta.put({ name: CURSOR, value: end.seq });
      await keepWhole(db, exact ? { at: end.seq, chain: end.chain } : undefined);
    },
  );
}

/** The record with the log's side replaced. [LOG-7] A field that has taken in something later stays; what the met batches carried is the log's now. */
function overlay(before: StoredRecord, logged: LoggedFields, met: ReadonlySet<string>): StoredRecord {
  const fields: Record<string, FieldState> = {};
  for (const name of new Set([...Object.keys(before.fields), ...Object.keys(logged)])) {
    const here = before.fields[name] ?? { v: null, s: 0, d: '' };
    // What the committee sent no log has: it stays.
    const [v, s, d] = logged[name] ?? [before.key.startsWith('directive:') ? here.v : null, 0, ''];
    const local = here.l && !(here.l.b !== undefined && met.has(here.l.b)) ? { l: here.l } : {};
    fields[name] = s >= here.s ? { v, s, d, ...local } : { v: here.v, s: here.s, d: here.d, ...local };
  }
  return { key: before.key, fields };
}
