/** The cell's keys with real client code against the real server: new epochs, phones shut out, phones lost, phones of before. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boxKeyId, fromBase64, importKey, newId, newKeyPair, newRing, newSheet, open, openRing, openWithRing, randomBytes, ringOf, seal, sealEpoch, toBase64, toHex, utf8, vouch } from '@/crypto';
import type { Json, RecordKey } from '@/domain';
import { readSecret, writeSecret, type Book } from '@/storage';
import { wipeDatabase } from '@/storage/wipe';
import { ApiError } from '@/sync/api';
import { cursorOf, makeBatch } from '@/sync/batches';
import { activate, invite, join, listDevices, loadConnection, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { isShutOut, loadRing, revokeDevice } from '@/sync/keyring';
import { countWaiting } from '@/sync/outbox';
import { keepSheet, recover, sheetState } from '@/sync/recovery';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { keyState, revokeDevice as revokeOnServer } from '@/server/store';
import { fastDerive, newPhone, startWorld } from './world';

interface Phone {
  book: Book;
  connection: Connection;
}
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
  await world.stop();
});

const attempt = (): string => newId() + newId();
async function blank(): Promise<Book> {
  const book = await newPhone();
  books.push(book);
  return book;
}
async function first(): Promise<Phone> {
  const book = await blank();
  const { code } = await issueCode(world.ctx, cell);
  const phone = { book, connection: await activate(book, '', { code, deviceName: 'Máy một', attempt: attempt() }, world.send) };
  await sync(phone);
  return phone;
}
/** Another phone of the cell; it has not been in touch since it was let in. */
async function joined({ book, connection }: Phone, on?: Book): Promise<Phone> {
  const { code } = await invite(book, connection, fastDerive, world.send);
  const own = on ?? (await blank());
  return { book: own, connection: await join(own, '', { code, deviceName: 'Máy khác', attempt: attempt() }, fastDerive, world.send) };
}
async function another(phone: Phone): Promise<Phone> {
  const next = await joined(phone);
  await sync(next);
  return next;
}
const sync = ({ book, connection }: Phone) => syncOnce(book, connection, world.send);
const shutOut = (by: Phone, { connection }: Phone) => revokeDevice(by.book, by.connection, connection.deviceId, world.send);
const write = ({ book }: Phone, key: RecordKey, value: string) => book.write([{ key, field: 'what', value }]);
const text = async ({ book }: Phone, key: RecordKey) => (await book.read(key))['what'];
const ring = ({ book, connection }: Phone) => loadRing(book, connection);
const ids = async (phone: Phone): Promise<string[]> => (await ring(phone)).keys.map(({ id }) => id);
const logged = () => world.ctx.store.db.selectFrom('vault_log').select(['seq', 'device', 'batch', 'box']).where('cell', '=', cell).orderBy('seq').execute();
const reasonOf = (work: Promise<unknown>) => work.then(() => 'fine', (error: unknown) => (error as ApiError).reason);

