// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findStep, readMember, rosterOn, type Change, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { findProcedure } from '@/packs';
import { BookContext, Saver, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { ToastProvider } from '@/ui';
import { TasksBlock } from '../blocks/tasks';
import { ContributionsBlock } from '../blocks/contributions';
import { MinutesBlock } from '../blocks/minutes';
import { ScoreBlock } from '../blocks/score';
import { VotesBlock } from '../blocks/votes';
import { useMeeting, type BlockComponent } from '../use-meeting';

const KEY: RecordKey = 'meeting:m';
const procedure = findProcedure('regular.hd05-duk-2021', 1)!;
const PEOPLE = ['Trần Văn An', 'Lê Thị Bình', 'Phạm Văn Cường', 'Đỗ Thị Dung', 'Vũ Văn Em'];
const members = PEOPLE.map((name, i) => readMember(`p${i}`, { name, standing: i === 4 ? 'probationary' : 'official', position: i === 0 ? 'secretary' : 'none' }));
const roster = rosterOn(members, '2026-11-24') as unknown as Json;

let book: Book;
let taps = 0;

async function open(Block: BlockComponent, stepId: string, more: Record<string, Json> = {}): Promise<void> {
  const values = { kind: 'regular', date: '2026-11-24', procedure: { id: procedure.id, version: 1 }, startedAt: '2026-11-24T07:00:00.000Z', roster, ...more };
  await book.write(Object.entries(values).map(([field, value]): Change => ({ key: KEY, field, value })));
  const saver = new Saver(book, () => 0);
  const { step } = findStep(procedure, stepId)!;
  function Room() {
    const ctx = useMeeting('m');
    return typeof ctx === 'string' ? null : <Block ctx={ctx} step={step} />;
  }
  render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng"><Room /></ToastProvider></BookContext.Provider>);
  await screen.findAllByRole('heading');
}

/** A finger: what is tapped is found by its role and name. */
async function tap(name: string | RegExp, role = 'button'): Promise<void> {
  taps += 1;
  const target = await screen.findByRole(role, { name });
  await act(async () => {
    fireEvent.click(target);
    await book.settled();
  });
}
const type = (name: string | RegExp, value: string, role = 'textbox'): Promise<void> =>
  act(async () => {
    fireEvent.change(screen.getByRole(role, { name }), { target: { value } });
    await book.settled();
  });
const fields = () => book.read(KEY);

beforeAll(() => startI18n('vi', ['common', 'meeting', 'meetingWork']));
beforeEach(async () => {
  taps = 0;
  book = await createBook('trial', '246810', async () => new Uint8Array(32));
});
afterEach(async () => {
  const name = book.db.name;
  await book.close();
  await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done));
});

