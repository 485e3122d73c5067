import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes, type Bytes } from '@/crypto';
import { Book } from './book';
import { BookDatabase, type Row } from './database';
import { putRows } from './put-rows';

let db: BookDatabase;
let n = 0;
beforeEach(async () => {
  db = new BookDatabase(`put-rows-${(n += 1)}`);
  await db.open();
});
afterEach(() => {
  vi.restoreAllMocks();
  db.close();
});

const row = (id: string, rev: number): Row => ({ key: `task:${id}`, kind: 'task', dirty: 1, rev, box: new Uint8Array([rev]) as Bytes });
const revs = async (): Promise<Record<string, number>> => Object.fromEntries((await db.rows.toArray()).map(({ key, rev }) => [key, rev]));

describe('the put of a save', () => {
  it('puts new rows, and rows that are as they were read', async () => {
    expect(await putRows(db.backendDB(), [row('a', 1), row('b', 1)])).toBe(true);
    expect(await putRows(db.backendDB(), [row('a', 2)])).toBe(true);
    expect(await revs()).toEqual({ 'task:a': 2, 'task:b': 1 });
    expect(await putRows(db.backendDB(), [])).toBe(true);
  });

  it('[STORE-1] puts nothing at all when one row has changed since', async () => {
    await putRows(db.backendDB(), [row('a', 1), row('b', 1)]);
    await putRows(db.backendDB(), [row('b', 2)]);
    expect(await putRows(db.backendDB(), [row('a', 2), row('b', 2)])).toBe(false);
    expect(await putRows(db.backendDB(), [row('b', 2), row('a', 2)])).toBe(false);
    expect(await revs()).toEqual({ 'task:a': 1, 'task:b': 2 });
  });

  it('[STORE-1] puts nothing at all when one put is refused', async () => {
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: Row) {
      if (value.key === 'task:b') throw new DOMException('', 'QuotaExceededError');
      return put.call(this, value);
    });
    await expect(putRows(db.backendDB(), [row('a', 1), row('b', 1)])).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await revs()).toEqual({});
  });

  it('a book whose database the browser has closed writes on', async () => {
    const book = new Book(db, await importKey(randomBytes(32)));
    await book.write([{ key: 'task:a', field: 'what', value: 'trước' }]);
    db.backendDB().close();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await book.write([{ key: 'task:a', field: 'what', value: 'sau' }]);
    expect((await db.rows.get('task:a'))?.rev).toBe(2);
    await book.close();
  });
});