describe('a phone is shut out', () => {
  it('[KEY-12] its token stops at once, the cell takes a new key, and a phone that was offline meanwhile goes on without loss', async () => {
    const one = await first();
    const [two, lost] = [await another(one), await another(one)];
    await write(one, 'task:before', 'trước');
    await sync(one);
    await sync(lost);
    await write(two, 'task:offline', 'ghi khi không có mạng');
    expect(await shutOut(one, lost)).toEqual({ rotated: true });
    await write(one, 'task:after', 'sau');
    await sync(one);
    await sync(two);
    await sync(one);
    for (const phone of [one, two]) expect([await text(phone, 'task:before'), await text(phone, 'task:offline'), await text(phone, 'task:after')]).toEqual(['trước', 'ghi khi không có mạng', 'sau']);
    expect(await ids(two)).toEqual(await ids(one));
    expect((await ring(one)).current).toBe(2);
    expect(await reasonOf(sync(lost))).toBe('revoked');
    expect(await text(lost, 'task:after')).toBeUndefined();
  });

  it('[KEY-12] what it holds opens what was written before, and nothing that follows', async () => {
    const one = await first();
    const lost = await another(one);
    await write(one, 'task:before', 'trước');
    await sync(one);
    await shutOut(one, lost);
    await write(one, 'task:after', 'sau');
    await sync(one);
    const old = await openRing(await ring(lost));
    const opens = await Promise.all(
      (await logged()).map(({ box, device, batch }) => openWithRing(old, new Uint8Array(box), `batch.${cell}.${device}.${batch}`).then(() => true, () => false)),
    );
    expect(opens.at(-1)).toBe(false);
    expect(opens.slice(0, -1)).toEqual(opens.slice(0, -1).map(() => true));
    expect(opens.length).toBeGreaterThan(1);
  });

  it('[KEY-7] believes that it is out only on the word of the cell, and then keeps nothing', async () => {
    const one = await first();
    const [two, lost] = [await another(one), await another(one)];
    await shutOut(one, lost);
    const error = await sync(lost).catch((caught: unknown) => caught as ApiError);
    const proofs = (error as ApiError).proofs;
    expect(await isShutOut(lost.book, lost.connection, proofs)).toBe(true);
    // Another phone's proof, none at all, and one by somebody without the key.
    expect(await isShutOut(two.book, two.connection, proofs)).toBe(false);
    expect(await isShutOut(lost.book, lost.connection, undefined)).toBe(false);
    const forged = await seal(await importKey(randomBytes(32)), utf8(lost.connection.deviceId), `revoked.${cell}`);
    expect(await isShutOut(lost.book, lost.connection, [toBase64(forged), 'AAAA'])).toBe(false);
    const { name } = lost.book.db;
    await books.splice(books.indexOf(lost.book), 1)[0]!.close();
    await wipeDatabase(name);
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  });

  it('[KEY-7] by the server alone: locked out, but its book stays', async () => {
    const one = await first();
    const two = await another(one);
    await world.ctx.store.transact((tx) => revokeOnServer(tx, two.connection.deviceId, new Date().toISOString()));
    const error = (await sync(two).catch((caught: unknown) => caught)) as ApiError;
    expect([error.reason, await isShutOut(two.book, two.connection, error.proofs)]).toEqual(['revoked', false]);
  });

  it('[KEY-10] where the one who did it was cut off before the new key, the next phone in touch sees to it', async () => {
    const one = await first();
    const [two, lost] = [await another(one), await another(one)];
    world.fault = (path) => (path.includes('rotate') ? 'before' : null);
    expect(await shutOut(one, lost)).toEqual({ rotated: false });
    world.fault = null;
    expect(await keyState(world.ctx.store.db, cell)).toEqual({ epoch: 1, rotationDue: true });
    await write(two, 'task:t', 'sau');
    await sync(two);
    await sync(one);
    expect(await keyState(world.ctx.store.db, cell)).toEqual({ epoch: 2, rotationDue: false });
    expect(await ids(two)).toEqual(await ids(one));
    expect(boxKeyId(new Uint8Array((await logged()).at(-1)!.box))).toBe((await ids(one))[1]);
    expect(await text(one, 'task:t')).toBe('sau');
  });

  it('[KEY-11] a lost answer to the new key costs nothing: the phone finds its own box', async () => {
    const one = await first();
    const lost = await another(one);
    world.fault = (path) => (path.includes('rotate') ? 'after' : null);
    await shutOut(one, lost);
    world.fault = null;
    expect((await ring(one)).current).toBe(1);
    await sync(one);
    expect((await ring(one)).current).toBe(2);
    expect(await keyState(world.ctx.store.db, cell)).toEqual({ epoch: 2, rotationDue: false });
  });

  it('[KEY-11] two that begin the new key at the same moment: one wins, both go on with the same', async () => {
    const one = await first();
    const [two, lost] = [await another(one), await another(one)];
    world.fault = (path) => (path.includes('rotate') ? 'before' : null);
    await shutOut(one, lost);
    let met = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    world.fault = null;
    const send = world.send;
    const together: typeof send = async (path, init) => {
      if (path.includes('rotate') && (met += 1) === 2) open();
      if (path.includes('rotate')) await both;
      return send(path, init);
    };
    await write(one, 'task:one', 'một');
    await write(two, 'task:two', 'hai');
    await Promise.all([one, two].map(({ book, connection }) => syncOnce(book, connection, together)));
    expect(met).toBe(2);
    await sync(one);
    await sync(two);
    expect(await keyState(world.ctx.store.db, cell)).toEqual({ epoch: 2, rotationDue: false });
    expect(await ids(one)).toEqual(await ids(two));
    for (const phone of [one, two]) expect([await text(phone, 'task:one'), await text(phone, 'task:two')]).toEqual(['một', 'hai']);
  });

  it('[KEY-12] the devices page shows who was shut out, and when they were told', async () => {
    const one = await first();
    const lost = await another(one);
    await shutOut(one, lost);
    const before = await listDevices(one.book, one.connection, world.send);
    expect(before.devices.map(({ self }) => self)).toEqual([true]);
    expect(before.revoked).toMatchObject([{ id: lost.connection.deviceId, toldAt: null }]);
    await sync(lost).catch(() => undefined);
    expect((await listDevices(one.book, one.connection, world.send)).revoked[0]?.toldAt).not.toBeNull();
  });
});

