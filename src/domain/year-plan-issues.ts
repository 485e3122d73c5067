import { dayInMonth, daysBetween, monthOf, yearOf, type CalendarDate, type Month } from './dates';
import { isCellMeeting } from './procedure';
import type { Milestone, Quarter, YearPlan } from './year-plan';
import { isInQuarter, monthStates, quarterStates, type ListedMeeting, type PlannedMonth, type PlanRules, type PlannedQuarter } from './year-plan-state';

/** Every issue by its rule; the words of each stand in the locale files under its name. */
export const ISSUE_RULES = {
  noDay: 'PLAN-1',
  shortMonths: 'PLAN-1',
  movedOutside: 'PLAN-1',
  movedNoReason: 'PLAN-1',
  offPlan: 'PLAN-10',
  monthMissed: 'PLAN-2',
  monthLate: 'PLAN-2',
  monthSoon: 'PLAN-2',
  afterUnit: 'PLAN-3',
  unitSameDay: 'PLAN-3',
  noCommitteeDay: 'PLAN-4',
  committeeAfter: 'PLAN-4',
  committeeLate: 'PLAN-4',
  committeeSoon: 'PLAN-4',
  noTheme: 'PLAN-5',
  noPresenter: 'PLAN-5',
  noThemeDay: 'PLAN-5',
  outsideQuarter: 'PLAN-5',
  sameDay: 'PLAN-5',
  quarterMissed: 'PLAN-5',
  quarterEnding: 'PLAN-5',
  themeLate: 'PLAN-5',
  themeSoon: 'PLAN-5',
  milestoneLate: 'PLAN-6',
  milestoneSoon: 'PLAN-6',
  sentUnapproved: 'PLAN-6',
  sentLate: 'PLAN-6',
  holiday: 'PLAN-7',
  visitPassed: 'PLAN-8',
  visitSoon: 'PLAN-8',
  visitNoMeeting: 'PLAN-8',
} as const;
/** What is to be minded: one of {@link ISSUE_RULES}. */
export type IssueWhat = keyof typeof ISSUE_RULES;

/** `late`: its day is past · `soon`: to be done now · `conflict`: two things that do not go together · `lack`: still to be planned · `note`: good to know. */
export type IssueLevel = 'late' | 'soon' | 'conflict' | 'lack' | 'note';
const ORDER: readonly IssueLevel[] = ['late', 'soon', 'conflict', 'lack', 'note'];

/** Something to be minded. The same thing in several months or quarters is one issue. */
export interface PlanIssue {
  readonly what: IssueWhat;
  readonly level: IssueLevel;
  /** The day it is about. */
  readonly on: CalendarDate;
  /** Another day that it speaks of. */
  readonly other?: CalendarDate;
  readonly months?: readonly Month[];
  readonly quarters?: readonly Quarter[];
  readonly milestone?: Milestone;
  readonly visitId?: string;
}

/** A plan beside the book: its months, its quarters, and what is to be minded, the most urgent first. */
export interface PlanState {
  readonly months: readonly PlannedMonth[];
  readonly quarters: readonly PlannedQuarter[];
  readonly issues: readonly PlanIssue[];
}

/** Meetings are named so many days ahead, chi ủy and milestones so many. A convention of ours. */
const SOON = 7;
const SOON_STEP = 3;
/** What was missed is late for so many days after, then only noted: it cannot be mended any more. */
const STILL_LATE = 31;
/** From so many days before its end on, a quarter without its theme is to be minded. */
const QUARTER_ENDS = 30;
/** [PLAN-7] Days off that fall on the same date each year are named; Tết moves with the moon and is not worked out. Source: Bộ luật Lao động 2019, Điều 112 [G]. */
const HOLIDAYS = ['01-01', '04-30', '05-01', '09-02'];

