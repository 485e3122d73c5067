// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { HistoryPage } from '.';

let saver: Saver;
let n = 0;
const roster = Array.from({ length: 10 }, (_, i) => ({ id: `m${i}`, name: `N ${i}`, standing: 'official', status: 'active', position: 'none' })) as unknown as Json;
const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const meet = (date: string, more: Record<string, Json> = {}): Promise<void> =>
  put(`meeting:d${date}`, {
    kind: 'regular', date, time: '14:00', procedure: { id: 'regular.hd05-duk-2021', version: 1 }, roster,
    startedAt: `${date}T07:00:00.000Z`, endedAt: `${date}T08:30:00.000Z`, result: { points: 92, grade: 'good' }, ...more, closedAt: `${date}T10:00:00.000Z`,
  });

function show(what = ''): void {
  const { hook } = memoryLocation({ path: `/bao-cao/lich-su/${what}` });
  render(
    <BookContext.Provider value={saver}>
      <Router hook={hook}><Route path="/bao-cao/lich-su/:what?"><HistoryPage /></Route></Router>
    </BookContext.Provider>,
  );
}
const rows = async (name: string): Promise<string[]> => {
  await screen.findByRole('list', { name });
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  return within(screen.getByRole('list', { name })).getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
};

beforeAll(() => startI18n('vi', ['common', 'history', 'meeting']));
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-04-20T03:00:00.000Z'), toFake: ['Date'] });
  saver = new Saver(new Book(new BookDatabase(`history-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await saver.book.close();
});

describe('histories on the screen', () => {
  it('teaches when nothing was held yet', async () => {
    show();
    expect(await screen.findByRole('heading', { name: 'Chưa có buổi họp nào đã kết thúc' })).toBeTruthy();
  });

  it('[HIST-2] [HIST-3] a row a month: what came of it, the gap by name, nothing of chi ủy; a row opens its meetings', async () => {
    await meet('2026-01-05');
    await meet('2026-03-05', { 'att/m0': { kind: 'excused' }, 'att/m1': { kind: 'unexcused' }, endedAt: '2026-03-05T08:00:00.000Z', result: { points: 80, grade: 'fair' } });
    await meet('2026-03-20', { kind: 'thematic', procedure: { id: 'thematic.hd05-duk-2021', version: 1 } });
    await meet('2026-02-03', { kind: 'cellCommittee', procedure: { id: 'cellCommittee.hd05-duk-2021', version: 1 } });
    show('du-hop');
    expect(await rows('Tỷ lệ dự họp')).toEqual(['04/2026Chưa họp', '03/202680%8/10 đồng chí · 1 vắng không lý do · dưới mức 85%', '02/2026Không họp thường kỳ', '01/2026100%10/10 đồng chí']);
    expect(screen.getByText('Bình quân 2 tháng · 1/2 tháng đạt mức · 1 tháng không họp')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /02\/2026/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /03\/2026/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Tỷ lệ dự họp, tháng 03/2026' });
    expect(within(dialog).getAllByRole('link').map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/cuoc-hop/d2026-03-20', '20/03/2026, Sinh hoạt chuyên đề100% · 10/10 đồng chí'],
      ['/cuoc-hop/d2026-03-05', '05/03/2026, Sinh hoạt thường kỳ80% · 8/10 đồng chí · 1 vắng không lý do · dưới mức 85%'],
    ]);
  });

  it('[HIST-4] all years: a row a year with its mean; the line of months says what it is', async () => {
    for (const month of ['01', '02', '03', '12']) await meet(`2025-${month}-05`);
    await meet('2026-01-05', { endedAt: '2026-01-05T08:00:00.000Z' });
    show('thoi-luong');
    fireEvent.change(await screen.findByLabelText('Thời gian'), { target: { value: 'all' } });
    expect(await screen.findByRole('img', { name: /^Đường Thời lượng từ 01\/2025 đến 04\/2026/ })).toBeTruthy();
    expect(await rows('Thời lượng')).toEqual(['202660 phút0/1 tháng đạt mức · 2 tháng không họp', '202590 phút4/4 tháng đạt mức · 8 tháng không họp']);
  });

  it('[GRADE-1] the committee’s grade counts, and the cell’s own stands beside it', async () => {
    await meet('2026-01-05');
    await put('directive:g1', { kind: 'officialGrade', seq: 1, issuedAt: '2026-01-20T00:00:00.000Z', issuedBy: { committee: 'Đảng ủy', person: '' }, body: { meetingId: 'd2026-01-05', grade: 'fair', points: 85, total: 100, reason: 'x', submissionId: 's', replaces: null } });
    show('xep-loai');
    expect((await rows('Xếp loại')).at(-1)).toBe('01/2026Khá85 điểm · cấp ủy xếp loại; chi bộ tự chấm Tốt');
  });

  it('[HIST-5] tasks stand in the month they were due, and open by name', async () => {
    await meet('2026-01-05');
    const task = (id: string, fields: Fields): Promise<void> => put(`task:${id}`, { what: `Việc ${id}`, createdAt: '2026-01-05T09:00:00.000Z', meetingId: 'd2026-01-05', due: '2026-02-10', state: 'open', ...fields });
    await task('a', { state: 'done', doneOn: '2026-02-09' });
    await task('b', { state: 'done', doneOn: '2026-02-11' });
    await task('c', {});
    show('nhiem-vu');
    expect((await rows('Nhiệm vụ đúng hạn')).find((row) => row.startsWith('02/2026'))).toBe('02/202633,3%1 đúng hạn · 1 chậm · 1 chưa xong');
    fireEvent.click(screen.getByRole('button', { name: /02\/2026/ }));
    expect((await screen.findByRole('dialog')).textContent).toMatch(/Việc c.*Chưa xong.*Việc b.*Xong chậm.*Việc a.*Đúng hạn/);
  });

  it('[STORE-7] a damaged meeting is left out and told; the others stand', async () => {
    await meet('2026-01-05');
    await meet('2026-02-05');
    await saver.book.settled();
    const row = (await saver.book.db.rows.get('meeting:d2026-02-05'))!;
    const book = new Book(saver.book.db, saver.book.key);
    await saver.book.db.rows.put({ ...row, box: row.box.slice(0, 20) });
    saver = new Saver(book, () => 0);
    show('du-hop');
    expect(await screen.findByText(/^Có 1 buổi họp bị hỏng/)).toBeTruthy();
    expect(await rows('Tỷ lệ dự họp')).toEqual(['04/2026Chưa họp', '03/2026Không họp thường kỳ', '02/2026Chưa đọc được', '01/2026100%10/10 đồng chí']);
  });
});
