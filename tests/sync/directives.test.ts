/** What the committee sends down, with real client code against the real server. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/crypto';
import { dateInVietnam, gradeOf, readDirectives, type BodyAct, type Json } from '@/domain';
import type { DirectivesAnswer } from '@/protocol';
import { BOOK_NAMES, readSetting, Saver, type Book } from '@/storage';
import { createBackup, inspectBackup, openBackup, restoreBook } from '@/storage/backup';
import { ApiError } from '@/sync/api';
import { prepareBackup } from '@/sync/before-backup';
import { activate, invite, join, loadConnection, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { countWaiting } from '@/sync/outbox';
import { submissionChanges } from '@/sync/submissions';
import { issueCode, type CommitteeCaller } from '@/server/accounts';
import { deliver, issue } from '@/server/directives';
import { changeOrganisation, importOrganisation } from '@/server/organisation';
import { view } from '@/server/submissions';
import { DOCUMENT } from './simulation/document';
import { officer } from '../support/persons';
import { fastDerive, newPhone, startWorld } from './world';

interface Phone {
  book: Book;
  connection: Connection;
}
let world: Awaited<ReturnType<typeof startWorld>>;
let cell = '';
let office: CommitteeCaller;
const books: Book[] = [];
const plant = async (code: string) => importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code, name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
beforeEach(async () => {
  world = await startWorld();
  const { cells, committee } = await plant('c1');
  cell = cells[0]!.id;
  office = officer(committee.committee);
});
afterEach(async () => {
  for (const book of books.splice(0)) await book.close();
  await Dexie.delete(BOOK_NAMES.real);
  await world.stop();
});

const kept = <T extends Book>(book: T): T => {
  books.push(book);
  return book;
};
const entry = (code: string) => ({ code, deviceName: 'Máy', attempt: newId() + newId() });
const sync = ({ book, connection }: Phone) => syncOnce(book, connection, world.send);
const reasonOf = (work: Promise<unknown>) => work.then(() => 'fine', (error: unknown) => (error instanceof ApiError ? error.reason : String(error)));
async function first(): Promise<Phone> {
  const book = kept(await newPhone());
  return { book, connection: await activate(book, '', entry((await issueCode(world.ctx, cell)).code), world.send) };
}
async function joined({ book, connection }: Phone): Promise<Phone> {
  const own = kept(await newPhone());
  const { code } = await invite(book, connection, fastDerive, world.send);
  return { book: own, connection: await join(own, '', entry(code), fastDerive, world.send) };
}
/** A meeting's record, queued and sent. */
async function sent(phone: Phone, meetingId: string): Promise<string> {
  const { id, changes } = await submissionChanges({ ...DOCUMENT, meetingId }, 'Biên bản', '2026-03-03T09:00:00.000Z');
  await phone.book.write(changes);
  await sync(phone);
  return id;
}
const grade = (submission: string, replaces: string | null = null, id = newId(), reason = 'Lý do.') =>
  issue(world.ctx, office, submission, { kind: 'officialGrade', id, grade: 'fair', points: null, reason, replaces });
const had = async ({ book }: Phone) => readDirectives(await book.list('directive')).map(({ seq, id, seen }) => `${seq} ${id}${seen ? ' seen' : ''}`);
const asked = (): string[] => world.requests.filter((url) => url.startsWith('/v1/directives'));