const isOpen = ({ standing }: { readonly standing: PlannedMonth['standing'] }): boolean => standing === 'ahead' || standing === 'arranged' || standing === 'late';
/** The day that counts: the book's before the plan's. */
const cellDay = ({ meeting, planned }: PlannedMonth): CalendarDate | null => meeting?.date ?? planned;
const committeeDay = ({ committeeMeeting, committee }: PlannedMonth): CalendarDate | null => committeeMeeting?.date ?? committee;
const missed = (end: CalendarDate, today: CalendarDate): IssueLevel => (daysBetween(end, today) <= STILL_LATE ? 'late' : 'note');

/** One issue for all months that it holds of; none for no month. */
function together(what: IssueWhat, level: IssueLevel, months: readonly PlannedMonth[], on: (month: PlannedMonth) => CalendarDate | null = ({ planned }) => planned): PlanIssue[] {
  const first = months[0];
  return first ? [{ what, level, on: on(first) ?? `${first.month}-01`, months: months.map(({ month }) => month) }] : [];
}

const byUrgency = (a: PlanIssue, b: PlanIssue): number => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** [PLAN-3] The cell meets before the unit's professional meeting of the same month. Source: facts.md §1.0 [V] S00 2.2; "of the same month" is [I]. */
function ofDays(plan: YearPlan, months: readonly PlannedMonth[], today: CalendarDate): PlanIssue[] {
  const ahead = months.filter((month) => isOpen(month) && (cellDay(month) ?? today) >= today);
  const { fixed } = plan;
  const short = fixed && 'day' in fixed ? ahead.filter(({ month, moved }) => !moved && dayInMonth(month, fixed.day) !== `${month}-${String(fixed.day).padStart(2, '0')}`) : [];
  const moved = ahead.filter(({ planned, ...month }) => month.moved && planned);
  const after = ahead.filter((month) => month.unit && (cellDay(month) ?? '') > month.unit);
  return [
    ...(fixed || ahead.length === 0 ? [] : [{ what: 'noDay' as const, level: 'lack' as const, on: today }]),
    ...together('shortMonths', 'note', short),
    ...together('movedOutside', 'conflict', moved.filter(({ month, planned }) => monthOf(planned!) !== month)),
    ...together('movedNoReason', 'lack', moved.filter(({ month }) => plan.moved[month]?.why.trim() === '')),
    ...ahead.flatMap(({ month, meeting, planned }): PlanIssue[] => (meeting && planned && meeting.date !== planned ? [{ what: 'offPlan', level: 'note', on: meeting.date, other: planned, months: [month] }] : [])),
    ...together('afterUnit', 'conflict', after, cellDay),
    ...together('unitSameDay', 'note', ahead.filter((month) => month.unit && cellDay(month) === month.unit), cellDay),
    ...together('holiday', 'note', ahead.filter(({ planned, meeting }) => planned && !meeting && HOLIDAYS.includes(planned.slice(5)))),
  ];
}

/** [PLAN-4] Chi ủy meets before the cell, the same day at the latest (as READY-1 reads it); not asked of a cell without one. Source: facts.md §1.0 [V] S00 2.2, §1.1 [V] S05. */
function ofMonths(plan: YearPlan, months: readonly PlannedMonth[], today: CalendarDate, { hasCommittee }: PlanRules): PlanIssue[] {
  const gone = months.filter(({ standing }) => standing === 'missed');
  const endOfMonth = ({ month }: PlannedMonth): CalendarDate => dayInMonth(month, 31);
  const issues = [
    ...together('monthMissed', 'late', gone.filter((month) => missed(endOfMonth(month), today) === 'late'), endOfMonth),
    ...together('monthMissed', 'note', gone.filter((month) => missed(endOfMonth(month), today) === 'note'), endOfMonth),
    ...together('monthLate', 'late', months.filter(({ standing }) => standing === 'late'), cellDay),
    ...together('monthSoon', 'soon', months.filter(({ standing, planned }) => standing === 'ahead' && planned && daysBetween(today, planned) <= SOON)),
  ];
  if (!hasCommittee) return issues;
  const open = months.filter(isOpen);
  const wrong = (month: PlannedMonth): boolean => (committeeDay(month) ?? '') > (cellDay(month) ?? '9');
  const waiting = open.filter((month) => month.committee && !month.committeeMeeting && !wrong(month));
  return [
    ...issues,
    ...(plan.committeeDays === null && open.some(({ committee }) => !committee) ? [{ what: 'noCommitteeDay' as const, level: 'lack' as const, on: today }] : []),
    ...together('committeeAfter', 'conflict', open.filter((month) => wrong(month) && (cellDay(month) ?? today) >= today), committeeDay),
    ...together('committeeLate', 'late', waiting.filter((month) => month.committee! < today && (cellDay(month) ?? '') >= today), committeeDay),
    ...together('committeeSoon', 'soon', waiting.filter((month) => month.committee! >= today && daysBetween(today, month.committee!) <= SOON_STEP), committeeDay),
  ];
}

