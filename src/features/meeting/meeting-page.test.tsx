// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Change, Fields, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { BookContext, DICTATION, Saver, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { ToastProvider } from '@/ui';
import { MeetingPage } from './meeting-page';

const KEY: RecordKey = 'meeting:m';
const NOW = new Date('2026-11-24T14:05:00+07:00');
const PEOPLE: readonly [string, Record<string, Json>][] = [
  ['Trần Quốc Bình', { position: 'secretary' }],
  ['Phạm Thị Cúc', { position: 'deputy' }],
  ['Lê Hữu Bách', {}],
  ['Cao Thị Lan', {}],
  ['Quách Văn Phú', {}],
  ['Ngô Minh Hải', {}],
  ['Đỗ Thùy Dương', { standing: 'probationary' }],
  ['Kiều Thị Thủy', { 'status/2026-01-01': 'exempt' }],
];
const PLANNED = { kind: 'regular', date: '2026-11-24', time: '14:00', place: 'Phòng họp', procedure: { id: 'regular.hd05-duk-2021', version: 1 } };
const READY = { 'prep/committeeMetOn': '2026-11-20', 'prep/noticeSentOn': '2026-11-20', 'prep/documentsSentOn': '2026-11-20', 'prep/rosterCheckedOn': '2026-11-20' };
const OPEN = { ...READY, startedAt: '2026-11-24T07:00:00.000Z', stepId: 'tk-md-03', 'visit/2026-11-24T07:00:00.000Z': 'tk-md-03' };

let book: Book;
let saver: Saver;
let taps: number;
let writes: (readonly Change[])[];
let where: () => string;
const fields = (): Promise<Fields> => book.read(KEY);

async function open(stepId: string, values: Record<string, Json>, people = PEOPLE): Promise<void> {
  await book.write([
    ...people.flatMap(([name, more], index) => Object.entries({ name, ...more }).map(([field, value]): Change => ({ key: `member:p${index}`, field, value }))),
    ...Object.entries({ ...PLANNED, ...values }).map(([field, value]): Change => ({ key: KEY, field, value })),
  ]);
  saver = new Saver(book, () => 0);
  const write = saver.write.bind(saver);
  vi.spyOn(saver, 'write').mockImplementation((changes) => {
    writes.push(changes);
    return write(changes);
  });
  const location = memoryLocation({ path: `/cuoc-hop/m/${stepId}`, record: true });
  where = () => location.history.at(-1) ?? '';
  render(
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel="Đóng">
        <Router hook={location.hook}>
          <Route path="/cuoc-hop/:id/:stepId?">
            <MeetingPage />
          </Route>
        </Router>
      </ToastProvider>
    </BookContext.Provider>,
  );
  await screen.findByRole('heading', { level: 1 });
}

/** A finger: what it taps is found by its name. */
async function tap(name: string | RegExp): Promise<void> {
  taps += 1;
  const target = await screen.findByRole('button', { name });
  await act(async () => {
    fireEvent.click(target);
    await saver.flush();
  });
}
const counts = (): string => screen.getByRole('status', { name: 'Tình hình điểm danh' }).textContent ?? '';
const person = (name: string): HTMLElement => screen.getByRole('button', { name: new RegExp(name) });

beforeAll(() => startI18n('vi', ['common', 'meeting', 'meetingWork']));
beforeAll(() => {
  // The book tells the screens by itself, outside of anything a test could wrap.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  taps = 0;
  writes = [];
  book = await createBook('trial', '246810', async () => new Uint8Array(32));
});
afterEach(async () => {
  vi.useRealTimers();
  const name = book.db.name;
  await book.close();
  await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
});

