import { addDays, addMonths, daysBetween, monthOf, quarterOf, type CalendarDate, type Month } from './dates';
import { isRegular } from './procedure';
import type { Fields } from './records';
import { committeeOn, MILESTONES, monthsOf, monthsOfQuarter, plannedOn, themeOn, unitOn, type Milestone, type PlannedTheme, type YearPlan } from './year-plan';

/** A meeting as the book's list of meetings knows it. */
export interface ListedMeeting {
  readonly id: string;
  readonly kind: string;
  readonly date: CalendarDate;
  readonly state: 'planned' | 'open' | 'ended' | 'closed' | 'cancelled';
  /** What its own preparation says of a theme, where that was read: approved by chi ủy, sent to members. */
  readonly approvedOn?: CalendarDate | null;
  readonly sentOn?: CalendarDate | null;
}

/** A meeting with what its record's preparation says of its theme. */
export const withPreparation = <M extends ListedMeeting>(meeting: M, fields: Fields): M & ListedMeeting => {
  const date = (name: string): CalendarDate | null => (typeof fields[name] === 'string' ? (fields[name] as string) : null);
  return { ...meeting, approvedOn: date('prep/draftApprovedOn'), sentOn: date('prep/documentsSentOn') };
};

/** What of the rules in force and of the cell the plan is read against. */
export interface PlanRules {
  /** From the procedure: documents go out so many days before the meeting at least. */
  readonly leadDays: number;
  /** The cell has a chi ủy, which meets before it. */
  readonly hasCommittee: boolean;
}

/**
 * How a month stands: `held` · `arranged` in the book for a day to come · `ahead`, nothing in the book yet · `late`, its day is past and the month is
 * not over · `missed` · `before`, from the time before the plan, of which nothing is asked.
 */
export type PlanStanding = 'held' | 'arranged' | 'ahead' | 'late' | 'missed' | 'before';

/** A month of the plan beside what the book says. */
export interface PlannedMonth {
  readonly month: Month;
  readonly standing: PlanStanding;
  readonly planned: CalendarDate | null;
  readonly moved: boolean;
  readonly committee: CalendarDate | null;
  readonly unit: CalendarDate | null;
  /** The month's regular meeting in the book: the one held, else the one arranged. */
  readonly meeting: ListedMeeting | null;
  /** Chi ủy's meeting before it in the book, which may lie in the month before. */
  readonly committeeMeeting: ListedMeeting | null;
  /** [PLAN-10] The meeting was held on its planned day; null where there is nothing to compare. Source: facts.md §1.0 [V] S00 2.2, the one fixed day. */
  readonly onDay: boolean | null;
  /** The quarter whose theme shares the session. */
  readonly theme: PlannedTheme | null;
}

/** A milestone: by when, done when. */
export interface PlannedMilestone {
  readonly milestone: Milestone;
  readonly due: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
}

/** A quarter of the plan beside what the book says; standing as for a month. */
export interface PlannedQuarter {
  readonly theme: PlannedTheme;
  readonly standing: PlanStanding;
  readonly on: CalendarDate | null;
  /** Last day of the quarter. */
  readonly end: CalendarDate;
  readonly meeting: ListedMeeting | null;
  readonly milestones: readonly PlannedMilestone[];
}

const isHeld = ({ state }: ListedMeeting): boolean => state === 'open' || state === 'ended' || state === 'closed';

/** The one that counts: held, else arranged for a day to come, else one whose day has passed. */
function pick(meetings: readonly ListedMeeting[], today: CalendarDate): ListedMeeting | null {
  const all = meetings.filter(({ state }) => state !== 'cancelled').sort((a, b) => (a.date < b.date ? -1 : 1));
  return all.find(isHeld) ?? all.find(({ date }) => date >= today) ?? all.at(-1) ?? null;
}

/** Last day of a month. */
export const lastDayOf = (month: Month): CalendarDate => addDays(`${addMonths(month, 1)}-01`, -1);

function standingOf(meeting: ListedMeeting | null, planned: CalendarDate | null, end: CalendarDate, since: Month, today: CalendarDate): PlanStanding {
  if (meeting && isHeld(meeting)) return 'held';
  if (monthOf(end) < since) return 'before';
  if (end < today) return 'missed';
  if (meeting && meeting.date >= today) return 'arranged';
  return meeting || (planned !== null && planned < today) ? 'late' : 'ahead';
}

/**
 * [PLAN-4] Chi ủy's meeting before a month's cell meeting: after the cell's day of the month before, which may be last year's, and by the cell's own day.
 * Where there is none, the one of the same month that comes after the cell, nearer to it than to the next: it is the one that is out of order.
 */
