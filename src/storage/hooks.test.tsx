// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { applyLogged } from '@/domain';
import { Book } from './book';
import { BookDatabase } from './database';
import { BookContext, useDraft } from './hooks';
import { Saver } from './saver';

const KEY = 'task:t';
let book: Book;
let saver: Saver;
beforeEach(async () => {
  book = new Book(new BookDatabase('hooks'), await importKey(randomBytes(32)));
  saver = new Saver(book, () => 0);
});
afterEach(async () => {
  await book.close();
  await new Promise((done) => (indexedDB.deleteDatabase('hooks').onsuccess = done));
});

/** Another phone's text comes in from the log. */
const arrives = (value: string, seq: number): Promise<void> =>
  book.edit([KEY], (read) => [applyLogged(read(KEY), { key: KEY, field: 'what', value, base: seq - 1 }, { seq, device: 'b' }).record]);
const base = async () => (await book.load(KEY)).fields['what']?.l?.base;

function Field() {
  const { value, set } = useDraft(KEY, 'what');
  return <input value={value} onChange={(event) => set(event.target.value)} />;
}
async function type(text: string): Promise<void> {
  await act(async () => void fireEvent.change(screen.getByRole('textbox'), { target: { value: text } }));
}
async function show(text: string): Promise<void> {
  render(<BookContext.Provider value={saver}><Field /></BookContext.Provider>);
  await screen.findByDisplayValue(text);
}

it('[LOG-6] a text that comes from another phone while one is being typed counts as not seen', async () => {
  await arrives('cũ', 1);
  await show('cũ');
  await type('cũ và mới');
  await act(() => arrives('của máy kia', 2));
  await act(() => saver.flush());
  expect(await book.read(KEY)).toEqual({ what: 'cũ và mới' });
  expect(await base()).toBe(0);
});

it('[LOG-6] a text that stood in the field when the typing began was seen', async () => {
  await arrives('cũ', 1);
  await arrives('của máy kia', 2);
  await show('của máy kia');
  await type('mới');
  await act(() => saver.flush());
  expect(await base()).toBe(2);
});

it('[LOG-6] what was shown when a button was pressed is what it replaces, whatever comes in before the write', async () => {
  await arrives('cũ', 1);
  await book.read(KEY);
  const incoming = arrives('của máy kia', 2);
  await saver.write([{ key: KEY, field: 'what', value: 'mới' }]);
  await incoming;
  expect(await book.read(KEY)).toEqual({ what: 'mới' });
  expect(await base()).toBe(0);
});
