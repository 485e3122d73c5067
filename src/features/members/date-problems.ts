import type { CalendarDate } from '@/domain';

/** The three dates of a member that must fit each other. */
export interface MemberDates {
  readonly birthDate: CalendarDate | null;
  readonly joinedOn: CalendarDate | null;
  readonly officialOn: CalendarDate | null;
}

/** Dates that contradict each other, with the one to show it at. */
export interface DateProblem {
  readonly field: 'birthDate' | 'officialOn';
  readonly reason: 'officialBeforeJoined' | 'bornAfterJoined';
}

/**
 * [IMP-15] Dates that contradict each other: recognised before joining, or joined before the age of 18 (Điều lệ Đảng,
 * Điều 1). They are said, never corrected: which of the two is wrong only a person knows.
 */
export function dateProblems({ birthDate, joinedOn, officialOn }: MemberDates): DateProblem[] {
  const problems: DateProblem[] = [];
  if (joinedOn && officialOn && officialOn < joinedOn) problems.push({ field: 'officialOn', reason: 'officialBeforeJoined' });
  const entered = joinedOn ?? officialOn;
  if (birthDate && entered && yearsAfter(birthDate, 18) > entered) problems.push({ field: 'birthDate', reason: 'bornAfterJoined' });
  return problems;
}

/** The same day so many years later (earlier when negative), for comparing only: 29 February stays 29 February. */
export const yearsAfter = (date: CalendarDate, years: number): CalendarDate => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
