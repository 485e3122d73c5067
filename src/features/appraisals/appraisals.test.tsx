// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import { recordKey, type Change, type Fields, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { AppraisalsPage } from '.';

let saver: Saver;
let place: ReturnType<typeof memoryLocation>;
let n = 0;

function open(path: string): void {
  place = memoryLocation({ path, record: true });
  render(
    <Router hook={place.hook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng">
          <Route path="/kiem-diem/:id?"><AppraisalsPage /></Route>
        </ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
}

const put = (key: string, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key: key as RecordKey, field, value })));
const read = (id: string): Promise<Fields> => saver.book.read(recordKey('appraisal', id));
const settle = async (): Promise<void> => {
  await act(() => saver.flush());
  await act(() => saver.book.settled());
};
const tap = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
  await settle();
};
const type = async (field: HTMLElement, value: string): Promise<void> => {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  await settle();
};
const person = (id: string) => ({ id, name: id, standing: 'official', status: 'active', position: 'none' });

beforeAll(() => startI18n('vi', ['common', 'appraisal', 'today']));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-10T03:00:00Z') });
  saver = new Saver(new Book(new BookDatabase(`appraisals-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('member:aaa', { name: 'Trần Thị Phó', position: 'deputy' });
  await put('member:bbb', { name: 'Lê Văn An' });
  await put('member:ccc', { name: 'Đỗ Thị Đào', 'status/2020-01-01': 'exempt' });
  await put('member:ddd', { name: 'Vũ Đi Rồi', 'status/2020-01-01': 'left' });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await saver.book.close();
});

describe('the yearly review', () => {
  it('[APR-7] lists who has come how far, and counts without those who are not graded', async () => {
    await put('appraisal:2026-bbb', { form: '2A', handedInOn: '2026-12-01', vote: { counts: { wellDone: 2 }, other: 0, base: 2 } });
    open('/kiem-diem');
    expect(((await screen.findByLabelText('Năm')) as HTMLSelectElement).value).toBe('2026');
    const rows = screen.getAllByRole('link').map((row) => row.textContent).filter((text) => text !== '');
    expect(rows).toEqual(['Tập thể chi bộChưa nộp bản kiểm điểm', 'Lê Văn AnĐã biểu quyết, chờ cấp ủyTốt', 'Đỗ Thị ĐàoNăm nay không xếp loại', 'Trần Thị PhóChưa nộp bản kiểm điểm']);
    expect(screen.getAllByRole('progressbar').map((bar) => `${bar.getAttribute('aria-valuenow')}/${bar.getAttribute('aria-valuemax')}`)).toEqual(['1/2', '0/2', '1/2', '0/2']);
  });

  it('[APR-2] takes the form of the post, keeps what is written with it, and goes on to the next section', async () => {
    open('/kiem-diem/2026-aaa');
    expect(((await screen.findByLabelText('Mẫu')) as HTMLSelectElement).value).toBe('2B');
    await tap('Nộp hôm nay');
    await tap(/^II\.1\. Hạn chế/);
    await type(screen.getByLabelText('Nội dung'), 'Còn nể nang');
    await tap('Mục tiếp theo');
    expect(screen.getByRole('heading', { name: /^II\.2\. Nguyên nhân/ })).toBeTruthy();
    await tap('Xong');
    await type(screen.getByLabelText('Nội dung nhận xét'), 'Gương mẫu');
    fireEvent.click(screen.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }));
    await settle();
    expect(await read('2026-aaa')).toEqual({ form: '2B', rules: 'hd43-2025', handedInOn: '2026-12-10', 'text/limits': 'Còn nể nang', comment: 'Gương mẫu', selfGrade: 'wellDone' });
  });

  it('[APR-5] counts the vote on the base of the meeting it was taken at, and says when no grade has more than half', async () => {
    await put('meeting:m1', { kind: 'regular', date: '2026-12-05', endedAt: '2026-12-05T09:00:00Z', roster: [...'abcd'].map(person), 'att/a': { kind: 'excused' } });
    open('/kiem-diem/2026-bbb');
    await tap('Ghi biểu quyết');
    fireEvent.change(await screen.findByLabelText('Biểu quyết tại buổi họp'), { target: { value: 'm1' } });
    await settle();
    const sheet = within(screen.getByRole('dialog'));
    await type(sheet.getByRole('spinbutton', { name: 'Hoàn thành tốt nhiệm vụ' }), '2');
    expect(sheet.getByText('Chưa mức nào được quá nửa (3/4). Chi bộ bàn thêm và biểu quyết lại.')).toBeTruthy();
    await type(sheet.getByRole('spinbutton', { name: 'Hoàn thành tốt nhiệm vụ' }), '3');
    expect(sheet.getByText('Hoàn thành tốt nhiệm vụ: 3/4, đạt 75%.')).toBeTruthy();
    await type(sheet.getByRole('spinbutton', { name: 'Hoàn thành nhiệm vụ' }), '2');
    expect(sheet.getByText(/Tổng số phiếu là 5/)).toBeTruthy();
    await type(sheet.getByRole('spinbutton', { name: 'Hoàn thành nhiệm vụ' }), '0');
    fireEvent.click(sheet.getByRole('button', { name: 'Xong' }));
    expect(await read('2026-bbb')).toMatchObject({ voteMeetingId: 'm1', votedOn: '2026-12-05', vote: { base: 4, counts: { wellDone: 3 } } });
  });

  it('the next vote begins where the last one was taken, with nothing counted', async () => {
    await put('meeting:m1', { kind: 'regular', date: '2026-12-05', endedAt: '2026-12-05T09:00:00Z', roster: [...'abcd'].map(person) });
    const ballots = { handedOut: 4, returned: 4, valid: 4, invalid: 0 };
    await put('appraisal:2026-aaa', { form: '2B', vote: { counts: { wellDone: 4 }, other: 0, base: 4, ballots }, voteMeetingId: 'm1', votedOn: '2026-12-05' });
    open('/kiem-diem/2026-bbb');
    await tap('Ghi biểu quyết');
    const sheet = within(screen.getByRole('dialog'));
    expect(((await sheet.findByLabelText('Biểu quyết tại buổi họp')) as HTMLSelectElement).value).toBe('m1');
    expect(await read('2026-bbb')).toEqual({});
    await type(sheet.getByRole('spinbutton', { name: 'Hoàn thành xuất sắc nhiệm vụ' }), '4');
    expect(await read('2026-bbb')).toMatchObject({ voteMeetingId: 'm1', votedOn: '2026-12-05', vote: { base: 4, ballots, counts: { excellent: 4, wellDone: 0 } } });
  });

  it('[APR-7] a review is handed in from the list, taken back with a tap, and leads on to the next comrade', async () => {
    open('/kiem-diem');
    await tap('Đã nộp: Lê Văn An');
    expect(await read('2026-bbb')).toEqual({ form: '2A', rules: 'hd43-2025', handedInOn: '2026-12-10' });
    await tap('Hoàn tác');
    expect(await read('2026-bbb')).toEqual({});
    cleanup();
    open('/kiem-diem/2026-bbb');
    expect((await screen.findByRole('link', { name: 'Tiếp theo: Đỗ Thị Đào' })).getAttribute('href')).toBe('/kiem-diem/2026-ccc');
    cleanup();
    open('/kiem-diem/2026-aaa');
    expect((await screen.findAllByRole('link', { name: 'Danh sách năm 2026' })).length).toBe(2);
  });

  it('[APR-4] a secret ballot begins with all papers returned and names the sum that does not agree', async () => {
    open('/kiem-diem/2026-bbb');
    await tap('Ghi biểu quyết');
    const sheet = within(screen.getByRole('dialog'));
    fireEvent.click(sheet.getByRole('checkbox', { name: 'Bỏ phiếu kín' }));
    await settle();
    // Two official members who are not exempt.
    expect((sheet.getByRole('spinbutton', { name: 'Phát ra' }) as HTMLInputElement).value).toBe('2');
    await type(sheet.getByRole('spinbutton', { name: 'Không hợp lệ' }), '1');
    expect(sheet.getByText('Phiếu hợp lệ và không hợp lệ cộng lại là 3, phải bằng số thu về (2).')).toBeTruthy();
  });

  it('[APR-11] offers what the book knows, to be copied by hand', async () => {
    await put('meeting:m1', { kind: 'regular', date: '2026-03-05', endedAt: '2026-03-05T09:00:00Z', roster: [person('bbb'), person('x')], 'con/1': { memberId: 'bbb', kind: 'opinion' } });
    await put('task:t1', { what: 'Rà soát hồ sơ', assigneeId: 'bbb', createdAt: '2026-03-05T09:00:00Z', due: '2026-03-31', state: 'done', doneOn: '2026-03-20' });
    await put('duty:bbb-2026', { memberId: 'bbb', year: 2026, text: 'Phụ trách hồ sơ', givenOn: '2026-01-10', self: 'Đã làm đủ' });
    open('/kiem-diem/2026-bbb');
    expect(await screen.findByText('Phụ trách hồ sơ')).toBeTruthy();
    expect(await screen.findByText('Dự 1/1 buổi; vắng có lý do 0, không lý do 0; đến muộn 0')).toBeTruthy();
    expect(screen.getByText('Xong đúng hạn 1, chậm 0, đang làm 0')).toBeTruthy();
    await tap(/^I\.2\. Kết quả/);
    await tap('Chép gợi ý từ sổ vào đây');
    expect(await read('2026-bbb')).toMatchObject({ 'text/tasks': 'Được phân công: Phụ trách hồ sơ\nTự đánh giá việc được phân công: Đã làm đủ\nHoàn thành đúng hạn: Rà soát hồ sơ.' });
    expect(screen.queryByRole('button', { name: 'Chép gợi ý từ sổ vào đây' })).toBeNull();
  });

  it('[APR-3] an exempt member’s page says so, and the secretary may grade them all the same', async () => {
    open('/kiem-diem/2026-ccc');
    expect(await screen.findByText(/được miễn công tác và sinh hoạt đảng/)).toBeTruthy();
    expect(screen.queryByText('Tự xếp loại')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Không xếp loại đồng chí này' }));
    await settle();
    expect(screen.getByText('Tự xếp loại')).toBeTruthy();
  });

  it('[APR-6] the committee’s grade stands, and differs in the open', async () => {
    await put('appraisal:2026-bbb', { form: '2A', vote: { counts: { excellent: 2 }, other: 0, base: 2 } });
    open('/kiem-diem/2026-bbb');
    fireEvent.change(await screen.findByLabelText('Mức xếp loại'), { target: { value: 'wellDone' } });
    await settle();
    expect(screen.getByText('Khác với mức chi bộ biểu quyết (Hoàn thành xuất sắc nhiệm vụ).')).toBeTruthy();
    await type(screen.getByLabelText('Số văn bản'), '12-QĐ/ĐU');
    expect(await read('2026-bbb')).toMatchObject({ 'committee/grade': 'wellDone', 'committee/number': '12-QĐ/ĐU' });
  });

  it('[APR-8] asks before anything old is cleared away, and takes only that', async () => {
    for (const year of [2022, 2023, 2024, 2026]) await put(`appraisal:${year}-bbb`, { form: '2A', comment: 'Tốt' });
    open('/kiem-diem');
    await tap('Xóa bớt');
    expect(Object.keys(await read('2022-bbb')).length).toBe(2);
    await tap('Xóa hẳn');
    expect(await read('2022-bbb')).toEqual({});
    expect(Object.keys(await read('2023-bbb')).length).toBe(2);
    expect(screen.queryByText(/cũ hơn ba năm/)).toBeNull();
  });

  it('a review that was deleted comes back whole', async () => {
    await put('appraisal:2026-bbb', { form: '2A', comment: 'Tốt' });
    open('/kiem-diem/2026-bbb');
    await tap('Xóa trang kiểm điểm này');
    expect(await read('2026-bbb')).toEqual({});
    expect(place.history?.at(-1)).toBe('/kiem-diem/2026');
    await tap('Hoàn tác');
    expect(await read('2026-bbb')).toEqual({ form: '2A', comment: 'Tốt' });
  });

  it('an address of no year says so', () => {
    open('/kiem-diem/xin-chao');
    expect(screen.getByRole('heading', { name: 'Không có trang kiểm điểm này' })).toBeTruthy();
  });
});
