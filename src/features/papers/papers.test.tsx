// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Change, Fields, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { fillSlot, ToastProvider } from '@/ui';
import { PapersPage } from '.';

let saver: Saver;
let n = 0;

const open = (): void =>
  void render(
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel="Đóng"><PapersPage /></ToastProvider>
    </BookContext.Provider>,
  );
const put = (key: string, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key: key as RecordKey, field, value })));
const all = async (): Promise<Fields[]> => (await saver.book.list('paper')).map(({ fields }) => fields);
const settle = async (): Promise<void> => {
  await act(() => saver.flush());
  await act(() => saver.book.settled());
};
const tap = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
  await settle();
};
const choose = async (label: string, value: string): Promise<void> => {
  fireEvent.change(within(screen.getByRole('dialog')).getByLabelText(label), { target: { value } });
  await settle();
};

beforeAll(() => startI18n('vi', ['common', 'papers']));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T03:00:00Z') });
  saver = new Saver(new Book(new BookDatabase(`papers-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await saver.book.close();
});

describe('numbers in the register of documents', () => {
  it('[DTYPE-7] a new resolution has its type, and takes the next number with a tap', async () => {
    await put('paper:old', { kind: 'otherResolution', title: 'Cũ', number: '05-NQ/CB', issuedOn: '2026-05-05' });
    open();
    await tap('Ghi vào sổ: Nghị quyết chuyên đề');
    expect((within(screen.getByRole('dialog')).getByLabelText('Loại văn bản') as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Nghị quyết');
    await tap('Lấy số tiếp theo: 06-NQ/CB');
    expect(await all()).toContainEqual({ kind: 'thematicResolution', issuedOn: '2026-11-24', docType: 'resolution', number: '06-NQ/CB' });
    expect(screen.queryByRole('button', { name: /^Lấy số tiếp theo/ })).toBeNull();
  });
  it('[DTYPE-7] numbers begin anew with the term', async () => {
    await put('cell:cell', { termStart: '2026-06-01' });
    await put('paper:old', { kind: 'otherResolution', number: '05-NQ/CB', issuedOn: '2026-05-05' });
    open();
    await tap('Thêm văn bản');
    expect(screen.getByRole('button', { name: 'Lấy số tiếp theo: 01-NQ/CB' })).toBeTruthy();
  });
  it('[DTYPE-8] a number used twice is marked in the list and named in the sheet', async () => {
    await put('paper:a', { kind: 'otherResolution', title: 'Nghị quyết tháng 5', number: '05-NQ/CB', issuedOn: '2026-05-05' });
    await put('paper:b', { kind: 'otherResolution', title: 'Nghị quyết tháng 6', number: '5-NQ/CB', issuedOn: '2026-06-05' });
    open();
    expect(await screen.findAllByText('Xem lại số')).toHaveLength(2);
    await tap(/^Nghị quyết tháng 6/);
    expect(screen.getByText('Số này đã dùng cho văn bản “Nghị quyết tháng 5” trong nhiệm kỳ.')).toBeTruthy();
  });
  it('[DTYPE-8] a type that a cell may not issue, and a code of another type, are said and not forbidden', async () => {
    await put('paper:a', { kind: 'otherResolution', title: 'A', number: '05-NQ/CB', issuedOn: '2026-05-05' });
    open();
    await tap(/^A/);
    await choose('Loại văn bản', 'directive');
    expect(screen.getByText(/chi bộ không ban hành chỉ thị\. Đồng chí xem lại/)).toBeTruthy();
    expect(screen.getByText('Ký hiệu NQ không phải của loại Chỉ thị (CT).')).toBeTruthy();
    expect(await all()).toEqual([{ kind: 'otherResolution', title: 'A', number: '05-NQ/CB', issuedOn: '2026-05-05', docType: 'directive' }]);
  });
  it('[DTYPE-6] a document of before, with a number of its own kind or none, stays as it is', async () => {
    await put('paper:a', { kind: 'training', title: 'Tập huấn', number: 'theo giấy mời', issuedOn: '2026-05-05' });
    open();
    expect(await screen.findByText('theo giấy mời · 05/05/2026')).toBeTruthy();
    expect(screen.queryByText('Xem lại số')).toBeNull();
    await tap(/^Tập huấn\s*theo/);
    expect((screen.getByLabelText('Loại văn bản') as HTMLSelectElement).value).toBe('');
    expect(screen.queryByRole('button', { name: /^Lấy số/ })).toBeNull();
  });
});

describe('what a resolution has led to', () => {
  it('[TASK-4] [PAPER-4] the meeting that passed it, its tasks, and what its review found', async () => {
    await put('meeting:m1', { kind: 'regular', date: '2026-01-10', startedAt: '2026-01-10T07:00:00.000Z', endedAt: '2026-01-10T09:00:00.000Z' });
    await put('meeting:m2', { kind: 'regular', date: '2026-06-10', 'paper/review.nq': { title: 'Chuyển đổi số', number: '05-NQ/CB', percent: 60 }, 'paper/review.nq/result': 'còn chậm' });
    await put('paper:nq', { kind: 'thematicResolution', title: 'Chuyển đổi số', number: '05-NQ/CB', issuedOn: '2026-01-10', meetingId: 'm1', reviewOn: '2026-06-01', reviewedOn: '2026-06-10', reviewedIn: 'm2' });
    await put('task:a', { what: 'a', paperId: 'nq', state: 'done', createdAt: '2026-01-10T08:00:00.000Z' });
    await put('task:b', { what: 'b', paperId: 'nq', state: 'open', createdAt: '2026-01-10T08:00:00.000Z' });
    open();
    await tap(/Chuyển đổi số.*05-NQ\/CB · 10\/01\/2026 · 1\/2 việc xong/);
    const sheet = within(screen.getByRole('dialog'));
    expect(await sheet.findByText('hoàn thành 60% · còn chậm')).toBeTruthy();
    expect(sheet.getAllByRole('link').map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/cuoc-hop/m1', 'Thông qua tại buổi họp ngày 10/01/2026'],
      ['/cuoc-hop/m2', 'Đã sơ kết ngày 10/06/2026hoàn thành 60% · còn chậm'],
      ['/nhiem-vu?nghi-quyet=nq', 'Xem nhiệm vụ của nghị quyết'],
    ]);
  });

  it('a document shows the files attached to it', async () => {
    fillSlot('attachments', () => Promise.resolve(({ owner }) => <p>Tệp của {owner}</p>));
    await put('paper:a', { kind: 'thematicResolution', title: 'Chuyển đổi số', issuedOn: '2026-01-05' });
    open();
    await tap(/^Chuyển đổi số/);
    expect(await screen.findByText('Tệp của paper:a')).toBeTruthy();
  });
});