/** [PLAN-6] A theme's milestones; approval is asked only where there is a chi ủy to approve. */
function ofTheme(plan: YearPlan, quarter: PlannedQuarter, months: readonly PlannedMonth[], today: CalendarDate, rules: PlanRules): PlanIssue[] {
  const { theme, standing, on, end, meeting, milestones } = quarter;
  const issue = (what: IssueWhat, level: IssueLevel, day: CalendarDate, more: Partial<PlanIssue> = {}): PlanIssue => ({ what, level, on: day, quarters: [theme.quarter], ...more });
  if (standing === 'missed') return [issue('quarterMissed', missed(end, today), end)];
  const sent = theme.done.sending;
  const day = meeting?.date ?? on;
  const order = [
    ...(rules.hasCommittee && sent && sent <= today && (theme.done.approval ?? '9') > sent ? [issue('sentUnapproved', 'conflict', sent)] : []),
    ...(sent && day && daysBetween(sent, day) < rules.leadDays ? [issue('sentLate', standing === 'held' ? 'note' : 'conflict', sent, { other: day })] : []),
  ];
  if (standing === 'held') return order.filter(({ what }) => what === 'sentLate');
  if (standing === 'before') return [];
  const ending = daysBetween(today, end) <= QUARTER_ENDS;
  if (theme.theme.trim() === '') return ending && !meeting ? [issue('quarterEnding', 'soon', end)] : meeting ? [] : [issue('noTheme', 'lack', on ?? `${end.slice(0, 7)}-01`)];
  const next = standing === 'late' ? undefined : milestones.find(({ milestone, doneOn }) => doneOn === null && (milestone !== 'approval' || rules.hasCommittee));
  const step = (what: 'milestoneLate' | 'milestoneSoon', level: IssueLevel): PlanIssue[] => (next?.due ? [issue(what, level, next.due, { milestone: next.milestone })] : []);
  const alone = months.find(({ month, planned, meeting: held }) => !theme.withMonth && day && month === monthOf(day) && (held?.date ?? planned) === day && !(held && held.id === meeting?.id));
  return [
    ...order,
    ...(theme.presenterId === null ? [issue('noPresenter', on && daysBetween(today, on) <= 2 * SOON ? 'soon' : 'lack', on ?? end)] : []),
    ...(day === null ? [issue('noThemeDay', ending ? 'soon' : 'lack', end)] : []),
    ...(on && !isInQuarter(plan, theme, on) ? [issue('outsideQuarter', 'conflict', on)] : []),
    ...(alone && day && day >= today ? [issue('sameDay', 'conflict', day)] : []),
    ...(standing === 'late' ? [issue('themeLate', 'late', day ?? end)] : []),
    ...(standing === 'ahead' && on && daysBetween(today, on) <= SOON ? [issue('themeSoon', 'soon', on)] : []),
    ...(next?.due && next.due < today ? step('milestoneLate', 'late') : next?.due && daysBetween(today, next.due) <= SOON_STEP ? step('milestoneSoon', 'soon') : []),
  ];
}