describe('a server that is not honest, or was set back', () => {
  it('[KEY-5] cannot slip in a key of its own', async () => {
    const one = await first();
    const [{ pair }] = [(await readSecret(one.book, 'deviceKey')) as unknown as { pair: { publicKey: string } }];
    const evil = await openRing(await newRing());
    const key = randomBytes(32);
    const box = await sealEpoch(evil, key, { holder: one.connection.deviceId, publicKey: fromBase64(pair.publicKey) }, cell);
    const keyId = toHex((await importKey(key)).id);
    await world.ctx.store.transact(async (tx) => {
      await tx.insertInto('epochs').values({ cell, epoch: 2, key_id: keyId, made_by: 'server', made_at: 'x' }).execute();
      await tx.insertInto('keyring').values({ cell, epoch: 2, holder: one.connection.deviceId, box: toBase64(box) }).execute();
    });
    await write(one, 'task:t', 'riêng');
    expect(await sync(one)).toMatchObject({ leftOut: true, pushed: 1 });
    expect(await ids(one)).not.toContain(keyId);
    const last = new Uint8Array((await logged()).at(-1)!.box);
    expect(boxKeyId(last)).toBe((await ids(one))[0]);
  });

  it('[KEY-6] cannot bring in a device of its own', async () => {
    const one = await first();
    const lost = await another(one);
    const spy = await newKeyPair();
    const [evil, publicKey] = [await openRing(await newRing()), fromBase64(spy.publicKey)];
    const voucher = toBase64(await vouch(evil.current, 'spy-device', publicKey, cell));
    await world.ctx.store.db.insertInto('devices').values({ cell, device: 'spy-device', name: 'x', token_hash: 'x', attempt_hash: null, joined_at: 'x', last_seen_at: null, revoked_at: null, public_key: spy.publicKey, voucher, revoked_epoch: null, revoke_proofs: null }).execute();
    expect(await shutOut(one, lost)).toEqual({ rotated: true });
    const holders = await world.ctx.store.db.selectFrom('keyring').select('holder').where('cell', '=', cell).execute();
    expect(holders.map(({ holder }) => holder)).toEqual([one.connection.deviceId]);
  });

  it('[KEY-11] set back to an older copy: the epoch is begun again with the key it had, and all read on', async () => {
    const one = await first();
    const [two, lost] = [await another(one), await another(one)];
    await shutOut(one, lost);
    await sync(two);
    const before = await ids(one);
    await world.ctx.store.transact(async (tx) => {
      await tx.deleteFrom('keyring').where('cell', '=', cell).execute();
      await tx.deleteFrom('epochs').where('cell', '=', cell).where('epoch', '=', 2).execute();
      for (const phone of [one, two]) {
        const base = await openRing({ ...(await ring(phone)), current: 1 });
        const { pair } = (await readSecret(phone.book, 'deviceKey')) as unknown as { pair: { publicKey: string } };
        const voucher = toBase64(await vouch(base.current, phone.connection.deviceId, fromBase64(pair.publicKey), cell));
        await tx.updateTable('devices').set({ voucher }).where('device', '=', phone.connection.deviceId).execute();
      }
    });
    await write(one, 'task:t', 'sau');
    await sync(one);
    await sync(two);
    expect(await text(two, 'task:t')).toBe('sau');
    expect([await ids(one), await ids(two)]).toEqual([before, before]);
    expect((await keyState(world.ctx.store.db, cell)).epoch).toBe(2);
  });
});