describe('directives on the phones of a cell', () => {
  it('[DIR-4] [DIR-6] each phone has each once, in order, sealed and never to be sent; nothing new asks for nothing', async () => {
    const one = await first();
    const [a, b] = [await sent(one, 'm1'), await sent(one, 'm2')];
    expect(asked()).toEqual([]);
    await grade(a, null, 'grade-of-a');
    await grade(b, null, 'grade-of-b');
    await sync(one);
    expect(await had(one)).toEqual(['1 grade-of-a', '2 grade-of-b']);
    expect(await countWaiting(one.book)).toBe(0);
    expect((await one.book.db.rows.where('kind').equals('directive').toArray()).map(({ dirty }) => dirty)).toEqual([0, 0]);
    const before = asked().length;
    await sync(one);
    expect(asked()).toHaveLength(before);
    // A device let in later reads them from the first on.
    const two = await joined(one);
    await sync(two);
    expect(await had(two)).toEqual(['1 grade-of-a', '2 grade-of-b']);
    await grade(a, 'grade-of-a', 'grade-again');
    await sync(two);
    await sync(one);
    for (const phone of [one, two]) expect(gradeOf({ id: 'm1', points: 97, grade: 'good' }, readDirectives(await phone.book.list('directive')))?.official?.id).toBe('grade-again');
  });

  it('[DIR-6] an answer lost on the way is asked for again, and nothing comes twice', async () => {
    const one = await first();
    await grade(await sent(one, 'm1'), null, 'grade-of-a');
    world.fault = (path) => (path.startsWith('/v1/directives') ? 'after' : null);
    expect(await reasonOf(sync(one))).toBe('offline');
    expect(await had(one)).toEqual([]);
    world.fault = null;
    await sync(one);
    expect(await had(one)).toEqual(['1 grade-of-a']);
  });

  it('[DIR-5] what was seen without a network goes up with the next run; the other phones know, and the committee', async () => {
    const one = await first();
    const document = await sent(one, 'm1');
    const two = await joined(one);
    await grade(document, null, 'grade-of-a');
    await sync(one);
    await sync(two);
    await one.book.write([{ key: 'directive:grade-of-a', field: 'seen', value: true }]);
    expect(await countWaiting(one.book)).toBe(1);
    const seenAt = async () => (await view(world.ctx, office, document)).directives?.[0]?.seenAt;
    expect(await seenAt()).toBeNull();
    // The word gets lost on the way once.
    world.fault = (path) => (path === '/v1/directives/seen' ? 'before' : null);
    expect(await reasonOf(sync(one))).toBe('offline');
    expect(await seenAt()).toBeNull();
    world.fault = null;
    await sync(one);
    const at = await seenAt();
    expect(at).toEqual(expect.any(String));
    await two.book.write([{ key: 'directive:grade-of-a', field: 'seen', value: true }]);
    await sync(two);
    expect(await had(two)).toEqual(['1 grade-of-a seen']);
    expect(await seenAt()).toBe(at);
    expect(await two.book.list('review')).toEqual([]);
    const before = asked().length;
    await sync(one);
    await sync(two);
    expect(asked()).toHaveLength(before);
  });

  it('[DIR-6] a kind that this app does not know is kept as it came and asks for an update', async () => {
    const one = await first();
    await grade(await sent(one, 'm1'), null, 'grade-of-a');
    const answer = await deliver(world.ctx, { cell, device: '' }, 0);
    const odd = { ...answer, directives: answer.directives.map((directive) => ({ ...directive, kind: 'visitPlanned', body: { on: '2026-04-01' } })) };
    world.fault = (path) => (path === '/v1/directives?after=0' ? json(odd) : null);
    expect(await sync(one)).toMatchObject({ unknown: 1 });
    expect(await had(one)).toEqual([]);
    expect(await one.book.read('directive:grade-of-a')).toMatchObject({ kind: 'visitPlanned', seq: 1, body: { on: '2026-04-01' } });
    world.fault = null;
    expect(await sync(one)).toMatchObject({ unknown: 1 });
  });

  it.each([
    ['another cell’s', (good: DirectivesAnswer) => ({ ...good, directives: good.directives.map((one) => ({ ...one, cell: 'another-cell' })) })],
    ['with one left out', (good: DirectivesAnswer) => ({ ...good, directives: good.directives.slice(1) })],
    ['out of order', (good: DirectivesAnswer) => ({ ...good, directives: [...good.directives].reverse() })],
    ['of another form', () => ({ directives: 'none' })],
    ['with more to come for ever', (good: DirectivesAnswer) => ({ ...good, directives: [], more: true })],
  ])('[DIR-7] an answer %s is refused whole by name, everything else is done, and the right one is taken in later', async (_name, spoil) => {
    const one = await first();
    const [a, b] = [await sent(one, 'm1'), await sent(one, 'm2')];
    await grade(a, null, 'grade-of-a');
    await grade(b, null, 'grade-of-b');
    const bad = spoil(await deliver(world.ctx, { cell, device: '' }, 0));
    world.fault = (path) => (path.startsWith('/v1/directives') ? json(bad) : null);
    await one.book.write([{ key: 'task:t', field: 'what', value: 'Rà soát hồ sơ' }]);
    expect(await reasonOf(sync(one))).toBe('notServer');
    expect(await had(one)).toEqual([]);
    expect(await countWaiting(one.book)).toBe(0);
    world.fault = null;
    await sync(one);
    expect(await had(one)).toEqual(['1 grade-of-a', '2 grade-of-b']);
  });

  it('[DIR-8] a server set back to an older copy is read from the first on, and what it had said before stays', async () => {
    const one = await first();
    const [a, b] = [await sent(one, 'm1'), await sent(one, 'm2')];
    await grade(a, null, 'grade-of-a');
    await grade(b, null, 'grade-of-b');
    await sync(one);
    const { db } = world.ctx.store;
    await db.deleteFrom('directives').where('directive', '=', 'grade-of-b').execute();
    await db.updateTable('counters').set({ value: 1 }).where('name', '=', 'directives').execute();
    await sync(one);
    await grade(b, null, 'grade-anew');
    await sync(one);
    expect((await had(one)).sort()).toEqual(['1 grade-of-a', '2 grade-anew', '2 grade-of-b']);
    expect(await readSetting(one.book, 'directives')).toEqual({ cell, seq: 2, id: 'grade-anew' });
  });

  it('[DIR-6] a snapshot of the log takes nothing of them away, and holds nothing but what was seen', async () => {
    const one = await first();
    await grade(await sent(one, 'm1'), null, 'grade-of-a');
    await sync(one);
    const two = await joined(one);
    await sync(two);
    await two.book.write([{ key: 'directive:grade-of-a', field: 'seen', value: true }]);
    Object.assign(world.ctx, { snapshotAfter: 1 });
    for (let run = 0; run < 8; run += 1) {
      await two.book.write([{ key: 'task:t', field: 'what', value: `lần ${run}` }]);
      await sync(two);
    }
    const three = await joined(two);
    for (const phone of [one, three]) {
      const loaded = (): number => world.requests.filter((url) => url.includes('/parts/')).length;
      const before = loaded();
      await sync(phone);
      expect(loaded()).toBeGreaterThan(before);
      expect(await had(phone)).toEqual(['1 grade-of-a seen']);
      expect((await phone.book.load('directive:grade-of-a')).fields['body']).toMatchObject({ s: 0, d: '' });
    }
  });

  it('[DIR-6] a backup carries them; the restored phone reads on by itself', async () => {
    const one = await first();
    const document = await sent(one, 'm1');
    await grade(document, null, 'grade-of-a');
    await sync(one);
    const logCell = await prepareBackup(one.book);
    const { bytes, counts } = await createBackup({ saver: new Saver(one.book, () => 0), passphrase: 'mật khẩu của tệp', told: { made: '2026-11-24T08:00:00.000Z', app: '0', mode: 'real' }, logCell }, fastDerive);
    expect(counts.directive).toBe(1);
    const backup = await openBackup(await inspectBackup(new Blob([...bytes])), 'mật khẩu của tệp', fastDerive);
    const book = kept(await restoreBook(backup, { passcode: '246810', takePlace: true }, fastDerive));
    const restored = { book, connection: (await loadConnection(book))! };
    expect(await had(restored)).toEqual(['1 grade-of-a']);
    await grade(document, 'grade-of-a', 'grade-again');
    await sync(restored);
    expect(await had(restored)).toEqual(['1 grade-of-a', '2 grade-again']);
  });

  it('[DIR-6] a book that goes to another server takes them along, and never sends them as its own', async () => {
    const one = await first();
    await grade(await sent(one, 'm1'), null, 'grade-of-a');
    await sync(one);
    await one.book.write([{ key: 'directive:grade-of-a', field: 'seen', value: true }]);
    const { cells } = await plant('c2');
    const moved = { book: one.book, connection: await activate(one.book, '', entry((await issueCode(world.ctx, cells.find(({ code }) => code === 'c2')!.id)).code), world.send) };
    await sync(moved);
    expect(await had(moved)).toEqual(['1 grade-of-a seen']);
    const other = await joined(moved);
    await sync(other);
    expect((await other.book.list('directive')).map(({ fields }) => fields)).toEqual([{ seen: true }]);
    const own = await sent(moved, 'm9');
    await grade(own, null, 'grade-there');
    await sync(moved);
    expect(await had(moved)).toEqual(['1 grade-of-a seen', '1 grade-there']);
  });

  it('[ORG-9] [CELL-5] a renamed cell is called so on all its devices, without a conflict; a merged one is told', async () => {
    const a = await first();
    await sync(a);
    const c = await joined(a);
    await sync(c);
    const change = (act: BodyAct) => changeOrganisation(world.ctx, office, { id: newId(), from: dateInVietnam(world.ctx.now().toISOString()), note: '', acts: [act] as never });
    await change({ act: 'amend', body: cell, standing: { name: 'Chi bộ Đổi tên' } });
    for (const phone of [a, c, a, c]) await sync(phone);
    for (const { book } of [a, c]) {
      expect((await book.read('cell:cell'))['name']).toBe('Chi bộ Đổi tên');
      expect(await book.list('review')).toEqual([]);
    }
    const other = (await plant('c2')).cells[0]!.id;
    await change({ act: 'merge', bodies: [cell], into: other });
    await sync(a);
    expect(readDirectives(await a.book.list('directive')).at(-1)).toMatchObject({ kind: 'body', body: { state: 'merged', successors: ['Chi bộ Thử'] } });
    expect(await countWaiting(a.book)).toBe(0);
  });
});

const json = (body: unknown): Response => new Response(JSON.stringify(body as Json), { status: 200, headers: { 'content-type': 'application/json' } });
