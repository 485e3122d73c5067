// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { cardInUse, cardsOf, cardText, type Change, type Fields, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { CardsPage } from '.';

vi.mock('@/ui/qr-code', () => ({ QrCode: ({ text, label }: { text: string; label: string }) => <span role="img" aria-label={label} data-text={text} /> }));

const OLD = '7K2M9PQRST7K2M9P';
let book: Book;
let saver: Saver;
const put = (id: string, fields: Record<string, Json>): Promise<void> => book.write(Object.entries(fields).map(([field, value]): Change => ({ key: `member:${id}` as RecordKey, field, value })));
const member = (id: string): Promise<Fields> => book.read(`member:${id}` as RecordKey);
const press = async (name: string | RegExp): Promise<void> => act(async () => {
  fireEvent.click(screen.getByRole('button', { name }));
  await saver.flush();
});
async function open(): Promise<void> {
  saver = new Saver(book, () => 0);
  render(
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel="Đóng"><CardsPage /></ToastProvider>
    </BookContext.Provider>,
  );
  await screen.findByRole('group', { name: 'In thẻ cho' });
}

beforeAll(() => startI18n('vi', ['common', 'cards']));
beforeEach(async () => {
  book = new Book(new BookDatabase(`cards-${Math.random()}`), await importKey(randomBytes(32)));
  await put('a', { name: 'Lê Thị An', [`card/${OLD}`]: '2026-01-02' });
  await put('b', { name: 'Trần Văn Bảy' });
  await put('c', { name: 'Phạm Thị Chi' });
  await put('d', { name: 'Ngô Văn Dũng', 'status/2020-01-01': 'left' });
  await book.write([{ key: 'cell:cell', field: 'name', value: 'Chi bộ Khoa Nội' }]);
});
afterEach(async () => {
  cleanup();
  await book.close();
});

describe('cards for the roll', () => {
  it('[CARD-1] [CARD-2] are made for whoever has none when they are first printed, random and different, and stay the same afterwards', async () => {
    await open();
    expect(screen.queryByText('Ngô Văn Dũng')).toBeNull();
    await press('Xem 2 thẻ để in');
    await screen.findByRole('heading', { name: 'Thẻ để in' });
    const [b, c] = [cardInUse(await member('b'))!, cardInUse(await member('c'))!];
    expect(b.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(b.id).not.toBe(c.id);
    const paper = screen.getByRole('article', { name: 'Thẻ của đồng chí Trần Văn Bảy' });
    expect((await within(paper).findByRole('img')).dataset['text']).toBe(cardText(b.id));
    expect(paper.textContent).toContain('Chi bộ Khoa Nội');
    await press('Chọn lại');
    await press(/^Tất cả/);
    await press('Xem 3 thẻ để in');
    await screen.findByRole('heading', { name: 'Thẻ để in' });
    expect(cardsOf(await member('b')).map(({ id }) => id)).toEqual([b.id]);
    expect(within(screen.getByRole('article', { name: /Lê Thị An/ })).getByRole('img').dataset['text']).toBe(cardText(OLD));
  });

  it('ten stand on a page, and printing is asked of the browser', async () => {
    for (let n = 0; n < 9; n += 1) await put(`m${n}`, { name: `Đồng chí Số ${n}` });
    await open();
    await press(/^Tất cả/);
    expect(screen.getByText('2 trang A4, mỗi trang 10 thẻ.')).toBeTruthy();
    await press('Xem 12 thẻ để in');
    await screen.findByRole('heading', { name: 'Thẻ để in' });
    expect(screen.getAllByRole('region', { name: /^Trang/ }).map((page) => within(page).getAllByRole('article').length)).toEqual([10, 2]);
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    await press('In thẻ');
    expect(print).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('[CARD-2] a lost card is replaced after a question, and only the new one is chosen to be printed', async () => {
    await open();
    await press('Mất thẻ: Lê Thị An');
    await press('Giữ thẻ cũ');
    expect(cardInUse(await member('a'))?.id).toBe(OLD);
    await press('Mất thẻ: Lê Thị An');
    await press('Thay thẻ');
    await waitFor(async () => expect((await member('a'))[`card/${OLD}`]).toBe('lost'));
    expect(cardInUse(await member('a'))?.id).not.toBe(OLD);
    expect(await screen.findByText(/không dùng được nữa/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Xem 1 thẻ để in' })).toBeTruthy();
  });
});
