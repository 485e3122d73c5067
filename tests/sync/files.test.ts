import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, type Bytes } from '@/crypto';
import { FILE_PIECE } from '@/protocol';
import type { Book } from '@/storage';
import { addAttachment, attachmentUse, readHere, removeAttachment, stateOf, takeOffDevice, attachmentOf } from '@/storage/attachments';
import { activate, invite, join, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { openAttachment } from '@/sync/files';
import { countAll, countWaiting, readOutbox } from '@/sync/outbox';
import { SyncRunner } from '@/sync/runner';
import { syncStatus } from '@/sync/status';
import { issueCode } from '@/server/accounts';
import { buildApp } from '@/server/http';
import { openContext } from '@/server/open';
import { importOrganisation } from '@/server/organisation';
import { filesUnder } from '../checks/source';
import { fastDerive, newPhone, startWorld } from './world';

interface Phone {
  readonly book: Book;
  readonly connection: Connection;
}
let world: Awaited<ReturnType<typeof startWorld>>;
let one: Phone;
let two: Phone;
/** What the server lets a cell keep. */
const room = { bytes: 0 };
const attempt = (): string => newId() + newId();

beforeEach(async () => {
  room.bytes = 500_000_000;
  world = await startWorld({ buildApp: (options) => buildApp(Object.defineProperty({ ...options }, 'filesPerCell', { get: () => room.bytes })), openContext });
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
  const { code } = await issueCode(world.ctx, cells[0]!.id);
  const [first, second] = [await newPhone(), await newPhone()];
  one = { book: first, connection: await activate(first, '', { code, deviceName: 'Máy một', attempt: attempt() }, world.send) };
  await sync(one);
  const joining = await invite(first, one.connection, fastDerive, world.send);
  two = { book: second, connection: await join(second, '', { code: joining.code, deviceName: 'Máy hai', attempt: attempt() }, fastDerive, world.send) };
});
afterEach(async () => {
  for (const { book } of [one, two]) await book.close();
  await world.stop();
});

/** Numbers from 0 to 1 that are the same for the same seed. */
const seeded = (seed: number) => (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
const sync = ({ book, connection }: Phone) => syncOnce(book, connection, world.send);
const content = (length: number): Bytes => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 9)) & 255);
/** Compared as buffers: the matcher looks at every byte by itself. */
const same = (bytes: Bytes | null, length: number): boolean => bytes !== null && Buffer.from(bytes).equals(content(length));
const add = ({ book }: Phone, length: number) => addAttachment(book, 'meeting:m1', { name: 'Ảnh buổi họp.jpg', type: 'image/jpeg', bytes: content(length) }, '2026-11-24T07:00:00.000Z');
const view = async ({ book }: Phone, id: string) => stateOf(await attachmentOf(book, id), await book.db.files.get(id));
const at = (path: string) => world.requests.filter((request) => request.includes(path));
const onServer = async () => (await world.ctx.store.db.selectFrom('file_pieces').select(['file', 'piece']).orderBy('piece').execute()).map(({ piece }) => piece);
const THREE = 2 * FILE_PIECE + 100;

