/** A device let in by another one without a network: real client code against the real server, and nothing between the two phones but what they show. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, newRing, randomBytes } from '@/crypto';
import { joinGrant, splitGrant } from '@/crypto/grant';
import type { RecordKey } from '@/domain';
import { BOOK_NAMES, readSecret, Saver, unlockBook, writeSecret, type Book } from '@/storage';
import { restoreBook } from '@/storage/backup';
import { codeOfAsk, give, keptAdmissions, newAsk, SeriesReader, SeriesWriter, take, takeBackAdmission, type Ask, type Given } from '@/sync/admission';
import { ApiError } from '@/sync/api';
import { dropBatch } from '@/sync/batches';
import { activate, invite, join, listDevices, loadConnection, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { isShutOut, loadRing, revokeDevice } from '@/sync/keyring';
import { countWaiting } from '@/sync/outbox';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { keyState } from '@/server/store';
import { fastDerive, newPhone, startWorld } from './world';

interface Phone {
  book: Book;
  connection: Connection;
}
const ORIGIN = 'https://so.example.vn';
const here = { origin: ORIGIN, deviceName: 'Máy mới' };
let world: Awaited<ReturnType<typeof startWorld>>;
let cell = '';
const books: Book[] = [];
beforeEach(async () => {
  world = await startWorld();
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
  cell = cells[0]!.id;
});
afterEach(async () => {
  for (const book of books.splice(0)) await book.close();
  await Dexie.delete(BOOK_NAMES.real);
  await world.stop();
});

const attempt = (): string => newId() + newId();
const blank = async (): Promise<Book> => {
  const book = await newPhone();
  books.push(book);
  return book;
};
const sync = ({ book, connection }: Phone) => syncOnce(book, connection, world.send);
const write = ({ book }: Pick<Phone, 'book'>, key: RecordKey, value: string) => book.write([{ key, field: 'what', value }]);
const text = async ({ book }: Pick<Phone, 'book'>, key: RecordKey) => (await book.read(key))['what'];
const reasonOf = (work: Promise<unknown>) => work.then(() => 'fine', (error: unknown) => (error as ApiError).reason);
const reviews = ({ book }: Phone) => book.list('review');

async function first(): Promise<Phone> {
  const book = await blank();
  const { code } = await issueCode(world.ctx, cell);
  const phone = { book, connection: await activate(book, '', { code, deviceName: 'Máy một', attempt: attempt() }, world.send) };
  await sync(phone);
  return phone;
}
async function joined({ book, connection }: Phone): Promise<Phone> {
  const { code } = await invite(book, connection, fastDerive, world.send);
  const own = await blank();
  const phone = { book: own, connection: await join(own, '', { code, deviceName: 'Máy khác', attempt: attempt() }, fastDerive, world.send) };
  await sync(phone);
  return phone;
}
const giveTo = ({ book }: Phone, ask: Ask, share: 'book' | 'cell' = 'book'): Promise<Given> =>
  give({ saver: new Saver(book, () => 0), ask: ask.text, share, told: { made: '2026-11-24T08:00:00.000Z', app: '0', mode: 'real' }, origin: ORIGIN, name: 'Máy chờ vào sổ' }, fastDerive);

/** From the old phone's screen to the new one's camera, every third frame missed. */
function shown(bytes: Given['bytes']): Uint8Array<ArrayBuffer> {
  const [writer, reader] = [new SeriesWriter(bytes), new SeriesReader()];
  for (let index = 0; !reader.bytes; index += 1) if (index % 3 !== 1) reader.add(writer.frame(index));
  return reader.bytes;
}
async function takeAs(ask: Ask, bytes: Uint8Array<ArrayBuffer>): Promise<Phone> {
  const { backup, bound } = await take(bytes, ask, here, fastDerive);
  const book = await restoreBook(backup, { passcode: '246810', takePlace: false, bound }, fastDerive);
  books.push(book);
  return { book, connection: (await loadConnection(book))! };
}
/** The whole way: asked, given, kept, shown, taken. */
async function admitted(by: Phone, share: 'book' | 'cell' = 'book'): Promise<Phone> {
  const ask = await newAsk(fastDerive);
  const given = await giveTo(by, ask, share);
  await given.keep();
  return takeAs(ask, shown(given.bytes));
}

