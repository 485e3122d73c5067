// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Change, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver, type DirectoryEntry } from '@/storage';
import { DueList } from './due-list';

let saver: Saver;
let n = 0;
const cell = { name: 'Chi bộ Khoa Nội', hasCommittee: true };
const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value })));
const entry = (id: string, date: string, state: DirectoryEntry['state'], kind = 'regular'): DirectoryEntry => ({ id, kind, date, time: '14:00', place: '', state, stepId: null, points: null, grade: null });
const open = (today: string, ...directory: DirectoryEntry[]): void =>
  void render(<BookContext.Provider value={saver}><DueList directory={directory} cell={cell} today={today} /></BookContext.Provider>);

// The words of the plan are fetched by the list itself.
beforeAll(() => startI18n('vi', ['common', 'today']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`due-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('plan:2026', { since: '2026-11', day: 20, committeeDays: 2, 'q/4/theme': 'Học Bác', 'q/4/presenterId': 'anan', 'q/4/on': '2026-11-27', 'q/4/outlineOn': '2026-11-01' });
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('what is due today', () => {
  it('[DUE-6] names what the year plan has due, each leading to where it is done', async () => {
    open('2026-11-18', entry('o', '2026-10-20', 'closed'));
    const link = async (name: RegExp): Promise<string | null> => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await link(/^Họp chi ủy ngày 18\/11\/2026/)).toBe('/cuoc-hop/moi?loai=cellCommittee&ngay=2026-11-18');
    expect(await link(/^Chuyên đề quý IV: viết bản đề dẫn/)).toBe('/ke-hoach-nam');
    expect(screen.getByText('Theo kế hoạch năm: ngày 20/11/2026. Bấm vào đây để chuẩn bị buổi họp.')).toBeTruthy();
  });

  it('[DUE-6] asks for the next year’s plan in December, and not for what the meeting already notes', async () => {
    await put('plan:2026', { 'q/4/on': '2026-12-22', 'q/4/draftOn': '2026-12-01' });
    await put('meeting:t', { kind: 'thematic', date: '2026-12-22', 'prep/draftApprovedOn': '2026-12-10' });
    open('2026-12-19', entry('t', '2026-12-22', 'planned', 'thematic'), entry('r', '2026-12-18', 'closed'));
    expect((await screen.findByRole('link', { name: /^Lập kế hoạch sinh hoạt năm 2027/ })).getAttribute('href')).toBe('/ke-hoach-nam/2027');
    expect(screen.queryByText(/chi ủy duyệt/)).toBeNull();
    expect(screen.getByText(/gửi đảng viên|Gửi tài liệu/)).toBeTruthy();
  });
});
