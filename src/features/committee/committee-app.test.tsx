// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, ME, MONTH, NOW, type Reply } from '../../../tests/fixtures/committee';
import { startI18n } from '@/i18n';
import { CommitteeApp } from '.';
import { CellTable } from './cell-table';
import { PLAIN_VIEW, type View } from './cells';

const OVERVIEW = 'GET /v1/committee/overview?month=2026-02';
const SIGN_IN = 'POST /v1/committee/sign-in';
const TOKEN = 'k'.repeat(43);
const SIGNED_IN: Record<string, Reply> = { 'GET /v1/committee/me': { ok: ME }, [OVERVIEW]: { ok: MONTH } };

let server: ReturnType<typeof fakeServer>;
function open(path: string, replies: Record<string, Reply> = SIGNED_IN): void {
  server = fakeServer({ ...replies });
  vi.stubGlobal('fetch', server.fetch);
  history.replaceState(null, '', path);
  render(<CommitteeApp />);
}
const calls = (call: string): number => server.asked.filter((one) => one.call === call).length;
const cards = (): string[] => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
const listed = (): Promise<HTMLElement> => screen.findByRole('heading', { level: 2, name: 'Các chi bộ' });
const type = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeAll(() => startI18n('vi', ['common', 'app', 'committee', 'errors']));
beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => void vi.restoreAllMocks());
// Not after each test: a question asked as a test ends must not go out to the real network.
afterAll(() => void vi.unstubAllGlobals());

describe('signing in by a link', () => {
  it('takes the token out of the address at once, and goes on to the month', async () => {
    open(`/cap-uy/vao#${TOKEN}`, { ...SIGNED_IN, [SIGN_IN]: { ok: ME } });
    expect(location.hash).toBe('');
    await listed();
    expect(location.pathname).toBe('/cap-uy');
    expect(screen.getByRole('link', { name: 'Đảng ủy Thử Nghiệm' })).toBeTruthy();
    expect(server.asked.filter(({ call }) => call === SIGN_IN).map(({ init }) => init.body)).toEqual([JSON.stringify({ token: TOKEN })]);
  });

  it.each([
    ['codeUsed', /đã dùng rồi/],
    ['codeExpired', /đã hết hạn/],
    ['codeUnknown', /không nhận ra liên kết/],
    ['invalid', /không nhận ra liên kết/],
    ['tooManyRequests', /quá nhiều lần/],
    ['internal', /Máy chủ đang trục trặc/],
  ])('says what is wrong: %s', async (code, words) => {
    open(`/cap-uy/vao#${TOKEN}`, { [SIGN_IN]: { refuse: code }, 'GET /v1/committee/me': { refuse: 'unauthorized', status: 401 } });
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(location.hash).toBe('');
  });

  it('tells another server’s page from ours', async () => {
    open(`/cap-uy/vao#${TOKEN}`, { [SIGN_IN]: 'html' });
    expect((await screen.findByRole('alert')).textContent).toMatch(/không phải máy chủ của Sổ Chi bộ/);
  });

  it('keeps the token through a cut line, and tries again with it', async () => {
    open(`/cap-uy/vao#${TOKEN}`, { ...SIGNED_IN, [SIGN_IN]: 'offline' });
    expect((await screen.findByRole('alert')).textContent).toMatch(/Không liên lạc được với máy chủ/);
    server.replies[SIGN_IN] = { ok: ME };
    fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await listed();
    expect(server.asked.filter(({ call }) => call === SIGN_IN).map(({ init }) => init.body)).toEqual(Array(2).fill(JSON.stringify({ token: TOKEN })));
  });

  it('lets in whom a used link has let in before', async () => {
    open(`/cap-uy/vao#${TOKEN}`, { ...SIGNED_IN, [SIGN_IN]: { refuse: 'codeUsed' } });
    await listed();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes a second link that is opened in the same tab', async () => {
    open(`/cap-uy/vao#${TOKEN}`, { ...SIGNED_IN, [SIGN_IN]: { refuse: 'codeExpired' } });
    await screen.findByRole('alert');
    server.replies[SIGN_IN] = { ok: ME };
    act(() => {
      location.hash = `#${'m'.repeat(43)}`;
      dispatchEvent(new HashChangeEvent('hashchange'));
    });
    await listed();
    expect(server.asked.some(({ init }) => String(init.body).includes('mmm'))).toBe(true);
  });

  it('explains itself without a token', async () => {
    open('/cap-uy/vao', { 'GET /v1/committee/me': { refuse: 'unauthorized', status: 401 } });
    expect(await screen.findByText(/đăng nhập bằng passkey hoặc mật khẩu của mình/)).toBeTruthy();
    expect(calls(SIGN_IN)).toBe(0);
  });
});

