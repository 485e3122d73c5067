import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/crypto';
import { fieldsOf, type RecordKey } from '@/domain';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '@/protocol';
import type { Book } from '@/storage';
import { ApiError } from '@/sync/api';
import { activate, invite, join, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { addToRing, loadRing } from '@/sync/keyring';
import { countWaiting, readOutbox } from '@/sync/outbox';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { fastDerive, newPhone, startWorld } from './world';

type World = Awaited<ReturnType<typeof startWorld>>;
let world: World;
const phones: Book[] = [];
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
  await world.stop();
});

const asDevice = ({ token }: Connection) => ({ authorization: `Bearer ${token}`, [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) });
const attempt = (): string => newId() + newId();

async function firstPhone(): Promise<{ book: Book; connection: Connection }> {
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
  const { code } = await issueCode(world.ctx, cells[0]!.id);
  const book = await newPhone();
  phones.push(book);
  return { book, connection: await activate(book, '', { code, deviceName: 'Máy một', attempt: attempt() }, world.send) };
}
async function secondPhone({ book: first, connection }: { book: Book; connection: Connection }): Promise<{ book: Book; connection: Connection }> {
  const { code } = await invite(first, connection, fastDerive, world.send);
  const book = await newPhone();
  phones.push(book);
  return { book, connection: await join(book, '', { code, deviceName: 'Máy hai', attempt: attempt() }, fastDerive, world.send) };
}
const set = (book: Book, key: RecordKey, field: string, value: string | null) => book.write([{ key, field, value }]);
const text = async (book: Book, key: RecordKey) => (await book.read(key))['what'];

