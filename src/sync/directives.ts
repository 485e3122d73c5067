import { headChanges, readDirective, recordKey, type FieldState, type Json, type StoredRecord } from '@/domain';
import { DirectivesAnswer, MAX_SEEN, type DirectiveEnvelope } from '@/protocol';
import { readSetting, type Book } from '@/storage';
import * as v from 'valibot';
import { ApiError, type Api } from './api';
import type { Connection } from './connection';

/** Up to which of a cell's directives this device has come: the plain setting `directives`. */
interface Place {
  readonly cell: string;
  readonly seq: number;
  readonly id: string;
}

/** Where the place is kept. A backup does not carry it: a restored book reads the few directives from the first on. */
const PLACE = 'directives';

/** What the server said, which no log has: sequence 0, never to be sent. */
const fact = (value: Json): FieldState => ({ v: value, s: 0, d: '' });

/** [DIR-6] The record with what the server says of it. What the cell has noted on it (`seen`) stays. */
function withFacts({ key, fields }: StoredRecord, facts: Readonly<Record<string, Json>>): StoredRecord {
  return { key, fields: { ...fields, ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, fact(value)])) } };
}

/**
 * Tells the committee what was seen, and takes in what it has sent since. [DIR-6] Each page is written in one transaction with the place;
 * the same again changes nothing.
 * @param head how many there are, as the last pull of the log said; undefined where the server has no directives
 * @returns how many this app does not understand: kept as they came, for a newer one. @throws ApiError, StorageError
 */
export async function exchangeDirectives(book: Book, api: Api, { cellId }: Connection, head: number | undefined): Promise<number> {
  if (head === undefined) return 0;
  await tellSeen(book, api, cellId);
  for (let more = (await placeOf(book, cellId)).seq !== head; more; ) more = await nextPage(book, api, cellId);
  return (await book.list('directive')).filter(({ id, fields }) => fields['kind'] !== undefined && !readDirective(id, fields)).length;
}

async function placeOf(book: Book, cell: string): Promise<Place> {
  const place = await readSetting<Place>(book, PLACE);
  return place?.cell === cell ? place : { cell, seq: 0, id: '' };
}

/**
 * [DIR-8] The last one known is asked for as well: where another stands in its place, or none, the server has been set back to an older
 * copy, and all is read from the first on.
 * @returns whether there is more. @throws ApiError `notServer` [DIR-7]; nothing is taken in then
 */
async function nextPage(book: Book, api: Api, cell: string): Promise<boolean> {
  const place = await placeOf(book, cell);
  const after = Math.max(0, place.seq - 1);
  const answer = await api.ask(DirectivesAnswer, 'GET', `/v1/directives?after=${after}`);
  const { directives } = answer;
  if (directives.some((one, index) => one.cell !== cell || one.seq !== after + index + 1)) throw new ApiError('notServer');
  const isSetBack = place.seq > 0 && directives[0]?.id !== place.id;
  const fresh = isSetBack ? [] : directives.slice(place.seq > 0 ? 1 : 0);
  const last = fresh.at(-1);
  if (answer.more && !isSetBack && !last) throw new ApiError('notServer');
  if (last || isSetBack) await takeIn(book, fresh, last ? { cell, seq: last.seq, id: last.id } : { cell, seq: 0, id: '' });
  return isSetBack || answer.more;
}

const factsOf = ({ kind, seq, cell, issuedAt, issuedBy, body }: DirectiveEnvelope): Readonly<Record<string, Json>> => ({ kind, seq, cell, issuedAt, issuedBy, body: body as Json });

/** [CELL-5] What is said of the cell's own name goes into its record as an ordinary change, which two devices may both write: the same is no conflict. */
async function takeIn(book: Book, fresh: readonly DirectiveEnvelope[], place: Place): Promise<void> {
  // First, so that a phone that dies on the way does it again: what stands there already is passed over.
  for (const { id, kind, seq, body } of fresh) {
    const directive = readDirective(id, { kind, seq, body: body as Json });
    if (directive?.kind !== 'body') continue;
    const changes = Object.entries(headChanges(await book.read('cell:cell'), directive));
    if (changes.length > 0) await book.write(changes.map(([field, value]) => ({ key: 'cell:cell' as const, field, value })));
  }
  const keys = fresh.map(({ id }) => recordKey('directive', id));
  await book.edit(
    keys,
    (read) => fresh.map((one, index) => withFacts(read(keys[index]!), factsOf(one))),
    (db) => db.meta.put({ name: `setting.${PLACE}`, value: place }),
  );
}

/** [DIR-5] Every device of the cell tells what was seen, on whichever: to the server the first time counts. */
async function tellSeen(book: Book, api: Api, cell: string): Promise<void> {
  const all = await book.list('directive');
  const seen = all.filter(({ fields }) => fields['seen'] === true && fields['cell'] === cell && fields['told'] !== true).slice(0, MAX_SEEN);
  if (seen.length === 0) return;
  await api.ask(v.object({}), 'POST', '/v1/directives/seen', { ids: seen.map(({ id }) => id) });
  const keys = seen.map(({ key }) => key);
  await book.edit(keys, (read) => keys.map((key) => withFacts(read(key), { told: true })));
}