describe('the roll', () => {
  it('[ATT-2] three absent with their reasons are six taps, and every count follows', async () => {
    await open('tk-md-03', OPEN);
    // Six official and one probationary are expected; the exempt member stands apart. Base: six.
    expect(counts()).toBe('7/7có mặt, 100%Cơ sở biểu quyết6Quá nửa cần4Hai phần ba cần4');
    for (const [name, reason] of [['Lê Hữu Bách', 'Đi công tác'], ['Cao Thị Lan', 'Ốm đau'], ['Quách Văn Phú', 'Vắng không lý do']] as const) {
      await tap(new RegExp(name));
      await tap(reason);
    }
    expect(taps).toBe(6);
    const now = await fields();
    expect([now['att/p2'], now['att/p3'], now['att/p4']]).toEqual([
      { kind: 'excused', reason: 'đi công tác' },
      { kind: 'excused', reason: 'ốm đau' },
      { kind: 'unexcused' },
    ]);
    await waitFor(() => expect(counts()).toContain('4/7có mặt, 57,1%'));
    expect(person('Lê Hữu Bách').textContent).toContain('Vắng: đi công tác');
    expect(document.activeElement).toBe(person('Quách Văn Phú'));
  });

  it('someone late gets the time of now, which can be changed; present again leaves no mark', async () => {
    await open('tk-md-03', OPEN);
    await tap(/Ngô Minh Hải/);
    await tap('Đến muộn');
    expect((await fields())['att/p5']).toEqual({ kind: 'late', time: '14:05' });
    fireEvent.change(await screen.findByLabelText('Đến lúc'), { target: { value: '14:20' } });
    await waitFor(async () => expect((await fields())['att/p5']).toEqual({ kind: 'late', time: '14:20' }));
    await tap('Có mặt');
    await waitFor(async () => expect((await fields())['att/p5']).toBeUndefined());
  });

  it('[ATT-3] an exempt member counts only when marked there', async () => {
    await open('tk-md-03', OPEN);
    const apart = within(screen.getByRole('list', { name: 'Miễn sinh hoạt, tạm đi nơi khác, đình chỉ' }));
    fireEvent.click(apart.getByRole('button', { name: /Kiều Thị Thủy/ }));
    await tap('Có mặt');
    expect((await fields())['att/p7']).toEqual({ kind: 'present' });
    await waitFor(() => expect(counts()).toContain('8/8'));
    expect(counts()).toContain('Cơ sở biểu quyết7');
  });

  it('finds a name typed without tone marks, and Enter opens it', async () => {
    await open('tk-md-03', OPEN);
    const search = screen.getByRole('searchbox', { name: 'Tìm theo tên, không cần dấu' });
    fireEvent.change(search, { target: { value: 'do thuy' } });
    expect(within(screen.getByRole('list', { name: 'Danh sách điểm danh' })).getAllByRole('listitem')).toHaveLength(1);
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(person('Đỗ Thùy Dương').getAttribute('aria-expanded')).toBe('true');
  });

  it('keeps another reason letter by letter', async () => {
    await open('tk-md-03', OPEN);
    await tap(/Lê Hữu Bách/);
    await tap('Lý do khác');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Lý do khác' }), { target: { value: 'đưa con đi khám' } });
    await waitFor(async () => expect((await fields())['att/p2']).toEqual({ kind: 'excused', reason: 'đưa con đi khám' }));
  });
});

