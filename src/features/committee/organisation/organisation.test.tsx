// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeServer, type Reply } from '../../../../tests/fixtures/committee';
import { BEGINNING, type BodyKind } from '@/domain';
import { startI18n } from '@/i18n';
import type { BodiesAnswer } from '@/sync/committee';
import { CommitteeApp } from '..';

const BODIES = 'GET /v1/committee/bodies';
const CHANGES = 'POST /v1/committee/bodies/changes';
const body = (id: string, kind: BodyKind, name: string, superior: string | null, over: object = {}): [BodiesAnswer['bodies'][number], BodiesAnswer['periods'][number]] => [
  { id, code: id, kind },
  { body: id, seq: 1, from: BEGINNING, act: 'add', change: 'file', name, superior, cluster: '', letterhead: '', placeName: '', term: '', ended: false, successors: [], ...over },
];
const all = [
  body('goc-0001', 'upper', 'Đảng bộ Khối', null, { placeName: 'Thanh Hóa' }),
  body('so-00001', 'party', 'Đảng bộ Sở Xây dựng', 'goc-0001', { cluster: 'Cụm 1' }),
  body('chi-bo-1', 'cell', 'Chi bộ Đường Sắt', 'so-00001'),
  body('chi-bo-2', 'cell', 'Chi bộ Bưu điện', 'so-00001'),
];
const ANSWER: BodiesAnswer = { today: '2026-02-20', bodies: all.map(([one]) => one), periods: all.map(([, period]) => period), changes: [], devices: { 'chi-bo-1': 0, 'chi-bo-2': 1 } };

