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

  it('[REP-8] a report whose day the cell has set stands among them by its name, with its day', async () => {
    await put('cell:cell', { ...cell, 'reportDue/quarter': 5 });
    open('2026-10-04', entry('o', '2026-09-20', 'closed'));
    const link = await screen.findByRole('link', { name: /^Báo cáo quý III năm 2026/ });
    expect([link.getAttribute('href'), link.textContent]).toEqual(['/bao-cao/2026-Q3', 'Báo cáo quý III năm 2026Hạn nộp 05/10/2026']);
  });

  it('[DUE-6] without a plan, asks for this year’s once the cell has met', async () => {
    await put('plan:2026', { since: null });
    open('2026-06-18', entry('o', '2026-06-10', 'closed'));
    expect((await screen.findByRole('link', { name: /^Lập kế hoạch sinh hoạt năm 2026/ })).getAttribute('href')).toBe('/ke-hoach-nam/2026');
  });

  it('[DUE-6] from mid-December minds next year’s plan too', async () => {
    await put('plan:2027', { since: '2027-01', day: 1, committeeDays: 3 });
    open('2026-12-28', entry('o', '2026-12-20', 'closed'));
    expect((await screen.findByRole('link', { name: /^Họp chi ủy ngày 29\/12\/2026/ })).getAttribute('href')).toBe('/cuoc-hop/moi?loai=cellCommittee&ngay=2026-12-29');
  });

  it('[DUE-3] takes the terms of the meeting’s own procedure, not of the guidance of today', async () => {
    await put('meeting:o', { kind: 'regular', date: '2026-11-02', procedure: { id: 'regular.hd12-2018', version: 1 } });
    open('2026-11-18', entry('o', '2026-11-02', 'closed'));
    await screen.findByRole('link', { name: /^Chuyên đề quý IV/ });
    expect(screen.queryByText(/Đăng văn bản/)).toBeNull();
    cleanup();
    await put('meeting:o', { procedure: { id: 'regular.hd42-2025', version: 1 } });
    open('2026-11-18', entry('o', '2026-11-02', 'closed'));
    expect(await screen.findByText(/Đăng văn bản/)).toBeTruthy();
  });

  it('[APR-9] asks for last year’s review until March, where the book knows that year', async () => {
    await put('member:anan', { name: 'Lê An', joinedOn: '2001-02-03', 'status/2001-02-03': 'active' });
    open('2027-02-10', entry('o', '2026-11-02', 'closed'));
    expect(await screen.findByRole('link', { name: /^Kiểm điểm cuối năm/ })).toBeTruthy();
  });

  it('[DUE-8] counts what of the documents and of the members is to be minded, without names', async () => {
    await put('member:anan', { name: 'Lê An', joinedOn: '2001-02-03', 'status/2001-02-03': 'active', 'dues/2026-01': null });
    await put('member:binh', { name: 'Trần Bình', joinedOn: '2001-02-03', 'status/2001-02-03': 'active', 'dues/2026-01': 'paid', 'dues/2026-02': 'paid', 'dues/2026-03': 'paid' });
    await put('paper:p', { kind: 'otherResolution', issuedOn: '2026-01-10', reviewOn: '2026-11-30' });
    open('2026-11-18', entry('o', '2026-11-02', 'closed'));
    expect((await screen.findByRole('link', { name: /^4 việc về văn bản/ })).getAttribute('href')).toBe('/van-ban');
    const line = await screen.findByRole('link', { name: /^1 đồng chí cần lưu ý/ });
    expect(line.getAttribute('href')).toBe('/dang-vien');
    expect(line.textContent).not.toMatch(/Lê An/);
  });
});