describe('opening', () => {
  it('[ATT-1] writes the roster, the chair, the programme, the start and the first visit in one write, once', async () => {
    await open('tk-md-01', READY);
    writes = [];
    await tap('Khai mạc buổi họp');
    const opened = writes.filter((changes) => changes.some((change) => change.field === 'startedAt'));
    expect(opened).toHaveLength(1);
    expect(opened[0]!.map((change) => change.field).sort()).toEqual(['agenda', 'chairId', 'roster', 'startedAt', 'stepId', `visit/${NOW.toISOString()}`]);
    const now = await fields();
    expect((now['roster'] as Json[]).length).toBe(8);
    expect(now['chairId']).toBe('p0');
    expect(now['startedAt']).toBe(NOW.toISOString());
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Khai mạc buổi họp' })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    // A member who leaves the register later stays in this meeting's roster.
    await act(() => book.write([{ key: 'member:p2', field: 'status/2026-11-01', value: 'left' }]));
    expect(((await fields())['roster'] as Json[]).length).toBe(8);
  });

  it('waits for what the rules want; a reason lets it go on and is kept for the minutes', async () => {
    await open('tk-md-01', { ...READY, 'prep/documentsSentOn': null });
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Khai mạc buổi họp' });
    expect(button.disabled).toBe(true);
    expect(screen.getByText('Còn 1 việc chưa đạt. Làm nốt, hoặc ghi lý do để vẫn khai mạc.').id).toBe(button.getAttribute('aria-describedby'));
    await tap('Vẫn họp, ghi lý do');
    await tap('Kỳ này không có tài liệu gửi trước');
    expect((await fields())['prep/override/READY-3']).toBe('kỳ này không có tài liệu gửi trước');
    await waitFor(() => expect(button.disabled).toBe(false));
  });

  it('[READY-5] fewer than three official members cannot be overridden', async () => {
    await open('tk-md-01', READY, PEOPLE.slice(0, 2));
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Khai mạc buổi họp' })).disabled).toBe(true);
    expect(screen.getByText(/^Chưa thể khai mạc/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Vẫn họp, ghi lý do' })).toBeNull();
  });

  it('on another day than the one written, offers to write today', async () => {
    await open('tk-md-01', { ...READY, date: '2026-11-26' });
    expect(await screen.findByText('Buổi họp ghi ngày 26/11/2026, hôm nay là 24/11/2026.')).toBeTruthy();
    await tap('Đổi sang hôm nay');
    expect((await fields())['date']).toBe('2026-11-24');
    await waitFor(() => expect(screen.queryByText(/hôm nay là/)).toBeNull());
  });

  it('before it the roll can be taken already, and nothing of the sitting is marked done', async () => {
    await open('tk-md-03', READY);
    await tap(/Lê Hữu Bách/);
    await tap('Đi học');
    await tap('Bước tiếp');
    const now = await fields();
    expect(now['att/p2']).toEqual({ kind: 'excused', reason: 'đi học' });
    expect(now['step/tk-md-03/done']).toBeUndefined();
    expect(where()).toBe('/cuoc-hop/m/tk-md-04');
  });
});

describe('steps', () => {
  it('the way on marks the step done, opens the next, and writes down the visit once', async () => {
    await open('tk-md-03', OPEN);
    const later = new Date(NOW.getTime() + 60_000).toISOString();
    vi.setSystemTime(later);
    await tap('Bước tiếp');
    await screen.findByRole('heading', { level: 1, name: 'Thông báo tình hình nộp đảng phí' });
    await act(() => saver.flush());
    const now = await fields();
    expect(now['step/tk-md-03/done']).toBe(later);
    expect(now[`visit/${later}`]).toBe('tk-md-04');
    expect(now['stepId']).toBe('tk-md-04');
    expect(Object.keys(now).filter((name) => name.startsWith('visit/'))).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('a required step is left out only with a reason', async () => {
    await open('tk-nd-04', { ...OPEN, stepId: 'tk-nd-04' });
    await tap('Bỏ qua bước này, ghi lý do');
    const sheet = within(await screen.findByRole('dialog', { name: 'Bỏ qua bước này?' }));
    await act(async () => {
      fireEvent.click(sheet.getByRole('button', { name: 'Bỏ qua' }));
      await saver.flush();
    });
    expect(sheet.getByText('Cần ghi lý do để bỏ qua bước bắt buộc.')).toBeTruthy();
    expect(where()).toBe('/cuoc-hop/m/tk-nd-04');
    fireEvent.click(sheet.getByRole('button', { name: 'Không đủ thời gian' }));
    await act(async () => {
      fireEvent.click(sheet.getByRole('button', { name: 'Bỏ qua' }));
      await saver.flush();
    });
    const now = await fields();
    expect(now['step/tk-nd-04/skipped']).toBe('không đủ thời gian');
    expect(now['step/tk-nd-04/done']).toBeUndefined();
    expect(where()).toBe('/cuoc-hop/m/tk-nd-05');
  });

  it('ending names the steps that are left, and can be taken back', async () => {
    await open('tk-kt-05', { ...OPEN, stepId: 'tk-kt-05' });
    await tap('Kết thúc buổi họp');
    expect((await fields())['endedAt']).toBeUndefined();
    await tap('Vẫn kết thúc');
    expect((await fields())['endedAt']).toBe(NOW.toISOString());
    expect(where()).toBe('/cuoc-hop/m/tk-sau-01');
    await tap('Họp tiếp');
    await waitFor(async () => expect((await fields())['endedAt']).toBeUndefined());
  });

  it('an address without a step takes up the meeting where it was left', async () => {
    await open('', { ...OPEN, 'visit/2026-11-24T07:04:00.000Z': 'tk-nd-03' });
    await screen.findByRole('heading', { level: 1, name: 'Đánh giá kết quả lãnh đạo tháng trước' });
    expect(where()).toBe('/cuoc-hop/m/tk-nd-03');
  });

  it('a closed meeting is for reading only', async () => {
    await open('tk-md-03', { ...OPEN, endedAt: '2026-11-24T08:50:00.000Z', roster: [], closedAt: '2026-11-24T09:00:00.000Z' });
    expect(person('Lê Hữu Bách').closest('fieldset')?.disabled).toBe(true);
    expect(writes.flat().filter((change) => change.key === KEY)).toEqual([]);
  });

  it('[DICT-1] offers dictation only where it was switched on, and at no step that stays in the cell', async () => {
    vi.stubGlobal('webkitSpeechRecognition', class {});
    const offered = async (stepId: string): Promise<boolean> => {
      await open(stepId, OPEN);
      await screen.findAllByRole('textbox');
      const found = await screen.findByRole('button', { name: 'Nói để ghi' }, { timeout: 1_000 }).then(() => true, () => false);
      cleanup();
      return found;
    };
    expect(await offered('tk-nd-01')).toBe(false);
    localStorage.setItem(DICTATION, '1');
    expect([await offered('tk-nd-01'), await offered('tk-nd-02'), await offered('tk-nd-08')]).toEqual([true, false, false]);
    localStorage.removeItem(DICTATION);
    vi.unstubAllGlobals();
  });
});