describe('a phone that was left out', () => {
  it('[KEY-15] goes on sending, passes nothing over, and reads everything once it is let in anew', async () => {
    const one = await first();
    const [late, lost] = [await joined(one), await another(one)];
    await shutOut(one, lost);
    await write(one, 'task:a', 'một');
    await write(one, 'task:b', 'hai');
    await sync(one);
    await write(late, 'task:c', 'của máy bị bỏ lại');
    const cursor = await cursorOf(late.book);
    const report = await sync(late);
    expect(report).toMatchObject({ leftOut: true, unreadable: 0 });
    expect([await text(late, 'task:a'), await text(late, 'task:b')]).toEqual([undefined, undefined]);
    const head = (await logged()).length;
    expect(await cursorOf(late.book)).toBeGreaterThanOrEqual(cursor);
    expect(await cursorOf(late.book)).toBeLessThan(head);
    await sync(one);
    expect(await text(one, 'task:c')).toBe('của máy bị bỏ lại');
    // It cannot hand on what it does not have.
    expect(await reasonOf(invite(late.book, late.connection, fastDerive, world.send))).toBe('leftOut');
    expect(await reasonOf(keepSheet(late.book, late.connection, newSheet(), fastDerive, world.send))).toBe('leftOut');
    await write(late, 'task:d', 'ghi thêm');
    const again = await joined(one, late.book);
    expect(await sync(again)).toMatchObject({ leftOut: false, unreadable: 0 });
    await sync(one);
    for (const phone of [one, again]) {
      expect([await text(phone, 'task:a'), await text(phone, 'task:b'), await text(phone, 'task:c'), await text(phone, 'task:d')]).toEqual(['một', 'hai', 'của máy bị bỏ lại', 'ghi thêm']);
      expect(await phone.book.list('review')).toEqual([]);
    }
    expect(await countWaiting(again.book)).toBe(0);
    expect(await again.book.db.batches.count()).toBe(0);
  });

  it('[SYNC-7] let in anew with a batch whose answer was lost, it is neither sent twice nor lost', async () => {
    const one = await first();
    const two = await another(one);
    await write(two, 'task:stored', 'đã tới');
    world.fault = (path) => (path.includes('push') ? 'after' : null);
    await sync(two).catch(() => undefined);
    world.fault = null;
    await write(one, 'task:other', 'khác');
    await sync(one);
    await write(one, 'task:stored', 'sửa sau');
    await sync(one);
    await write(two, 'task:unsent', 'chưa tới');
    await makeBatch(two.book, { ring: await openRing(await ring(two)), cellId: cell, deviceId: two.connection.deviceId });
    await world.ctx.store.transact((tx) => revokeOnServer(tx, two.connection.deviceId, new Date().toISOString()));
    const again = await joined(one, two.book);
    expect(again.connection.former).toEqual([two.connection.deviceId]);
    await sync(again);
    await sync(one);
    for (const phone of [one, again]) {
      expect([await text(phone, 'task:stored'), await text(phone, 'task:unsent')]).toEqual(['sửa sau', 'chưa tới']);
      expect(await phone.book.list('review')).toEqual([]);
    }
    expect(await again.book.db.batches.count()).toBe(0);
  });

  it('[KEY-15] a box under a key that the cell never had is told and passed over', async () => {
    const one = await first();
    await write(one, 'task:t', 'trước');
    await sync(one);
    const seq = (await logged()).at(-1)!.seq + 1;
    const rubbish = await seal(await importKey(randomBytes(32)), utf8('{}'), 'x');
    await world.ctx.store.transact(async (tx) => {
      await tx.insertInto('vault_log').values({ cell, seq, device: 'ghost-device', batch: 'ghost-batch', hash: 'x', box: rubbish, size: rubbish.length, received_at: 'x' }).execute();
      await tx.updateTable('counters').set({ value: seq }).where('cell', '=', cell).where('name', '=', 'vault').execute();
    });
    expect(await sync(one)).toMatchObject({ unreadable: 1, leftOut: false });
    expect(await cursorOf(one.book)).toBe(seq);
  });
});

describe('a phone of the time before rings', () => {
  it('[KEY-4] its one key is read as epoch 1, what waits under it goes up, and it takes part in the next epoch', async () => {
    const one = await first();
    const two = await another(one);
    // As the former version left it: the key inside the connection, no ring, no key pair.
    const [{ key }] = (await ring(one)).keys as unknown as [{ key: string }];
    await writeSecret(one.book, 'connection', { ...one.connection, cellKey: key } as unknown as Json);
    await one.book.db.meta.bulkDelete(['secret.keyring', 'secret.deviceKey']);
    await world.ctx.store.db.updateTable('devices').set({ public_key: null, voucher: null }).where('device', '=', one.connection.deviceId).execute();
    const old: Phone = { book: one.book, connection: (await loadConnection(one.book))! };
    await write(old, 'task:t', 'từ bản cũ');
    await sync(old);
    await sync(two);
    expect(await text(two, 'task:t')).toBe('từ bản cũ');
    expect(await ring(old)).toEqual(await ringOf([{ epoch: 1, key: fromBase64(key) }]));
    await shutOut(old, two);
    expect((await ring(old)).current).toBe(2);
    await write(old, 'task:u', 'sau');
    await sync(old);
    const last = (await logged()).at(-1)!;
    const opened = await open((await openRing(await ring(old))).current, new Uint8Array(last.box), `batch.${cell}.${last.device}.${last.batch}`);
    expect(new TextDecoder().decode(opened)).toContain('sau');
  });
});

