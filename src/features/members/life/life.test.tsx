// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import { dateInVietnam, type Change, type Fields, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { LifePage, MemberPage, MembersPage } from '..';

let saver: Saver;
let place: ReturnType<typeof memoryLocation>;
let n = 0;
const TODAY = dateInVietnam(new Date().toISOString());

function open(path: string): void {
  place = memoryLocation({ path, record: true });
  render(
    <Router hook={place.hook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng thông báo">
          <Route path="/dang-vien"><MembersPage /></Route>
          <Route path="/dang-vien/:id">{({ id }) => <MemberPage key={id} />}</Route>
          <Route path="/qua-trinh/:id"><LifePage /></Route>
        </ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
}
const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value })));
const members = async (): Promise<Fields[]> => (await saver.book.list('member')).map(({ fields }) => fields);
const tap = async (name: string | RegExp): Promise<void> => void fireEvent.click(await screen.findByRole('button', { name }));
const type = (label: string | RegExp, value: string): void => {
  const field = screen.getByRole('textbox', { name: label });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};
/** Opens the next step, fills in what is given, writes it. */
async function write(step: string, texts: Record<string, string> = {}): Promise<void> {
  await tap(`Ghi bước này: ${step}`);
  const sheet = await screen.findByRole('dialog', { name: step });
  await within(sheet).findByRole('button', { name: 'Ghi vào sổ' });
  for (const [label, value] of Object.entries(texts)) type(label, value);
  fireEvent.click(within(sheet).getByRole('button', { name: 'Ghi vào sổ' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await act(() => saver.flush());
}
/** A vote that was taken outside the book. */
async function voted(yes: number, base: number): Promise<void> {
  const sheet = within(await screen.findByRole('dialog'));
  fireEvent.change(sheet.getByRole('spinbutton', { name: 'Số đảng viên chính thức tính phiếu' }), { target: { value: String(base) } });
  fireEvent.change(sheet.getByRole('spinbutton', { name: 'Số phiếu tán thành' }), { target: { value: String(yes) } });
  fireEvent.click(sheet.getByRole('button', { name: 'Ghi vào sổ' }));
  await act(() => saver.flush());
}

// Pages in parts that load as they are shown, and many steps each: a busy machine takes its time.
vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });

beforeAll(() => startI18n('vi', ['common', 'members', 'life', 'duties']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`life-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('the life of a member on the screen', () => {
  it('[LIFE-7] admits somebody step by step; a vote short of two thirds stops it, and nobody is in the register before the ceremony', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', officialOn: '2010-01-01' });
    open('/dang-vien');
    await tap('Thêm');
    await tap(/^Kết nạp đảng viên/);
    await waitFor(() => expect(place.history?.at(-1)).toMatch(/^\/qua-trinh\/[a-z0-9]{16,}$/));
    const vote = 'Ghi bước này: Chi bộ biểu quyết đề nghị kết nạp';
    expect(((await screen.findByRole('button', { name: vote })) as HTMLButtonElement).disabled).toBe(true);
    type(/^Họ và tên/, 'Trần Văn Mới');
    await act(() => saver.flush());
    await tap(vote);
    expect(screen.getByText('Cần từ 2/3 số đảng viên chính thức được triệu tập tán thành.')).toBeTruthy();
    await voted(5, 9);
    expect(await screen.findByText(/Chi bộ không thông qua: 5\/9 phiếu tán thành, cần 6/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Ghi bước này: Gửi hồ sơ/ })).toBeNull();
    await tap(vote);
    await voted(6, 9);
    await write('Gửi hồ sơ đề nghị cấp ủy');
    await write('Cấp ủy ra quyết định kết nạp', { 'Số văn bản': '15-QĐ/ĐU' });
    expect(await members()).toHaveLength(1);
    await write('Tổ chức lễ kết nạp');
    await waitFor(async () => expect(await members()).toContainEqual({ name: 'Trần Văn Mới', standing: 'probationary', joinedOn: TODAY, cellFrom: TODAY }));
    expect(await screen.findByRole('link', { name: 'Mở trang đảng viên' })).toBeTruthy();
    await tap('Hoàn tác');
    await waitFor(async () => expect(await members()).toHaveLength(1));
  });

  it('[LIFE-2] shows candidates apart from the register, and what is under way', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', officialOn: '2010-01-01' });
    await put('life:bbbbbbbb', { kind: 'admission', openedOn: TODAY, name: 'Trần Văn Mới' });
    await put('life:cccccccc', { kind: 'removal', openedOn: TODAY, memberId: 'aaaaaaaa' });
    await put('life:dddddddd', { kind: 'admission', openedOn: TODAY });
    open('/dang-vien');
    expect((await screen.findByRole('list', { name: 'Quần chúng đang xét kết nạp' })).textContent).toBe('Trần Văn MớiKết nạp đảng viên · Tiếp theo: Chi bộ biểu quyết đề nghị kết nạp');
    expect(screen.getByRole('list', { name: 'Việc đang làm' }).textContent).toContain('Lê AnhXóa tên');
    expect(screen.getByRole('list', { name: 'Đảng viên' }).textContent).not.toContain('Trần Văn Mới');
  });

  it('[LIFE-9] lets a member leave from their own page, corrects the day, and takes the step back', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', officialOn: '2010-01-01' });
    open('/dang-vien/aaaaaaaa');
    await tap('Bắt đầu một việc');
    await tap(/^Chuyển sinh hoạt đi/);
    await write('Cấp giấy giới thiệu', { 'Số văn bản': '03-GGT', 'Chi bộ, đảng bộ bên kia': 'Đảng bộ phường Hạc Thành' });
    await write('Rời chi bộ', { 'Ngày rời đi': '02/11/2026' });
    await waitFor(async () => expect(await members()).toEqual([{ name: 'Lê Anh', officialOn: '2010-01-01', 'status/2026-11-02': 'left' }]));
    await tap(/^Rời chi bộ.*Sửa$/);
    type('Ngày rời đi', '05/11/2026');
    await tap('Ghi vào sổ');
    await waitFor(async () => expect(await members()).toEqual([{ name: 'Lê Anh', officialOn: '2010-01-01', 'status/2026-11-05': 'left' }]));
    await tap(/^Rời chi bộ.*Sửa$/);
    await tap('Bỏ bước này');
    await waitFor(async () => expect(await members()).toEqual([{ name: 'Lê Anh', officialOn: '2010-01-01' }]));
  });

  it('[LIFE-5] asks for the end of a temporary stay, and says when it is too short', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', officialOn: '2010-01-01' });
    await put('life:eeeeeeee', { kind: 'temporaryOut', openedOn: '2026-11-01', memberId: 'aaaaaaaa', 'letter/on': '2026-11-01' });
    open('/qua-trinh/eeeeeeee');
    await tap('Ghi bước này: Bắt đầu sinh hoạt tạm thời nơi khác');
    await tap('Ghi vào sổ');
    expect(await screen.findByText('Xin ghi ngày này.')).toBeTruthy();
    type('Ngày rời đi', '02/11/2026');
    type('Đến hết ngày', '02/12/2026');
    await tap('Ghi vào sổ');
    expect(await screen.findByText(/Sinh hoạt tạm thời phải từ 3 tháng/)).toBeTruthy();
    expect(await members()).toEqual([{ name: 'Lê Anh', officialOn: '2010-01-01', 'status/2026-11-02': 'temporaryOut' }]);
  });

  it('[LIFE-6] takes the result of a meeting in the book, and says when it is gone', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', standing: 'probationary', joinedOn: '2025-11-01' });
    await put('meeting:mmmmmmmm', { kind: 'regular', date: '2026-11-10', startedAt: '2026-11-10T01:00:00.000Z', endedAt: '2026-11-10T03:00:00.000Z', 'vote/v1': { decision: 'becomingOfficial', yes: 8, no: 0, other: 1, base: 9, inRoom: 9, at: '2026-11-10T02:00:00.000Z' }, 'vote/v1/question': 'Công nhận đồng chí Lê Anh' });
    await put('life:ffffffff', { kind: 'official', openedOn: '2026-11-09', memberId: 'aaaaaaaa' });
    open('/qua-trinh/ffffffff');
    expect(await screen.findByText('Hết thời gian dự bị ngày 01/11/2026.')).toBeTruthy();
    await tap('Ghi bước này: Chi bộ biểu quyết đề nghị công nhận');
    await tap(/^Công nhận đồng chí Lê Anh/);
    expect(await screen.findByText(/8\/9 phiếu tán thành \(cần 6\)/)).toBeTruthy();
    await put('meeting:mmmmmmmm', { 'vote/v1': null, 'vote/v1/question': null });
    expect(await screen.findByText(/không còn trong sổ/)).toBeTruthy();
  });

  it('[LIFE-12] says on the member’s page and in the register that probation is over', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', standing: 'probationary', joinedOn: '2020-01-01' });
    open('/dang-vien');
    expect(await screen.findByText(/Đã hết thời gian dự bị từ ngày 01\/01\/2021/)).toBeTruthy();
    cleanup();
    open('/dang-vien/aaaaaaaa');
    await tap('Xét công nhận chính thức');
    await waitFor(() => expect(place.history?.at(-1)).toMatch(/^\/qua-trinh\//));
  });

  it('gives something up with its reason, takes it up again, and deletes it with what it changed', async () => {
    await put('member:aaaaaaaa', { name: 'Lê Anh', officialOn: '2010-01-01', 'status/2026-11-02': 'suspended' });
    await put('life:gggggggg', { kind: 'suspension', openedOn: '2026-11-01', memberId: 'aaaaaaaa', 'decision/on': '2026-11-01', 'start/on': '2026-11-02' });
    await put('life:hhhhhhhh', { kind: 'leaving', openedOn: '2026-11-01', memberId: 'aaaaaaaa' });
    open('/qua-trinh/hhhhhhhh');
    await tap('Dừng việc này');
    type('Lý do dừng', 'Đồng chí rút đơn');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Dừng việc này' }));
    expect(await screen.findByText('Đồng chí rút đơn')).toBeTruthy();
    await tap('Mở lại');
    expect(await screen.findByRole('button', { name: /^Ghi bước này/ })).toBeTruthy();
    cleanup();
    open('/qua-trinh/gggggggg');
    await tap('Xóa việc này');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Xóa' }));
    await waitFor(async () => expect(await members()).toEqual([{ name: 'Lê Anh', officialOn: '2010-01-01' }]));
    expect(place.history?.at(-1)).toBe('/dang-vien/aaaaaaaa');
  });
});
