import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { fromUtf8, openRing } from '@/crypto';
import { unsentChanges, type RecordKey } from '@/domain';
import { BOOK_NAMES, BookDatabase, deleteBook, DIRECTORY_KEY, readSecret, readSetting, unlockBook, type Book } from '@/storage';
import { readHere } from '@/storage/attachments';
import { absorb, cursorOf, makeBatch, unpark, type Sealer } from '@/sync/batches';
import { loadConnection } from '@/sync/connection';
import { loadRing } from '@/sync/keyring';
import { readFrozen, realDerive, thaw } from './old-database';

/** The schema's number now. */
const CURRENT = new BookDatabase('number').verno;
const VERSIONS = Array.from({ length: CURRENT }, (_, index) => index + 1);
let open: Book | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
  await Dexie.delete(BOOK_NAMES.real);
});

async function opened(version: number): Promise<Book> {
  const frozen = readFrozen(version);
  await thaw(BOOK_NAMES.real, frozen);
  const unlocked = await unlockBook('real', frozen.passcode, realDerive, 0);
  if (unlocked.state !== 'open') throw new Error(unlocked.state);
  open = unlocked.book;
  return open;
}

it('[MIGRATE-1] every version that phones may still hold is frozen here', () => {
  const files = readdirSync(new URL('frozen', import.meta.url)).filter((name) => name.endsWith('.json')).sort();
  expect(files).toEqual(VERSIONS.map((version) => `v${version}.json`).sort());
});

describe.each(VERSIONS)('a database of version %i', (version) => {
  it('[MIGRATE-1] opens by its passcode, and shows every record as the old app did', async () => {
    const { shown } = readFrozen(version);
    const book = await opened(version);
    const keys = Object.keys(shown) as RecordKey[];
    expect(keys.length).toBeGreaterThan(8);
    expect(await book.db.rows.toCollection().primaryKeys()).toEqual(keys.sort());
    for (const key of keys) expect([key, await book.read(key)]).toEqual([key, shown[key]]);
    expect(Object.keys(await book.read(DIRECTORY_KEY))).toEqual(['h1']);
  });

  it('[MIGRATE-1] keeps what was unsent and what was on its way, and both can still be sent', async () => {
    const frozen = readFrozen(version);
    const book = await opened(version);
    const dirty = await book.db.rows.where('dirty').equals(1).primaryKeys();
    expect(dirty).toEqual(Object.keys(frozen.unsent).sort());
    for (const [key, fields] of Object.entries(frozen.unsent)) expect(unsentChanges(await book.load(key as RecordKey)).map(({ change }) => change.field)).toEqual(fields);
    const connection = (await loadConnection(book))!;
    const sealer: Sealer = { ring: await openRing(await loadRing(book, connection)), cellId: connection.cellId, deviceId: connection.deviceId };
    const [waiting] = await book.db.batches.toArray();
    expect(waiting).toMatchObject({ state: 'waiting', keys: ['task:t2'] });
    while (await makeBatch(book, sealer));
    const batches = await book.db.batches.orderBy('n').toArray();
    expect(batches.map(({ keys }) => [...keys].sort())).toEqual([['task:t2'], ['member:m2', 'task:t3']]);
    const from = (await cursorOf(book)) + 1;
    const entries = batches.map(({ id }, index) => ({ seq: from + index, device: connection.deviceId, batch: id, box: null }));
    expect(await absorb(book, sealer, entries)).toEqual([]);
    // They stand in the log behind an entry of a version that this app does not know yet.
    expect([await book.db.batches.count(), await book.db.parked.count()]).toEqual([2, 3]);
    expect(await unpark(book, { ...sealer, speaks: 99 })).toEqual([]);
    expect([await book.db.batches.count(), await book.db.parked.count()]).toEqual([0, 0]);
    expect((await book.load('task:t3')).fields['what']).toMatchObject({ v: 'Chưa gửi', s: from + 1 });
  });

  it('[MIGRATE-1] keeps its settings, its connection and what is parked', async () => {
    const book = await opened(version);
    expect(await readSetting(book, 'idleMinutes')).toBe(15);
    expect(await readSecret(book, 'connection')).toMatchObject({ token: 'token1', cellId: 'cell1', deviceId: 'device1' });
    expect((await book.db.parked.toArray()).map(({ seq, batch }) => [seq, batch])).toEqual([[40, 'b40']]);
  });

  it.skipIf(version < 2)('[MIGRATE-1] keeps what is attached, and it opens without a network', async () => {
    const book = await opened(version);
    const [photo] = await book.list('file');
    expect(photo?.fields).toMatchObject({ owner: 'meeting:h1', name: 'Ảnh buổi họp.jpg', pieces: 1 });
    expect(fromUtf8((await readHere(book, photo!.id))!)).toBe('ảnh'.repeat(100));
    expect(await book.db.files.toArray()).toEqual([{ id: photo!.id, pieces: 1, here: 1, there: 0 }]);
  });

  it('[MIGRATE-2] with unsent changes it is never deleted', async () => {
    const book = await opened(version);
    await book.close();
    expect(await deleteBook('real')).toBe(false);
    expect((await unlockBook('real', '000000', realDerive, 0)).state).toBe('wrong');
  });
});

it('[MIGRATE-1] the check can fail: a frozen row that was altered does not open', async () => {
  const frozen = readFrozen(1);
  const rows = frozen.tables['rows'] as { key: string; box: Uint8Array }[];
  rows.find(({ key }) => key === 'task:t1')!.box[40]! ^= 1;
  await thaw(BOOK_NAMES.real, frozen);
  const unlocked = await unlockBook('real', frozen.passcode, realDerive, 0);
  if (unlocked.state !== 'open') throw new Error(unlocked.state);
  open = unlocked.book;
  await expect(open.read('task:t1')).rejects.toMatchObject({ reason: 'damaged' });
});
