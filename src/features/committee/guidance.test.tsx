// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeServer, ME, MONTH, type Reply } from '../../../tests/fixtures/committee';
import { dateInVietnam, monthOf, stepsOf, wordingField } from '@/domain';
import { startI18n } from '@/i18n';
import { procedureFor } from '@/packs';
import type { GuidanceView } from '@/sync/committee';
import { CommitteeApp } from '.';

const ASK = 'GET /v1/committee/guidance';
const SEND = 'POST /v1/committee/guidance';
const TODAY = dateInVietnam(new Date().toISOString());
const PACK = procedureFor('regular', 'hd42-2025')!;
const [FIRST, SECOND] = stepsOf(PACK) as [(typeof PACK)['phases'][number]['steps'][number], (typeof PACK)['phases'][number]['steps'][number]];
const LABEL = wordingField(PACK.id, FIRST.id, 'label');

const sent = (id: string, more: Partial<GuidanceView> = {}): GuidanceView => ({
  id,
  issuedAt: '2026-02-20T03:00:00.000Z',
  person: 'Trần Văn Bình, Phó Bí thư',
  from: '2026-01-01',
  profile: null,
  frame: null,
  wording: {},
  cells: 5,
  seen: 2,
  ...more,
});

let server: ReturnType<typeof fakeServer>;
let close: () => void;
async function open(guidance: GuidanceView[], more: Record<string, Reply> = {}): Promise<void> {
  const month = monthOf(TODAY);
  server = fakeServer({ 'GET /v1/committee/me': { ok: ME }, [`GET /v1/committee/overview?month=${month}`]: { ok: { ...MONTH, month } }, [ASK]: { ok: { guidance } }, ...more });
  vi.stubGlobal('fetch', server.fetch);
  history.replaceState(null, '', '/cap-uy/huong-dan');
  close = render(<CommitteeApp />).unmount;
  await screen.findByRole('region', { name: 'Đang áp dụng' }, { timeout: 10_000 });
}
const part = (name: string | RegExp): HTMLElement => screen.getByRole('region', { name });
const setCard = (): HTMLElement => part('Đặt quy trình, khung chấm điểm từ một ngày');
const type = (within_: HTMLElement, label: string | RegExp, value: string): void => void fireEvent.change(within(within_).getByLabelText(label), { target: { value } });
const press = (name: string | RegExp, where: HTMLElement = document.body): void => void fireEvent.click(within(where).getByRole('button', { name }));
const asked = (): Record<string, unknown>[] => server.asked.filter(({ call }) => call === SEND).map(({ init }) => JSON.parse(init.body as string) as Record<string, unknown>);
const dialog = (name: string): Promise<HTMLElement> => screen.findByRole('alertdialog', { name });
const confirm = async (name: string): Promise<void> => press('Gửi', await dialog(name));

beforeAll(() => startI18n('vi', ['common', 'app', 'committee', 'errors']));
afterAll(() => void vi.unstubAllGlobals());

