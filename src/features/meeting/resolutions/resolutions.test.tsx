// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findStep, readMember, rosterOn, type Fields, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { findProcedure } from '@/packs';
import { BookContext, Saver, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { ToastProvider } from '@/ui';
import { PostBlock } from '../blocks/post';
import { ScoreBlock } from '../blocks/score';
import { VotesBlock } from '../blocks/votes';
import { TaskReviewBlock } from '../prep/task-review';
import { useMeeting, type BlockComponent } from '../use-meeting';

const procedure = findProcedure('regular.hd05-duk-2021', 1)!;
const roster = rosterOn(['An', 'Bình', 'Cường', 'Dung'].map((name, i) => readMember(`p${i}`, { name, position: i === 0 ? 'secretary' : 'none' })), '2026-11-24') as unknown as Json;
const MEETING = { kind: 'regular', date: '2026-11-24', procedure: { id: procedure.id, version: 1 }, startedAt: '2026-11-24T07:00:00.000Z', roster };
const PASSED = { 'vote/v1': { decision: 'resolution', yes: 4, no: 0, other: 0, base: 4, inRoom: 4, at: '2026-11-24T08:00:00.000Z', stepId: 'tk-kt-03' }, 'vote/v1/question': 'Thông qua nghị quyết về chuyển đổi số.' };

let book: Book;
const put = (key: RecordKey, fields: Fields): Promise<void> => book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const read = (key: RecordKey): Promise<Fields> => book.read(key);

async function open(Block: BlockComponent, stepId: string, more: Fields = {}): Promise<void> {
  await put('meeting:m', { ...MEETING, ...more });
  const saver = new Saver(book, () => 0);
  const { step } = findStep(procedure, stepId)!;
  function Room() {
    const ctx = useMeeting('m');
    return typeof ctx === 'string' ? null : <Block ctx={ctx} step={step} />;
  }
  render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng"><Room /></ToastProvider></BookContext.Provider>);
  await screen.findAllByRole('heading');
}
async function tap(name: string | RegExp, role = 'button'): Promise<void> {
  const target = await screen.findByRole(role, { name });
  await act(async () => {
    fireEvent.click(target);
    await book.settled();
  });
}

beforeAll(() => startI18n('vi', ['common', 'meeting', 'meetingWork', 'resolutions', 'papers']));
beforeEach(async () => {
  book = await createBook('trial', '246810', async () => new Uint8Array(32));
});
afterEach(async () => {
  cleanup();
  const name = book.db.name;
  await book.close();
  await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
});

describe('a resolution that was passed', () => {
  it('[PAPER-5] goes into the register with one press, with its date, its meeting and the tasks given; undone as easily', async () => {
    await put('task:t1', { what: 'Số hóa hồ sơ', meetingId: 'm', createdAt: '2026-11-24T08:00:00.000Z', state: 'open' });
    await open(VotesBlock, 'tk-kt-03', PASSED);
    expect(await screen.findByText(/^Đã thông qua: Nghị quyết về chuyển đổi số\./)).toBeTruthy();
    await tap('Chuyên đề');
    expect(await read('paper:v1')).toEqual({ kind: 'thematicResolution', title: 'Nghị quyết về chuyển đổi số', docType: 'resolution', issuedOn: '2026-11-24', meetingId: 'm' });
    expect((await read('task:t1'))['paperId']).toBe('v1');
    expect(await screen.findByRole('heading', { name: 'Đã ghi vào sổ: Nghị quyết chuyên đề' })).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Đã ghi vào sổ');
    await tap('Hoàn tác');
    await waitFor(async () => expect(await read('paper:v1')).toEqual({}));
    expect(await read('task:t1')).not.toHaveProperty('paperId');
  });

  it('[PAPER-5] is asked for again after the meeting, its minutes closed; number and days of review with it', async () => {
    await open(PostBlock, 'tk-sau-02', { ...PASSED, endedAt: '2026-11-24T09:00:00.000Z', closedAt: '2026-11-24T10:00:00.000Z' });
    await tap('Phương hướng năm');
    await tap('Ghi số, hạn sơ kết, tổng kết');
    const dialog = await screen.findByRole('dialog');
    // [DTYPE-7] The register knows which number comes next.
    expect(await within(dialog).findByRole('button', { name: 'Lấy số tiếp theo: 01-NQ/CB' })).toBeTruthy();
    fireEvent.change(within(dialog).getByLabelText('Số, ký hiệu'), { target: { value: '01-NQ/CB' } });
    fireEvent.change(within(dialog).getByLabelText('Hạn sơ kết'), { target: { value: '2027-06-30' } });
    fireEvent.blur(within(dialog).getByLabelText('Số, ký hiệu'));
    await waitFor(async () => expect(await read('paper:v1')).toMatchObject({ kind: 'directionResolution', number: '01-NQ/CB', reviewOn: '2027-06-30' }));
  });

  it('[PAPER-5] a vote that failed, or about something else, asks for nothing', async () => {
    await open(VotesBlock, 'tk-kt-03', { ...PASSED, 'vote/v1': { ...PASSED['vote/v1'], yes: 1, no: 3 } });
    await act(() => new Promise((done) => setTimeout(done, 50)));
    expect(screen.queryByRole('heading', { name: 'Ghi nghị quyết vào sổ văn bản' })).toBeNull();
  });
});

describe('a resolution whose review is due', () => {
  it('[PAPER-4] [TASK-4] is looked at after the tasks: held, how far, what came of it; in the meeting’s record and in the register', async () => {
    await put('paper:p', { kind: 'thematicResolution', title: 'Chuyển đổi số', number: '05-NQ/CB', issuedOn: '2026-01-10', reviewOn: '2026-11-01' });
    for (const [id, state] of [['a', 'done'], ['b', 'open']] as const) await put(`task:${id}`, { what: id, paperId: 'p', state, createdAt: '2026-02-01T00:00:00.000Z', ...(state === 'done' ? { doneOn: '2026-03-01' } : {}) });
    await open(TaskReviewBlock, 'tk-nd-03');
    expect(await screen.findByRole('heading', { name: 'Sơ kết: Chuyển đổi số' })).toBeTruthy();
    expect(await screen.findByText(/05-NQ\/CB · hạn 01\/11\/2026 · 1\/2 nhiệm vụ đã xong/)).toBeTruthy();
    await tap('Đã sơ kết tại buổi này', 'radio');
    await waitFor(async () => expect(await read('paper:p')).toMatchObject({ reviewedOn: '2026-11-24', reviewedIn: 'm' }));
    expect((await read('meeting:m'))['paper/review.p']).toEqual({ title: 'Chuyển đổi số', number: '05-NQ/CB', percent: 50 });
    await tap('Tăng 5%');
    const result = screen.getByLabelText('Kết quả, việc còn lại');
    fireEvent.change(result, { target: { value: 'Đã số hóa một nửa hồ sơ' } });
    fireEvent.blur(result);
    await waitFor(async () => expect(await read('meeting:m')).toMatchObject({ 'paper/review.p': { percent: 55 }, 'paper/review.p/result': 'Đã số hóa một nửa hồ sơ' }));
    await tap('Chưa', 'radio');
    await waitFor(async () => expect(await read('paper:p')).not.toHaveProperty('reviewedOn'));
    expect(await read('meeting:m')).not.toHaveProperty('paper/review.p');
  });
});

it('[TASK-2] the share in the score is shown with the tasks that it was worked out from', async () => {
  const task = (id: string, fields: Fields): Promise<void> => put(`task:${id}`, { what: `Việc ${id}`, createdAt: '2026-10-20T00:00:00.000Z', state: 'open', ...fields });
  await task('a', { state: 'done', doneOn: '2026-11-10', due: '2026-11-15' });
  await task('b', { due: '2026-11-20' });
  await task('c', { due: '2026-12-20' });
  await open(ScoreBlock, 'tk-kt-04');
  fireEvent.click(await screen.findByText('Tính từ những việc nào'));
  expect(await screen.findByText(/^Xong 1\/2 việc đến hạn, bằng 50%\. 1 việc chưa đến hạn thì chưa tính\.$/)).toBeTruthy();
  expect(screen.getByText('Việc b').closest('li')?.textContent).toMatch(/hạn 20\/11\/2026 · chưa xong/);
  expect(screen.queryByText('Việc c')).toBeNull();
});
