// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeServer, FULL, HASH, ME, MONTH, sealed, type Reply } from '../../../tests/fixtures/committee';
import { startI18n } from '@/i18n';
import type { DirectiveView } from '@/protocol';
import { CommitteeApp } from '.';

const RECORD = 'GET /v1/committee/submissions/submission-0001';
const SAY = 'POST /v1/committee/submissions/submission-0001/directives';

const given = (id: string, seq: number, body: object = {}, seenAt: string | null = null): DirectiveView => ({
  directive: {
    id,
    cell: 'cell-0001',
    seq,
    kind: 'officialGrade',
    issuedAt: `2026-02-2${seq}T03:00:00.000Z`,
    issuedBy: { committee: 'Đảng ủy Thử Nghiệm', person: 'Trần Văn Bình, Phó Bí thư' },
    body: { meetingId: FULL.meetingId, submissionId: 'submission-0001', hash: HASH, grade: 'average', points: 60, total: 100, reason: 'Thiếu phần tự phê bình.', replaces: null, ...body },
  },
  seenAt,
});

let server: ReturnType<typeof fakeServer>;
async function open(directives: DirectiveView[], more: Record<string, Reply> = {}): Promise<void> {
  const record = await sealed(FULL);
  server = fakeServer({ 'GET /v1/committee/me': { ok: ME }, 'GET /v1/committee/overview?month=2026-02': { ok: MONTH }, [RECORD]: { ok: { ...record, directives } }, ...more });
  vi.stubGlobal('fetch', server.fetch);
  history.replaceState(null, '', '/cap-uy/ho-so/submission-0001');
  render(<CommitteeApp />);
  await part();
}
const part = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Cấp ủy xếp loại' });
const type = (label: RegExp, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const send = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Gửi về chi bộ' }));
const said = (): Record<string, unknown>[] => server.asked.filter(({ call }) => call === SAY).map(({ init }) => JSON.parse(init.body as string) as Record<string, unknown>);
const dialog = async (name: string): Promise<HTMLElement> => {
  fireEvent.click(screen.getByRole('button', { name }));
  return screen.findByRole('dialog', { name: 'Xếp loại chính thức' }, { timeout: 10_000 });
};

beforeAll(() => startI18n('vi', ['common', 'app', 'committee', 'errors']));
afterAll(() => void vi.unstubAllGlobals());

describe('the committee’s own grade of a meeting', () => {
  it('stands beside the cell’s own in the month, which counts how far the grading has come', async () => {
    const [first, ...cells] = MONTH.cells;
    const graded = { ...first!, meetings: first!.meetings.map((meeting) => ({ ...meeting, official: { grade: 'poor', points: 41.5 } })) };
    server = fakeServer({ 'GET /v1/committee/me': { ok: ME }, 'GET /v1/committee/overview?month=2026-02': { ok: { ...MONTH, cells: [graded, ...cells] } } });
    vi.stubGlobal('fetch', server.fetch);
    history.replaceState(null, '', '/cap-uy?thang=2026-02');
    render(<CommitteeApp />);
    const numbers = await screen.findByRole('region', { name: 'Tổng hợp tháng' });
    expect(numbers.textContent).toMatch(/Cấp ủy xếp loại \(1\/3 hồ sơ\)Tốt0Khá0Trung bình0Kém1$/);
    expect(screen.getByText('Cấp ủy: Kém 41,5')).toBeTruthy();
    expect(screen.getAllByText('Cấp ủy chưa xếp loại')).toHaveLength(2);
    expect(screen.getByRole('button', { name: /^Chờ xếp loại/ }).textContent).toMatch(/1$/);
  });

  it('[DIR-3] shows the one in force with its reason and whether the cell has seen it, and those before it', async () => {
    await open([given('grade-0001', 1, {}, '2026-02-21T04:00:00.000Z'), given('grade-0002', 2, { grade: 'good', points: 91.5, reason: '', replaces: 'grade-0001' })]);
    const shown = (await part()).textContent;
    expect(shown).toMatch(/91,5\/100.*Tốt.*Không ghi lý do.*Trần Văn Bình, Phó Bí thư, lúc 10:00 22\/02\/2026.*Chi bộ chưa xem/);
    expect(shown).toMatch(/1 lần xếp loại trước.*60\/100.*Trung bình.*Thiếu phần tự phê bình.*Chi bộ đã xem lúc 11:00 21\/02\/2026/);
    expect(screen.getByRole('region', { name: 'Tóm tắt' }).textContent).toMatch(/91,5 \/ 100Cấp ủy xếp loại/);
  });

  it('[GRADE-2] wants a reason where it differs from the cell’s own, and says what else is missing, before anything is sent', async () => {
    await open([]);
    const form = await dialog('Xếp loại buổi này');
    expect(form.textContent).toMatch(/Chi bộ tự chấm:\s*\d+.*Khá/);
    fireEvent.click(within(form).getByRole('radio', { name: 'Kém' }));
    type(/^Điểm, tối đa/, 'nhiều');
    send();
    expect(form.textContent).toMatch(/Điểm phải là số/);
    expect(form.textContent).toMatch(/nên cần ghi lý do/);
    expect(form.textContent).toMatch(/Ký tên: Lê Thị Hoa, Ban Tổ chức\./);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Điểm, tối đa/)));
    type(/^Điểm, tối đa/, '1000');
    expect(form.textContent).toMatch(/vượt quá mức tối đa/);
    expect(said()).toEqual([]);
  });

  it('[DIR-1] [DIR-3] goes to the cell, under one id also when it is sent again after a line that broke', async () => {
    await open([given('grade-0001', 1)]);
    const fetched = (): number => server.asked.filter(({ call }) => call === RECORD).length;
    const before = fetched();
    const form = await dialog('Xếp loại lại');
    fireEvent.click(within(form).getByRole('radio', { name: 'Khá' }));
    type(/^Điểm, tối đa/, '72,5');
    type(/^Lý do/, ' Đã bổ sung biên bản. ');
    send();
    await within(form).findByText(/Không liên lạc được với máy chủ/);
    server.replies[SAY] = { ok: given('grade-0002', 2) };
    send();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [first, second] = said();
    expect(second).toEqual(first);
    expect(first).toEqual({ kind: 'officialGrade', id: expect.stringMatching(/^[a-z0-9]{8,}$/), grade: 'fair', points: 72.5, reason: 'Đã bổ sung biên bản.', replaces: 'grade-0001' });
    await waitFor(() => expect(fetched()).toBe(before + 1));
  });

  it('[DIR-3] where somebody else was first it says so, keeps what was typed, and shows their grade', async () => {
    await open([], { [SAY]: { refuse: 'gradeTaken', status: 409 } });
    const form = await dialog('Xếp loại buổi này');
    fireEvent.click(within(form).getByRole('radio', { name: 'Trung bình' }));
    type(/^Lý do/, 'Họp chậm giờ.');
    server.replies[RECORD] = { ok: { ...(await sealed(FULL)), directives: [given('grade-of-other', 1)] } };
    send();
    await within(form).findByText(/vừa được xếp loại, từ một máy khác/);
    await waitFor(async () => expect((await part()).textContent).toMatch(/Thiếu phần tự phê bình/));
    expect((screen.getByLabelText(/^Lý do/) as HTMLTextAreaElement).value).toBe('Họp chậm giờ.');
    server.replies[SAY] = { ok: given('grade-0002', 2) };
    send();
    await waitFor(() => expect(said().at(-1)).toMatchObject({ reason: 'Họp chậm giờ.', replaces: 'grade-of-other' }));
    expect(said()[1]?.['id']).not.toBe(said()[0]?.['id']);
  });
});
