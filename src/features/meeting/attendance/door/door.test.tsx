// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { readMeeting, recordKey, rosterOn, readMember, type Cell, type Change, type Fields, type Json, type Procedure, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver, useCollection, useFields, useWrite } from '@/storage';
import type { MeetingContext } from '../../meeting-context';
import Door from './door';

/** What the camera reads, by hand. */
let seen: (text: string) => void;
vi.mock('@/ui/qr-scanner', () => ({
  QrScanner: ({ onText }: { onText: (text: string) => void }) => {
    seen = onText;
    return <p>máy ảnh</p>;
  },
}));

const card = (letter: string): string => letter.repeat(16);
const KEY = recordKey('meeting', 'm');
let book: Book;
let saver: Saver;
let tones: number;
const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value })));
const marks = async (): Promise<Fields> => Object.fromEntries(Object.entries(await book.read(KEY)).filter(([field]) => field.startsWith('att/')));

/** The meeting as the step has it; the roster is that of the day, without who has left. */
function Step() {
  const fields = useFields(KEY);
  const records = useCollection('member');
  const write = useWrite();
  if (!fields || !records) return null;
  const meeting = readMeeting('m', fields);
  const members = records.map(({ id, fields: own }) => readMember(id, own));
  const ctx: MeetingContext = {
    id: meeting.id, key: KEY, meeting, fields, members, cell: {} as Cell, procedure: {} as Procedure, roster: rosterOn(members, meeting.date), nameOf: () => '', locked: false, write,
    set: (values) => write(Object.entries(values).map(([field, value]) => ({ key: KEY, field, value }))),
  };
  return <Door ctx={ctx} />;
}

async function open(): Promise<void> {
  saver = new Saver(book, () => 0);
  render(<BookContext.Provider value={saver}><Step /></BookContext.Provider>);
  fireEvent.click(await screen.findByRole('button', { name: 'Quét thẻ' }));
  await screen.findByText('máy ảnh');
}
const see = (text: string): Promise<void> => act(async () => {
  seen(text);
  await saver.flush();
});
const press = (name: string | RegExp): Promise<void> => act(async () => {
  fireEvent.click(screen.getByRole('button', { name }));
  await saver.flush();
});
const shown = (): string => document.querySelector('.door-hit')?.textContent ?? '';
const count = (): string => screen.getByRole('status', { name: 'Kết quả điểm danh bằng thẻ' }).textContent ?? '';

beforeAll(() => startI18n('vi', ['common', 'cards', 'scan', 'meeting']));
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T14:05:00+07:00'), toFake: ['Date'] });
  tones = 0;
  class Loudspeaker {
    state = 'running';
    currentTime = 0;
    destination = {};
    resume = async (): Promise<void> => undefined;
    suspend = async (): Promise<void> => undefined;
    createGain = () => ({ gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }, connect: (to: unknown) => to });
    createOscillator = () => ({ frequency: { value: 0 }, connect: (to: unknown) => to, start: () => (tones += 1), stop: () => undefined });
  }
  vi.stubGlobal('AudioContext', Loudspeaker);
  localStorage.clear();
  book = new Book(new BookDatabase(`door-${Math.random()}`), await importKey(randomBytes(32)));
  await put('member:a', { name: 'Lê Thị An', [`card/${card('A')}`]: '2026-01-02', [`card/${card('0')}`]: 'lost' });
  await put('member:b', { name: 'Trần Văn Bảy', [`card/${card('B')}`]: '2026-01-02' });
  await put('member:x', { name: 'Phạm Thị Xuân', [`card/${card('X')}`]: '2026-01-02', 'status/2020-01-01': 'exempt' });
  await put('member:s', { name: 'Vũ Văn Sáu', [`card/${card('S')}`]: '2026-01-02', 'status/2020-01-01': 'suspended' });
  await put('member:g', { name: 'Ngô Văn Đi', [`card/${card('G')}`]: '2026-01-02', 'status/2020-01-01': 'left' });
  await put(KEY, { kind: 'regular', date: '2026-11-24', time: '14:00', startedAt: '2026-11-24T07:00:00.000Z', 'att/b': { kind: 'excused', reason: 'sick' } });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  cleanup();
  await book.close();
});

