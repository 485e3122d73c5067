import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/crypto';
import type { RecordKey } from '@/domain';
import { BOOK_NAMES, Saver, type Book } from '@/storage';
import { createBackup, inspectBackup, openBackup, restoreBook } from '@/storage/backup';
import { prepareBackup } from '@/sync/before-backup';
import { activate, invite, join, loadConnection, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { countWaiting } from '@/sync/outbox';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { fastDerive, newPhone, startWorld } from '../sync/world';

type World = Awaited<ReturnType<typeof startWorld>>;
interface Phone {
  book: Book;
  connection: Connection;
}
let world: World;
const books: Book[] = [];
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const book of books.splice(0)) await book.close();
  await Dexie.delete(BOOK_NAMES.real);
  await world.stop();
});

const entry = (code: string) => ({ code, deviceName: 'Máy', attempt: newId() + newId() });
const set = (book: Book, key: RecordKey, field: string, value: string | null) => book.write([{ key, field, value }]);
const sync = ({ book, connection }: Phone) => syncOnce(book, connection, world.send);
const what = async ({ book }: Phone, key: RecordKey = 'task:t') => (await book.read(key))['what'];
const kept = (book: Book): Book => {
  books.push(book);
  return book;
};

async function codeFor(cell: string): Promise<string> {
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: cell, name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
  return (await issueCode(world.ctx, cells[0]!.id)).code;
}
async function firstPhone(): Promise<Phone> {
  const book = kept(await newPhone());
  return { book, connection: await activate(book, '', entry(await codeFor('c1')), world.send) };
}
async function joinWith(book: Book, by: Phone): Promise<Phone> {
  const { code } = await invite(by.book, by.connection, fastDerive, world.send);
  return { book, connection: await join(book, '', entry(code), fastDerive, world.send) };
}

/** Backs up, and restores on a blank phone; `hurt` may damage the file in between. */
async function backUp({ book }: Pick<Phone, 'book'>, hurt: (pieces: Uint8Array[]) => void = () => undefined): Promise<(takePlace: boolean) => Promise<Book>> {
  const logCell = await prepareBackup(book);
  const told = { made: '2026-11-24T08:00:00.000Z', app: '0', mode: 'real' } as const;
  const { bytes } = await createBackup({ saver: new Saver(book, () => 0), passphrase: 'mật khẩu của tệp', told, logCell }, fastDerive);
  const pieces = bytes.map((piece) => piece.slice());
  hurt(pieces);
  const backup = await openBackup(await inspectBackup(new Blob(pieces)), 'mật khẩu của tệp', fastDerive);
  return async (takePlace) => kept(await restoreBook(backup, { passcode: '246810', takePlace }, fastDerive));
}
async function inPlaceOf(restore: (takePlace: boolean) => Promise<Book>): Promise<Phone> {
  const book = await restore(true);
  return { book, connection: (await loadConnection(book))! };
}
/** Each text of the log as often as another phone of the cell meets it. */
async function logLength(by: Phone): Promise<number> {
  const fresh = await joinWith(kept(await newPhone()), by);
  return (await sync(fresh)).pulled;
}

