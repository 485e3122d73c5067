import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fromUtf8, importKey, newId, randomBytes, type Bytes } from '@/crypto';
import { fieldsOf, isRemoved, readAttachment, recordKey, type Attachment } from '@/domain';
import { FILE_PIECE, MAX_FILE } from '@/protocol';
import { Book } from '../book';
import { BookDatabase } from '../database';
import { addAttachment, attachmentOf, attachmentUse, readHere, removeAttachment, stateOf, takeOffDevice } from './attachments';

const NOW = '2026-11-24T07:00:00.000Z';
const NAME = 'Kế hoạch kiểm tra.pdf';
let book: Book;
beforeEach(async () => {
  book = new Book(new BookDatabase(`files-${newId()}`), await importKey(randomBytes(32)));
});

const content = (length: number): Bytes => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 255);
const add = (bytes: Bytes, name = NAME) => addAttachment(book, 'meeting:m1', { name, type: 'application/pdf', bytes }, NOW);
const stored = async () => ({ records: await book.list('file'), pieces: await book.db.pieces.toArray(), files: await book.db.files.toArray() });

it.each([1, FILE_PIECE, FILE_PIECE + 1, 3 * FILE_PIECE - 5])('[ATTACH-5] a file of %i bytes is on the disk with its record, and comes back as it was', async (size) => {
  const id = await add(content(size));
  expect(await attachmentOf(book, id)).toMatchObject({ id, owner: 'meeting:m1', name: NAME, type: 'application/pdf', size, pieces: Math.ceil(size / FILE_PIECE), addedAt: NOW });
  expect(Buffer.from((await readHere(book, id))!).equals(content(size))).toBe(true);
  expect(await book.db.rows.where('dirty').equals(1).primaryKeys()).toEqual([`file:${id}`]);
  expect((await book.db.pieces.toArray()).every(({ box }) => box.length <= FILE_PIECE + 38)).toBe(true);
});

it('[ATTACH-5] nothing of it can be read on the disk', async () => {
  const bytes = new TextEncoder().encode('Đồng chí bí thư kết luận') as Bytes;
  const id = await add(bytes);
  const raw = await Promise.all([book.db.rows, book.db.pieces, book.db.files].map((table) => table.toArray()));
  const text = JSON.stringify(raw, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
  const { secret, hash } = await attachmentOf(book, id);
  for (const word of ['bí thư', 'Kế hoạch', 'application/pdf', secret, hash, 'meeting:m1']) expect(text.includes(word)).toBe(false);
  expect(fromUtf8((await readHere(book, id))!)).toBe('Đồng chí bí thư kết luận');
});

it('[ATTACH-5] what is empty or too large is refused by name, and leaves nothing behind', async () => {
  await expect(add(content(0))).rejects.toMatchObject({ reason: 'empty' });
  await expect(add(new Uint8Array(MAX_FILE + 1))).rejects.toMatchObject({ reason: 'tooLarge' });
  expect(await stored()).toEqual({ records: [], pieces: [], files: [] });
});

it('[ATTACH-5] where the disk is full neither record nor pieces are there', async () => {
  const put = book.db.pieces.bulkPut.bind(book.db.pieces);
  book.db.pieces.bulkPut = ((rows: never) => put(rows).then(() => Promise.reject(Object.assign(new Error('x'), { name: 'QuotaExceededError' })))) as never;
  await expect(add(content(9))).rejects.toMatchObject({ reason: 'full' });
  expect(await stored()).toEqual({ records: [], pieces: [], files: [] });
});

it('[ATTACH-4] a piece that is altered, missing, or from another place gives no content', async () => {
  const [id, other] = [await add(content(2 * FILE_PIECE + 5)), await add(content(2 * FILE_PIECE + 5))];
  const first = (await book.db.pieces.get(`${id}.0`))!;
  for (const box of [(await book.db.pieces.get(`${id}.1`))!.box, (await book.db.pieces.get(`${other}.0`))!.box, first.box.map((byte, at) => (at === 90 ? byte ^ 1 : byte))]) {
    await book.db.pieces.put({ ...first, box });
    await expect(readHere(book, id)).rejects.toMatchObject({ reason: 'damaged' });
  }
  await book.db.pieces.put(first);
  expect((await readHere(book, id))?.length).toBe(2 * FILE_PIECE + 5);
  await book.db.pieces.delete(`${id}.1`);
  expect(await readHere(book, id)).toBeNull();
});

it('[ATTACH-4] a content that is not what was added is none, though it is sealed under the right key', async () => {
  const id = await add(content(9));
  await book.write([{ key: recordKey('file', id), field: 'hash', value: '0'.repeat(64) }]);
  await expect(readHere(book, id)).rejects.toMatchObject({ reason: 'damaged' });
});

it('[ATTACH-6] [ATTACH-2] removing takes the pieces, the key and every word of the record, and stays told apart from what never was', async () => {
  const id = await add(content(9));
  await removeAttachment(book, id);
  // What is left of it here waits for the server to be told.
  expect(await stored()).toEqual({ records: [], pieces: [], files: [{ id, pieces: 1, here: 0, there: 0 }] });
  const record = await book.load(recordKey('file', id));
  expect(isRemoved(Object.keys(record.fields), fieldsOf(record))).toBe(true);
  expect(isRemoved([], {})).toBe(false);
  await expect(readHere(book, id)).rejects.toMatchObject({ reason: 'removed' });
});

it('[ATTACH-1] a name that another phone wrote after the removal makes no file', async () => {
  const id = await add(content(9));
  await removeAttachment(book, id);
  await book.write([{ key: recordKey('file', id), field: 'name', value: 'Tên mới' }]);
  expect(readAttachment(recordKey('file', id), await book.read(recordKey('file', id)))).toBeNull();
});

it('[ATTACH-7] only what the server has can be taken off the device, and the record stays', async () => {
  const id = await add(content(9));
  await expect(takeOffDevice(book, id)).rejects.toMatchObject({ reason: 'notSent' });
  expect(await readHere(book, id)).not.toBeNull();
  await book.db.files.update(id, { there: 1 });
  await takeOffDevice(book, id);
  expect([await readHere(book, id), await book.db.pieces.count(), (await attachmentOf(book, id)).name]).toEqual([null, 0, NAME]);
});

it('[ATTACH-8] each file tells how far it has come', () => {
  const file = { pieces: 4 } as Attachment;
  const at = (here: number, there: number, refused?: string) => stateOf(file, { id: 'a', pieces: 4, here, there, ...(refused ? { refused } : {}) });
  expect(at(4, 0)).toEqual({ here: true, state: { is: 'waiting' } });
  expect(at(4, 2)).toEqual({ here: true, state: { is: 'sending', done: 2, of: 4 } });
  expect(at(4, 4)).toEqual({ here: true, state: { is: 'stored' } });
  expect(at(1, 4)).toEqual({ here: false, state: { is: 'stored' } });
  expect(at(4, 2, 'quotaFull')).toEqual({ here: true, state: { is: 'refused', reason: 'quotaFull' } });
  expect(stateOf(file, undefined)).toEqual({ here: false, state: { is: 'elsewhere' } });
});

it('[ATTACH-9] what the files take is told: of the cell, here, and with the server', async () => {
  const [a] = [await add(content(100)), await add(content(200))];
  await book.db.files.update(a, { there: 1 });
  await takeOffDevice(book, a);
  await book.db.meta.put({ name: 'setting.room', value: { used: 5, limit: 9 } });
  expect(await attachmentUse(book)).toMatchObject({ files: 2, bytes: 376, here: 1, bytesHere: 238, unsent: 1, server: { used: 5, limit: 9 } });
});