let server: ReturnType<typeof fakeServer>;
function open(path: string, replies: Record<string, Reply> = {}): void {
  server = fakeServer({ 'GET /v1/committee/me': { ok: { committee: { id: 'goc-0001', name: 'Đảng ủy Khối' }, signedInAt: '2026-02-20T03:00:00.000Z' } }, [BODIES]: { ok: ANSWER }, ...replies });
  vi.stubGlobal('fetch', server.fetch);
  history.replaceState(null, '', path);
  render(<CommitteeApp />);
}
const type = (label: string | RegExp, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const sent = (call: string): unknown[] => server.asked.filter((one) => one.call === call).map(({ init }) => JSON.parse(String(init.body)) as unknown);

beforeAll(() => startI18n('vi', ['common', 'app', 'committee', 'errors', 'organisation']));
afterAll(() => void vi.unstubAllGlobals());

describe('the tree of the organisation', () => {
  it('[ORG-4] opens level by level, and is searched without tone marks', async () => {
    open('/cap-uy/to-chuc');
    expect(await screen.findByRole('link', { name: /Đảng bộ Sở Xây dựng/ })).toBeTruthy();
    expect(screen.queryByText('Chi bộ Đường Sắt')).toBeNull();
    press('Mở Đảng bộ Sở Xây dựng');
    expect(screen.getByRole('link', { name: /Chi bộ Đường Sắt/ }).getAttribute('href')).toBe('/cap-uy/to-chuc/chi-bo-1');
    type(/^Tìm theo tên/, 'buu dien');
    expect(screen.getByText('Tìm thấy 1 tổ chức')).toBeTruthy();
    type(/^Tìm theo tên/, '');
    type('Cụm', 'Cụm 1');
    expect(screen.getByText('Tìm thấy 3 tổ chức')).toBeTruthy();
  });

  it('says when the line is cut', async () => {
    open('/cap-uy/to-chuc', { [BODIES]: 'offline' });
    expect(await screen.findByText(/Không liên lạc được với máy chủ/)).toBeTruthy();
  });
});

describe('one organisation', () => {
  it('[ORG-8] a new name is looked at before it is made, goes once under its id, and stands in the history', async () => {
    open('/cap-uy/to-chuc/chi-bo-1', { [CHANGES]: 'offline' });
    fireEvent.click(await screen.findByRole('button', { name: 'Đổi tên, sửa thông tin' }));
    const dialog = screen.getByRole('dialog');
    type('Tên tổ chức', 'Chi bộ Đường sắt Thanh Hóa');
    type('Căn cứ', 'QĐ 12');
    expect(within(dialog).getByText('Tên tổ chức: Chi bộ Đường Sắt → Chi bộ Đường sắt Thanh Hóa')).toBeTruthy();
    press('Ghi thay đổi');
    expect(await within(dialog).findByText(/Không liên lạc được/)).toBeTruthy();
    server.replies[CHANGES] = { ok: { state: 'made', change: { id: 'change-01', from: '2026-02-20', person: '', note: 'QĐ 12', acts: 1, madeAt: '2026-02-20T03:00:00.000Z' } } };
    const [first, was] = [all[2]![1], '2026-02-20'];
    server.replies[BODIES] = { ok: { ...ANSWER, periods: [...ANSWER.periods, { ...first, seq: 2, from: was, act: 'amend', change: 'change-01', name: 'Chi bộ Đường sắt Thanh Hóa' }], changes: [{ id: 'change-01', from: was, person: '', note: 'QĐ 12', acts: 1, madeAt: '2026-02-20T03:00:00.000Z' }] } };
    press('Ghi thay đổi');
    expect(await screen.findByText('Từ 20/02/2026')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Chi bộ Đường sắt Thanh Hóa');
    const [one, two] = sent(CHANGES) as { id: string }[];
    expect(one).toEqual({ id: one?.id, from: '2026-02-20', note: 'QĐ 12', acts: [{ act: 'amend', body: 'chi-bo-1', standing: { name: 'Chi bộ Đường sắt Thanh Hóa' } }] });
    expect(two?.id).toBe(one?.id);
  });

  it('[ORG-6] a merge names what it goes into; [ORG-5] what cannot be is said and not sent', async () => {
    open('/cap-uy/to-chuc/chi-bo-1', { [CHANGES]: { refuse: 'bodyLater', path: 'acts.0' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Sáp nhập' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).queryByText('Chi bộ Đường Sắt')).toBeNull();
    fireEvent.click(within(dialog).getByRole('button', { name: /Chi bộ Bưu điện/ }));
    expect(within(dialog).getByText('Nhập vào Chi bộ Bưu điện')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Sáp nhập' }));
    expect(await within(dialog).findByText(/thay đổi từ ngày muộn hơn/)).toBeTruthy();
    expect(sent(CHANGES)).toMatchObject([{ acts: [{ act: 'merge', bodies: ['chi-bo-1'], into: 'chi-bo-2' }] }]);
  });

  it('[ORG-5] what others stand beneath is not ended', async () => {
    open('/cap-uy/to-chuc/so-00001');
    fireEvent.click(await screen.findByRole('button', { name: 'Kết thúc' }));
    expect(within(screen.getByRole('dialog')).getByText(/Bên dưới còn tổ chức trực thuộc/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Kết thúc tổ chức' }).hasAttribute('disabled')).toBe(true);
  });

  it('[ORG-8] a new one beneath it', async () => {
    open('/cap-uy/to-chuc/so-00001', { [CHANGES]: { refuse: 'bodyTaken' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm tổ chức trực thuộc' }));
    type('Mã', 'moi');
    type('Tên tổ chức', 'Chi bộ Mới');
    expect(screen.getByText('Thêm mới: Chi bộ trực thuộc, thuộc Đảng bộ Sở Xây dựng')).toBeTruthy();
    press('Thêm');
    expect(await screen.findByText(/Mã đã thuộc về một tổ chức khác/)).toBeTruthy();
    expect(sent(CHANGES)).toMatchObject([{ acts: [{ act: 'add', code: 'moi', kind: 'cell', standing: { name: 'Chi bộ Mới', superior: 'so-00001' } }] }]);
  });
});

describe('codes on paper', () => {
  it('[COM-7] asks for those without a device, and shows each code once on a slip', async () => {
    open('/cap-uy/to-chuc/ma', { 'POST /v1/committee/codes': { ok: { codes: [{ cell: 'chi-bo-1', code: 'ABCDE-12345', expiresAt: '2026-03-06T03:00:00.000Z' }] } } });
    expect(await screen.findByText('1 chi bộ chưa có máy')).toBeTruthy();
    press('Tạo mã');
    expect(await screen.findByText('ABCDE-12345')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Mã QR kích hoạt của Chi bộ Đường Sắt' })).toBeTruthy();
    await waitFor(() => expect(sent('POST /v1/committee/codes')).toEqual([{ cells: ['chi-bo-1'] }]));
  });
});