describe('a restored phone in the place of the old one', () => {
  it('[BACKUP-5] sends what the old one had not sent', async () => {
    const old = await firstPhone();
    await sync(old);
    await set(old.book, 'task:t', 'what', 'chưa gửi');
    const phone = await inPlaceOf(await backUp(old));
    expect(phone.connection).toEqual(old.connection);
    await sync(phone);
    expect(await countWaiting(phone.book)).toBe(0);
    const other = await joinWith(kept(await newPhone()), phone);
    await sync(other);
    expect(await what(other)).toBe('chưa gửi');
  });

  it('[BACKUP-5] never puts an old text of the file over what the old phone wrote and sent afterwards', async () => {
    const old = await firstPhone();
    await set(old.book, 'task:t', 'what', 'cũ');
    const restore = await backUp(old);
    await set(old.book, 'task:t', 'what', 'mới');
    await sync(old);
    await set(old.book, 'task:u', 'what', 'thêm');
    await sync(old);
    const before = await logLength(old);
    const phone = await inPlaceOf(restore);
    await sync(phone);
    expect(await what(phone)).toBe('mới');
    expect(await what(phone, 'task:u')).toBe('thêm');
    expect(await phone.book.list('review')).toEqual([]);
    expect(await countWaiting(phone.book)).toBe(0);
    expect(await phone.book.db.batches.count()).toBe(0);
    expect(await logLength(phone)).toBe(before);
  });

  it('[BACKUP-2] [LOG-7] gets back from the vault what a damaged file had lost, and lists nothing for review', async () => {
    const old = await firstPhone();
    for (let i = 0; i < 6; i += 1) await set(old.book, `task:t${i}`, 'what', `việc ${i} `.repeat(4000));
    await sync(old);
    const other = await joinWith(kept(await newPhone()), old);
    await sync(other);
    await set(other.book, 'task:t5', 'what', 'của máy kia');
    await sync(other);
    await sync(old);
    await set(old.book, 'task:t2', 'what', 'chưa gửi');
    // After header, contents, settings and secrets come the records, the cell first: two frames of tasks are lost.
    const restore = await backUp(old, (pieces) => [5, 6].forEach((index) => (pieces[index]![30]! ^= 1)));
    const phone = await inPlaceOf(restore);
    expect((await phone.book.list('task')).length).toBeLessThan(6);
    await sync(phone);
    for (let i = 0; i < 6; i += 1) expect(await what(phone, `task:t${i}`)).toBe(await what(old, `task:t${i}`));
    expect(await phone.book.list('review')).toEqual([]);
    expect(await countWaiting(phone.book)).toBe(0);
  });
});

describe('a restored phone and snapshots of the log', () => {
  /** So light a log that every second entry brings a snapshot. */
  const often = (): unknown => Object.assign(world.ctx, { snapshotAfter: 1 });
  const made = async (): Promise<number[]> => (await world.ctx.store.db.selectFrom('snapshots').select('seq').where('committed_at', 'is not', null).orderBy('seq', 'desc').execute()).map(({ seq }) => seq);
  async function busy(phone: Phone): Promise<void> {
    for (let n = 0; n < 9; n += 1) {
      await set(phone.book, 'task:tick', 'what', `lần ${n}`);
      await sync(phone);
    }
  }

  it.each([true, false])('[SNAP-6] [SNAP-11] from a file of before all that is gone: loads a snapshot, nothing is doubled or lost (in its place: %s)', async (takePlace) => {
    often();
    const old = await firstPhone();
    const other = await joinWith(kept(await newPhone()), old);
    await set(old.book, 'task:t', 'what', 'cũ');
    const restore = await backUp(old);
    await set(old.book, 'task:t', 'what', 'mới');
    await sync(old);
    await busy(other);
    const book = await restore(takePlace);
    const phone = takePlace ? { book, connection: (await loadConnection(book))! } : await joinWith(book, other);
    await sync(phone);
    await sync(other);
    for (const one of [phone, other]) {
      expect(await what(one, 'task:tick')).toBe('lần 8');
      // What the file held had come already: it covers nothing that the old phone has written since.
      expect(await what(one)).toBe('mới');
      expect((await one.book.list('review')).map(({ fields }) => fields['kept'])).toEqual([]);
      expect([await countWaiting(one.book), await one.book.db.batches.count()]).toEqual([0, 0]);
    }
  });

  it('[SNAP-8] restored whole it may make them; from a damaged file it may not, until it has loaded one', async () => {
    const old = await firstPhone();
    for (let i = 0; i < 6; i += 1) await set(old.book, `task:t${i}`, 'what', `việc ${i} `.repeat(4000));
    await sync(old);
    const [whole, damaged] = [await backUp(old), await backUp(old, (pieces) => [5, 6].forEach((index) => (pieces[index]![30]! ^= 1)))];
    const hurt = await inPlaceOf(damaged);
    await sync(hurt);
    often();
    await busy(hurt);
    expect(await made()).toEqual([]);
    await hurt.book.close();
    await Dexie.delete(BOOK_NAMES.real);
    const good = await inPlaceOf(whole);
    await busy(good);
    expect((await made()).length).toBe(2);
    await good.book.close();
    await Dexie.delete(BOOK_NAMES.real);
    const loaded = await inPlaceOf(damaged);
    await sync(loaded);
    const before = await made();
    await busy(loaded);
    expect(await made()).not.toEqual(before);
    for (let i = 0; i < 6; i += 1) expect(await what(loaded, `task:t${i}`)).toBe(await what(old, `task:t${i}`));
  });
});