describe('the month of all cells', () => {
  it('shows every cell with its state, and the month in numbers', async () => {
    open('/cap-uy?thang=2026-02');
    await listed();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tình hình sinh hoạt chi bộ tháng 02/2026');
    expect(cards()).toEqual(['Chi bộ 2', 'Chi bộ 10', 'Chi bộ Bưu Điện', 'Chi bộ Đường Sắt', 'Chi bộ Hải Quan']);
    const [two, , post, rail, customs] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading', { level: 3 }));
    expect(two?.textContent).toMatch(/Đã gửi hồ sơ/);
    expect(within(two!).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/cap-uy/ho-so/submission-0002', '/cap-uy/ho-so/submission-0003']);
    expect(two?.textContent).toMatch(/27\/30 đồng chí \(90%\).*95.*Tốt.*Bất thường.*66,7%.*Chưa chấm/);
    expect(post?.textContent).toMatch(/Máy chưa kích hoạt/);
    expect(rail?.textContent).toMatch(/Chưa gửi.*Máy liên lạc lần cuối 09:00 19\/02\/2026/);
    expect(customs?.textContent).toMatch(/Lâu không thấy máy/);
    const numbers = screen.getByRole('region', { name: 'Tổng hợp tháng' }).textContent;
    expect(numbers).toMatch(/5Chi bộ trực thuộc2 \/ 5Đã họp và gửi hồ sơ3Chưa có hồ sơ91,5Điểm tự chấm trung bình81,3%Tỷ lệ dự: 65\/80 lượt/);
    expect(screen.getAllByRole('button', { name: /^Cấp mã kích hoạt cho/ })).toHaveLength(1);
  });

  it('searches without tone marks, filters by state, and says so when nothing fits', async () => {
    open('/cap-uy?thang=2026-02');
    await listed();
    type('Tìm chi bộ, không cần dấu', 'duong');
    expect(cards()).toEqual(['Chi bộ Đường Sắt']);
    fireEvent.click(screen.getByRole('button', { name: /^Đã gửi hồ sơ/ }));
    expect(screen.getByText('Không có chi bộ nào khớp')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Xem tất cả chi bộ' }));
    expect(cards()).toHaveLength(5);
    type('Sắp xếp', 'points-up');
    expect(cards()[0]).toBe('Chi bộ 10');
  });

  it('goes from month to month, and not into the future', async () => {
    open('/cap-uy', { ...SIGNED_IN, 'GET /v1/committee/overview?month=2026-01': { ok: { ...MONTH, month: '2026-01', cells: MONTH.cells.map((one) => ({ ...one, meetings: [] })) } } });
    await listed();
    expect(screen.queryByRole('link', { name: 'Tháng sau' })).toBeNull();
    fireEvent.click(screen.getByRole('link', { name: 'Tháng trước' }));
    expect(await screen.findByText('Chưa có hồ sơ nào trong tháng 01/2026')).toBeTruthy();
    expect(cards()).toHaveLength(5);
    expect(location.search).toBe('?thang=2026-01');
    fireEvent.click(screen.getByRole('link', { name: 'Về tháng này' }));
    await waitFor(() => expect(screen.queryByText(/Chưa có hồ sơ nào/)).toBeNull());
  });

  it('teaches when there are no cells', async () => {
    open('/cap-uy?thang=2026-02', { ...SIGNED_IN, [OVERVIEW]: { ok: { month: '2026-02', cells: [] } } });
    expect(await screen.findByText('Chưa có chi bộ nào')).toBeTruthy();
  });

  it('says when the line is cut, tries again, and keeps what was loaded when it is cut later', async () => {
    open('/cap-uy?thang=2026-02', { ...SIGNED_IN, [OVERVIEW]: 'offline' });
    expect(await screen.findByText(/Không liên lạc được với máy chủ/)).toBeTruthy();
    server.replies[OVERVIEW] = { ok: MONTH };
    fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await listed();
    server.replies[OVERVIEW] = 'offline';
    fireEvent.click(screen.getByRole('button', { name: 'Cập nhật số liệu' }));
    expect(await screen.findByText('Đang xem số liệu đã tải lúc 10:00 20/02/2026')).toBeTruthy();
    expect(cards()).toHaveLength(5);
  });

  it('says when the session is over, and shows nothing of the cells', async () => {
    open('/cap-uy?thang=2026-02');
    await listed();
    await screen.findByRole('button', { name: 'Đăng xuất' });
    server.replies[OVERVIEW] = { refuse: 'unauthorized', status: 401 };
    fireEvent.click(screen.getByRole('button', { name: 'Cập nhật số liệu' }));
    expect(await screen.findByRole('heading', { name: 'Phiên làm việc đã hết' })).toBeTruthy();
    expect(screen.queryByText('Chi bộ 10')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Đăng xuất' })).toBeNull();
  });

  it('explains how to sign in to whom it does not know', async () => {
    open('/cap-uy', { 'GET /v1/committee/me': { refuse: 'unauthorized', status: 401 }, [OVERVIEW]: { refuse: 'unauthorized', status: 401 } });
    expect(await screen.findByRole('heading', { name: 'Đăng nhập trang của cấp ủy' })).toBeTruthy();
    expect(screen.queryByText('Phiên làm việc đã hết')).toBeNull();
  });

  it('signs out, and stays when the server did not hear of it', async () => {
    open('/cap-uy?thang=2026-02');
    await listed();
    fireEvent.click(await screen.findByRole('button', { name: 'Đăng xuất' }));
    expect(await screen.findByText(/Chưa đăng xuất được/)).toBeTruthy();
    server.replies['POST /v1/committee/sign-out'] = { ok: {} };
    fireEvent.click(screen.getByRole('button', { name: 'Đăng xuất' }));
    expect(await screen.findByRole('heading', { name: 'Đã đăng xuất' })).toBeTruthy();
    expect(screen.queryByText('Chi bộ 10')).toBeNull();
  });
});

describe('an activation code', () => {
  const CODE = 'POST /v1/committee/cells/cell-0004/codes';

  it('is asked for in two steps, shown once, and gone when the window is closed', async () => {
    open('/cap-uy?thang=2026-02', { ...SIGNED_IN, [CODE]: { ok: { code: 'ABCDE-FGHJK', expiresAt: '2026-03-06T03:00:00.000Z' } } });
    await listed();
    fireEvent.click(screen.getByRole('button', { name: 'Cấp mã kích hoạt cho Chi bộ Bưu Điện' }));
    expect(calls(CODE)).toBe(0);
    fireEvent.click(screen.getByRole('button', { name: 'Tạo mã' }));
    const slip = await screen.findByRole('group', { name: 'Mã của Chi bộ Bưu Điện' });
    expect(slip.textContent).toMatch(/ABCDE-FGHJKDùng được đến 10:00 06\/03\/2026/);
    expect(screen.queryByRole('button', { name: 'Tạo mã' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Đóng' }));
    expect(screen.queryByText('ABCDE-FGHJK')).toBeNull();
    expect(calls(CODE)).toBe(1);
  });

  it('says when it could not be made', async () => {
    open('/cap-uy?thang=2026-02', { ...SIGNED_IN, [CODE]: 'offline' });
    await listed();
    fireEvent.click(screen.getByRole('button', { name: 'Cấp mã kích hoạt cho Chi bộ Bưu Điện' }));
    fireEvent.click(screen.getByRole('button', { name: 'Tạo mã' }));
    expect(await screen.findByText('Chưa tạo được mã')).toBeTruthy();
  });
});

describe('the table of a wide screen', () => {
  it('has a row for each meeting, and sorts by its heads, the second tap the other way', () => {
    const onView = vi.fn<(view: View) => void>();
    const table = (view = PLAIN_VIEW) => <CellTable cells={MONTH.cells} month="2026-02" now={NOW} view={view} onView={onView} onCode={() => undefined} />;
    const { rerender } = render(table());
    expect(screen.getAllByRole('row')).toHaveLength(7);
    expect(screen.getByRole('rowheader', { name: 'Chi bộ 2' }).getAttribute('rowspan')).toBe('2');
    fireEvent.click(screen.getByRole('button', { name: 'Buổi họp' }));
    expect(onView).toHaveBeenLastCalledWith({ ...PLAIN_VIEW, sort: 'date', down: true });
    rerender(table({ ...PLAIN_VIEW, sort: 'date', down: true }));
    expect(screen.getByRole('columnheader', { name: 'Buổi họp' }).getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(screen.getByRole('button', { name: 'Buổi họp' }));
    expect(onView).toHaveBeenLastCalledWith({ ...PLAIN_VIEW, sort: 'date', down: false });
  });
});