describe('the recovery sheet', () => {
  it('[KEY-13] [KEY-14] a blank phone with the sheet sees everything, also what was written under later keys', async () => {
    const one = await first();
    const lost = await another(one);
    await write(one, 'task:before', 'trước');
    await sync(one);
    expect(await sheetState(one.book, one.connection, world.send)).toEqual({ state: 'none', madeAt: null });
    const sheet = newSheet();
    await keepSheet(one.book, one.connection, sheet, fastDerive, world.send);
    await shutOut(one, lost);
    await write(one, 'task:after', 'sau');
    await sync(one);
    expect(await sheetState(one.book, one.connection, world.send)).toMatchObject({ state: 'good' });
    const book = await blank();
    const entry = { code: sheet.toLowerCase().replaceAll('-', ' '), deviceName: 'Máy mới', attempt: attempt() };
    // The first answer is lost on the way.
    world.fault = (path) => (path.includes('recover') ? 'after' : null);
    expect(await reasonOf(recover(book, '', entry, fastDerive, world.send))).toBe('offline');
    world.fault = null;
    const found: Phone = { book, connection: await recover(book, '', entry, fastDerive, world.send) };
    await sync(found);
    expect([await text(found, 'task:before'), await text(found, 'task:after'), (await book.read('cell:cell'))['name']]).toEqual(['trước', 'sau', 'Chi bộ Thử']);
    expect(await ids(found)).toEqual(await ids(one));
    // With it the lost one is shut out, and the sheet holds the newest key too.
    expect(await shutOut(found, one)).toEqual({ rotated: true });
    expect(await sheetState(book, found.connection, world.send)).toMatchObject({ state: 'good' });
    await write(found, 'task:new', 'mới');
    await sync(found);
    const third = await blank();
    const other: Phone = { book: third, connection: await recover(third, '', { ...entry, attempt: attempt() }, fastDerive, world.send) };
    await sync(other);
    expect(await text(other, 'task:new')).toBe('mới');
  });

  it('[KEY-13] an older sheet is dead once a new one is in force, and a mistyped one asks nobody', async () => {
    const one = await first();
    const [old, next] = [newSheet(), newSheet()];
    await keepSheet(one.book, one.connection, old, fastDerive, world.send);
    await keepSheet(one.book, one.connection, next, fastDerive, world.send);
    const book = await blank();
    const entry = { deviceName: 'Máy', attempt: attempt() };
    expect(await reasonOf(recover(book, '', { ...entry, code: old }, fastDerive, world.send))).toBe('codeUnknown');
    world.requests.length = 0;
    const wrong = next.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'));
    expect(await reasonOf(recover(book, '', { ...entry, code: wrong }, fastDerive, world.send))).toBe('codeUnknown');
    expect(world.requests).toEqual([]);
    expect(await reasonOf(recover(book, '', { ...entry, code: next }, fastDerive, world.send))).toBe('fine');
  });

  it('[KEY-13] made anew after a lost answer it is the same sheet', async () => {
    const one = await first();
    const sheet = newSheet();
    world.fault = (path) => (path.includes('recovery') ? 'after' : null);
    expect(await reasonOf(keepSheet(one.book, one.connection, sheet, fastDerive, world.send))).toBe('offline');
    world.fault = null;
    await keepSheet(one.book, one.connection, sheet, fastDerive, world.send);
    const book = await blank();
    expect(await reasonOf(recover(book, '', { code: sheet, deviceName: 'Máy', attempt: attempt() }, fastDerive, world.send))).toBe('fine');
  });

  it('[ACT-2] a cell that lost every phone and began anew: the old sheet opens the old part, and a code joins the two', async () => {
    const one = await first();
    await write(one, 'task:old', 'sổ cũ');
    await sync(one);
    const sheet = newSheet();
    await keepSheet(one.book, one.connection, sheet, fastDerive, world.send);
    await world.ctx.store.transact((tx) => revokeOnServer(tx, one.connection.deviceId, new Date().toISOString()));
    const anew = await first();
    expect((await ring(anew)).current).toBe(2);
    expect(await sheetState(anew.book, anew.connection, world.send)).toMatchObject({ state: 'old' });
    await write(anew, 'task:new', 'sổ mới');
    await sync(anew);
    const book = await blank();
    const found: Phone = { book, connection: await recover(book, '', { code: sheet, deviceName: 'Máy', attempt: attempt() }, fastDerive, world.send) };
    expect(await sync(found)).toMatchObject({ leftOut: true });
    expect(await text(found, 'task:old')).toBe('sổ cũ');
    const both = await joined(anew, book);
    await sync(both);
    expect([await text(both, 'task:old'), await text(both, 'task:new')]).toEqual(['sổ cũ', 'sổ mới']);
  });
});
