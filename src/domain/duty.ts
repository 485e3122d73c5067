import { isDate, yearOf, type CalendarDate } from './dates';
import type { MemberId } from './ids';
import { statusOn, type Member } from './member';
import { recordKey, type Fields, type RecordKey } from './records';

/**
 * What a member is given to do in a year (phân công nhiệm vụ cho đảng viên), in writing. Record kind `duty`, one a member and year, apart
 * from the member, so that what opens a meeting does not read years of it. Fields: `memberId`, `year`, `text`, `givenOn`, `self`, `selfOn`,
 * and `report/<date>` for each time they reported.
 */
export interface Duty {
  readonly memberId: MemberId;
  readonly year: number;
  readonly text: string;
  readonly givenOn: CalendarDate | null;
  /** When they reported in a meeting, and what; by day. */
  readonly reports: readonly { readonly on: CalendarDate; readonly text: string }[];
  /** What they think of it themselves at the end of the year. */
  readonly self: string;
  readonly selfOn: CalendarDate | null;
}

/** Where a member's duties of a year are kept: the same on every phone, so that two never make two. */
export const dutyKey = (memberId: string, year: number): RecordKey => recordKey('duty', `${memberId}-${year}`);

/** Reads the duties of a member in a year; null for none. */
export function readDuty(fields: Fields): Duty | null {
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  if (text('memberId') === '' || typeof fields['year'] !== 'number') return null;
  const reports = Object.keys(fields)
    .flatMap((name) => (name.startsWith('report/') && isDate(name.slice(7)) ? [{ on: name.slice(7), text: text(name) }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return { memberId: text('memberId') as MemberId, year: fields['year'], text: text('text'), givenOn: text('givenOn') || null, reports, self: text('self'), selfOn: text('selfOn') || null };
}

/**
 * [DUTY-1] Who is given duties: the cell's own members who take part or are away temporarily; not those exempt, suspended or gone, and not
 * guests, who have theirs at home. Every member gets written duties at the start of the year: facts.md §5 [V] S22; who is left out is [I].
 */
export const hasDuty = (member: Member, today: CalendarDate): boolean => ['active', 'temporaryOut'].includes(statusOn(member, today));

/** How far a member's duties have come: none written, given, reported on, assessed by themselves. */
export type DutyStage = 'none' | 'given' | 'reported' | 'assessed';

/** [DUTY-2] Written and dated, they are given; a report and the self-assessment come on top. Source: facts.md §5 [V] S22. */
export function dutyStage(duty: Duty | null | undefined): DutyStage {
  if (!duty || duty.text.trim() === '' || duty.givenOn === null) return 'none';
  if (duty.self.trim() !== '') return 'assessed';
  return duty.reports.length > 0 ? 'reported' : 'given';
}

/** From this month and day on, duties that are missing are late: they are given at the start of the year; the day is [I]. */
const LATE_DAY = '02-01';
/** From this month and day on, a self-assessment is asked for. The day is [I]. */
const SELF_DAY = '12-01';

/** What is missing of the year's duties: so many members. */
export interface DutyDue {
  readonly what: 'give' | 'assess';
  readonly count: number;
  readonly late: boolean;
}

/** [DUTY-3] Members without duties this year, and in December those who have not assessed themselves. A book that never wrote duties down, this year or the last, says nothing. */
export function dutyDues(members: readonly Member[], duties: readonly Duty[], today: CalendarDate): DutyDue[] {
  const year = yearOf(today);
  if (!duties.some((duty) => duty.year === year || duty.year === year - 1)) return [];
  const stages = members.filter((member) => hasDuty(member, today)).map((member) => dutyStage(duties.find((duty) => duty.memberId === member.id && duty.year === year)));
  const missing = stages.filter((stage) => stage === 'none').length;
  const unassessed = stages.filter((stage) => stage === 'given' || stage === 'reported').length;
  return [
    ...(missing > 0 ? [{ what: 'give' as const, count: missing, late: today.slice(5) >= LATE_DAY }] : []),
    ...(unassessed > 0 && today.slice(5) >= SELF_DAY ? [{ what: 'assess' as const, count: unassessed, late: false }] : []),
  ];
}
