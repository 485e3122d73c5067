import { describe, expect, it } from 'vitest';
import { findFrame } from '@/packs';
import { countMonths, firstMonthOf, gradedMonths, monthsLeft, yearGrade, yearLacks, type GradedMonth, type YearMeeting } from './annual';
import { readDirectives } from './directive';
import type { Grade } from './frame';
import type { Fields } from './records';

const rule = findFrame('khoi-2021')!.annual!;
const met = (date: string, grade: Grade | null, more: Partial<YearMeeting> = {}): YearMeeting => ({ id: date, kind: 'regular', date, state: 'closed', points: null, grade, ...more });
const months = (letters: string): GradedMonth[] =>
  [...letters].map((letter, index) => ({ month: `2026-${String(index + 1).padStart(2, '0')}`, grade: ({ T: 'good', K: 'fair', B: 'average', M: 'poor' } as Record<string, Grade>)[letter] ?? null, official: false, meetingId: null }));

describe('the year of a cell', () => {
  it('[ANNUAL-1] passed months count, the present one once it is graded; the last graded regular meeting of a month, the committee’s word first', () => {
    const meetings = [
      met('2026-01-05', 'good'),
      met('2026-02-05', 'good', { kind: 'combined' }),
      met('2026-03-05', 'good', { kind: 'thematic' }),
      met('2026-04-05', 'fair'),
      met('2026-04-25', null),
      met('2026-05-05', 'good', { state: 'open' }),
      met('2025-06-05', 'good'),
    ];
    const official = { kind: 'officialGrade', seq: 1, issuedAt: '', issuedBy: {}, body: { meetingId: '2026-01-05', grade: 'average', points: 60, total: 100 } } as unknown as Fields;
    const read = gradedMonths(2026, '2026-05-20', meetings, readDirectives([{ id: 'd', fields: official }]));
    expect(read.map(({ month, grade, official: word }) => [month, grade, word])).toEqual([
      ['2026-01', 'average', true],
      ['2026-02', 'good', false],
      ['2026-03', null, false],
      ['2026-04', 'fair', false],
    ]);
    expect(gradedMonths(2026, '2026-05-20', [met('2026-05-05', 'good')], []).map(({ month }) => month)).toContain('2026-05');
    expect(gradedMonths(2025, '2026-05-20', [met('2024-12-05', 'good')], [])).toHaveLength(12);
    expect(gradedMonths(2027, '2026-05-20', [], [])).toEqual([]);
  });
  it('[ANNUAL-4] months before the book’s first regular meeting do not count; a gap after it does', () => {
    const meetings = [met('2026-08-05', 'good'), met('2026-07-05', 'good'), met('2026-10-05', 'good'), met('2026-03-05', null, { state: 'cancelled' }), met('2026-04-05', null, { kind: 'thematic' })];
    expect(firstMonthOf(meetings)).toBe('2026-07');
    const read = gradedMonths(2026, '2026-11-20', meetings, []);
    expect(read.map(({ month, grade }) => [month, grade])).toEqual([['2026-07', 'good'], ['2026-08', 'good'], ['2026-09', null], ['2026-10', 'good']]);
    expect(monthsLeft(read)).toBe(2);
    const whole = gradedMonths(2026, '2026-11-20', [...meetings, met('2026-09-05', 'good')], []);
    expect(yearGrade(rule, whole.map(({ grade }) => grade))).toBe('fair');
    expect(yearLacks(rule, whole)).toMatchObject([{ grade: 'good', below: [], short: 3, reachable: false }]);
    expect(gradedMonths(2025, '2026-11-20', meetings, [])).toEqual([]);
    expect(firstMonthOf([])).toBeNull();
  });
  it.each([
    // Four months of Tốt: three more make seven, and eight are to come.
    ['TTTT', 'fair', [{ grade: 'good', below: [], short: 3, reachable: true }]],
    ['TTTTTTT', 'good', []],
    // A month of Trung bình is below what every month has to be: it cannot be made up.
    ['TTTTTTTB', 'fair', [{ grade: 'good', below: ['2026-08'], short: 0, reachable: false }]],
    // Seven are needed, two are there: with five to come it can still be, with four no more.
    ['TTKKKKK', 'fair', [{ grade: 'good', below: [], short: 5, reachable: true }]],
    ['TTKKKKKK', 'fair', [{ grade: 'good', below: [], short: 5, reachable: false }]],
  ] as const)('[ANNUAL-2] %s: what is lacking for better', (letters, grade, lacks) => {
    const list = months(letters);
    expect(yearGrade(rule, list.map((one) => one.grade))).toBe(grade);
    expect(yearLacks(rule, list)).toMatchObject(lacks);
    expect(yearLacks(rule, list)).toHaveLength(lacks.length);
  });
  it('[ANNUAL-2] a month without a graded meeting stands in the way of every grade but the lowest; nothing yet: all are lacking', () => {
    expect(yearLacks(rule, months('T-')).map(({ grade, below, reachable }) => [grade, below, reachable])).toEqual([['good', ['2026-02'], false], ['fair', ['2026-02'], false], ['average', ['2026-02'], false]]);
    expect(yearLacks(rule, []).map(({ grade, reachable }) => [grade, reachable])).toEqual([['good', true], ['fair', true], ['average', true]]);
  });
  it('[ANNUAL-3] months by grade', () => expect(countMonths(months('TTKB-M'))).toEqual({ good: 2, fair: 1, average: 1, poor: 1, none: 1 }));
});
