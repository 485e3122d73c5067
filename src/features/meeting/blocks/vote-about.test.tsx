// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import type { Change, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { MeetingPage } from '../meeting-page';

let saver: Saver;
let n = 0;
const roster = Array.from({ length: 4 }, (_, i) => ({ id: `p${i}`, name: `Nguyễn Văn ${'ABCD'[i]}`, standing: i === 3 ? 'probationary' : 'official', status: 'active', position: i === 0 ? 'secretary' : 'none' }));
const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value })));
const LABEL = 'Biểu quyết về việc';

async function open(kind: string, stepId: string, procedure: string, role = 'combobox', name = 'Loại biểu quyết'): Promise<void> {
  await put('meeting:m', { kind, date: '2026-11-24', time: '14:00', reason: 'Việc gấp', procedure: { id: procedure, version: 1 }, roster, startedAt: '2026-11-24T07:00:00.000Z', stepId });
  render(
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel="Đóng">
        <Router hook={memoryLocation({ path: `/cuoc-hop/m/${stepId}` }).hook}>
          <Route path="/cuoc-hop/:id/:stepId?"><MeetingPage /></Route>
        </Router>
      </ToastProvider>
    </BookContext.Provider>,
  );
  await screen.findByRole(role, { name });
}
const tap = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
  await act(() => saver.flush());
};

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });

beforeAll(() => startI18n('vi', ['common', 'meeting', 'meetingWork']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`about-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('life:admit', { kind: 'admission', openedOn: '2026-11-01', name: 'Trần Văn Mới' });
  await put('life:unready', { kind: 'removal', openedOn: '2026-11-01', memberId: 'p1' });
  await put('member:p2', { name: 'Nguyễn Văn C' });
  await put('life:remove', { kind: 'removal', openedOn: '2026-11-01', memberId: 'p2', 'evidence/on': '2026-11-02' });
});
afterEach(() => saver.book.close());

it('[LIFE-6] a show of hands about an event: its decision is fixed, and the event knows its vote in the same write', async () => {
  await open('extraordinary', 'bt-nd-03', 'extraordinary.hd05-duk-2021');
  const about = await screen.findByRole('combobox', { name: LABEL });
  // Who is not ready for a vote is not offered.
  expect([...about.querySelectorAll('option')].map((option) => option.textContent)).toEqual(['Việc khác', 'Kết nạp đảng viên: Trần Văn Mới', 'Xóa tên: Nguyễn Văn C']);
  fireEvent.change(about, { target: { value: 'remove' } });
  await act(() => saver.flush());
  const decision = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Loại biểu quyết' });
  await waitFor(() => expect([decision.value, decision.disabled]).toEqual(['removal', true]));
  expect(screen.getByText(/Cần 2 phiếu tán thành \(từ 2\/3 của 3\)/)).toBeTruthy();
  await tap(/^Tất cả tán thành/);
  await tap('Ghi kết quả biểu quyết');
  await screen.findByRole('list', { name: 'Kết quả biểu quyết' });
  const meeting = await saver.book.read('meeting:m');
  const [id] = Object.keys(meeting).flatMap((field) => /^vote\/([^/]+)$/.exec(field)?.[1] ?? []);
  expect(meeting[`vote/${id}/question`]).toBe('Đề nghị xóa tên đồng chí Nguyễn Văn C trong danh sách đảng viên');
  expect(meeting['voteDraft/bt-nd-03/about']).toBeUndefined();
  expect((await saver.book.read('life:remove'))['vote/link']).toBe(`m/${id}`);
});

it('[LIFE-6] chi ủy is offered none: the vote has to be the cell’s', async () => {
  await open('cellCommittee', 'cu-kt-01', 'cellCommittee.hd05-duk-2021');
  await act(() => new Promise((done) => setTimeout(done, 50)));
  expect(screen.queryByRole('combobox', { name: LABEL })).toBeNull();
});

it('what waits for a vote is put into the programme with one tap, once', async () => {
  await put('meeting:m', { agenda: 'Việc thứ nhất' });
  await open('extraordinary', 'bt-md-04', 'extraordinary.hd05-duk-2021', 'group', 'Đang chờ chi bộ biểu quyết, bấm để đưa vào');
  expect(screen.queryByRole('combobox', { name: LABEL })).toBeNull();
  await tap('Đề nghị xóa tên đồng chí Nguyễn Văn C trong danh sách đảng viên');
  await waitFor(async () => expect((await saver.book.read('meeting:m'))['agenda']).toBe('Việc thứ nhất\nĐề nghị xóa tên đồng chí Nguyễn Văn C trong danh sách đảng viên'));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Đề nghị xóa tên/ })).toBeNull());
  expect(screen.getByRole('button', { name: 'Đề nghị kết nạp đảng viên đối với quần chúng Trần Văn Mới' })).toBeTruthy();
});
