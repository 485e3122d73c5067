// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import { dateInVietnam, dutyKey, type Change, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { DutiesPage } from '..';

let saver: Saver;
let n = 0;
const TODAY = dateInVietnam(new Date().toISOString());
const YEAR = Number(TODAY.slice(0, 4));

function open(): void {
  const place = memoryLocation({ path: '/phan-cong', record: true });
  render(
    <Router hook={place.hook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng thông báo"><Route path="/phan-cong/:id?"><DutiesPage /></Route></ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
}
const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value })));
const duty = (id: string, year = YEAR) => saver.book.read(dutyKey(id, year));
const rows = (): (string | null)[] => within(screen.getByRole('list', { name: 'Phân công nhiệm vụ năm' })).getAllByRole('button').map((row) => row.textContent);
const type = async (label: string, value: string): Promise<void> => {
  const field = await screen.findByRole('textbox', { name: label });
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  await act(() => saver.flush());
};

beforeAll(() => startI18n('vi', ['common', 'members', 'duties']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`duties-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('member:aaaaaaaa', { name: 'Lê Anh' });
  await put('member:bbbbbbbb', { name: 'Đỗ Thị Bình' });
  await put('member:cccccccc', { name: 'Vũ Được Miễn', 'status/2020-01-01': 'exempt' });
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('the duties of the year', () => {
  it('[DUTY-1] goes from one member to the next, and writes what is typed', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: /^Lê Anh/ }));
    await type(`Nhiệm vụ được giao năm ${YEAR}`, 'Phụ trách tổ 1\nTheo dõi đoàn thanh niên');
    await waitFor(async () => expect(await duty('aaaaaaaa')).toEqual({ memberId: 'aaaaaaaa', year: YEAR, givenOn: TODAY, text: 'Phụ trách tổ 1\nTheo dõi đoàn thanh niên' }));
    fireEvent.click(screen.getByRole('button', { name: 'Đồng chí tiếp theo' }));
    expect(await screen.findByRole('dialog', { name: 'Đỗ Thị Bình' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Đồng chí tiếp theo' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Xong' }));
    expect(rows()).toEqual(['Lê AnhPhụ trách tổ 1Đã giao', 'Đỗ Thị BìnhChưa giao']);
    expect(await duty('bbbbbbbb')).toEqual({});
  });

  it('copies last year’s for one or for all, and undoes it', async () => {
    for (const id of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']) await put(dutyKey(id, YEAR - 1), { memberId: id, year: YEAR - 1, text: 'Như cũ', givenOn: `${YEAR - 1}-01-10` });
    open();
    fireEvent.click(await screen.findByRole('button', { name: `Chép nhiệm vụ năm ${YEAR - 1} cho 2 đồng chí chưa có` }));
    await waitFor(() => expect(rows()).toEqual(['Lê AnhNhư cũĐã giao', 'Đỗ Thị BìnhNhư cũĐã giao']));
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(() => expect(rows()).toEqual(['Lê AnhChưa giao', 'Đỗ Thị BìnhChưa giao']));
    fireEvent.click(screen.getByRole('button', { name: /^Lê Anh/ }));
    fireEvent.click(await screen.findByRole('button', { name: `Chép của năm ${YEAR - 1}` }));
    await waitFor(async () => expect(await duty('aaaaaaaa')).toMatchObject({ text: 'Như cũ', givenOn: TODAY, memberId: 'aaaaaaaa' }));
  });

  it('[DUTY-2] takes down reports and the self-assessment', async () => {
    await put(dutyKey('aaaaaaaa', YEAR), { memberId: 'aaaaaaaa', year: YEAR, text: 'Phụ trách tổ 1', givenOn: `${YEAR}-01-10` });
    open();
    fireEvent.click(await screen.findByRole('button', { name: /^Lê Anh/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Ghi một lần báo cáo' }));
    await type('Nội dung đã báo cáo', 'Đã xong quý I');
    fireEvent.click(screen.getByRole('button', { name: 'Ghi vào sổ' }));
    await waitFor(async () => expect(await duty('aaaaaaaa')).toMatchObject({ [`report/${TODAY}`]: 'Đã xong quý I' }));
    await type('Đồng chí tự đánh giá', 'Hoàn thành tốt');
    await waitFor(async () => expect(await duty('aaaaaaaa')).toMatchObject({ self: 'Hoàn thành tốt', selfOn: TODAY }));
    fireEvent.click(screen.getByRole('button', { name: 'Xong' }));
    expect(rows()[0]).toBe('Lê AnhPhụ trách tổ 1Đã tự đánh giá');
  });
});