describe('a restored phone of its own', () => {
  it('[BACKUP-4] [SYNC-7] joins later, goes on where the file stood, and nothing is doubled or lost', async () => {
    const old = await firstPhone();
    await set(old.book, 'task:t', 'what', 'đã gửi');
    await sync(old);
    await set(old.book, 'task:u', 'what', 'chưa gửi');
    const restore = await backUp(old);
    await sync(old);
    await set(old.book, 'task:t', 'what', 'sửa sau');
    await sync(old);
    const book = await restore(false);
    expect(await loadConnection(book)).toBe(undefined);
    await set(book, 'task:v', 'what', 'ghi trên máy mới');
    const phone = await joinWith(book, old);
    expect(phone.connection.deviceId).not.toBe(old.connection.deviceId);
    await sync(phone);
    await sync(old);
    for (const one of [phone, old]) {
      expect([await what(one), await what(one, 'task:u'), await what(one, 'task:v')]).toEqual(['sửa sau', 'chưa gửi', 'ghi trên máy mới']);
      expect(await one.book.list('review')).toEqual([]);
      expect(await countWaiting(one.book)).toBe(0);
    }
  });

  it('[SYNC-7] in a cell made anew the whole book goes up, closed minutes in their order', async () => {
    const old = await firstPhone();
    await set(old.book, 'meeting:m', 'closedAt', null);
    await old.book.write([{ key: 'meeting:m', field: 'date', value: '2026-11-24' }, { key: 'meeting:m', field: 'a/text', value: 'trước' }, { key: 'meeting:m', field: 'z/text', value: 'trước nữa' }]);
    await set(old.book, 'meeting:m', 'closedAt', '2026-11-24T09:00:00.000Z');
    await set(old.book, 'meeting:m', 'post/postedOn', '2026-11-25');
    await sync(old);
    await set(old.book, 'task:t', 'what', 'chưa gửi');
    const book = await (await backUp(old))(false);
    const phone: Phone = { book, connection: await activate(book, '', entry(await codeFor('c2')), world.send) };
    expect(phone.connection.cellId).not.toBe(old.connection.cellId);
    await sync(phone);
    const other = await joinWith(kept(await newPhone()), phone);
    await sync(other);
    expect(await other.book.read('meeting:m')).toEqual(await old.book.read('meeting:m'));
    expect(await what(other)).toBe('chưa gửi');
    expect(await other.book.list('review')).toEqual([]);
    expect(await countWaiting(phone.book)).toBe(0);
  });
});

describe('a phone let in anew', () => {
  it('[SYNC-7] sends again, under its new id, what was on its way under the old one', async () => {
    const one = await firstPhone();
    await sync(one);
    const two = await joinWith(kept(await newPhone()), one);
    await set(two.book, 'task:t', 'what', 'trên đường');
    world.fault = (path) => (path.includes('push') ? 'before' : null);
    await expect(sync(two)).rejects.toThrow('offline');
    world.fault = null;
    expect(await two.book.db.batches.count()).toBe(1);
    const again = await joinWith(two.book, one);
    expect(again.connection.deviceId).not.toBe(two.connection.deviceId);
    expect(await sync(again)).toMatchObject({ unreadable: 0 });
    expect(await sync(one)).toMatchObject({ unreadable: 0 });
    expect(await what(one)).toBe('trên đường');
    expect(await countWaiting(again.book)).toBe(0);
  });
});