describe('the guidance that the committee’s cells follow', () => {
  it('[CELL-3] shows what holds today, of two words for one day the later, what is to come, and how many cells have seen it', async () => {
    await open([
      sent('later-0001', { profile: 'hd42-2025', frame: '', from: '2026-01-01' }),
      sent('early-0001', { profile: 'hd12-2018', from: '2026-01-01' }),
      sent('next-0001', { profile: 'hd05-duk-2021', from: '9999-01-01', seen: 5 }),
    ]);
    const now = part('Đang áp dụng').textContent;
    expect(now).toMatch(/Quy trìnhHướng dẫn 42-HD.*, từ 01\/01\/20262\/5 chi bộ đã xem.*Quy trình sắp tớiHướng dẫn 05-HD.*, từ 01\/01\/99995\/5/);
    expect(now).toMatch(/Khung chấm điểmTheo quy trình, từ 01\/01\/2026/);
    expect(now).not.toMatch(/12-HD/);
    expect(part('Đã gửi').textContent).toMatch(/42-HD.*12-HD.*05-HD/);
  });

  it('wants something to be chosen and a day before it asks; where nothing was ever set it says so', async () => {
    await open([]);
    expect(part('Đang áp dụng').textContent).toMatch(/mỗi chi bộ theo quy trình đã chọn/);
    type(setCard(), 'Áp dụng từ ngày', '');
    press('Gửi tới các chi bộ');
    expect(setCard().textContent).toMatch(/chọn quy trình hoặc khung.*chọn ngày áp dụng/);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    type(setCard(), 'Quy trình', 'hd42-2025');
    type(setCard(), 'Áp dụng từ ngày', '2020-01-01');
    expect(setCard().textContent).toMatch(/có từ ngày 28\/10\/2025/);
    expect(asked()).toEqual([]);
  });

  it('[DIR-9] asks first, says to how many cells it goes, and sends again under the same id after a line that broke', async () => {
    await open([]);
    await waitFor(() => expect(server.asked.some(({ call }) => call.includes('overview'))).toBe(true));
    type(setCard(), 'Quy trình', 'hd42-2025');
    type(setCard(), 'Khung chấm điểm', '');
    type(setCard(), 'Áp dụng từ ngày', '2026-03-01');
    press('Gửi tới các chi bộ');
    const shown = await dialog('Gửi tới tất cả chi bộ?');
    await waitFor(() => expect(shown.textContent).toMatch(/Hướng dẫn 42-HD.*01\/03\/2026.*gửi tới 5 chi bộ.*đã lên kế hoạch giữ nguyên/));
    expect(asked()).toEqual([]);
    press('Gửi', shown);
    await within(setCard()).findByText(/Không liên lạc được với máy chủ/);
    expect((within(setCard()).getByLabelText('Quy trình') as HTMLSelectElement).value).toBe('hd42-2025');
    const view = sent('new-0001', { profile: 'hd42-2025', frame: '', from: '2026-03-01', seen: 0 });
    server.replies[SEND] = { ok: view };
    server.replies[ASK] = { ok: { guidance: [view] } };
    press('Thử lại', setCard());
    await confirm('Gửi tới tất cả chi bộ?');
    await waitFor(() => expect(part('Đã gửi').textContent).toMatch(/42-HD.*0\/5 chi bộ đã xem/));
    const [first, second] = asked();
    expect(second).toEqual(first);
    expect(first).toEqual({ id: expect.stringMatching(/^[a-z0-9]{8,}$/), from: '2026-03-01', profile: 'hd42-2025', frame: '', wording: {} });
    // Another word is another, under an id of its own.
    type(setCard(), 'Khung chấm điểm', 'hd42-2025');
    press('Gửi tới các chi bộ');
    await confirm('Gửi tới tất cả chi bộ?');
    await waitFor(() => expect(asked()).toHaveLength(3));
    expect(asked()[2]).toMatchObject({ profile: null, frame: 'hd42-2025' });
    expect(asked()[2]?.['id']).not.toBe(first?.['id']);
  });

  it('names the part that the server refused, and shows who is signed out', async () => {
    await open([], { [SEND]: { refuse: 'invalid', status: 422, path: 'from' } });
    type(setCard(), 'Quy trình', 'hd42-2025');
    press('Gửi tới các chi bộ');
    await confirm('Gửi tới tất cả chi bộ?');
    await within(setCard()).findByText(/không nhận ngày áp dụng này/);
    server.replies[SEND] = { refuse: 'unauthorized', status: 401 };
    press('Gửi tới các chi bộ');
    await confirm('Gửi tới tất cả chi bộ?');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Đang áp dụng' })).toBeNull());
  });

  it('[WORD-2] texts typed step by step go in one word; a published one stands in its field and is taken back by an empty one', async () => {
    await open([sent('new-0001', { profile: 'hd42-2025' }), sent('word-0002', { wording: { [LABEL]: 'Lời mới' } }), sent('word-0001', { wording: { [LABEL]: 'Lời cũ' } })]);
    const wording = part('Lời văn chính thức của từng bước');
    expect(wording.textContent).toMatch(/đối chiếu từng câu với văn bản gốc/);
    press(/^Lời mới.*Đã gửi$/, wording);
    const sheet = await screen.findByRole('dialog', { name: FIRST.label });
    expect((within(sheet).getByLabelText('Tên bước') as HTMLTextAreaElement).value).toBe('Lời mới');
    type(sheet, 'Tên bước', ' ');
    press('Xong', sheet);
    const row = within(wording).getAllByRole('button', { name: new RegExp(SECOND.label.slice(0, 12)) })[0]!;
    fireEvent.click(row);
    type(await screen.findByRole('dialog', { name: SECOND.label }), 'Hướng dẫn', 'Theo đúng văn bản. ');
    press('Xong');
    expect(part('2 lời văn chưa gửi')).toBeTruthy();
    expect(within(wording).getAllByText('Chưa gửi')).toHaveLength(2);
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    press('Gửi 2 lời văn tới tất cả chi bộ');
    expect((await dialog('Gửi 2 lời văn?')).textContent).toMatch(/rút lại 1 lời văn/);
    const texts = { [LABEL]: '', [wordingField(PACK.id, SECOND.id, 'guidance')]: 'Theo đúng văn bản.' };
    server.replies[SEND] = { ok: sent('word-0003', { from: TODAY, wording: texts }) };
    server.replies[ASK] = 'offline';
    await confirm('Gửi 2 lời văn?');
    await waitFor(() => expect(screen.queryByRole('region', { name: /lời văn chưa gửi$/ })).toBeNull());
    expect(asked()).toEqual([{ id: expect.any(String), from: TODAY, profile: null, frame: null, wording: texts }]);
    expect(part('Đang áp dụng').textContent).toMatch(/1 lời văn đã gửi đang dùng/);
    expect(part('Đã gửi').textContent).toMatch(/Rút lại, trở về lời của ứng dụng/);
    close();
  });
});
