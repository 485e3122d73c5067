// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { cell, fields, members } from '../../../../tests/fixtures/november-meeting';
import { loadProof } from '@/documents/proof/load';
import { importKey, randomBytes } from '@/crypto';
import { readCell, readReport, type Change, type Fields, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, hashJson, Saver, StorageError } from '@/storage';
import { ToastProvider } from '@/ui';
import Periods from '../periods';
import { ReportPage } from '.';

let saver: Saver;
let n = 0;
const put = (key: RecordKey, values: Fields): Promise<void> => act(() => saver.book.write(Object.entries(values).map(([field, value]): Change => ({ key, field, value }))));
const settle = (): Promise<void> =>
  act(async () => {
    await saver.flush();
    await saver.book.settled();
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
async function open(path: string): Promise<ReturnType<typeof memoryLocation>> {
  const place = memoryLocation({ path, record: true });
  render(
    <Router hook={place.hook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng"><Route path="/bao-cao/:ky"><ReportPage /></Route></ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
  await settle();
  await settle();
  return place;
}
const press = async (name: string | RegExp, from: Pick<typeof screen, 'getByRole'> = screen): Promise<void> => {
  fireEvent.click(from.getByRole('button', { name }));
  await settle();
};
const type = async (label: string | RegExp, value: string): Promise<void> => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  await settle();
};
async function close(): Promise<void> {
  await press('Chốt báo cáo');
  await press('Chốt', within(screen.getByRole('alertdialog')));
  await screen.findByText('Báo cáo đã chốt', {}, { timeout: 20_000 });
  await settle();
}
const card = (name: string) => within(screen.getByRole('region', { name }));
const read = async (id: string) => readReport(id, await saver.book.read(`report:${id}`))!;

// What closes a report loads with it.
vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => startI18n('vi', ['common', 'report', 'documents', 'errors', 'reports']));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-04T03:00:00Z') });
  saver = new Saver(new Book(new BookDatabase(`reports-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { name: cell.name, superior: cell.superior, placeName: cell.placeName });
  for (const { id, name, standing, position } of members) await put(`member:${id}`, { name, standing, position });
  await put('meeting:november', { ...fields, result: { points: 92, grade: 'good' }, closedAt: '2026-11-24T10:00:00.000Z' });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await saver.book.close();
});

describe('the page of a report', () => {
  it('[REP-9] is written from the book, edited, closed with its fingerprint, queued, and then refuses every change', async () => {
    await open('/bao-cao/2026-Q4');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Báo cáo quý IV năm 2026');
    expect(screen.getByText(/có mặt 25\/28 lượt đảng viên thuộc diện phải dự/)).toBeTruthy();
    await press('Sửa phần Nền nếp sinh hoạt chi bộ');
    await type('Nội dung phần Nền nếp sinh hoạt chi bộ', 'Sinh hoạt đều, đúng lịch.');
    await press('Xong', card('Nền nếp sinh hoạt chi bộ'));
    expect(card('Nền nếp sinh hoạt chi bộ').getByText('Đã sửa tay')).toBeTruthy();
    await type('Số báo cáo', '7b');
    await close();
    const report = await read('2026-Q4');
    expect([report.state, report.number, report.final?.sections.find(({ id }) => id === 'meetings')?.text]).toEqual(['closed', '7', 'Sinh hoạt đều, đúng lịch.']);
    const renamed = { ...readCell(await saver.book.read('cell:cell')), name: 'Chi bộ Tên khác' };
    const { reportLink } = await loadProof();
    const link = await reportLink(hashJson, report, renamed);
    expect([link!.again, link!.prev]).toEqual([report.closedHash, []]);
    const sent = await saver.book.read(`submission:${report.submissionId ?? ''}`);
    expect([sent['type'], sent['reportId'], sent['title'], (sent['body'] as Record<string, Json>)['reportHash']]).toEqual(['report', '2026-Q4', 'Báo cáo quý IV năm 2026', report.closedHash]);
    await expect(saver.book.write([{ key: 'report:2026-Q4', field: 'sec/meetings/text', value: 'x' }])).rejects.toThrow(StorageError);
    await put('task:t', { what: 'Việc mới', createdAt: '2026-12-01T02:00:00.000Z' });
    await settle();
    expect((await read('2026-Q4')).final).toEqual(report.final);
  });

  it('warns where the book has changed under an edit, and takes the new text on demand', async () => {
    await put('report:2026-Q4', { 'sec/tasks': { basis: 'cũ' }, 'sec/tasks/text': 'Lời của tôi.' });
    await put('task:t', { what: 'Việc mới', createdAt: '2026-12-01T02:00:00.000Z' });
    await open('/bao-cao/2026-Q4');
    expect(card('Thực hiện nhiệm vụ được phân công').getByText('Sổ đã thay đổi sau khi đồng chí sửa phần này')).toBeTruthy();
    await press('Lấy nội dung mới');
    expect(card('Thực hiện nhiệm vụ được phân công').getByText('Chi bộ giao mới 01 nhiệm vụ.')).toBeTruthy();
    expect((await read('2026-Q4')).edits).toEqual({});
  });

  it('[REP-10] a closed report is corrected by a new one that names it, carries the hand’s words on and gives its reason', async () => {
    await put('report:2026-Q4', { 'sec/leadership': { basis: '' }, 'sec/leadership/text': 'Vượt kế hoạch.' });
    const place = await open('/bao-cao/2026-Q4');
    await close();
    const first = await read('2026-Q4');
    await put('meeting:december', { kind: 'regular', date: '2026-12-20', startedAt: '2026-12-20T07:00:00.000Z', endedAt: '2026-12-20T08:40:00.000Z', roster: fields['roster']! });
    await press('Lập bản đính chính');
    await type(/^Lý do đính chính/, 'Sót buổi tháng 12.');
    await press('Lập bản đính chính mới', within(screen.getByRole('dialog')));
    await settle();
    await settle();
    expect(place.history?.at(-1)).toBe('/bao-cao/2026-Q4.2');
    expect(screen.getByText(/^Khác bản đã chốt ở: .*Nền nếp sinh hoạt chi bộ/)).toBeTruthy();
    await close();
    const second = await read('2026-Q4.2');
    const sent = await saver.book.read(`submission:${first.submissionId ?? ''}`);
    expect(second.corrects).toEqual({ report: '2026-Q4', submissionId: first.submissionId, hash: sent['hash'] });
    expect(second.final?.reason).toBe('Sót buổi tháng 12.');
    expect(second.final?.sections.find(({ id }) => id === 'leadership')?.text).toBe('Vượt kế hoạch.');
    expect([first.final?.figures.counts.regular, second.final?.figures.counts.regular]).toEqual([1, 2]);
    expect((await read('2026-Q4')).final).toEqual(first.final);
  });

  it('[SUB-6] a part that is too long for the document is named by its heading, and nothing is closed', async () => {
    await put('report:2026-Q4', { 'sec/leadership': { basis: '' }, 'sec/leadership/text': 'Dài. '.repeat(9000) });
    await open('/bao-cao/2026-Q4');
    await press('Chốt báo cáo');
    await press('Chốt', within(screen.getByRole('alertdialog')));
    expect(await screen.findByText(/^Phần “Kết quả lãnh đạo thực hiện nhiệm vụ chính trị” quá dài/, {}, { timeout: 20_000 })).toBeTruthy();
    expect((await read('2026-Q4')).state).toBe('draft');
  });

  it('[REP-10] a correction that was begun can be dropped, asked twice; the closed report stands and counts', async () => {
    await put('report:2026-Q4', { final: { sections: [], tables: [] }, submissionId: 'sub-0001', closedAt: '2027-01-02T03:00:00.000Z' });
    await put('report:2026-Q4.2', { corrects: { report: '2026-Q4', submissionId: 'sub-0001', hash: 'x' }, reason: 'Nhầm.', number: '3' });
    const place = await open('/bao-cao/2026-Q4.2');
    expect(card('Đính chính').getByText('bản đang dùng').closest('li')?.textContent).toContain('Bản đầu');
    await press('Bỏ bản đính chính này');
    expect((await read('2026-Q4.2')).state).toBe('draft');
    await press('Bỏ bản đính chính này', within(screen.getByRole('alertdialog')));
    expect([(await read('2026-Q4.2')).state, (await read('2026-Q4')).state, place.history?.at(-1)]).toEqual(['none', 'closed', '/bao-cao/2026-Q4']);
  });

  it('[REP-9] a page left open past midnight is told anew before it is closed: the report bears the day of its closing', async () => {
    await open('/bao-cao/2026-Q4');
    vi.setSystemTime(new Date('2027-01-04T17:30:00Z'));
    await press('Chốt báo cáo');
    await press('Chốt', within(screen.getByRole('alertdialog')));
    expect(screen.getByText(/Trang này mở từ hôm trước/)).toBeTruthy();
    expect((await read('2026-Q4')).state).toBe('none');
    await close();
    expect((await read('2026-Q4')).final?.date).toBe('2027-01-05');
  });

  it('[SUB-7] says that a server does not take reports yet, and tries again on demand', async () => {
    await open('/bao-cao/2026-Q4');
    await close();
    const key = `submission:${(await read('2026-Q4')).submissionId ?? ''}` as const;
    await put(key, { refused: { code: 'invalid', path: 'body.type' } });
    await settle();
    expect(screen.getByText(/Máy chủ của cấp trên là bản cũ, chưa nhận được báo cáo/)).toBeTruthy();
    await press('Gửi lại');
    expect((await saver.book.read(key))['refused']).toBeUndefined();
  });

  it('what no record knows is typed into the six-month grid', async () => {
    await open('/bao-cao/2026-H2');
    await press('Điền các cột sổ không biết');
    fireEvent.change(screen.getByLabelText('Tháng'), { target: { value: '2026-11' } });
    await settle();
    await type('Đọc bài viết', '3 bài');
    expect((await read('2026-H2')).typed).toEqual({ '2026-11.reading': '3 bài' });
    expect(within(screen.getByRole('table', { name: 'BẢNG TỔNG HỢP 6 THÁNG' })).getByText('3 bài')).toBeTruthy();
  });

  it('an address that names no report says so', async () => {
    await open('/bao-cao/2026-Q9');
    expect(screen.getByText('Không có kỳ báo cáo này')).toBeTruthy();
  });
});

describe('the list of reports', () => {
  const list = async (more: Fields = {}): Promise<string[]> => {
    render(
      <BookContext.Provider value={saver}>
        <Periods year={2026} today="2027-01-04" cell={{ name: 'x', ...more }} directory={[{ id: 'november', kind: 'regular', date: '2026-11-24', time: '', place: '', state: 'closed', stepId: null, points: 92, grade: 'good' }]} />
      </BookContext.Provider>,
    );
    await settle();
    return screen.getAllByRole('listitem').map((row) => row.textContent ?? '');
  };

  it('[REP-7] shows how each stands, and its last day where the cell has set one', async () => {
    await put('report:2026-H2', { number: '1' });
    await put('report:2026-Q4', { final: {}, submissionId: 'sub-0001', closedAt: '2027-01-02T03:00:00.000Z' });
    await put('submission:sub-0001', { receipt: { receipt: {} } });
    expect(await list({ 'reportDue/year': 2 })).toEqual([
      'Báo cáo năm 2026Quá hạn nộp 02/01/2027chưa lập',
      'Báo cáo 6 tháng cuối năm 2026đang soạn',
      'Báo cáo quý IV năm 2026cấp trên đã nhận',
      'Báo cáo tháng 12 năm 2026chưa lập',
      expect.stringContaining('Báo cáo tháng 11 năm 2026'),
    ]);
  });

  it('[REP-7] a correction under way leaves what was sent on time as it stands', async () => {
    await put('report:2026-Q4', { final: {}, submissionId: 'sub-0001', closedAt: '2027-01-02T03:00:00.000Z' });
    await put('report:2026-Q4.2', { reason: 'Nhầm.' });
    const rows = async (): Promise<string | undefined> => (await list({ 'reportDue/quarter': 2 })).find((row) => row.startsWith('Báo cáo quý IV'));
    expect(await rows()).toBe('Báo cáo quý IV năm 2026Hạn nộp 02/01/2027 · đang soạn bản đính chínhđã chốt, chờ gửi');
    cleanup();
    await put('submission:sub-0001', { receipt: { receipt: {} } });
    expect(await rows()).toBe('Báo cáo quý IV năm 2026đang soạn bản đính chínhcấp trên đã nhận');
  });

  it('[REP-7] the last days are set for each kind, for all devices', async () => {
    await list();
    await press('Đặt hạn nộp báo cáo');
    fireEvent.change(screen.getByLabelText('Báo cáo quý'), { target: { value: '-10' } });
    await settle();
    expect(await saver.book.read('cell:cell')).toMatchObject({ 'reportDue/quarter': -10 });
  });
});
