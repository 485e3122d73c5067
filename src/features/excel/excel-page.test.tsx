// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import readXlsxFile from 'read-excel-file/universal';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { ExcelPage } from '.';

let saver: Saver;
let n = 0;
let saved: { file: Blob; name: string }[] = [];

const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const show = (path = '/xuat-excel'): void => {
  const { hook } = memoryLocation({ path });
  render(<Router hook={hook}><BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng thông báo"><Route path="/xuat-excel/:what?/:year?"><ExcelPage /></Route></ToastProvider></BookContext.Provider></Router>);
};
const rows = async (file: Blob): Promise<unknown[][]> => (await readXlsxFile(await file.arrayBuffer()))[0]!.data as unknown[][];

beforeAll(() => startI18n('vi', ['common', 'excel', 'members', 'meeting']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`excel-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { name: 'Chi bộ Thử', superior: 'Đảng ủy Thử', placeName: 'Thử' });
  saved = [];
  const files = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.set(`blob:${files.size}`, file as Blob);
    return `blob:${files.size - 1}`;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ file: files.get(this.href)!, name: this.download });
  });
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await saver.book.close();
});

describe('the page that makes Excel files', () => {
  it('says what there is not yet, and makes nothing of it', async () => {
    show();
    expect(await screen.findByText('Sổ chưa có đảng viên nào.')).toBeTruthy();
    expect(await screen.findByText('Năm này chưa có buổi họp nào đã điểm danh.')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Tạo tệp Excel' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('[XLS-7] warns that the file is not locked, makes it on demand, and takes it back when the choice or the book changes', async () => {
    await put('member:a', { name: 'Trần Thị Bình', note: 'ghi riêng' });
    show();
    expect(await screen.findByText('Tệp Excel không được khóa')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Tạo tệp Excel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lưu về máy' }));
    expect(saved[0]?.name).toMatch(/^danh-sach-dang-vien-\d{4}-\d{2}-\d{2}\.xlsx$/);
    expect((await rows(saved[0]!.file)).flat()).toContain('Trần Thị Bình');
    expect((await rows(saved[0]!.file)).flat()).not.toContain('ghi riêng');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Kèm cột ghi chú' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Tạo tệp Excel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lưu về máy' }));
    expect((await rows(saved[1]!.file)).flat()).toContain('ghi riêng');
    await put('member:b', { name: 'Lê Văn Ba' });
    expect(await screen.findByRole('button', { name: 'Tạo tệp Excel' })).toBeTruthy();
  });

  it('makes the attendance of a year from the meetings held in it, with the head of the form unless it is not wanted', async () => {
    const year = new Date().getFullYear();
    const roster = [{ id: 'a', name: 'Trần Thị Bình', standing: 'official', status: 'active', position: 'none' }];
    await put('meeting:m', { kind: 'regular', date: `${year}-01-05`, time: '14:00', startedAt: `${year}-01-05T07:00:00Z`, endedAt: `${year}-01-05T08:30:00Z`, roster, 'att/a': { kind: 'unexcused' } });
    show();
    expect(await screen.findByText(/^1 buổi họp: ai có mặt/)).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Bảng dự họp cả năm' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Tạo tệp Excel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lưu về máy' }));
    expect(saved[0]?.name).toBe(`du-hop-${year}.xlsx`);
    const found = await rows(saved[0]!.file);
    expect(found.flat()).toEqual(expect.arrayContaining(['ĐẢNG ỦY THỬ', 'CHI BỘ THỬ', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'K']));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Có tiêu đề/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Tạo tệp Excel' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Lưu về máy' }));
    expect((await rows(saved[1]!.file)).flat()).not.toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  });

  it('begins with what the button beside it was for, and the year that was looked at', async () => {
    await put('meeting:m', { kind: 'regular', date: '2024-01-05', time: '14:00', startedAt: '2024-01-05T07:00:00Z', endedAt: '2024-01-05T08:30:00Z', roster: [{ id: 'a', name: 'Lê An', standing: 'official', status: 'active', position: 'none' }] });
    show('/xuat-excel/du-hop/2024');
    expect(((await screen.findByLabelText('Năm')) as HTMLSelectElement).value).toBe('2024');
    expect(await screen.findByText(/^1 buổi họp: ai có mặt/)).toBeTruthy();
    expect((screen.getByRole('link', { name: 'Về báo cáo' })).getAttribute('href')).toBe('/bao-cao');
  });
});