describe('a device let in without a network', () => {
  it('[ADMIT-8] has the book and the keys at once, writes under its own id, waits for the old one, and then everything goes up', async () => {
    const old = await first();
    await write(old, 'task:sent', 'đã gửi');
    await sync(old);
    await write(old, 'task:unsent', 'chưa gửi');
    world.requests.length = 0;
    const phone = await admitted(old);
    expect(world.requests).toEqual([]);
    expect([await text(phone, 'task:sent'), await text(phone, 'task:unsent')]).toEqual(['đã gửi', 'chưa gửi']);
    expect(await loadRing(phone.book, phone.connection)).toEqual(await loadRing(old.book, old.connection));
    await write(phone, 'task:new', 'ghi trên máy mới');
    expect(await reasonOf(sync(phone))).toBe('awaiting');
    expect(await reasonOf(listDevices(phone.book, phone.connection, world.send))).toBe('awaiting');
    await sync(old);
    expect((await listDevices(old.book, old.connection, world.send)).devices).toMatchObject([{ self: true }, { id: phone.connection.deviceId, awaited: true, name: 'Máy chờ vào sổ' }]);
    await sync(phone);
    await sync(old);
    for (const one of [old, phone]) {
      expect([await text(one, 'task:sent'), await text(one, 'task:unsent'), await text(one, 'task:new')]).toEqual(['đã gửi', 'chưa gửi', 'ghi trên máy mới']);
      expect([await reviews(one), await countWaiting(one.book), await one.book.db.batches.count()]).toEqual([[], 0, 0]);
    }
    expect((await old.book.load('task:new')).fields['what']).toMatchObject({ d: phone.connection.deviceId });
    expect((await listDevices(old.book, old.connection, world.send)).devices[1]).toEqual(expect.objectContaining({ name: 'Máy mới', self: false }));
    const log = await world.ctx.store.db.selectFrom('vault_log').select('batch').where('cell', '=', cell).execute();
    expect(new Set(log.map(({ batch }) => batch)).size).toBe(log.length);
  });

  it('[ADMIT-8] what the old device had on its way and changed afterwards is not covered by what came along', async () => {
    const old = await first();
    await write(old, 'task:t', 'cũ');
    const phone = await admitted(old);
    await write(old, 'task:t', 'mới');
    await sync(old);
    await sync(phone);
    await sync(old);
    expect([await text(old, 'task:t'), await text(phone, 'task:t')]).toEqual(['mới', 'mới']);
    expect([await reviews(old), await reviews(phone)]).toEqual([[], []]);
  });

  it('[ADMIT-8] [SYNC-7] a batch of the old device that came along and that the log never gets is sent anew, for all to read', async () => {
    const old = await first();
    await write(old, 'task:t', 'trên đường');
    const phone = await admitted(old);
    // As where the server found it too large: made anew, under other ids.
    for (const batch of await old.book.db.batches.toArray()) await dropBatch(old.book, batch);
    await sync(old);
    await sync(phone);
    expect(await sync(old)).toMatchObject({ unreadable: 0 });
    expect([await text(old, 'task:t'), await text(phone, 'task:t'), await countWaiting(phone.book)]).toEqual(['trên đường', 'trên đường', 0]);
    expect([await reviews(old), await reviews(phone)]).toEqual([[], []]);
  });

  it('[ADMIT-8] [SNAP-6] the old device’s batches went into a snapshot before the new one came: they are known for what they are', async () => {
    const old = await first();
    await write(old, 'task:t', 'trên đường');
    const phone = await admitted(old);
    await write(phone, 'task:new', 'mới');
    Object.assign(world.ctx, { snapshotAfter: 1 });
    for (let n = 0; n < 12; n += 1) {
      await write(old, 'task:tick', `lần ${n}`);
      await sync(old);
    }
    Object.assign(world.ctx, { snapshotAfter: 1e12 });
    world.requests.length = 0;
    await sync(phone);
    expect(world.requests.some((url) => url.includes('snapshots'))).toBe(true);
    expect(await sync(old)).toMatchObject({ unreadable: 0 });
    for (const one of [old, phone]) {
      expect([await text(one, 'task:t'), await text(one, 'task:tick'), await text(one, 'task:new')]).toEqual(['trên đường', 'lần 11', 'mới']);
      expect([await reviews(one), await countWaiting(one.book), await one.book.db.batches.count()]).toEqual([[], 0, 0]);
    }
  });

  it('[ADMIT-8] only the keys: the cell has its name, and the rest comes from the log', async () => {
    const old = await first();
    await write(old, 'task:sent', 'đã gửi');
    await sync(old);
    await old.book.write([{ key: 'cell:cell', field: 'placeName', value: 'Hà Nội' }]);
    const whole = await giveTo(old, await newAsk(fastDerive));
    const phone = await admitted(old, 'cell');
    expect(await phone.book.read('cell:cell')).toMatchObject({ name: 'Chi bộ Thử', placeName: 'Hà Nội' });
    expect(await text(phone, 'task:sent')).toBe(undefined);
    expect(await countWaiting(phone.book)).toBe(0);
    await write(phone, 'task:new', 'mới');
    await sync(old);
    await sync(phone);
    await sync(old);
    expect([await text(phone, 'task:sent'), await text(old, 'task:new')]).toEqual(['đã gửi', 'mới']);
    expect(await reviews(phone)).toEqual([]);
    expect(whole.counts).toMatchObject({ task: 1 });
  });

  it('[ADMIT-7] the note survives a restart and a lost answer, stands nowhere in readable form, and is gone once the server knows', async () => {
    const old = await first();
    const phone = await admitted(old);
    const [kept] = await keptAdmissions(old.book);
    expect(JSON.stringify(await old.book.db.meta.toArray())).not.toContain(kept!.lookup);
    world.fault = (path) => (path.includes('admissions') ? 'after' : null);
    expect(await reasonOf(sync(old))).toBe('offline');
    world.fault = null;
    expect(await keptAdmissions(old.book)).toHaveLength(1);
    await sync(old);
    expect(await keptAdmissions(old.book)).toEqual([]);
    await sync(phone);
    expect((await loadConnection(phone.book))?.admission).toBe(undefined);
  });

  it('[ACT-4] [ADMIT-5] the new device asks again when its answer was lost on the way', async () => {
    const old = await first();
    const phone = await admitted(old);
    await sync(old);
    world.fault = (path) => (path.includes('/v1/admit') ? 'after' : null);
    expect(await reasonOf(sync(phone))).toBe('offline');
    world.fault = null;
    await sync(phone);
    expect((await listDevices(old.book, old.connection, world.send)).devices).toHaveLength(2);
  });

  it('[ADMIT-8] by the passcode, after the app was closed, it is the same device', async () => {
    const old = await first();
    const phone = await admitted(old);
    await write(phone, 'task:new', 'mới');
    await phone.book.close();
    const opened = await unlockBook('real', '246810', fastDerive, 0);
    if (opened.state !== 'open') throw new Error(opened.state);
    books.push(opened.book);
    await sync(old);
    await sync({ book: opened.book, connection: (await loadConnection(opened.book))! });
    await sync(old);
    expect(await text(old, 'task:new')).toBe('mới');
  });
});