function committeeMeetingOf(plan: YearPlan, month: Month, meetings: readonly ListedMeeting[], today: CalendarDate): ListedMeeting | null {
  const cellDay = (of: Month): CalendarDate => pick(meetings.filter(({ kind, date }) => isRegular(kind) && monthOf(date) === of), today)?.date ?? plannedOn(plan, of) ?? lastDayOf(of);
  const [before, day, next] = [-1, 0, 1].map((step) => cellDay(addMonths(month, step))) as [CalendarDate, CalendarDate, CalendarDate];
  const all = meetings.filter(({ kind }) => kind === 'cellCommittee');
  const after = all.filter(({ date }) => date > day && monthOf(date) === month && daysBetween(day, date) < daysBetween(date, next));
  return pick(all.filter(({ date }) => date > before && date <= day), today) ?? pick(after, today);
}

/** [PLAN-2] Each month has its regular meeting, alone or with a theme after it. Source: facts.md §1.0 [V] S00 2.2, [V2] S58. */
export function monthStates(plan: YearPlan, meetings: readonly ListedMeeting[], today: CalendarDate): PlannedMonth[] {
  return monthsOf(plan.year).map((month) => {
    const own = meetings.filter(({ date }) => monthOf(date) === month);
    const meeting = pick(own.filter(({ kind }) => isRegular(kind)), today);
    const planned = plannedOn(plan, month);
    const standing = standingOf(meeting, planned, lastDayOf(month), plan.since, today);
    return {
      month,
      standing,
      planned,
      moved: plan.moved[month] !== undefined,
      committee: committeeOn(plan, month),
      unit: unitOn(plan, month),
      meeting,
      committeeMeeting: committeeMeetingOf(plan, month, meetings, today),
      onDay: standing === 'held' && planned ? meeting?.date === planned : null,
      theme: plan.themes.find(({ withMonth }) => withMonth === month) ?? null,
    };
  });
}

/** Days before the meeting by which outline, draft and approval are wanted. No text names any: a convention of ours [I]. */
const AHEAD: Readonly<Record<Exclude<Milestone, 'sending'>, number>> = { outline: 14, draft: 7, approval: 3 };

/**
 * [PLAN-6] Until when each milestone of a theme is due: sending by the days of the procedure, what comes before it 14, 7 and 3 days ahead and never
 * after the sending. Source: facts.md §1.2, §1.5 [V2] S01 S08 for the sending; the others [I].
 */
export function milestoneDue(milestone: Milestone, on: CalendarDate, leadDays: number): CalendarDate {
  return addDays(on, -(milestone === 'sending' ? leadDays : Math.max(leadDays, AHEAD[milestone])));
}

/** The plan's own word goes before the meeting's: both are written at once, and what was noted in one place only counts too. */
const doneOf = ({ done }: PlannedTheme, meeting: ListedMeeting | null): PlannedTheme['done'] => ({ ...done, approval: done.approval ?? meeting?.approvedOn ?? null, sending: done.sending ?? meeting?.sentOn ?? null });

/** [PLAN-5] Each quarter has a thematic meeting, of its own or in one session with the regular one. Source: facts.md §1.0, §1.2 [V] S00 2.2, [V2] S01 S02. */
export function quarterStates(plan: YearPlan, meetings: readonly ListedMeeting[], today: CalendarDate, { leadDays }: PlanRules): PlannedQuarter[] {
  return plan.themes.map((theme) => {
    const months = monthsOfQuarter(plan.year, theme.quarter);
    const own = meetings.filter(({ date, kind }) => months.includes(monthOf(date)) && (kind === 'thematic' || kind === 'combined'));
    const meeting = pick(own, today);
    const on = themeOn(plan, theme);
    const end = lastDayOf(months[2]!);
    const done = doneOf(theme, meeting);
    const day = meeting && meeting.state === 'planned' ? meeting.date : on;
    return {
      theme: { ...theme, done },
      standing: standingOf(meeting, on, end, plan.since, today),
      on,
      end,
      meeting,
      milestones: MILESTONES.map((milestone) => ({ milestone, due: day && milestoneDue(milestone, day, leadDays), doneOn: done[milestone] })),
    };
  });
}

/** Whether a date lies in a quarter of the plan's year. */
export const isInQuarter = (plan: YearPlan, { quarter }: PlannedTheme, date: CalendarDate): boolean => date.startsWith(`${plan.year}-`) && quarterOf(date) === quarter;
