import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Change } from '@/domain';
import { Book } from './book';
import { BookDatabase } from './database';
import { StorageError } from './errors';
import { Saver } from './saver';

let book: Book;
let n = 0;
async function newSaver(): Promise<Saver> {
  book = new Book(new BookDatabase(`saver-${(n += 1)}`), await importKey(randomBytes(32)));
  return new Saver(book, () => 5);
}
afterEach(async () => {
  vi.restoreAllMocks();
  await book.close();
});
const change = (key: Change['key'], field: string, value: string): Change => ({ key, field, value });
const noSpaceOnce = () => vi.spyOn(book, 'write').mockRejectedValueOnce(new StorageError('full'));

describe('saver', () => {
  it('[STORE-2] what the disk had no room for goes in with the next write', async () => {
    const saver = await newSaver();
    noSpaceOnce();
    expect(await saver.write([change('task:t', 'what', 'một')])).toBe(false);
    expect(saver.state.getState()).toMatchObject({ failed: 'full', pending: 0, savedAt: null });
    expect(saver.unwritten).toHaveLength(1);
    expect(await saver.write([change('task:t', 'note', 'hai')])).toBe(true);
    expect(await book.read('task:t')).toEqual({ what: 'một', note: 'hai' });
    expect(saver.state.getState()).toEqual({ failed: null, pending: 0, savedAt: 5 });
    expect(saver.unwritten).toEqual([]);
  });

  it('[STORE-2] what waits can be read meanwhile, and a change of it replaces it', async () => {
    const saver = await newSaver();
    await saver.write([change('task:t', 'what', 'một')]);
    noSpaceOnce();
    await saver.write([change('task:t', 'what', 'hai'), change('task:u', 'what', 'khác')]);
    expect(Object.fromEntries(saver.waiting)).toEqual({ 'task:t': { what: 'hai' }, 'task:u': { what: 'khác' } });
    const put = vi.spyOn(book, 'write');
    expect(await saver.write([change('task:t', 'what', 'ba')])).toBe(true);
    expect(put.mock.lastCall?.[0].map(({ value, over }) => [value, over])).toEqual([['hai', 'một'], ['khác', undefined], ['ba', 'hai']]);
    expect(saver.waiting.size).toBe(0);
    expect(await book.read('task:t')).toEqual({ what: 'ba' });
  });

  it('[STORE-2] an older text that failed never overtakes a newer one', async () => {
    const saver = await newSaver();
    noSpaceOnce();
    const first = saver.write([change('task:t', 'what', 'cũ')]);
    const second = saver.write([change('task:t', 'what', 'mới')]);
    expect([await first, await second]).toEqual([false, true]);
    await saver.retry();
    expect(await book.read('task:t')).toEqual({ what: 'mới' });
  });

  it('[STORE-2] what waits for a meeting closed meanwhile holds up nothing else', async () => {
    const saver = await newSaver();
    noSpaceOnce();
    await saver.write([change('meeting:m', 'conclusion', 'muộn')]);
    await book.write([change('meeting:m', 'closedAt', '2026-11-24T09:00:00.000Z')]);
    expect(await saver.write([change('task:t', 'what', 'một')])).toBe(true);
    expect(saver.state.getState().failed).toBe('closed');
    expect(await book.read('task:t')).toEqual({ what: 'một' });
    expect(await saver.write([change('task:t', 'what', 'hai')])).toBe(true);
    expect(saver.state.getState().failed).toBe(null);
    expect(saver.unwritten).toEqual([]);
  });

  it('[LOG-5] a refused write is refused whole, and not tried again', async () => {
    const saver = await newSaver();
    await saver.write([change('meeting:m', 'closedAt', '2026-11-24T09:00:00.000Z')]);
    expect(await saver.write([change('task:t', 'what', 'x'), change('meeting:m', 'conclusion', 'x')])).toBe(false);
    expect(saver.unwritten).toEqual([]);
    expect(await book.read('task:t')).toEqual({});
  });
});
