import { monthOf, type CalendarDate, type Month } from './dates';
import { gradeOf, type Directive } from './directive';
import { GRADES, type AnnualRule, type Grade } from './frame';
import { countsInHistory } from './history';
import { isRegular } from './procedure';

/** Whether a month's grade is `least` or better. */
const reaches = (grade: Grade | null, least: Grade): boolean => grade !== null && GRADES.indexOf(grade) <= GRADES.indexOf(least);

/**
 * [SCORE-8] The year's grade of a cell from its months: the first rule of which every month has at least the grade, and as many as it asks for
 * the better one. A month without a graded meeting (null) fulfils no "every"; where no rule holds the grade is the lowest. No month at all: null.
 * Source: facts.md §2.4 [V2] S52; months without a meeting and what is below the second rule are decisions of the frame.
 * @param months one entry a month of the year that has passed: the grade of its regular meeting
 */
export function yearGrade(rule: AnnualRule, months: readonly (Grade | null)[]): Grade | null {
  if (months.length === 0) return null;
  const found = rule.rules.find(
    ({ every, atLeast }) =>
      months.every((grade) => reaches(grade, every)) && (!atLeast || months.filter((grade) => reaches(grade, atLeast.grade)).length >= atLeast.count),
  );
  return found?.grade ?? GRADES.at(-1)!;
}

/** A meeting as the directory has it, as far as the year's grade goes. */
export interface YearMeeting {
  readonly id: string;
  readonly kind: string;
  readonly date: CalendarDate;
  readonly state: string;
  readonly points: number | null;
  readonly grade: string | null;
}

/** A month of the year: its grade, null where no graded regular meeting was held; whose word it is, the committee's or the cell's own. */
export interface GradedMonth {
  readonly month: Month;
  readonly grade: Grade | null;
  readonly official: boolean;
  /** The meeting that was graded. */
  readonly meetingId: string | null;
}

/** [ANNUAL-4] The month of the book's first regular meeting that was held, of any year; null where none was. What lies before it the book cannot know ([HIST-2]). */
export function firstMonthOf(meetings: readonly Pick<YearMeeting, 'kind' | 'date' | 'state'>[]): Month | null {
  const months = meetings.filter((one) => countsInHistory(one) && isRegular(one.kind)).map(({ date }) => monthOf(date));
  return months.length === 0 ? null : months.reduce((first, month) => (month < first ? month : first));
}

/**
 * [ANNUAL-1] The months of a year that count so far, each with the grade of its last regular meeting that has one, the committee's before the cell's
 * own [GRADE-1]: every month that has passed, and the present one once it is graded. [ANNUAL-4] Months before the book's
 * first regular meeting do not count. Source: facts.md §2.1 [V2] S04, §2.4 [V2] S52; the present month and those before the book [I].
 */
export function gradedMonths(year: number, today: CalendarDate, meetings: readonly YearMeeting[], directives: readonly Directive[]): GradedMonth[] {
  const first = firstMonthOf(meetings);
  return Array.from({ length: 12 }, (_, index): GradedMonth => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const graded = meetings
      .filter((one) => countsInHistory(one) && isRegular(one.kind) && monthOf(one.date) === month)
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .flatMap(({ id, points, grade }) => {
        const counts = gradeOf({ id, points, grade }, directives);
        return counts ? [{ month, grade: counts.grade, official: counts.official !== null, meetingId: id }] : [];
      });
    return graded.at(-1) ?? { month, grade: null, official: false, meetingId: null };
  }).filter(({ month, grade }) => first !== null && month >= first && (month < monthOf(today) || (month === monthOf(today) && grade !== null)));
}

/** What a better grade of the year still needs. */
export interface YearLack {
  readonly grade: Grade;
  /** Months that are below what every month has to be: they cannot be made up. */
  readonly below: readonly Month[];
  readonly every: Grade;
  /** How many more months of `of` it takes; 0: enough. */
  readonly short: number;
  readonly of: Grade | null;
  /** False when no months to come could bring it any more. */
  readonly reachable: boolean;
}

/** How many months of the year come after those that count; a year that began late in the book has not more of them. */
export const monthsLeft = (months: readonly GradedMonth[]): number => 12 - Number(months.at(-1)?.month.slice(5) ?? 0);

/** [ANNUAL-2] For every grade of the rule better than the one that the months so far have: what is lacking, and whether the rest of the year can still bring it. Source: facts.md §2.4 [V2] S52. */
export function yearLacks(rule: AnnualRule, months: readonly GradedMonth[]): YearLack[] {
  const now = yearGrade(rule, months.map(({ grade }) => grade));
  const better = rule.rules.filter(({ grade }) => now === null || GRADES.indexOf(grade) < GRADES.indexOf(now));
  const left = monthsLeft(months);
  return better.map(({ grade, every, atLeast }) => {
    const below = months.filter((month) => !reaches(month.grade, every)).map(({ month }) => month);
    const short = atLeast ? Math.max(0, atLeast.count - months.filter((month) => reaches(month.grade, atLeast.grade)).length) : 0;
    return { grade, below, every, short, of: atLeast?.grade ?? null, reachable: below.length === 0 && short <= left };
  });
}

/** How many months of each grade there are; `none`: without a graded meeting. */
export type MonthCounts = Readonly<Record<Grade | 'none', number>>;

/** [ANNUAL-3] The months counted by grade: for the half-years, of which no rule is known, and for frames without a rule for the year. Source: a decision. */
export const countMonths = (months: readonly GradedMonth[]): MonthCounts =>
  Object.fromEntries([...GRADES, 'none' as const].map((one) => [one, months.filter(({ grade }) => (grade ?? 'none') === one).length])) as MonthCounts;
