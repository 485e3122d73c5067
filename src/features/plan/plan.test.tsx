// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import type { Change, Fields, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { PlanPage } from '.';

let saver: Saver;
let n = 0;

const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => act(() => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value }))));
const read = (key: RecordKey): Promise<Fields> => saver.book.read(key);
const settle = (): Promise<void> =>
  act(async () => {
    await saver.flush();
    await saver.book.settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
async function open(path = '/ke-hoach-nam'): Promise<void> {
  const place = memoryLocation({ path, record: true });
  render(
    <Router hook={place.hook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng">
          <Route path="/ke-hoach-nam/:year?"><PlanPage /></Route>
        </ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
  await screen.findByText(/^Chưa có kế hoạch năm|^Cần để ý/);
}
const section = (name: string) => within(screen.getByRole('region', { name }));
const press = async (name: string | RegExp, within_ = screen as Pick<typeof screen, 'getByRole'>): Promise<void> => {
  fireEvent.click(within_.getByRole('button', { name }));
  await settle();
};
const fill = async (label: string | RegExp, value: string): Promise<void> => {
  const field = within(screen.getByRole('dialog')).getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  await settle();
};
const issues = (): string[] => within(screen.getByRole('region', { name: 'Cần để ý' })).queryAllByRole('listitem').map((row) => row.querySelector('.ui-strong')?.textContent ?? '');

beforeAll(() => startI18n('vi', ['common', 'plan', 'meeting']));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-10T03:00:00Z') });
  saver = new Saver(new Book(new BookDatabase(`plan-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { name: 'Chi bộ Khoa Nội', meetingDay: 20, hasCommittee: true });
  await put('member:anan', { name: 'Trần Thị An', standing: 'official' });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await saver.book.close();
});

describe('the plan of the year', () => {
  it('[PLAN-9] is made in one press with the cell’s usual day; the next year’s from it', async () => {
    await open();
    await press('Lập kế hoạch năm 2026');
    expect(await read('plan:2026')).toEqual({ since: '2026-11', day: 20 });
    expect(section('Ngày họp trong tháng').getByText('Ngày 20 hằng tháng')).toBeTruthy();
    await put('plan:2026', { committeeDays: 2 });
    await settle();
    fireEvent.click(screen.getByRole('radio', { name: '2027' }));
    await press('Lập kế hoạch năm 2027 theo năm 2026');
    expect(await read('plan:2027')).toEqual({ since: '2027-01', day: 20, committeeDays: 2 });
  });

  it('[PLAN-3] a conflict is seen, and gone once it is mended; the book’s usual day goes along', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 2, unitDay: 15 });
    await open();
    expect(issues()).toContain('Tháng 11 và 12: chi bộ họp sau họp chuyên môn');
    await press(/chi bộ họp sau họp chuyên môn/);
    await fill('Ngày', '12');
    expect(issues().some((issue) => issue.includes('chuyên môn'))).toBe(false);
    expect((await read('cell:cell'))['meetingDay']).toBe(12);
    await fill('Họp chuyên môn của đơn vị', '');
    expect((await read('plan:2026'))['unitDay']).toBeUndefined();
  });

  it('[PLAN-1] the last Friday instead of a date', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 0 });
    await open();
    await press('Sửa ngày họp trong tháng');
    fireEvent.click(screen.getByRole('radio', { name: 'Theo thứ' }));
    await fill('Tuần', '5');
    await fill('Thứ', '5');
    expect(section('Mười hai tháng').getByText('Thứ Sáu, 27/11/2026')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Theo ngày' }));
    await settle();
    expect(section('Mười hai tháng').getByText('Thứ Sáu, 20/11/2026')).toBeTruthy();
  });

  it('[PLAN-1] a month is moved with its reason, and back', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 2 });
    await open();
    await press(/^Tháng 12/);
    await fill('Ngày họp chi bộ', '2026-12-15');
    expect(issues()).toContain('Tháng 12 dời ngày họp, chưa ghi lý do');
    await fill('Lý do dời ngày', 'Đơn vị tổng kết năm');
    expect(issues().some((issue) => issue.includes('lý do'))).toBe(false);
    expect(section('Mười hai tháng').getByText('Thứ Ba, 15/12/2026')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Tạo buổi họp chi bộ' }).getAttribute('href')).toBe('/cuoc-hop/moi?loai=regular&ngay=2026-12-15');
    await press('Trở lại ngày cố định');
    expect(await read('plan:2026')).toEqual({ since: '2026-11', day: 20, committeeDays: 2 });
  });

  it('[PLAN-5] [PLAN-6] a theme is chosen, its steps are ticked with their day, and lead to the meeting', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 2 });
    await open();
    expect(issues()).toContain('Chưa chọn chuyên đề quý IV');
    await press('Chọn chủ đề quý IV');
    await fill('Chủ đề', 'Nâng cao tinh thần phục vụ người bệnh');
    await fill('Người trình bày', 'anan');
    await fill('Ngày họp chuyên đề', '2026-11-20');
    expect(issues()).toContain('Chuyên đề quý IV trùng ngày họp thường kỳ');
    fireEvent.click(screen.getByRole('radio', { name: 'Cùng buổi thường kỳ' }));
    await settle();
    await fill('Cùng buổi họp của tháng', '2026-12');
    await press('Xong');
    expect(issues()).toEqual([]);
    expect(screen.getByRole('link', { name: 'Tạo buổi họp chuyên đề quý IV' }).getAttribute('href')).toBe('/cuoc-hop/moi?loai=combined&ngay=2026-12-20&quy=4');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Có đề cương' }));
    await settle();
    expect((await read('plan:2026'))['q/4/outlineOn']).toBe('2026-11-10');
    expect(screen.getByText('Xong ngày 10/11/2026')).toBeTruthy();
  });

  it('[PLAN-6] approval and sending are written into the meeting under preparation as well, and into no other', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, 'q/4/theme': 'Học Bác', 'q/4/on': '2026-12-10' });
    await put('meeting:chuyende', { kind: 'thematic', date: '2026-12-10', time: '14:00' });
    await open();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Chi ủy đã duyệt' }));
    await settle();
    expect((await read('meeting:chuyende'))['prep/draftApprovedOn']).toBe('2026-11-10');
    await put('meeting:chuyende', { 'prep/documentsSentOn': '2026-11-09' });
    await settle();
    expect(screen.getByText('Xong ngày 09/11/2026')).toBeTruthy();
    expect(issues()).toContain('Chuyên đề quý IV gửi đi khi chi ủy chưa duyệt');
    await put('meeting:chuyende', { startedAt: '2026-12-10T07:00:00Z', endedAt: '2026-12-10T09:00:00Z', closedAt: '2026-12-10T09:30:00Z' });
    await settle();
    expect(screen.queryByRole('checkbox', { name: 'Đã gửi đảng viên' })).toBeNull();
    expect(section('Chuyên đề bốn quý').getByText('Đã họp')).toBeTruthy();
  });

  it('[PLAN-8] a visit is planned, named when its day has no meeting, noted once made; taken away and back', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 2, 'q/4/theme': 'Học Bác', 'q/4/presenterId': 'anan', 'q/4/on': '2026-12-10' });
    await open();
    await press('Thêm lần dự');
    await fill(/^Họ tên, chức vụ/, 'Đồng chí Lê Văn Bình, Đảng ủy viên');
    await fill('Ngày dự kiến', '2026-11-19');
    expect(issues()).toContain('Cấp ủy về dự ngày 19/11/2026, hôm đó chi bộ không có lịch họp');
    await fill('Ngày dự kiến', '2026-11-20');
    expect(issues()).toEqual([]);
    await fill('Đã dự ngày', '2026-11-20');
    await press('Xóa lần dự này');
    expect(screen.queryByText(/Lê Văn Bình/)).toBeNull();
    await press('Hoàn tác');
    await waitFor(() => expect(section('Cấp ủy cấp trên dự sinh hoạt').getByText(/Lê Văn Bình/)).toBeTruthy());
    expect(section('Cấp ủy cấp trên dự sinh hoạt').getByText('Đã dự')).toBeTruthy();
  });

  it('[PLAN-2] [PLAN-10] months stand beside the book: held on their day or not, arranged, missed', async () => {
    await put('plan:2026', { since: '2026-08', day: 20, committeeDays: 2 });
    await put('meeting:a', { kind: 'regular', date: '2026-08-20', startedAt: '2026-08-20T07:00:00Z', endedAt: '2026-08-20T09:00:00Z', closedAt: '2026-08-20T09:30:00Z' });
    await put('meeting:b', { kind: 'regular', date: '2026-09-21', startedAt: '2026-09-21T07:00:00Z', endedAt: '2026-09-21T09:00:00Z', closedAt: '2026-09-21T09:30:00Z' });
    await put('meeting:c', { kind: 'regular', date: '2026-11-20', time: '14:00' });
    await open();
    const months = section('Mười hai tháng');
    expect(months.getByText('Đã họp 2 tháng, trong đó 1 buổi đúng ngày kế hoạch.')).toBeTruthy();
    const row = (name: RegExp): string => months.getByRole('button', { name }).textContent ?? '';
    expect(row(/^Tháng 8/)).toContain('Đúng ngày kế hoạch');
    expect(row(/^Tháng 9/)).toContain('Kế hoạch: ngày 20/09/2026');
    expect(row(/^Tháng 10/)).toContain('Chưa họp');
    expect(row(/^Tháng 11 \(tháng này\)/)).toContain('Đã vào sổ');
    expect(row(/^Tháng 7/)).not.toContain('Chưa họp');
    expect(issues()[0]).toBe('Sổ chưa có buổi họp thường kỳ tháng 10');
  });

  it('[FORM-7] is made as a Word file, which is gone once the plan has changed', async () => {
    await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 2 });
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Tệp Word' }));
    expect(await screen.findByText('Đã tạo tệp ke-hoach-sinh-hoat-2026.docx.', {}, { timeout: 20_000 })).toBeTruthy();
    await put('meeting:khac', { kind: 'extraordinary', date: '2026-11-25', time: '14:00' });
    await settle();
    expect(screen.getByRole('button', { name: 'Lưu vào máy' })).toBeTruthy();
    await put('plan:2026', { day: 21 });
    await settle();
    expect(screen.queryByRole('button', { name: 'Lưu vào máy' })).toBeNull();
  }, 30_000);

  it('a plan is taken away, and back', async () => {
    await put('plan:2026', { since: '2026-11', day: 20 });
    await open();
    await press('Xóa kế hoạch năm 2026');
    expect(await screen.findByText('Chưa có kế hoạch năm 2026')).toBeTruthy();
    await press('Hoàn tác');
    expect(await read('plan:2026')).toEqual({ since: '2026-11', day: 20 });
  });
});