describe('what is given', () => {
  it('[ADMIT-3] opens on no other device, on none that began anew, and on none of another server', async () => {
    const old = await first();
    const ask = await newAsk(fastDerive);
    const { bytes } = await giveTo(old, ask);
    expect(await reasonOf(take(bytes, await newAsk(fastDerive), here, fastDerive))).toBe('otherDevice');
    expect(await reasonOf(take(bytes, ask, { ...here, origin: 'https://other.example' }, fastDerive))).toBe('otherServer');
    expect(await reasonOf(take(bytes, ask, here, fastDerive))).toBe('fine');
  });

  it('[ADMIT-3] cut short, altered, exchanged, of a later version or something else: told by name, nothing written', async () => {
    const old = await first();
    const ask = await newAsk(fastDerive);
    const [one, two] = [await giveTo(old, ask), await giveTo(old, ask)];
    const newer = one.bytes.slice();
    newer[8] = 2;
    const hurt = one.bytes.slice();
    hurt[hurt.length - 20]! ^= 1;
    const mixed = joinGrant({ box: splitGrant(one.bytes).box, backup: splitGrant(two.bytes).backup });
    const tries = [newer, hurt, mixed, one.bytes.slice(0, -5), one.bytes.slice(0, 60), randomBytes(300), new Uint8Array(0)];
    const reasons: string[] = [];
    for (const bytes of tries) reasons.push(await reasonOf(take(bytes, ask, here, fastDerive)));
    expect(reasons).toEqual(['newer', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged', 'damaged']);
    expect(await Dexie.exists(BOOK_NAMES.real)).toBe(false);
  });

  it('[ADMIT-2] an exchanged key shows other letters on the two screens, and so does an exchanged answer', async () => {
    const old = await first();
    const [ask, spy] = [await newAsk(fastDerive), await newAsk(fastDerive)];
    expect(await codeOfAsk(ask.text, fastDerive)).toBe(ask.code);
    expect(await codeOfAsk(spy.text, fastDerive)).not.toBe(ask.code);
    expect(await codeOfAsk('0440-Y5GX', fastDerive)).toBeNull();
    const given = await giveTo(old, ask);
    const other = await giveTo(old, ask);
    expect((await take(given.bytes, ask, here, fastDerive)).code).toBe(given.code);
    expect((await take(other.bytes, ask, here, fastDerive)).code).not.toBe(given.code);
  });

  it('[ADMIT-3] carries no connection of the old device, and no word in readable form', async () => {
    const old = await first();
    await write(old, 'task:t', 'lời riêng của chi bộ');
    const ask = await newAsk(fastDerive);
    const { bytes } = await giveTo(old, ask);
    const raw = new TextDecoder('latin1').decode(bytes);
    for (const secret of ['lời riêng', old.connection.token, (await loadRing(old.book, old.connection)).keys[0]!.key]) expect(raw).not.toContain(secret);
    const { backup } = await take(bytes, ask, here, fastDerive);
    expect(Object.keys(backup.secrets)).toEqual(['keyring']);
  });

  it('[ADMIT-8] from a book that no server knows: the book alone', async () => {
    const book = await blank();
    await book.write([{ key: 'task:t', field: 'what', value: 'một mình' }]);
    const ask = await newAsk(fastDerive);
    const given = await giveTo({ book, connection: {} as Connection }, ask);
    await given.keep();
    expect(await keptAdmissions(book)).toEqual([]);
    const { backup, bound } = await take(given.bytes, ask, { ...here, origin: 'http://elsewhere' }, fastDerive);
    expect(bound).toBeNull();
    const other = await restoreBook(backup, { passcode: '246810', takePlace: false, bound }, fastDerive);
    books.push(other);
    expect([await text({ book: other }, 'task:t'), await loadConnection(other)]).toEqual(['một mình', undefined]);
  });
});

describe('what may come between', () => {
  it('[ADMIT-4] an epoch that began before the server was told: its key comes with the telling', async () => {
    const old = await first();
    const lost = await joined(old);
    const phone = await admitted(old);
    await revokeDevice(old.book, old.connection, lost.connection.deviceId, world.send);
    await write(old, 'task:after', 'sau');
    await sync(old);
    expect((await loadRing(old.book, old.connection)).current).toBe(2);
    await write(phone, 'task:new', 'mới');
    expect(await sync(phone)).toMatchObject({ leftOut: false, unreadable: 0 });
    await sync(old);
    expect([await text(phone, 'task:after'), await text(old, 'task:new')]).toEqual(['sau', 'mới']);
    expect(await loadRing(phone.book, phone.connection)).toEqual(await loadRing(old.book, old.connection));
  });

  it('[ADMIT-4] [KEY-6] an epoch begun by a third device after the telling has a box for it', async () => {
    const old = await first();
    const [third, lost] = [await joined(old), await joined(old)];
    const phone = await admitted(old);
    await sync(old);
    expect(await revokeDevice(third.book, third.connection, lost.connection.deviceId, world.send)).toEqual({ rotated: true });
    await write(third, 'task:after', 'sau');
    await sync(third);
    expect(await sync(phone)).toMatchObject({ leftOut: false, unreadable: 0 });
    expect(await text(phone, 'task:after')).toBe('sau');
  });

  it('[ADMIT-6] the old device is shut out before it told the server: the new one goes on waiting, keeps its book, and comes in by a code', async () => {
    const old = await first();
    const other = await joined(old);
    const phone = await admitted(old);
    await write(phone, 'task:new', 'mới');
    await revokeDevice(other.book, other.connection, old.connection.deviceId, world.send);
    expect(await reasonOf(sync(old))).toBe('revoked');
    expect(await reasonOf(sync(phone))).toBe('awaiting');
    const { code } = await invite(other.book, other.connection, fastDerive, world.send);
    const again = { book: phone.book, connection: await join(phone.book, '', { code, deviceName: 'Máy mới', attempt: attempt() }, fastDerive, world.send) };
    expect(again.connection.token).not.toBe('');
    expect(await sync(again)).toMatchObject({ leftOut: false, unreadable: 0 });
    await sync(other);
    expect(await text(other, 'task:new')).toBe('mới');
    expect(await countWaiting(again.book)).toBe(0);
  });

  it('[ADMIT-6] the old device is shut out after it told the server: the new one is out with it, but keeps its book', async () => {
    const old = await first();
    const other = await joined(old);
    const phone = await admitted(old);
    await sync(old);
    await revokeDevice(other.book, other.connection, old.connection.deviceId, world.send);
    const error = (await sync(phone).catch((caught: unknown) => caught)) as ApiError;
    expect([error.reason, await isShutOut(phone.book, phone.connection, error.proofs)]).toEqual(['revoked', false]);
    expect((await keyState(world.ctx.store.db, cell)).epoch).toBe(2);
  });

  it('[ADMIT-7] taken back: named, shut out, and the cell takes a new key, for the other one may hold the old', async () => {
    const old = await first();
    const phone = await admitted(old);
    await takeBackAdmission(old.book, phone.connection.deviceId);
    await sync(old);
    expect(await keptAdmissions(old.book)).toEqual([]);
    expect(await keyState(world.ctx.store.db, cell)).toEqual({ epoch: 2, rotationDue: false });
    const error = (await sync(phone).catch((caught: unknown) => caught)) as ApiError;
    expect([error.reason, await isShutOut(phone.book, phone.connection, error.proofs)]).toEqual(['revoked', true]);
  });

  it('[ADMIT-5] too late, or a second phone with a copy of everything: not let in, nothing lost', async () => {
    const old = await first();
    const phone = await admitted(old);
    const copy = (await loadConnection(phone.book))!;
    await sync(old);
    await sync(phone);
    const thief = await blank();
    await writeSecret(thief, 'keyring', (await readSecret(phone.book, 'keyring'))!);
    await writeSecret(thief, 'connection', { ...copy, admission: { ...copy.admission!, attempt: attempt() } } as never);
    expect(await reasonOf(sync({ book: thief, connection: (await loadConnection(thief))! }))).toBe('admissionOver');
    await phone.book.close();
    await Dexie.delete(BOOK_NAMES.real);
    const late = await admitted(old);
    await write(late, 'task:late', 'ghi tiếp');
    await sync(old);
    await world.ctx.store.db.updateTable('admissions').set({ expires_at: '2020-01-01T00:00:00.000Z' }).where('used_at', 'is', null).execute();
    expect(await reasonOf(sync(late))).toBe('admissionOver');
    expect(await text(late, 'task:late')).toBe('ghi tiếp');
  });

  it('[ADMIT-8] a server that is not the one of the old device gets nothing', async () => {
    const old = await first();
    const phone = await admitted(old);
    await sync(old);
    await writeSecret(phone.book, 'connection', { ...(await loadConnection(phone.book))!, serverKey: 'AAAA' } as never);
    await write(phone, 'task:new', 'mới');
    world.requests.length = 0;
    expect(await reasonOf(sync(phone))).toBe('notServer');
    expect(world.requests).toEqual(['/v1/admit']);
  });

  it('a book with other keys of its own making opens nothing of the cell', async () => {
    const old = await first();
    const phone = await admitted(old);
    await sync(old);
    await writeSecret(phone.book, 'keyring', (await newRing()) as never);
    await write(old, 'task:t', 'riêng');
    await sync(old);
    await sync(phone).catch(() => undefined);
    expect(await text(phone, 'task:t')).toBe(undefined);
  });
});
