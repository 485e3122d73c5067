/** What must be true when the phones have come to rest. Knows nothing of how the client merges. */
import { canonicalJson, type Json, type RecordKind } from '@/domain';
import { DIRECTORY_KEY, type Book } from '@/storage';
import { countWaiting } from '@/sync/outbox';
import { Broken, placeOf, type Cell, type Phone, type Written } from './cell';
import type { Logged } from './server';

const KINDS: RecordKind[] = ['cell', 'member', 'meeting', 'task', 'submission', 'review', 'note', 'paper', 'life', 'duty', 'plan', 'directive', 'appraisal', 'report', 'file'];
const AFTER_CLOSE = ['post/postedOn'];
/** Written by sync itself, not by a person. */
const BY_SYNC = /^(cell:cell |submission:\S+ (receipt|verified|refused)$)/;

type Shown = Record<string, Json>;
/** What the committee said stands in no log. */
const isFact = (key: string, field: string): boolean => key.startsWith('directive:') && field !== 'seen';
const places = async (book: Book, kinds: readonly RecordKind[]): Promise<Shown> =>
  Object.fromEntries((await Promise.all(kinds.map((kind) => book.list(kind)))).flat().flatMap(({ key, fields }) => Object.entries(fields).filter(([field]) => !isFact(key, field)).map(([field, value]) => [placeOf(key, field), value])));
const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);
const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Broken(what);
};

/** What `all` has more of than `others`, each as often. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** @throws Broken naming the first promise that was not kept */
export async function judge(cell: Cell): Promise<void> {
  const log = await cell.server.log(cell.id, await cell.ringOf(cell.phones[0]!));
  const all = [...cell.phones, ...cell.gone];
  const told = tell(log, all);
  demand(new Set(log.map(({ batch }) => batch)).size === log.length, 'a batch stands in the log twice');
  for (const { devices, written } of all) for (const [place, texts] of written) judgeWritten(place, texts, log, devices);

  for (const [index, { life }] of cell.phones.entries()) {
    for (const { book } of life.tabs) await judgePhone(book, `phone ${index}`, told);
    const reopened = life.look();
    await judgePhone(reopened, `phone ${index} reopened`, told);
    await judgeOutbox(reopened, `phone ${index}`);
    await judgeDirectives(reopened, `phone ${index}`, cell);
    await reopened.close();
  }
  const received = (await cell.server.submissions(cell.id)).map(({ submission }) => submission);
  demand(new Set(received).size === received.length, 'a document came in twice');
  for (const id of cell.phones.flatMap(({ queued }) => queued)) demand(received.includes(id) && told.shown[`submission:${id} receipt`] !== undefined, 'a queued document has no receipt');
}

interface Told {
  shown: Shown;
  /** What must stand in the list for review. */
  must: string[];
  /** What may: also what an earlier tab of the same phone had not seen. */
  may: string[];
}

/** The log told by hand: the last write of a field shows, closed minutes refuse, and what somebody replaced unseen is to be looked at. */
function tell(log: readonly Logged[], phones: readonly Phone[]): Told {
  const now = new Map<string, { value: Json; device: string }>();
  const sent = new Map<string, number>();
  const times = new Map<string, number>();
  for (const { key, field, value } of log.flatMap(({ changes }) => changes)) {
    const words = placeOf(key, field) + canonicalJson(value);
    times.set(words, (times.get(words) ?? 0) + 1);
  }
  const told: Told = { shown: {}, must: [], may: [] };
  for (const { device, changes } of log) {
    for (const { key, field, value } of changes) {
      const place = placeOf(key, field);
      const before = now.get(place);
      const written = phones.find(({ devices }) => devices.includes(device))?.written.get(place) ?? [];
      const from = sent.get(device + place) ?? 0;
      const to = written.findIndex((one, index) => index >= from && one.value === canonicalJson(value)) + 1;
      sent.set(device + place, to);
      const closed = key.startsWith('meeting:') && !AFTER_CLOSE.includes(field) && (now.get(placeOf(key, 'closedAt'))?.value ?? null) !== null;
      if (closed && !same(before?.value ?? null, value)) {
        const late = `closed ${place} ${canonicalJson(value)}`;
        told.must.push(late);
        told.may.push(late);
      }
      if (closed) continue;
      if (before && before.value !== null && before.device !== device && !same(before.value, value)) {
        const kept = canonicalJson(before.value);
        const line = `both-changed ${place} ${kept}`;
        if (!written[to - 1]?.seen.has(kept)) told.must.push(line);
        // Of the same words written twice (by two people, or sent again from a restored book) it cannot be told which somebody had seen.
        if (kept === '"same"' || times.get(place + kept)! > 1 || !written.slice(from, to).every(({ seen }) => seen.has(kept))) told.may.push(line);
      }
      now.set(place, { value, device });
    }
  }
  for (const [place, { value }] of now) if (value !== null) told.shown[place] = value;
  for (const { written } of phones) for (const [place, texts] of written) told.may.push(...betweenWindows(place, texts));
  return told;
}

