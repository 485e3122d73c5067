// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ReviewList } from './review-list';
import { readReview } from './review';

let saver: Saver;
let n = 0;

const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const show = (): void => void render(<BookContext.Provider value={saver}><ReviewList /></BookContext.Provider>);
const both = { reason: 'both-changed', key: 'meeting:m', field: 'conclusion', kept: 'Bản của máy kia', keptBy: 'device-bbbb', shown: 'Bản đang dùng ở đây', shownBy: 'device-aaaa' };

beforeAll(() => startI18n('vi', ['common', 'syncStatus', 'errors']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`review-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('meeting:m', { date: '2026-10-05', conclusion: 'Bản đang dùng ở đây' });
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('to look at again', () => {
  it('[REV-1] shows both texts, and putting the other back writes the field anew and marks the item seen', async () => {
    await put('review:r1', both);
    show();
    const card = within(await screen.findByRole('region', { name: /Kết luận · Buổi họp ngày 05\/10\/2026/ }));
    expect(card.getByText('Bản đang dùng ở đây')).toBeTruthy();
    expect(card.getByText('Bản của máy kia')).toBeTruthy();
    fireEvent.click(await card.findByRole('button', { name: 'Dùng bản kia' }));
    await waitFor(async () => expect(await saver.book.read('review:r1')).toMatchObject({ done: true }));
    expect(await saver.book.read('meeting:m')).toMatchObject({ conclusion: 'Bản của máy kia' });
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Cần xem lại' })).toBeNull());
  });

  it('keeping what is shown changes nothing but the item', async () => {
    await put('review:r1', both);
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Giữ bản đang dùng' }));
    await waitFor(async () => expect(await saver.book.read('review:r1')).toMatchObject({ done: true }));
    expect(await saver.book.read('meeting:m')).toMatchObject({ conclusion: 'Bản đang dùng ở đây' });
  });

  it('[REV-2] offers nothing to put back once the minutes are closed', async () => {
    await put('meeting:m', { closedAt: '2026-10-05T09:00:00.000Z' });
    await put('review:r1', both);
    show();
    expect(await screen.findByText(/Biên bản đã đóng nên không đổi được nữa/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Dùng bản kia' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Đã xem' })).toBeTruthy();
  });

  it('puts marks and names into words', async () => {
    await put('member:p', { name: 'Phạm Thị Dung' });
    await put('meeting:m', { 'att/p': { kind: 'late', time: '14:20' } });
    await put('review:r2', { ...both, field: 'att/p', kept: { kind: 'excused', reason: 'Ốm' }, shown: { kind: 'late', time: '14:20' } });
    show();
    const card = within(await screen.findByRole('region', { name: 'Điểm danh · Phạm Thị Dung' }));
    expect(card.getByText('Đến muộn · 14:20')).toBeTruthy();
    expect(card.getByText('Vắng có lý do · Ốm')).toBeTruthy();
  });

  it('passes over what is seen already or says nothing', () => {
    expect(readReview('r', { ...both, done: true })).toBeNull();
    expect(readReview('r', {})).toBeNull();
  });
});
