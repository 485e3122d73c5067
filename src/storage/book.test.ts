import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { Book } from './book';
import { BookDatabase } from './database';
import { DIRECTORY_KEY, readDirectory } from './directory';

const open: Book[] = [];
let n = 0;
async function newBook(name = `book-${(n += 1)}`, raw = randomBytes(32)): Promise<Book> {
  const book = new Book(new BookDatabase(name), await importKey(raw));
  open.push(book);
  return book;
}
afterEach(async () => {
  for (const book of open.splice(0)) await book.close();
});

describe('book', () => {
  it('[STORE-1] what was written is read, by another opening of the same database too', async () => {
    const raw = randomBytes(32);
    const one = await newBook('same', raw);
    await one.write([{ key: 'member:a', field: 'name', value: 'Lê Thị Thử' }]);
    const two = await newBook('same', raw);
    expect(await two.read('member:a')).toEqual({ name: 'Lê Thị Thử' });
    expect((await two.list('member')).map((m) => m.id)).toEqual(['a']);
  });

  it('[STORE-1] the row waits to be sent by the very put that wrote it, and holds nothing readable', async () => {
    const book = await newBook();
    await book.write([{ key: 'member:a', field: 'name', value: 'BIMATCANTIM' }]);
    const row = await book.db.rows.get('member:a');
    expect(row?.dirty).toBe(1);
    expect(new TextDecoder().decode(row?.box)).not.toContain('BIMATCANTIM');
  });

  it('[LOG-8] windows that write different words in one place at once lose none: one shows, the others are listed', async () => {
    const raw = randomBytes(32);
    const windows = [await newBook('windows', raw), await newBook('windows', raw), await newBook('windows', raw)];
    const texts = ['bản một', 'bản hai', 'bản ba'];
    await Promise.all(windows.map((book, index) => book.write([{ key: 'task:t', field: 'what', value: texts[index]!, over: null }])));
    const last = await newBook('windows', raw);
    const kept = (await last.list('review')).map(({ fields }) => fields['kept']);
    expect(kept).toHaveLength(2);
    expect(new Set([(await last.read('task:t'))['what'], ...kept])).toEqual(new Set(texts));
    expect((await last.list('review'))[0]?.fields).toMatchObject({ reason: 'both-changed', key: 'task:t', field: 'what' });
  });

  it('[LOG-8] a window that goes on typing, or writes over what it saw of another, lists nothing', async () => {
    const raw = randomBytes(32);
    const one = await newBook('typing', raw);
    const two = await newBook('typing', raw);
    // Both at once: the second was typed while the first was on its way, over what the screen still showed.
    await Promise.all([one.write([{ key: 'task:t', field: 'what', value: 'đang', over: null }]), one.write([{ key: 'task:t', field: 'what', value: 'đang gõ', over: null }])]);
    await two.write([{ key: 'task:t', field: 'what', value: 'gõ ở cửa sổ kia', over: 'đang gõ' }]);
    await two.write([{ key: 'task:t', field: 'stepId', value: 'a' }]);
    await one.write([{ key: 'task:t', field: 'stepId', value: 'b', over: null }]);
    expect(await one.list('review')).toEqual([]);
  });

  it('two tabs that write different fields of one record lose neither', async () => {
    const raw = randomBytes(32);
    const one = await newBook('tabs', raw);
    const two = await newBook('tabs', raw);
    await one.write([{ key: 'meeting:m', field: 'date', value: '2026-11-24' }]);
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).write([{ key: 'meeting:m', field: `con/${i}/text`, value: `ý kiến ${i}` }])),
    );
    const three = await newBook('tabs', raw);
    expect(Object.keys(await three.read('meeting:m')).filter((f) => f.startsWith('con/'))).toHaveLength(20);
  });

  it('a writer that puts a record it did not ask for is called again with what stands there', async () => {
    const book = await newBook();
    await book.write([{ key: 'task:b', field: 'what', value: 'còn' }]);
    await book.edit(['task:a'], (read) => [{ ...read('task:b'), fields: { ...read('task:b').fields, note: { v: 'thêm', s: 1, d: 'b' } } }]);
    expect(await book.read('task:b')).toEqual({ what: 'còn', note: 'thêm' });
  });

  it('[LOG-5] closed minutes refuse to be typed into, and nothing of the same write goes in', async () => {
    const book = await newBook();
    await book.write([{ key: 'meeting:m', field: 'closedAt', value: '2026-11-24T09:00:00.000Z' }]);
    await expect(book.write([{ key: 'task:t', field: 'what', value: 'x' }, { key: 'meeting:m', field: 'conclusion', value: 'x' }])).rejects.toMatchObject({ reason: 'closed' });
    expect(await book.read('task:t')).toEqual({});
    await book.write([{ key: 'meeting:m', field: 'post/postedOn', value: '2026-11-25' }]);
  });

  it('the directory follows the meetings and is never sent', async () => {
    const book = await newBook();
    await book.write([{ key: 'meeting:m', field: 'date', value: '2026-11-24' }, { key: 'meeting:m', field: 'kind', value: 'regular' }]);
    await book.write([{ key: 'meeting:m', field: 'startedAt', value: '2026-11-24T07:00:00.000Z' }]);
    expect(readDirectory(await book.read(DIRECTORY_KEY))).toMatchObject([{ id: 'm', date: '2026-11-24', state: 'open' }]);
    expect((await book.db.rows.get(DIRECTORY_KEY))?.dirty).toBe(0);
  });

  it('tells those who watch, also from another tab', async () => {
    const raw = randomBytes(32);
    const one = await newBook('watch', raw);
    const two = await newBook('watch', raw);
    await two.read('member:a');
    const heard = new Promise<void>((resolve) => two.watch('member', resolve));
    await one.write([{ key: 'member:a', field: 'name', value: 'An' }]);
    await heard;
    expect(await two.read('member:a')).toEqual({ name: 'An' });
  });

  it('a row put in the place of another does not open', async () => {
    const book = await newBook('moved', randomBytes(32));
    await book.write([{ key: 'member:a', field: 'name', value: 'An' }]);
    const row = await book.db.rows.get('member:a');
    await book.db.rows.put({ ...row!, key: 'member:b' });
    await expect(book.read('member:b')).rejects.toMatchObject({ reason: 'damaged' });
  });
});
