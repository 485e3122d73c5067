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
import { MemberImportPage, MemberPage, MembersPage } from '.';

let saver: Saver;
let place: ReturnType<typeof memoryLocation>;
let n = 0;

function open(path: string): void {
  place = memoryLocation({ path, record: true });
  render(
    <Router hook={place.hook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng">
          <Route path="/dang-vien"><MembersPage /></Route>
          <Route path="/dang-vien/:id">{({ id }) => (id === 'nhap' ? <MemberImportPage /> : <MemberPage key={id} />)}</Route>
        </ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
}

const put = (id: string, fields: Record<string, Json>): Promise<void> =>
  saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key: `member:${id}` as RecordKey, field, value })));
const all = async (): Promise<Fields[]> => (await saver.book.list('member')).map(({ fields }) => fields);
const type = (field: HTMLElement, value: string): void => {
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value } });
};
const leave = async (field: HTMLElement): Promise<void> => {
  fireEvent.blur(field);
  await act(() => saver.flush());
  await act(() => saver.book.settled());
};

beforeAll(() => startI18n('vi', ['common', 'members', 'life', 'duties']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`members-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('the register', () => {
  it('teaches when it is empty', async () => {
    open('/dang-vien');
    expect(await screen.findByRole('heading', { name: 'Sổ chưa có đảng viên nào' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Nhập từ Excel' }).getAttribute('href')).toBe('/dang-vien/nhap');
  });

  it('sorts by given name, counts categories, finds without tone marks and by card number', async () => {
    await put('aaaaaaaa', { name: 'Trần Văn Ước', cardNumber: '27.001234' });
    await put('bbbbbbbb', { name: 'Đỗ Thị Đào', standing: 'probationary' });
    await put('cccccccc', { name: 'Lê Anh', 'status/2020-01-01': 'exempt', position: 'secretary' });
    await put('dddddddd', { name: 'Vũ Đi Rồi', 'status/2020-01-01': 'left' });
    open('/dang-vien');
    const list = within(await screen.findByRole('list', { name: 'Đảng viên' }));
    const names = (): (string | null)[] => list.getAllByRole('link').map((row) => row.textContent);
    expect(names()).toEqual(['Lê AnhBí thưĐược miễn', 'Đỗ Thị ĐàoDự bị', 'Trần Văn Ước']);
    expect(within(screen.getByRole('group', { name: 'Lọc theo diện' })).getAllByRole('button').map((chip) => chip.textContent)).toEqual(['Tất cả3', 'Chính thức2', 'Dự bị1', 'Được miễn1', 'Đã rời chi bộ1']);
    const search = screen.getByRole('searchbox');
    fireEvent.change(search, { target: { value: 'dao do' } });
    expect(names()).toEqual(['Đỗ Thị ĐàoDự bị']);
    fireEvent.change(search, { target: { value: '270012' } });
    expect(names()).toEqual(['Trần Văn Ước']);
    fireEvent.change(search, { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: /Đã rời chi bộ/ }));
    expect(names()).toEqual(['Vũ Đi RồiĐã rời']);
  });
});

describe('the form of a member', () => {
  it('has an address of its own at once, writes as it is typed, tidies when left', async () => {
    open('/dang-vien/moi');
    await waitFor(() => expect(place.history?.at(-1)).toMatch(/^\/dang-vien\/[a-z0-9]{16,}$/));
    const name = await screen.findByRole('textbox', { name: /Họ và tên/ });
    fireEvent.focus(name);
    await leave(name);
    expect(await saver.book.db.rows.count()).toBe(0);
    type(name, '  Nguye\u0302\u0303n  Văn An ');
    await leave(name);
    expect(await all()).toEqual([{ name: 'Nguyễn Văn An' }]);
    type(name, '   ');
    await leave(name);
    await waitFor(async () => expect(await all()).toEqual([]));
  });

  it('writes a date once it is whole, and says so of one that is none', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh' });
    open('/dang-vien/aaaaaaaa');
    const birth = await screen.findByRole('textbox', { name: 'Ngày sinh' });
    type(birth, '05021980');
    await leave(birth);
    expect(await all()).toEqual([{ name: 'Lê Anh', birthDate: '1980-02-05' }]);
    type(birth, '31/02/1980');
    await leave(birth);
    expect(screen.getByText(/Ngày chưa đúng/)).toBeTruthy();
    expect(await all()).toEqual([{ name: 'Lê Anh', birthDate: '1980-02-05' }]);
    type(birth, '');
    await leave(birth);
    expect(await all()).toEqual([{ name: 'Lê Anh' }]);
  });

  it('leads from a member to their notebook and to the review of the year', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh' });
    open('/dang-vien/aaaaaaaa');
    expect((await screen.findByRole('link', { name: 'Sổ phê bình' })).getAttribute('href')).toBe('/so-phe-binh/aaaaaaaa');
    expect(screen.getByRole('link', { name: /^Kiểm điểm năm \d{4}$/ }).getAttribute('href')).toMatch(/^\/kiem-diem\/\d{4}-aaaaaaaa$/);
  });

  it('[IMP-13] does not keep an ID card number, not even its beginning', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh' });
    open('/dang-vien/aaaaaaaa');
    const card = await screen.findByRole('textbox', { name: 'Số thẻ đảng viên' });
    type(card, '03808000123');
    type(card, '038080001234');
    await act(() => saver.flush());
    expect(JSON.stringify(await all())).not.toContain('0380');
    await leave(card);
    expect(screen.getByText(/không giữ số căn cước/)).toBeTruthy();
    expect(JSON.stringify(await all())).not.toContain('0380');
  });

  it('[IMP-15] says when dates contradict each other', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh', joinedOn: '2005-02-03', officialOn: '2004-02-03' });
    open('/dang-vien/aaaaaaaa');
    expect(await screen.findByText('Ngày chính thức trước ngày vào Đảng, xin kiểm tra lại.')).toBeTruthy();
  });

  it('keeps a history of the way of taking part, and undoes a removal', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh' });
    open('/dang-vien/aaaaaaaa');
    fireEvent.click(await screen.findByRole('button', { name: 'Đổi diện sinh hoạt' }));
    const sheet = within(screen.getByRole('dialog', { name: 'Đổi diện sinh hoạt' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Ghi vào sổ' }));
    expect(sheet.getByText('Xin chọn một diện.')).toBeTruthy();
    fireEvent.click(sheet.getByRole('radio', { name: 'Được miễn công tác và sinh hoạt' }));
    type(sheet.getByRole('textbox', { name: 'Từ ngày' }), '01/06/2024');
    fireEvent.click(sheet.getByRole('button', { name: 'Ghi vào sổ' }));
    expect(await screen.findByText('Từ ngày 01/06/2024')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Xóa dòng: Được miễn công tác và sinh hoạt, từ 01/06/2024' }));
    await waitFor(async () => expect(await all()).toEqual([{ name: 'Lê Anh' }]));
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(async () => expect(await all()).toEqual([{ name: 'Lê Anh', 'status/2024-06-01': 'exempt' }]));
  });

  it('deletes only after asking, and undoes it', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh', position: 'deputy' });
    open('/dang-vien/aaaaaaaa');
    fireEvent.click(await screen.findByRole('button', { name: 'Xóa khỏi sổ' }));
    expect(await all()).toHaveLength(1);
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Xóa' }));
    await waitFor(async () => expect(await all()).toEqual([]));
    await waitFor(() => expect(place.history?.at(-1)).toBe('/dang-vien'));
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(async () => expect(await all()).toEqual([{ name: 'Lê Anh', position: 'deputy' }]));
  });
});

describe('the import', () => {
  const paste = async (text: string): Promise<void> => {
    type(await screen.findByRole('textbox', { name: 'Danh sách' }), text);
    fireEvent.click(screen.getByRole('button', { name: 'Đọc danh sách' }));
  };
  const next = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Xem từng hàng' }));

  it('writes nothing before it is confirmed, and then all that was chosen', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh' });
    open('/dang-vien/nhap');
    await paste('Họ và tên\tNgày sinh\nTRẦN VĂN BA\t05/02/1980\nLê Anh\t06/02/1985\nVũ Không Lấy\t31/02/1990');
    expect(await screen.findByText(/Nhận ra 2 trong 2 cột/)).toBeTruthy();
    next();
    const rows = within(await screen.findByRole('list', { name: 'Các hàng' })).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Trần Văn BaThêm mớiHàng 2 · sinh 05/02/1980'),
      expect.stringContaining('Ngày sinh: chưa có → 06/02/1985'),
      expect.stringContaining('“31/02/1990”: Ngày sinh: không đọc được ngày, để trống.'),
    ]);
    expect(await all()).toEqual([{ name: 'Lê Anh' }]);
    fireEvent.click(screen.getByRole('checkbox', { name: /Vũ Không Lấy/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Nhập 2 đồng chí' }));
    expect(await screen.findByText('Đã thêm 1 đồng chí vào sổ. Đã cập nhật 1 đồng chí.')).toBeTruthy();
    expect(await all()).toEqual(expect.arrayContaining([{ name: 'Lê Anh', birthDate: '1985-02-06' }, { name: 'Trần Văn Ba', birthDate: '1980-02-05' }]));
  });

  it('lets a person say that a namesake is somebody else', async () => {
    await put('aaaaaaaa', { name: 'Lê Anh' });
    open('/dang-vien/nhap');
    await paste('Họ và tên\tNgày sinh\nLê Anh\t06/02/1985');
    next();
    fireEvent.click(await screen.findByRole('button', { name: 'Người khác, thêm mới' }));
    fireEvent.click(screen.getByRole('button', { name: 'Nhập 1 đồng chí' }));
    await screen.findByText('Đã thêm 1 đồng chí vào sổ.');
    expect(await all()).toHaveLength(2);
  });

  it('changes what a column means, and does not go on without names', async () => {
    open('/dang-vien/nhap');
    await paste('Họ và tên\tNgày sinh\nLê Anh\t06/02/1985');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Họ và tên' }), { target: { value: 'ignore' } });
    next();
    expect(screen.getByText(/Chưa có cột nào là họ và tên/)).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Họ và tên' }), { target: { value: 'name' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Ngày sinh' }), { target: { value: 'joinedOn' } });
    next();
    expect(await screen.findByText(/vào Đảng 06\/02\/1985/)).toBeTruthy();
  });

  it('keeps everything when the page is left, and shows why a text cannot be read', async () => {
    open('/dang-vien/nhap');
    await paste('   ');
    expect(await screen.findByText('Chưa có hàng nào để đọc')).toBeTruthy();
    await paste('Họ và tên\tNgày sinh\nLê Anh\t06/02/1985');
    next();
    await screen.findByText('Lê Anh');
    cleanup();
    open('/dang-vien/nhap');
    expect(await screen.findByText('Lê Anh')).toBeTruthy();
    expect(await all()).toEqual([]);
  });

  it('does not add twice when the first writing failed', async () => {
    open('/dang-vien/nhap');
    await paste('Họ và tên\tNgày sinh\nLê Anh\t06/02/1985');
    next();
    const write = vi.spyOn(saver.book, 'write').mockRejectedValueOnce(new Error('full'));
    fireEvent.click(await screen.findByRole('button', { name: 'Nhập 1 đồng chí' }));
    expect(await screen.findByText('Chưa lưu được xuống máy')).toBeTruthy();
    write.mockRestore();
    fireEvent.click(screen.getByRole('button', { name: 'Lưu lại' }));
    await screen.findByText('Đã thêm 1 đồng chí vào sổ.');
    expect(await all()).toEqual([{ name: 'Lê Anh', birthDate: '1985-02-06' }]);
  });
});