describe('contributions', () => {
  it('a contribution is three taps, and is in the book from the first', async () => {
    await open(ContributionsBlock, 'tk-nd-07', { 'att/p1': { kind: 'excused', reason: 'ốm' } });
    expect(screen.queryByRole('button', { name: 'Lê Thị Bình' })).toBeNull();
    await tap('Phạm Văn Cường');
    const head = async () => Object.entries(await fields()).find(([name]) => /^con\/[^/]+$/.test(name));
    await waitFor(async () => expect((await head())?.[1]).toMatchObject({ memberId: 'p2', kind: 'opinion', stepId: 'tk-nd-07' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Tóm tắt ý kiến' }));
    await tap('Đề xuất');
    await type('Tóm tắt ý kiến', 'Mua máy quét');
    await tap('Xong');
    expect(taps).toBe(3);
    const [name, value] = (await head())!;
    expect(value).toMatchObject({ kind: 'proposal' });
    await waitFor(async () => expect((await fields())[`${name}/text`]).toBe('Mua máy quét'));
    expect(await screen.findByText('1/4 (25%)')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Chưa phát biểu (3)' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Phạm Văn Cường 1 lượt' })).toBeTruthy();
  });

  it('a tap by mistake leaves nothing behind; deleting one with words asks first', async () => {
    await open(ContributionsBlock, 'tk-nd-07', { 'con/1': { memberId: 'p1', kind: 'opinion', at: '2026-11-24T08:00:00Z', stepId: 'tk-nd-07' }, 'con/1/text': 'Nhất trí' });
    await tap('Đỗ Thị Dung');
    await tap('Chạm nhầm, bỏ đi');
    await waitFor(async () => expect(Object.keys(await fields()).filter((name) => name.startsWith('con/'))).toEqual(['con/1', 'con/1/text']));
    await tap('Xóa ý kiến của đồng chí Lê Thị Bình');
    expect((await fields())['con/1/text']).toBe('Nhất trí');
    await tap('Xóa');
    await waitFor(async () => expect(Object.keys(await fields()).some((name) => name.startsWith('con/'))).toBe(false));
  });
});

describe('votes', () => {
  it('all in favour is two taps, with the base of the moment', async () => {
    await open(VotesBlock, 'tk-md-05', { 'att/p1': { kind: 'excused' } });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nội dung biểu quyết' }).value).toBe('Thông qua nội dung, chương trình buổi sinh hoạt');
    await tap('Tất cả tán thành (3)');
    await tap('Ghi kết quả biểu quyết');
    expect(taps).toBe(2);
    await screen.findByText('Được thông qua');
    const [name, vote] = Object.entries(await fields()).find(([field]) => /^vote\/[^/]+$/.test(field))!;
    // Four official members, one of them absent with a reason: the base is four, three hands can go up.
    expect(vote).toMatchObject({ decision: 'programme', yes: 3, no: 0, other: 0, base: 4, inRoom: 3, stepId: 'tk-md-05' });
    expect((await fields())[`${name}/question`]).toBe('Thông qua nội dung, chương trình buổi sinh hoạt');
    expect(Object.keys(await fields()).filter((field) => field.startsWith('voteDraft'))).toEqual([]);
  });

  it('counts that do not add up to those in the room are not recorded; the rest is one tap', async () => {
    await open(VotesBlock, 'tk-kt-03');
    await type('Không tán thành', '1', 'spinbutton');
    await screen.findByText('Đã đếm 1/4, còn thiếu 3 phiếu.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Ghi kết quả biểu quyết' }).disabled).toBe(true);
    await tap('Số còn lại tán thành (3)');
    await screen.findByText(/được thông qua với 75%/);
    await type('Ý kiến khác', '2', 'spinbutton');
    await screen.findByText('Đã đếm 6/4, thừa 2 phiếu. Đồng chí đếm lại.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Ghi kết quả biểu quyết' }).disabled).toBe(true);
    expect(Object.keys(await fields()).some((field) => field.startsWith('vote/'))).toBe(false);
  });

  it('what was counted so far is there again after the app was killed', async () => {
    await open(VotesBlock, 'tk-nd-09', { 'voteDraft/tk-nd-09': { decision: 'admission', yes: 2, no: 1, other: 0 }, 'voteDraft/tk-nd-09/question': 'Kết nạp quần chúng ưu tú' });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Nội dung biểu quyết' }).value).toBe('Kết nạp quần chúng ưu tú');
    expect(screen.getByText('Cần 3 phiếu tán thành (từ 2/3 của 4).')).toBeTruthy();
    expect(screen.getByText('Đã đếm 3/4, còn thiếu 1 phiếu.')).toBeTruthy();
  });

  it('a vote that could not pass is named and cannot be recorded', async () => {
    await open(VotesBlock, 'tk-kt-03', { 'att/p1': { kind: 'excused' }, 'att/p2': { kind: 'excused' } });
    expect(screen.getByRole('alert').textContent).toContain('Cần 3 phiếu tán thành, nhưng trong phòng chỉ có 2 đồng chí');
    expect(screen.queryByRole('button', { name: /tán thành|Ghi kết quả/ })).toBeNull();
  });
});