describe('two phones of one cell', () => {
  it('[JOIN-1] [SYNC-2] the second, let in by a code, sees all that the first wrote, and the reverse', async () => {
    const one = await firstPhone();
    await set(one.book, 'task:t1', 'what', 'Rà soát hồ sơ');
    await syncOnce(one.book, one.connection, world.send);
    const two = await secondPhone(one);
    await syncOnce(two.book, two.connection, world.send);
    expect(await text(two.book, 'task:t1')).toBe('Rà soát hồ sơ');
    expect((await two.book.read('cell:cell'))['name']).toBe('Chi bộ Thử');
    await set(two.book, 'task:t1', 'what', 'Rà soát xong');
    await syncOnce(two.book, two.connection, world.send);
    await syncOnce(one.book, one.connection, world.send);
    expect(await text(one.book, 'task:t1')).toBe('Rà soát xong');
    expect(await one.book.list('review')).toEqual([]);
    expect(await countWaiting(one.book)).toBe(0);
  });

  it('[VAULT-2] the server holds nothing readable', async () => {
    const one = await firstPhone();
    await set(one.book, 'task:t1', 'what', 'BIMATCANTIM');
    await syncOnce(one.book, one.connection, world.send);
    const pulled = await world.app.inject({ url: '/v1/vault/pull?after=0', headers: asDevice(one.connection) });
    expect(pulled.statusCode).toBe(200);
    const two = await secondPhone(one);
    const seen = await world.app.inject({ url: '/v1/vault/pull?after=0', headers: asDevice(two.connection) });
    const boxes = (seen.json() as { entries: { box: string }[] }).entries.map((entry) => Buffer.from(entry.box, 'base64').toString('latin1'));
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.join()).not.toContain('BIMATCANTIM');
  });

  it('[LOG-3] both wrote the same field unseen: both phones show the later and list the other', async () => {
    const one = await firstPhone();
    const two = await secondPhone(one);
    await set(one.book, 'task:t1', 'what', 'của máy một');
    await set(two.book, 'task:t1', 'what', 'của máy hai');
    await syncOnce(one.book, one.connection, world.send);
    await syncOnce(two.book, two.connection, world.send);
    await syncOnce(one.book, one.connection, world.send);
    expect(await text(one.book, 'task:t1')).toBe('của máy hai');
    expect(await text(two.book, 'task:t1')).toBe('của máy hai');
    for (const { book } of [one, two]) expect((await book.list('review')).map((r) => r.fields['kept'])).toEqual(['của máy một']);
  });

  it('[SYNC-3] a lost reply is asked again and stored once; a request that never arrived too', async () => {
    const one = await firstPhone();
    await set(one.book, 'task:t1', 'what', 'một lần');
    let losses = 0;
    world.fault = (path) => (path.includes('push') && (losses += 1) <= 2 ? (losses === 1 ? 'after' : 'before') : null);
    await expect(syncOnce(one.book, one.connection, world.send)).rejects.toMatchObject({ reason: 'offline' });
    await expect(syncOnce(one.book, one.connection, world.send)).resolves.toBeDefined();
    world.fault = null;
    await syncOnce(one.book, one.connection, world.send);
    const two = await secondPhone(one);
    const log = await world.app.inject({ url: '/v1/vault/pull?after=0', headers: asDevice(two.connection) });
    const head = (log.json() as { entries: unknown[] }).entries.length;
    await syncOnce(one.book, one.connection, world.send);
    const again = await world.app.inject({ url: '/v1/vault/pull?after=0', headers: asDevice(two.connection) });
    expect((again.json() as { entries: unknown[] }).entries).toHaveLength(head);
    await syncOnce(two.book, two.connection, world.send);
    expect(await text(two.book, 'task:t1')).toBe('một lần');
    expect(await one.book.db.batches.count()).toBe(0);
  });

  it('[SYNC-1] typing while a batch is under way is sent with the next', async () => {
    const one = await firstPhone();
    await set(one.book, 'task:t1', 'what', 'a');
    world.fault = (path) => (path.includes('push') ? 'before' : null);
    await expect(syncOnce(one.book, one.connection, world.send)).rejects.toBeInstanceOf(ApiError);
    await set(one.book, 'task:t1', 'what', 'ab');
    world.fault = null;
    await syncOnce(one.book, one.connection, world.send);
    const two = await secondPhone(one);
    await syncOnce(two.book, two.connection, world.send);
    expect(await text(two.book, 'task:t1')).toBe('ab');
    expect(await two.book.list('review')).toEqual([]);
  });

  it('[LOG-4] minutes closed on one phone refuse what the other wrote meanwhile, and keep it for review on both', async () => {
    const one = await firstPhone();
    const two = await secondPhone(one);
    await set(one.book, 'meeting:m1', 'conclusion', 'đã chốt');
    await syncOnce(one.book, one.connection, world.send);
    await syncOnce(two.book, two.connection, world.send);
    await set(one.book, 'meeting:m1', 'closedAt', '2026-11-24T09:00:00.000Z');
    await set(two.book, 'meeting:m1', 'conclusion', 'sửa muộn');
    await syncOnce(one.book, one.connection, world.send);
    await syncOnce(two.book, two.connection, world.send);
    await syncOnce(one.book, one.connection, world.send);
    for (const { book } of [one, two]) {
      expect((await book.read('meeting:m1'))['conclusion']).toBe('đã chốt');
      expect((await book.list('review')).map((r) => [r.fields['reason'], r.fields['kept']])).toEqual([['closed', 'sửa muộn']]);
    }
    expect(await countWaiting(two.book)).toBe(0);
  });

  it('[SYNC-4] years without a network go up in many batches, and come down whole', async () => {
    const one = await firstPhone();
    const big = 'Ý kiến dài của đảng viên. '.repeat(400);
    await one.book.write(Array.from({ length: 120 }, (_, i) => ({ key: `task:t${i}` as const, field: 'what', value: `${i} ${big}` })));
    const report = await syncOnce(one.book, one.connection, world.send);
    expect(report.pushed).toBeGreaterThan(4);
    const two = await secondPhone(one);
    await syncOnce(two.book, two.connection, world.send);
    expect((await two.book.list('task'))).toHaveLength(120);
  });

  it('[SYNC-4] one change too large for the server is set aside with its reason, and the rest goes up', async () => {
    const one = await firstPhone();
    await set(one.book, 'task:big', 'what', 'x'.repeat(1_200_000));
    await set(one.book, 'task:small', 'what', 'nhỏ');
    await syncOnce(one.book, one.connection, world.send);
    const two = await secondPhone(one);
    await syncOnce(two.book, two.connection, world.send);
    expect(await text(two.book, 'task:small')).toBe('nhỏ');
    expect((await readOutbox(one.book)).records).toMatchObject([{ key: 'task:big', state: 'refused', reason: 'tooLarge' }]);
    expect(JSON.stringify(await text(one.book, 'task:big'))).toHaveLength(1_200_002);
  });

  it('[SYNC-2] a phone that lost its batches but kept its id asks for its own entries whole', async () => {
    const one = await firstPhone();
    await set(one.book, 'task:t1', 'what', 'còn đây');
    await syncOnce(one.book, one.connection, world.send);
    const blank = await newPhone();
    phones.push(blank);
    await addToRing(blank, await loadRing(one.book, one.connection));
    await syncOnce(blank, one.connection, world.send);
    expect(await text(blank, 'task:t1')).toBe('còn đây');
  });

  it.each([
    ['an HTML page', () => new Response('<html>đăng nhập wifi</html>', { status: 200 }), 'notServer'],
    ['a 500', () => new Response('oops', { status: 500 }), 'server'],
    ['half a body', () => new Response('{"entries":[{"seq":1,"dev', { status: 200 }), 'offline'],
    ['nothing', () => new Response('', { status: 200 }), 'offline'],
    ['other JSON', () => new Response('{"hello":1}', { status: 200 }), 'notServer'],
    ['a refusal of later times', () => new Response('{"error":{"code":"ofLaterTimes"}}', { status: 409 }), 'clientTooOld'],
    ['401', () => new Response('{"error":{"code":"unauthorized"}}', { status: 401 }), 'unauthorized'],
  ])('a server answering %s is named, and nothing is lost', async (_name, answer, reason) => {
    const one = await firstPhone();
    await set(one.book, 'task:t1', 'what', 'không mất');
    world.fault = () => answer();
    await expect(syncOnce(one.book, one.connection, world.send)).rejects.toMatchObject({ reason });
    world.fault = null;
    await syncOnce(one.book, one.connection, world.send);
    const two = await secondPhone(one);
    await syncOnce(two.book, two.connection, world.send);
    expect(await text(two.book, 'task:t1')).toBe('không mất');
    expect(fieldsOf(await one.book.load('task:t1'))).toEqual({ what: 'không mất' });
  });
});
