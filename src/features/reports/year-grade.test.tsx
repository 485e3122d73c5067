// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, Grade, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver, type DirectoryEntry } from '@/storage';
import YearGrade from './year-grade';

let saver: Saver;
let n = 0;
const met = (month: number, grade: Grade | null): DirectoryEntry => ({ id: `m${month}`, kind: 'regular', date: `2026-${String(month).padStart(2, '0')}-05`, time: '', place: '', state: 'closed', stepId: null, points: null, grade });
const GRADES: Record<string, Grade> = { T: 'good', K: 'fair', B: 'average' };
const open = (letters: string, cell: Fields = { 'frame/2020-01-01': 'khoi-2021' }, today = '2026-12-31'): void =>
  void render(
    <BookContext.Provider value={saver}>
      <YearGrade year={2026} today={today} directory={[...letters].flatMap((letter, index) => (letter === ' ' ? [] : [met(index + 1, GRADES[letter] ?? null)])).reverse()} cell={cell} />
    </BookContext.Provider>,
  );

beforeAll(() => startI18n('vi', ['common', 'reports', 'meeting']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`year-grade-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('the year’s grade on the reports', () => {
  it('[ANNUAL-2] names the rule that holds, and what is missing while there is time', async () => {
    open('TTTTK', undefined, '2026-06-02');
    expect(await screen.findByText('Đạt theo quy tắc: 100% số kỳ thường kỳ từ Trung bình trở lên.')).toBeTruthy();
    expect(screen.getByText('Để đạt Tốt: thêm 3 tháng Tốt; năm còn 7 tháng.')).toBeTruthy();
    expect(screen.getAllByText('4 Tốt, 1 Khá')).toHaveLength(2);
    expect(screen.getByText('chưa tới')).toBeTruthy();
  });
  it('[ANNUAL-2] says what cannot be reached any more, and by which month', async () => {
    open('TTTTTTTTTBT', undefined, '2026-12-02');
    expect(await screen.findByText('Không còn đạt được Tốt: có tháng dưới mức Khá hoặc không có buổi được xếp loại (tháng 10).')).toBeTruthy();
    cleanup();
    open('TTTTTTKKKKKK', undefined, '2027-01-02');
    expect(await screen.findByText('Không đạt Tốt: thiếu 1 tháng Tốt.')).toBeTruthy();
  });
  it('[ANNUAL-4] a book that began in June is graded from June on, and says so', async () => {
    open('     TTTTTTT', undefined, '2027-01-02');
    expect(await screen.findByText('Sổ có số liệu từ tháng 6 năm 2026. Các tháng trước đó không tính vào xếp loại.')).toBeTruthy();
    expect(screen.getByText('Đạt theo quy tắc: 100% số kỳ thường kỳ từ Khá trở lên, trong đó ít nhất 7 kỳ Tốt.')).toBeTruthy();
    expect(screen.getAllByText('1 Tốt')).toHaveLength(1);
    expect(screen.queryByText('Đến nay')).toBeNull();
    cleanup();
    open('       TK', undefined, '2026-10-02');
    expect(await screen.findByText('Không còn đạt được Tốt: thiếu 6 tháng Tốt mà năm chỉ còn 3 tháng.')).toBeTruthy();
    expect(screen.getByText('sổ chưa có số liệu')).toBeTruthy();
  });
  it('[ANNUAL-1] the committee’s word counts before the cell’s own', async () => {
    const directive = { kind: 'officialGrade', seq: 1, issuedAt: '2026-02-01T00:00:00Z', issuedBy: { committee: 'ĐU', person: '' }, body: { meetingId: 'm1', submissionId: 's', grade: 'fair', points: 80, total: 100, reason: 'x' } };
    await saver.book.write(Object.entries(directive).map(([field, value]) => ({ key: 'directive:d1' as RecordKey, field, value: value as Json })));
    open('TTTTTTTTTTTT');
    expect(await screen.findByText('Đạt theo quy tắc: 100% số kỳ thường kỳ từ Khá trở lên, trong đó ít nhất 7 kỳ Tốt.')).toBeTruthy();
    expect(screen.getByText('11 Tốt, 1 Khá')).toBeTruthy();
    expect(screen.getByText('cấp ủy')).toBeTruthy();
  });
  it('[ANNUAL-3] a frame without a rule for the year grades none, and only counts', async () => {
    open('TTK', {}, '2026-04-02');
    expect(await screen.findByText(/không nói cách xếp loại cả năm/)).toBeTruthy();
    expect(screen.getAllByText('2 Tốt, 1 Khá')).toHaveLength(2);
    expect(screen.queryByText('Còn thiếu gì')).toBeNull();
  });
  it('no graded month yet says so', async () => {
    open('', undefined, '2026-01-20');
    expect(await screen.findByText('Chưa có tháng nào được xếp loại.')).toBeTruthy();
  });
});
