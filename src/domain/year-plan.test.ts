import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInMonth, monthOf } from './dates';
import type { Fields } from './records';
import { committeeOn, fixedDate, monthsOf, newPlan, plannedOn, readYearPlan, themeOn, unitOn, weekdayOf, type FixedDay, type YearPlan } from './year-plan';

const plan = (fields: Fields = {}, year = '2026'): YearPlan => readYearPlan(year, { since: `${year}-01`, ...fields })!;
const month = fc.integer({ min: 1, max: 12 }).chain((m) => fc.integer({ min: 2020, max: 2040 }).map((y) => `${y}-${String(m).padStart(2, '0')}`));
const byDay = fc.record({ day: fc.integer({ min: 1, max: 31 }) });
const byWeekday = fc.record({ week: fc.integer({ min: 1, max: 5 }), weekday: fc.integer({ min: 1, max: 7 }) });
const fixed: fc.Arbitrary<FixedDay> = fc.oneof(byDay, byWeekday);

describe('the year plan', () => {
  it('[PLAN-1] a day of the month, kept inside the month', () => {
    const p = plan({ day: 31 });
    expect(['2026-01', '2026-02', '2026-04', '2026-12'].map((m) => plannedOn(p, m))).toEqual(['2026-01-31', '2026-02-28', '2026-04-30', '2026-12-31']);
    expect(plannedOn(plan({ day: 29 }, '2028'), '2028-02')).toBe('2028-02-29');
    expect(plannedOn(plan(), '2026-01')).toBeNull();
  });

  it('[PLAN-1] the n-th of a weekday; the fifth is the last one', () => {
    const first = plan({ week: 1, weekday: 1 });
    expect([plannedOn(first, '2026-06'), plannedOn(first, '2026-11')]).toEqual(['2026-06-01', '2026-11-02']);
    const last = plan({ week: 5, weekday: 5 });
    expect([plannedOn(last, '2026-10'), plannedOn(last, '2026-11')]).toEqual(['2026-10-30', '2026-11-27']);
  });

  it('[PLAN-1] a month that was moved has its own day; the others keep theirs', () => {
    const p = plan({ day: 5, 'move/02': '2026-02-12', 'move/02/why': 'Nghỉ Tết', committeeDays: 2, 'committee/03': '2026-03-04', unitDay: 31 });
    expect([plannedOn(p, '2026-02'), committeeOn(p, '2026-02'), p.moved['2026-02']?.why]).toEqual(['2026-02-12', '2026-02-10', 'Nghỉ Tết']);
    expect([plannedOn(p, '2026-03'), committeeOn(p, '2026-03'), unitOn(p, '2026-02')]).toEqual(['2026-03-05', '2026-03-04', '2026-02-28']);
  });

  it('[PLAN-1] every fixed day lies in its month; of a weekday, on that one and in that week', () => {
    const ofDay = fc.property(byDay, month, (day, m) => fixedDate(day, m) === dayInMonth(m, day.day));
    const ofWeekday = fc.property(byWeekday, month, (day, m) => {
      const on = fixedDate(day, m)!;
      const isLast = monthOf(addDays(on, 7)) !== m;
      return monthOf(on) === m && weekdayOf(on) === day.weekday && (day.week === 5 ? isLast : Math.ceil(Number(on.slice(8)) / 7) === day.week);
    });
    expect(() => fc.assert(ofDay)).not.toThrow();
    expect(() => fc.assert(ofWeekday)).not.toThrow();
  });

  it('what is no date, no number or out of bounds is as if it were not written', () => {
    const p = plan({ day: 32, week: 0, weekday: 1, committeeDays: -1, unitDay: 2.5, 'move/02': '2026-02-30', 'q/1/on': 'mai', 'q/2/withMonth': '13', 'q/3/outlineOn': 5 });
    expect(p).toMatchObject({ fixed: null, committeeDays: null, unitDay: null, moved: {} });
    expect([p.themes[0]!.on, p.themes[1]!.withMonth, p.themes[2]!.done.outline]).toEqual([null, null, null]);
    expect(readYearPlan('2026', {})).toBeNull();
    expect(readYearPlan('khac', { since: '2026-01' })).toBeNull();
  });

  it('[PLAN-8] visits are read by their day; one that was taken away is none', () => {
    const p = plan({ 'coming/b/who': 'Đ/c Nguyễn Văn An, Ủy viên', 'coming/b/on': '2026-09-05', 'coming/a/on': '2026-03-05', 'coming/a/madeOn': '2026-03-06', 'coming/a/note': 'Góp ý' });
    expect(p.visits.map(({ id, who, on, madeOn }) => [id, who, on, madeOn])).toEqual([['a', '', '2026-03-05', '2026-03-06'], ['b', 'Đ/c Nguyễn Văn An, Ủy viên', '2026-09-05', null]]);
  });

  it('[PLAN-5] a theme that shares a session moves with the regular meeting', () => {
    const p = plan({ day: 5, 'q/1/withMonth': '2026-03', 'q/2/on': '2026-06-20', 'move/03': '2026-03-09' });
    expect(p.themes.map((theme) => themeOn(p, theme))).toEqual(['2026-03-09', '2026-06-20', null, null]);
  });

  it('[PLAN-9] a new year takes over what holds from year to year, and nothing of the year itself', () => {
    const before = plan({ day: 5, committeeDays: 2, unitDay: 10, 'move/02': '2026-02-12', 'q/1/theme': 'Học Bác', 'q/1/withMonth': '2026-03', 'q/2/on': '2026-06-20', 'coming/a/who': 'Đ/c An' });
    const fields = newPlan(2027, before, 20, '2026-12-15');
    expect(fields).toEqual({ since: '2027-01', day: 5, committeeDays: 2, unitDay: 10, 'q/1/withMonth': '2027-03' });
    expect(newPlan(2026, null, 20, '2026-11-24')).toEqual({ since: '2026-11', day: 20 });
    expect(newPlan(2026, null, null, '2026-01-02')).toEqual({ since: '2026-01' });
  });

  it('[PLAN-9] a plan copied on has the same days', () => {
    fc.assert(
      fc.property(fixed, fc.option(fc.integer({ min: 0, max: 30 })), fc.option(fc.integer({ min: 1, max: 31 })), (day, committeeDays, unitDay) => {
        const one = plan({ ...day, committeeDays, unitDay });
        const next = readYearPlan('2027', newPlan(2027, one, null, '2026-12-01'))!;
        expect([next.fixed, next.committeeDays, next.unitDay]).toEqual([one.fixed, one.committeeDays, one.unitDay]);
        expect(monthsOf(2027).map((m) => plannedOn(next, m))).toEqual(monthsOf(2027).map((m) => fixedDate(day, m)));
      }),
    );
  });
});