/** Themes still to be chosen in quarters to come are one issue. */
function gather(issues: readonly PlanIssue[]): PlanIssue[] {
  const none = issues.filter(({ what }) => what === 'noTheme');
  const rest = issues.filter(({ what }) => what !== 'noTheme');
  return none[0] ? [...rest, { ...none[0], quarters: none.flatMap(({ quarters }) => quarters ?? []) }] : rest;
}

/** [PLAN-8] Visits from above: planned for a day on which the cell meets, and noted once made. Source: facts.md §1.0 [V] S00 target 5, 2.3; the day [I]. */
function ofVisits(plan: YearPlan, { months, quarters }: Omit<PlanState, 'issues'>, meetings: readonly ListedMeeting[], today: CalendarDate): PlanIssue[] {
  const listed = meetings.filter(({ kind, state }) => isCellMeeting(kind) && state !== 'cancelled').map(({ date }) => date);
  const days = new Set([...months.flatMap(({ planned, meeting }) => meeting?.date ?? planned ?? []), ...quarters.flatMap(({ on, meeting }) => meeting?.date ?? on ?? []), ...listed]);
  return plan.visits.flatMap(({ id, on, madeOn }): PlanIssue[] => {
    if (!on || madeOn) return [];
    if (on < today) return [{ what: 'visitPassed', level: 'soon', on, visitId: id }];
    if (!days.has(on)) return [{ what: 'visitNoMeeting', level: 'conflict', on, visitId: id }];
    return daysBetween(today, on) <= SOON ? [{ what: 'visitSoon', level: 'soon', on, visitId: id }] : [];
  });
}

/**
 * The plan beside the book on a day.
 * @param meetings the book's list of meetings, of any year and order
 */
export function planState(plan: YearPlan, meetings: readonly ListedMeeting[], today: CalendarDate, rules: PlanRules): PlanState {
  const months = monthStates(plan, meetings, today);
  const quarters = quarterStates(plan, meetings, today, rules);
  const issues = [
    ...ofDays(plan, months, today),
    ...ofMonths(plan, months, today, rules),
    ...gather(quarters.flatMap((quarter) => ofTheme(plan, quarter, months, today, rules))),
    ...ofVisits(plan, { months, quarters }, meetings, today),
  ];
  return { months, quarters, issues: issues.sort(byUrgency) };
}

/** So many days before and after, two things that do not go together are to be minded. A convention of ours. */
const CONFLICT_NEAR = 14;
/** What was sent late stays so. */
const isNear = ({ what, on }: PlanIssue, today: CalendarDate): boolean => what !== 'sentLate' && Math.abs(daysBetween(today, on)) <= CONFLICT_NEAR;

/**
 * What of one or more plans belongs among the things due today, the most urgent first: what is late or to be done now, and what does not go together
 * within two weeks; except this month's meeting itself, which is asked for without a plan too.
 */
export const planDues = (states: readonly Pick<PlanState, 'issues'>[], today: CalendarDate): PlanIssue[] =>
  states
    .flatMap(({ issues }) => issues)
    .filter((issue) => issue.level === 'late' || issue.level === 'soon' || (issue.level === 'conflict' && isNear(issue, today)))
    .filter(({ what }) => what !== 'monthLate' && what !== 'monthSoon')
    .sort(byUrgency);

/** From mid-December on, what next year's plan has due stands beside this year's: chi ủy may meet in it for January. A convention of ours. */
export const mindsNextPlan = (today: CalendarDate): boolean => today.slice(5) >= '12-15';

/** From December on, next year's plan is asked for. A convention of ours. */
export const wantsNextPlan = (today: CalendarDate, years: readonly number[]): boolean => today.slice(5, 7) === '12' && !years.includes(yearOf(today) + 1);

/** The year whose plan is to be made now: in December the next; before it this one, once the cell has met; null for none. */
export const planWanted = (today: CalendarDate, years: readonly number[], hasMet: boolean): number | null => {
  const year = yearOf(today);
  if (today.slice(5, 7) === '12') return wantsNextPlan(today, years) ? year + 1 : null;
  return hasMet && !years.includes(year) ? year : null;
};