/** What one window of a phone wrote and another replaced without having had it before it may be listed too, before any of it is sent. */
const betweenWindows = (place: string, texts: readonly Written[]): string[] =>
  texts.flatMap(({ seen }, index) => texts.slice(0, index).flatMap(({ value }) => (value === 'null' || seen.has(value) ? [] : [`both-changed ${place} ${value}`])));

/** Every phone shows what the log says, and lists for review exactly what was replaced unseen or came too late. */
async function judgePhone(book: Book, who: string, { shown, must, may }: Told): Promise<void> {
  const all = await places(book, KINDS);
  const texts = (from: Shown): Shown => Object.fromEntries(Object.entries(from).filter(([place]) => !/^review:\S+ (?!done$)/.test(place)));
  for (const place of new Set([...Object.keys(texts(all)), ...Object.keys(shown)])) {
    demand(same(all[place] ?? null, shown[place] ?? null), `${who} shows ${place} = ${canonicalJson(all[place])}, the log says ${canonicalJson(shown[place])}`);
  }
  const listed = (await book.list('review')).map(({ fields }) => `${fields['reason'] as string} ${placeOf(fields['key'] as never, fields['field'] as string)} ${canonicalJson(fields['kept'])}`);
  for (const line of without(must, listed)) throw new Broken(`${who} does not list ${line}`);
  for (const line of without(listed, may)) throw new Broken(`${who} lists ${line} for nothing`);
  const dated = Object.keys(shown).filter((place) => /^meeting:\S+ date$/.test(place)).map((place) => place.slice('meeting:'.length, -' date'.length));
  demand(same(Object.keys(await book.read(DIRECTORY_KEY)).sort(), dated.sort()), `${who}: the list of meetings is not the meetings`);
}

/** Every phone has what the committee sent, each once, whole and in order; what was seen by anybody is known to all, and was told. */
async function judgeDirectives(book: Book, who: string, { server, id }: Cell): Promise<void> {
  const sent = (await server.directives(id)) as unknown as Json[];
  const had = (await book.list('directive')).filter(({ fields }) => fields['kind'] !== undefined);
  const facts = had.map((one) => ({ id: one.id, ...Object.fromEntries(Object.entries(one.fields).filter(([field]) => field !== 'seen' && field !== 'told')) })).sort((a, b) => Number((a as { seq?: Json }).seq) - Number((b as { seq?: Json }).seq));
  demand(same(facts, sent), `${who} has not what the committee sent`);
  const told = await server.seen(id);
  demand(had.every(({ id: directive, fields }) => fields['told'] !== true || told.includes(directive)), `${who} believes to have told what it has not`);
}

/** Nothing waits, nothing is left over. */
async function judgeOutbox(book: Book, who: string): Promise<void> {
  demand((await countWaiting(book)) === 0, `${who} still counts something to send`);
  demand((await book.db.batches.count()) === 0, `${who} still has a batch`);
  demand((await book.db.parked.count()) === 0, `${who} parked something`);
  for (const { key } of await book.db.rows.toArray()) {
    demand(Object.values((await book.load(key)).fields).every(({ l }) => l === undefined), `${who}: ${key} is not the log's`);
  }
}

/**
 * What a phone sent of a field is what was written there, in that order, none twice, and not ending before what was acknowledged last.
 * A phone restored as a device of its own sends as one that knows nothing of what the old one sent.
 */
function judgeWritten(place: string, written: readonly Written[], log: readonly Logged[], devices: readonly string[]): void {
  if (BY_SYNC.test(place)) return;
  const lasts = devices.map((device) => {
    const sent = log.filter((entry) => entry.device === device).flatMap(({ changes }) => changes.filter(({ key, field }) => placeOf(key, field) === place).map(({ value }) => canonicalJson(value)));
    let last = -1;
    let at = written.length;
    for (const value of sent.reverse()) {
      at = written.findLastIndex((one, index) => index < at && one.value === value);
      demand(at >= 0, `${place}: ${value} was sent twice, out of order, or never written`);
      last = Math.max(last, at);
    }
    return last;
  });
  const acked = written.findLastIndex((one) => one.acked);
  demand(acked <= Math.max(...lasts), `${place}: ${written[acked]?.value} was acknowledged and never sent`);
}
