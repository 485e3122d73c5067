// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import { loadDocx, loadKinds } from '@/documents';
import type { Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { AppraisalsPage } from '.';

let saver: Saver;
let shared: File[] = [];
let n = 0;

const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const open = (id: string): void => {
  const { hook } = memoryLocation({ path: `/kiem-diem/${id}` });
  render(
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel="Đóng"><Router hook={hook}><Route path="/kiem-diem/:id?"><AppraisalsPage /></Route></Router></ToastProvider>
    </BookContext.Provider>,
  );
};
const press = async (name: string): Promise<void> => {
  const button = await screen.findByRole('button', { name });
  await vi.waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(button);
};
const answer = async (name: string): Promise<void> => void fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name }));

beforeAll(async () => {
  await startI18n('vi', ['common', 'appraisal', 'today']);
  configure({ asyncUtilTimeout: 4_000 });
  await Promise.all([loadKinds(), loadDocx()]);
}, 60_000);
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-10T03:00:00Z') });
  shared = [];
  Object.assign(navigator, { canShare: () => true, share: async ({ files }: { files: File[] }) => void (shared = files) });
  saver = new Saver(new Book(new BookDatabase(`papers-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { name: 'Chi bộ Thôn Đông', hasCommittee: true });
  await put('member:bbb', { name: 'Lê Văn An' });
  await put('appraisal:2026-bbb', { form: '2A', rules: 'hd43-2025', handedInOn: '2026-12-01', 'text/limits': 'Còn nể nang' });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, 'canShare');
  Reflect.deleteProperty(navigator, 'share');
  await saver.book.close();
});

describe('the papers of a review', () => {
  it('[APR-1] [SHARE-7] a file is made after a question, and asked about again before it is handed out; no is no', async () => {
    open('2026-bbb');
    await press('Tạo Word');
    expect((await screen.findByRole('alertdialog')).textContent).toContain('chỉ giao cho chính đồng chí ấy');
    await answer('Hủy');
    expect(screen.queryByText('Đã tạo ban-kiem-diem-2026.docx')).toBeNull();
    await press('Tạo Word');
    await answer('Tạo tệp');
    expect(await screen.findByText('Đã tạo ban-kiem-diem-2026.docx')).toBeTruthy();
    await press('Chia sẻ');
    await answer('Không gửi');
    expect(shared).toEqual([]);
    await press('Chia sẻ');
    await answer('Gửi');
    await vi.waitFor(() => expect(shared.map(({ name }) => name)).toEqual(['ban-kiem-diem-2026.docx']));
  });

  it('[FORM-11] a file of older words is not offered any more; the other paper is another file', async () => {
    open('2026-bbb');
    await press('Tạo Word');
    await answer('Tạo tệp');
    await screen.findByText('Đã tạo ban-kiem-diem-2026.docx');
    fireEvent.click(screen.getByRole('radio', { name: 'Nhận xét, xếp loại' }));
    expect(screen.queryByText(/^Đã tạo/)).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Bản kiểm điểm' }));
    expect(screen.getByText('Đã tạo ban-kiem-diem-2026.docx')).toBeTruthy();
    await act(() => put('appraisal:2026-bbb', { 'text/limits': 'Còn nể nang, ngại va chạm' }));
    await act(() => saver.book.settled());
    expect(screen.queryByText(/^Đã tạo/)).toBeNull();
  });

  it('[APR-1] a marking of a state secret is not shared', async () => {
    await put('appraisal:2026-bbb', { 'text/limits': 'Làm lộ văn bản TỐI MẬT' });
    open('2026-bbb');
    await press('Tạo Word');
    await answer('Tạo tệp');
    expect((await screen.findByRole('alert')).textContent).toContain('Không gửi được');
    expect(screen.queryByRole('button', { name: 'Chia sẻ' })).toBeNull();
  });
});