describe('a file attached on one phone', () => {
  it('[PIECE-6] [ATTACH-10] goes up in pieces after its record, and opens on the other, which keeps it', async () => {
    const id = await add(one, THREE);
    expect(await sync(one)).toMatchObject({ files: { more: false } });
    expect([await view(one, id), await onServer()]).toEqual([{ here: true, state: { is: 'stored' } }, [0, 1, 2]]);
    await sync(two);
    expect(await view(two, id)).toEqual({ here: false, state: { is: 'stored' } });
    const told: string[] = [];
    expect(same(await openAttachment(two.book, id, { send: world.send, onProgress: (done, of) => told.push(`${done}/${of}`) }), THREE)).toBe(true);
    expect(told).toEqual(['0/3', '1/3', '2/3', '3/3']);
    expect(await view(two, id)).toEqual({ here: true, state: { is: 'stored' } });
    world.fault = () => 'before';
    expect(same(await openAttachment(two.book, id, { send: world.send }), THREE)).toBe(true);
  });

  it('[PIECE-6] before its pieces have come the other phone says that it is elsewhere, and says so when it is opened', async () => {
    const id = await add(one, 10);
    world.fault = (path) => (path.includes('/files') ? 'before' : null);
    expect((await sync(one)).files.problem).toMatchObject({ reason: 'offline' });
    world.fault = null;
    await sync(two);
    expect(await view(two, id)).toEqual({ here: false, state: { is: 'elsewhere' } });
    await expect(openAttachment(two.book, id, { send: world.send })).rejects.toMatchObject({ reason: 'notHere' });
    await sync(one);
    await sync(two);
    expect((await view(two, id)).state).toEqual({ is: 'stored' });
  });

  it.each(['before', 'after'] as const)('[PIECE-1] [PIECE-6] cut off %s the server has the second piece, the next run sends what is missing and nothing twice', async (when) => {
    const id = await add(one, THREE);
    let fault: typeof when | null = when;
    world.fault = (path) => (path.endsWith(`/files/${id}/1`) ? [fault, (fault = null)][0]! : null);
    expect((await sync(one)).files.problem).toMatchObject({ reason: 'offline' });
    expect([(await view(one, id)).state, await onServer()]).toEqual([{ is: 'sending', done: 1, of: 3 }, when === 'before' ? [0] : [0, 1]]);
    expect(same(await readHere(one.book, id), THREE)).toBe(true);
    world.requests.length = 0;
    await sync(one);
    expect(at(`/files/${id}/`).map((path) => path.slice(-1))).toEqual(when === 'before' ? ['1', '2'] : ['2']);
    expect([(await view(one, id)).state, await onServer()]).toEqual([{ is: 'stored' }, [0, 1, 2]]);
  });

  it('[PIECE-6] all else of the run is done though its pieces do not go up', async () => {
    await add(one, 10);
    world.fault = (path) => (path.includes('/files') ? 'before' : null);
    await one.book.write([{ key: 'task:t1', field: 'what', value: 'Rà soát' }]);
    expect(await sync(one)).toMatchObject({ pushed: 1, files: { more: false, problem: { reason: 'offline' } } });
    expect([await countWaiting(one.book), await countAll(one.book)]).toEqual([0, { records: 0, all: 1 }]);
  });

  it('[PIECE-6] what is written while it goes up goes before its further pieces', async () => {
    const id = await add(one, THREE);
    world.fault = (path) => {
      if (path.endsWith(`/files/${id}/0`)) void one.book.write([{ key: 'task:t1', field: 'what', value: 'Viết trong lúc gửi' }]);
      return null;
    };
    expect((await sync(one)).files.more).toBe(true);
    expect((await onServer()).length).toBeLessThan(3);
    world.fault = null;
    await sync(one);
    await sync(two);
    expect([await onServer(), (await two.book.read('task:t1'))['what']]).toEqual([[0, 1, 2], 'Viết trong lúc gửi']);
  });

  it('[ATTACH-10] fetching that is cut off goes on with the next piece; it can be ended', async () => {
    const id = await add(one, THREE);
    await sync(one);
    await sync(two);
    world.fault = (path) => (path.endsWith(`/files/${id}/2`) ? 'before' : null);
    await expect(openAttachment(two.book, id, { send: world.send })).rejects.toMatchObject({ reason: 'offline' });
    world.fault = null;
    world.requests.length = 0;
    await expect(openAttachment(two.book, id, { send: world.send, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(same(await openAttachment(two.book, id, { send: world.send }), THREE)).toBe(true);
    expect(at('/files/')).toEqual([`/v1/vault/files/${id}/2`]);
  });

  it('[ATTACH-10] [ATTACH-3] a piece that the server has altered or moved is not shown and not kept', async () => {
    const id = await add(one, THREE);
    await sync(one);
    await sync(two);
    const { db } = world.ctx.store;
    const piece = await db.selectFrom('file_pieces').select('box').where('piece', '=', 1).executeTakeFirstOrThrow();
    await db.updateTable('file_pieces').set({ box: piece.box }).where('piece', '=', 0).execute();
    await expect(openAttachment(two.book, id, { send: world.send })).rejects.toMatchObject({ reason: 'damaged' });
    expect(await two.book.db.pieces.count()).toBe(0);
  });

  it('[ATTACH-10] [ATTACH-7] opened before the server has all of it, what has come is kept and nothing is taken for stored', async () => {
    const id = await add(one, THREE);
    world.fault = (path) => (path.endsWith(`/files/${id}/1`) ? 'before' : null);
    await sync(one);
    await syncOnce(two.book, two.connection, (input, init) => (input.endsWith('/vault/files') ? Promise.reject(new TypeError('no network')) : world.send(input, init)));
    world.fault = null;
    await expect(openAttachment(two.book, id, { send: world.send })).rejects.toMatchObject({ reason: 'notHere' });
    expect([await two.book.db.pieces.count(), await view(two, id)]).toEqual([1, { here: false, state: { is: 'elsewhere' } }]);
    await expect(takeOffDevice(two.book, id)).rejects.toMatchObject({ reason: 'notSent' });
    await sync(one);
    await sync(two);
    expect([same(await openAttachment(two.book, id, { send: world.send }), THREE), (await view(two, id)).state]).toEqual([true, { is: 'stored' }]);
  });

  it('[ATTACH-10] with a full disk it is shown all the same', async () => {
    const id = await add(one, THREE);
    await sync(one);
    await sync(two);
    two.book.db.pieces.put = (() => Promise.reject(Object.assign(new Error('x'), { name: 'QuotaExceededError' }))) as never;
    expect(same(await openAttachment(two.book, id, { send: world.send }), THREE)).toBe(true);
    expect((await view(two, id)).here).toBe(false);
  });

  it('[PIECE-5] [ATTACH-6] removed on either phone it goes from both and from the server, whose room is free again', async () => {
    const [a, b] = [await add(one, THREE), await add(one, 10)];
    await sync(one);
    await sync(two);
    await openAttachment(two.book, a, { send: world.send });
    await openAttachment(two.book, b, { send: world.send });
    expect((await attachmentUse(one.book)).server?.used).toBe(0);
    await removeAttachment(two.book, a);
    await sync(two);
    expect((await onServer()).length).toBe(1);
    await sync(one);
    for (const { book } of [one, two]) expect([(await book.list('file')).map(({ id }) => id), (await book.db.pieces.toArray()).map(({ file }) => file), (await book.db.files.toArray()).map(({ id }) => id)]).toEqual([[b], [b], [b]]);
    expect((await attachmentUse(one.book)).server).toEqual({ used: 48, limit: 500_000_000 });
  });

  it('[PIECE-1] [PIECE-5] what one phone removed while the other was sending it does not stay with the server', async () => {
    const id = await add(one, THREE);
    world.fault = (path) => (path.endsWith(`/files/${id}/1`) ? 'before' : null);
    await sync(one);
    await sync(two);
    await removeAttachment(two.book, id);
    world.fault = null;
    await sync(two);
    expect(await onServer()).toEqual([]);
    await sync(one);
    expect([await onServer(), await one.book.db.pieces.count(), await one.book.list('file')]).toEqual([[], 0, []]);
  });

  it('[PIECE-2] without room it is refused by name and stays on the phone; once there is room it goes up by itself', async () => {
    room.bytes = 1000;
    const [a, b] = [await add(one, 600), await add(one, 700)];
    await sync(one);
    const refused = (await view(one, a)).state.is === 'refused' ? a : b;
    const other = refused === a ? b : a;
    expect([(await view(one, refused)).state, (await view(one, other)).state, await countAll(one.book)]).toEqual([{ is: 'refused', reason: 'quotaFull' }, { is: 'stored' }, { records: 0, all: 0 }]);
    expect((await readOutbox(one.book)).records).toMatchObject([{ key: `file:${refused}`, state: 'refused', reason: 'quotaFull' }]);
    expect((await readHere(one.book, refused))?.length).toBeGreaterThan(0);
    await removeAttachment(one.book, other);
    await sync(one);
    await sync(one);
    expect((await view(one, refused)).state).toEqual({ is: 'stored' });
  });

  it('[PIECE-3] a server that was set back to an older copy gets it again, from whichever phone has it', async () => {
    const id = await add(one, THREE);
    await sync(one);
    await sync(two);
    await openAttachment(two.book, id, { send: world.send });
    const { db } = world.ctx.store;
    for (const table of ['file_pieces', 'files'] as const) await db.deleteFrom(table).execute();
    await db.deleteFrom('counters').where('name', '=', 'files').execute();
    await takeOffDevice(one.book, id);
    await sync(two);
    expect(await onServer()).toEqual([0, 1, 2]);
    await sync(one);
    expect(same(await openAttachment(one.book, id, { send: world.send }), THREE)).toBe(true);
  });

  it('[PIECE-3] a server set up anew gets the files of the book that joins it', async () => {
    const id = await add(one, THREE);
    await sync(one);
    await world.stop();
    world = await startWorld();
    const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: 'c9', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
    const { code } = await issueCode(world.ctx, cells[0]!.id);
    one = { book: one.book, connection: await activate(one.book, '', { code, deviceName: 'Máy một', attempt: attempt() }, world.send) };
    expect((await sync(one)).files).toEqual({ more: false });
    expect([await onServer(), (await view(one, id)).state]).toEqual([[0, 1, 2], { is: 'stored' }]);
  });

  it('[PIECE-3] a server from before there were files keeps the records, and the files wait', async () => {
    const id = await add(one, 10);
    world.requests.length = 0;
    const send: typeof world.send = async (input, init) => {
      const answer = await world.send(input, init);
      if (!input.includes('/pull')) return answer;
      const { files: _, ...rest } = (await answer.json()) as Record<string, unknown>;
      return new Response(JSON.stringify(rest), { status: 200, headers: { 'content-type': 'application/json' } });
    };
    expect(await syncOnce(one.book, one.connection, send)).toMatchObject({ pushed: 1, files: { more: false } });
    expect([(await view(one, id)).state, at('/files'), await countAll(one.book)]).toEqual([{ is: 'waiting' }, [], { records: 0, all: 1 }]);
  });

  it('[PIECE-6] the runner says how much waits, goes on while something is written, and ends with nothing to send', async () => {
    const id = await add(one, THREE);
    const runner = new SyncRunner(one.book, one.connection, { now: () => 0, random: () => 0, send: world.send });
    let written = false;
    world.fault = (path) => {
      if (!written && path.endsWith(`/files/${id}/0`)) {
        written = true;
        void one.book.write([{ key: 'task:t1', field: 'what', value: 'Viết trong lúc gửi' }]);
      }
      return null;
    };
    await runner.now();
    expect([syncStatus.getState(), await onServer()]).toMatchObject([{ phase: 'idle', toSend: 0 }, [0, 1, 2]]);
    world.fault = (path) => (path.includes('/files/') ? 'before' : null);
    await add(one, 20);
    await runner.now();
    expect(syncStatus.getState()).toMatchObject({ phase: 'waiting', reason: 'offline', toSend: 1 });
    await runner.stop();
  });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])('[PIECE-5] [PIECE-6] whatever two phones do, and wherever the line breaks, in the end both and the server have the same files, whole (schedule %i)', async (seed) => {
  const random = seeded(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const made = new Map<string, number>();
  const removed = new Set<string>();
  for (let step = 0; step < 30; step += 1) {
    const phone = pick(2) === 0 ? one : two;
    const here = (await phone.book.list('file')).map(({ id }) => id);
    const id = here[pick(Math.max(1, here.length))];
    world.fault = random() < 0.5 ? null : () => (random() < 0.8 ? null : random() < 0.5 ? 'before' : 'after');
    const what = pick(8);
    if (what < 2) {
      const size = pick(3) === 0 ? FILE_PIECE + pick(99) + 1 : pick(500) + 1;
      made.set(await add(phone, size), size);
    } else if (what === 2 && id) {
      await removeAttachment(phone.book, id);
      removed.add(id);
    } else if (what === 3 && id) await takeOffDevice(phone.book, id).catch(() => undefined);
    else if (what === 4 && id) await openAttachment(phone.book, id, { send: world.send }).catch(() => undefined);
    else await sync(phone).catch(() => undefined);
  }
  world.fault = null;
  for (let round = 0; round < 3; round += 1) for (const phone of [one, two]) await sync(phone);
  const live = [...made].filter(([id]) => !removed.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = await world.ctx.store.db.selectFrom('files').select(['file', 'size', 'there']).where('gone_at', 'is', null).orderBy('file').execute();
  expect(rows.map(({ file, size, there }) => [file, size, there])).toEqual(live.map(([id, size]) => [id, size, Math.ceil(size / FILE_PIECE)]));
  expect(await onServer()).toHaveLength(rows.reduce((sum, { there }) => sum + there, 0));
  for (const phone of [one, two]) {
    expect((await phone.book.list('file')).map(({ id }) => id).sort()).toEqual(live.map(([id]) => id));
    expect((await phone.book.db.files.toArray()).map(({ id }) => id).sort()).toEqual(live.map(([id]) => id));
    for (const [id, size] of live) expect([same(await openAttachment(phone.book, id, { send: world.send }), size), await view(phone, id)]).toEqual([true, { here: true, state: { is: 'stored' } }]);
    expect(await phone.book.db.pieces.count()).toBe((await onServer()).length);
  }
});

it('[ATTACH-11] a file is read by what keeps, sends, finds and shows it, and by nothing that makes documents or submissions', () => {
  const readers = filesUnder(process.cwd(), 'src')
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('src/domain/'))
    .filter((file) => /readAttachment|attachmentOf|readHere|openAttachment|useAttachments|useCollection\('file'\)|list\('file'\)/.test(readFileSync(file, 'utf8')));
  expect(readers.filter((file) => !/^src\/(storage\/(attachments|backup)\/|sync\/files\/|features\/attachments\/|features\/sync-status\/files-room|features\/search\/)/.test(file))).toEqual([]);
});