describe('the door', () => {
  it('[CARD-3] [CARD-6] a card marks its holder, says the name, and counts; one tap makes it late, another takes it back', async () => {
    await open();
    expect(count()).toBe('Đã điểm danh: 0Chưa: 1Vắng: 1');
    await see(`SCBT1/${card('A')}`);
    await waitFor(async () => expect(await marks()).toMatchObject({ 'att/a': { kind: 'present' } }));
    expect(shown()).toMatch(/^Lê Thị An.*Có mặt\./);
    expect(tones).toBe(1);
    await waitFor(() => expect(count()).toBe('Đã điểm danh: 1Chưa: 0Vắng: 1'));
    await press('Đến muộn 14:05');
    await waitFor(async () => expect(await marks()).toMatchObject({ 'att/a': { kind: 'late', time: '14:05' } }));
    await press('Hoàn tác');
    await waitFor(async () => expect(await marks()).not.toHaveProperty('att/a'));
    expect(shown()).toContain('Đã bỏ lần ghi vừa rồi');
  });

  it('[CARD-3] somebody marked absent came late; undone, the absence with its reason is back', async () => {
    await open();
    await see(`SCBT1/${card('B')}`);
    await waitFor(async () => expect(await marks()).toMatchObject({ 'att/b': { kind: 'late', time: '14:05' } }));
    expect(screen.getByRole('button', { name: 'Có mặt' })).toBeTruthy();
    await press('Hoàn tác');
    await waitFor(async () => expect(await marks()).toEqual({ 'att/b': { kind: 'excused', reason: 'sick' } }));
  });

  it('[CARD-4] a second time is told and writes nothing, with another sound', async () => {
    await open();
    await see(`SCBT1/${card('A')}`);
    await waitFor(() => expect(count()).toContain('Đã điểm danh: 1'));
    tones = 0;
    await see(`SCBT1/${card('A')}`);
    expect(shown()).toContain('Đã điểm danh rồi: Có mặt.');
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).toBeNull();
    expect(tones).toBe(2);
  });

  it.each([
    ['old', `SCBT1/${card('0')}`, /^Lê Thị An.*Thẻ cũ/],
    ['unknown', `SCBT1/${card('Z')}`, /^Thẻ không thuộc chi bộ này/],
    ['not on the list', `SCBT1/${card('G')}`, /^Ngô Văn Đi.*Không có trong danh sách/],
    ['suspended', `SCBT1/${card('S')}`, /^Vũ Văn Sáu.*đình chỉ/],
    ['a link', 'https://zalo.me/g/abc', /đường dẫn trên mạng/],
    ['a later version', 'SCBT2/ABC', /bản mới hơn/],
  ])('[CARD-5] %s: nothing is written, and it is said', async (_what, text, words) => {
    await open();
    await see(text);
    expect(shown()).toMatch(words);
    expect(Object.keys(await marks())).toEqual(['att/b']);
  });

  it('[CARD-5] an exempt member is marked, and told to count', async () => {
    await open();
    await see(`SCBT1/${card('X')}`);
    expect(shown()).toMatch(/^Phạm Thị Xuân.*được miễn sinh hoạt/);
    await waitFor(async () => expect(await marks()).toMatchObject({ 'att/x': { kind: 'present' } }));
  });

  it('by hand for whoever forgot the card; without sound where that was switched off', async () => {
    await open();
    fireEvent.click(screen.getByRole('switch', { name: 'Có tiếng báo khi quét' }));
    const list = screen.getByRole('list', { name: 'Các đồng chí chưa điểm danh', hidden: true });
    await act(async () => {
      fireEvent.click(within(list).getByRole('button', { name: 'Có mặt: Lê Thị An', hidden: true }));
      await saver.flush();
    });
    await waitFor(async () => expect(await marks()).toMatchObject({ 'att/a': { kind: 'present' } }));
    expect(tones).toBe(0);
    expect(localStorage.getItem('so-chi-bo.doorSound')).toBe('off');
  });
});