describe('tasks', () => {
  it('a task with person and date is five taps, kept from the first letter', async () => {
    await open(TasksBlock, 'tk-kt-02');
    await tap('Giao việc');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Việc cần làm' }));
    await type('Việc cần làm', 'Rà soát hồ sơ');
    await tap('Chọn đồng chí');
    const picker = within(screen.getByRole('dialog', { name: 'Người thực hiện' }));
    taps += 1;
    await act(async () => {
      fireEvent.click(picker.getByRole('button', { name: 'Đỗ Thị Dung' }));
    });
    await tap(/^Trước buổi họp sau/);
    await tap('Xong');
    expect(taps).toBe(5);
    await waitFor(async () => {
      const [task] = await book.list('task');
      expect(task?.fields).toMatchObject({ what: 'Rà soát hồ sơ', assigneeId: 'p3', due: '2026-12-23', meetingId: 'm', state: 'open' });
    });
    expect(await screen.findByText('Đỗ Thị Dung · hạn 23/12/2026')).toBeTruthy();
  });

  it('a resolution that holds may be chosen, and none has to be', async () => {
    await act(() => book.write(Object.entries({ kind: 'directionResolution', number: '05-NQ/CB', title: 'về chuyển đổi số', issuedOn: '2026-02-01' }).map(([field, value]) => ({ key: 'paper:nq' as RecordKey, field, value }))));
    await open(TasksBlock, 'tk-kt-02');
    await tap('Giao việc');
    await type('Việc cần làm', 'Rà soát hồ sơ');
    const paper = await screen.findByRole('combobox', { name: /^Thực hiện nghị quyết/ });
    fireEvent.change(paper, { target: { value: 'nq' } });
    await waitFor(async () => expect((await book.list('task'))[0]?.fields).toMatchObject({ what: 'Rà soát hồ sơ', paperId: 'nq', meetingId: 'm' }));
    expect(paper.textContent).toContain('05-NQ/CB, về chuyển đổi số');
  });
});

describe('minutes', () => {
  it('an edited section keeps its words, and says so when the records change under it', async () => {
    await open(MinutesBlock, 'tk-sau-01', { conclusion: 'Làm việc một.' });
    await tap('Sửa mục Kết luận');
    await type('Nội dung mục Kết luận', 'Lời của tôi.');
    await tap('Xong');
    await screen.findByText('Đã sửa tay');
    await act(() => book.write([{ key: KEY, field: 'conclusion', value: 'Làm việc hai.' }]));
    await screen.findByText('Nội dung đã ghi thay đổi sau khi đồng chí sửa mục này');
    expect(screen.getByText('Lời của tôi.')).toBeTruthy();
    expect(screen.getByText('Làm việc hai.')).toBeTruthy();
    await tap('Giữ bản đã sửa');
    await waitFor(() => expect(screen.queryByText(/thay đổi sau khi/)).toBeNull());
    expect((await fields())['minutes/conclusion/text']).toBe('Lời của tôi.');
    await tap('Bỏ phần sửa tay');
    await waitFor(() => expect(screen.queryByText('Lời của tôi.')).toBeNull());
  });

  it('an edit that changes nothing is no edit', async () => {
    await open(MinutesBlock, 'tk-sau-01', { conclusion: 'Làm việc một.' });
    await tap('Sửa mục Kết luận');
    await tap('Xong');
    await waitFor(async () => expect(Object.keys(await fields()).filter((name) => name.startsWith('minutes/'))).toEqual([]));
  });
});

describe('score', () => {
  it('two taps score a meeting; a point taken off asks why; the frame says how sure it is', async () => {
    await open(ScoreBlock, 'tk-kt-04');
    expect(screen.getByText(/chưa đối chiếu văn bản gốc/)).toBeTruthy();
    await tap('Nhận các điểm gợi ý');
    await tap('Chấm tối đa các mục còn lại');
    await screen.findByText('điểm, đã chấm đủ');
    expect(Object.entries(await fields()).filter(([name]) => /^score\/[^/]+$/.test(name))).toHaveLength(10);
    await type(/Điểm: Từ 90%/, '3,5', 'spinbutton');
    await type('Vì sao khác điểm gợi ý', 'đi muộn');
    await waitFor(async () => expect((await fields())['score/hd42-2/reason']).toBe('đi muộn'));
    expect((await fields())['score/hd42-2']).toEqual({ points: 3.5 });
  });
});
