import { addDays, addMonths, dayInMonth, isDate, monthOf, type CalendarDate, type Month } from './dates';
import type { MemberId } from './ids';
import type { Json } from './json';
import type { Fields } from './records';

/** What a theme goes through before its day, in order: outline, written draft, approval by chi ủy, sending to members. Source: facts.md §1.2 [V2] S02 S08. */
export const MILESTONES = ['outline', 'draft', 'approval', 'sending'] as const;
/** One of {@link MILESTONES}. */
export type Milestone = (typeof MILESTONES)[number];

/** A quarter's number. */
export type Quarter = 1 | 2 | 3 | 4;
/** The four quarters in order. */
export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

/** The fixed day: of the month, or the n-th of a day of the week (`week` 5: the last; `weekday` 1 Monday to 7 Sunday). */
export type FixedDay = { readonly day: number } | { readonly week: number; readonly weekday: number };

/** A quarter's theme. Fields: `q/<quarter>/<name>`; the milestones as `q/<quarter>/<milestone>On`. */
export interface PlannedTheme {
  readonly quarter: Quarter;
  readonly theme: string;
  readonly group: string | null;
  readonly presenterId: MemberId | null;
  /** Its own day, where it is a meeting of its own. */
  readonly on: CalendarDate | null;
  /** The month of this plan's year with whose regular meeting it shares a session; null for a meeting of its own. */
  readonly withMonth: Month | null;
  readonly done: Readonly<Record<Milestone, CalendarDate | null>>;
}

/** A member of the committee above who attends, planned or made. Fields: `coming/<id>/<name>`. */
export interface PlannedVisit {
  readonly id: string;
  /** Name and post, as they are written. */
  readonly who: string;
  readonly on: CalendarDate | null;
  readonly madeOn: CalendarDate | null;
  readonly note: string;
}

/** The plan of a calendar year. Record kind `plan`, id the year: what two phones plan for a year meets in one record. */
export interface YearPlan {
  readonly year: number;
  /** The first month that the plan asks about: that in which it was made, or January. Field: `since`. */
  readonly since: Month;
  /** Fields: `day`, or `week` and `weekday`. */
  readonly fixed: FixedDay | null;
  /** How many days before the cell chi ủy meets; 0 for the same day. */
  readonly committeeDays: number | null;
  /** Day of the unit's professional meeting (họp chuyên môn); null for none. */
  readonly unitDay: number | null;
  /** Months whose regular meeting is on another day, and why. Fields: `move/<MM>` and `move/<MM>/why`. */
  readonly moved: Readonly<Record<Month, { readonly on: CalendarDate; readonly why: string }>>;
  /** Months in which chi ủy meets on another day. Fields: `committee/<MM>`. */
  readonly committeeMoved: Readonly<Record<Month, CalendarDate>>;
  readonly themes: readonly PlannedTheme[];
  readonly visits: readonly PlannedVisit[];
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const dateOf = (value: Json | undefined): CalendarDate | null => (typeof value === 'string' && isDate(value) ? value : null);
/** A whole number within bounds; anything else is as if it were not there. */
const wholeOf = (value: Json | undefined, least: number, most: number): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;

function fixedOf(fields: Fields): FixedDay | null {
  const week = wholeOf(fields['week'], 1, 5);
  const weekday = wholeOf(fields['weekday'], 1, 7);
  if (week !== null && weekday !== null) return { week, weekday };
  const day = wholeOf(fields['day'], 1, 31);
  return day === null ? null : { day };
}

function themeOf(fields: Fields, quarter: Quarter): PlannedTheme {
  const get = (name: string): Json | undefined => fields[`q/${quarter}/${name}`];
  const withMonth = textOf(get('withMonth'));
  return {
    quarter,
    theme: textOf(get('theme')),
    group: textOf(get('group')) || null,
    presenterId: (textOf(get('presenterId')) || null) as MemberId | null,
    on: dateOf(get('on')),
    withMonth: isDate(`${withMonth}-01`) ? withMonth : null,
    done: { outline: dateOf(get('outlineOn')), draft: dateOf(get('draftOn')), approval: dateOf(get('approvalOn')), sending: dateOf(get('sendingOn')) },
  };
}

/** Reads the plan of a year; null where none was made. */
export function readYearPlan(id: string, fields: Fields): YearPlan | null {
  const year = Number(id);
  const since = textOf(fields['since']);
  if (!/^\d{4}$/.test(id) || !isDate(`${since}-01`)) return null;
  const months = monthsOf(year);
  const visits = [...new Set(Object.keys(fields).flatMap((name) => /^coming\/([^/]+)\//.exec(name)?.[1] ?? []))].map((visit): PlannedVisit => {
    const get = (name: string): Json | undefined => fields[`coming/${visit}/${name}`];
    return { id: visit, who: textOf(get('who')), on: dateOf(get('on')), madeOn: dateOf(get('madeOn')), note: textOf(get('note')) };
  });
  const dates = (prefix: string): [Month, CalendarDate][] =>
    months.flatMap((month) => {
      const on = dateOf(fields[`${prefix}/${month.slice(5)}`]);
      return on ? [[month, on]] : [];
    });
  return {
    year,
    since,
    fixed: fixedOf(fields),
    committeeDays: wholeOf(fields['committeeDays'], 0, 30),
    unitDay: wholeOf(fields['unitDay'], 1, 31),
    moved: Object.fromEntries(dates('move').map(([month, on]) => [month, { on, why: textOf(fields[`move/${month.slice(5)}/why`]) }])),
    committeeMoved: Object.fromEntries(dates('committee')),
    themes: QUARTERS.map((quarter) => themeOf(fields, quarter)),
    visits: visits.sort((a, b) => ((a.on ?? a.madeOn ?? '9') < (b.on ?? b.madeOn ?? '9') ? -1 : 1)),
  };
}

/** The months of a year. */
export const monthsOf = (year: number): Month[] => Array.from({ length: 12 }, (_, index) => addMonths(`${year}-01`, index));

/** Day of the week of a date, 1 Monday to 7 Sunday. */
export const weekdayOf = (date: CalendarDate): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/**
 * The fixed day of a month: a day that the month does not have is its last (31 in April is the 30th) [I]; the fifth of a weekday is the last one.
 * @returns null where no day is fixed
 */
export function fixedDate(fixed: FixedDay | null, month: Month): CalendarDate | null {
  if (!fixed) return null;
  if ('day' in fixed) return dayInMonth(month, fixed.day);
  const first = `${month}-01`;
  const nth = addDays(first, ((fixed.weekday - weekdayOf(first) + 7) % 7) + 7 * (fixed.week - 1));
  return monthOf(nth) === month ? nth : addDays(nth, -7);
}

/**
 * [PLAN-1] The day on which a month's regular meeting is planned: where it was moved to, else the fixed day, one and the same in every month.
 * Source: facts.md §1.0 [V] S00 2.2.
 */
export const plannedOn = (plan: YearPlan, month: Month): CalendarDate | null => plan.moved[month]?.on ?? fixedDate(plan.fixed, month);

/** The day on which chi ủy is planned in a month: where it was moved to, else so many days before the cell. Null where neither is known. */
export function committeeOn(plan: YearPlan, month: Month): CalendarDate | null {
  const cell = plannedOn(plan, month);
  return plan.committeeMoved[month] ?? (cell && plan.committeeDays !== null ? addDays(cell, -plan.committeeDays) : null);
}

/** The day of the unit's professional meeting in a month; null for none. */
export const unitOn = (plan: YearPlan, month: Month): CalendarDate | null => (plan.unitDay === null ? null : dayInMonth(month, plan.unitDay));

/** The day of a quarter's theme: its own, or that of the regular meeting that it shares a session with. */
export const themeOn = (plan: YearPlan, theme: PlannedTheme): CalendarDate | null => (theme.withMonth ? plannedOn(plan, theme.withMonth) : theme.on);

/** Months of a quarter. */
export const monthsOfQuarter = (year: number, quarter: Quarter): Month[] => monthsOf(year).slice(quarter * 3 - 3, quarter * 3);

/**
 * [PLAN-9] A new year's plan, as the fields to write: what holds from year to year comes along (days, chi ủy, the professional meeting, themes that
 * share a session, in the same month of their quarter); themes, people, moved days and visits are that year's own. Without a year before, the
 * cell's usual day. Source: a decision.
 * @param today what was before it is not asked about
 */
export function newPlan(year: number, before: YearPlan | null, meetingDay: number | null, today: CalendarDate): Record<string, Json> {
  const fixed = before?.fixed ?? (meetingDay === null ? null : { day: meetingDay });
  const since = monthOf(today) > `${year}-01` ? monthOf(today) : `${year}-01`;
  const shared = (before?.themes ?? []).flatMap(({ quarter, withMonth }) => (withMonth ? [[`q/${quarter}/withMonth`, `${year}${withMonth.slice(4)}`]] : []));
  return {
    since,
    ...fixed,
    ...(before?.committeeDays != null ? { committeeDays: before.committeeDays } : {}),
    ...(before?.unitDay != null ? { unitDay: before.unitDay } : {}),
    ...(Object.fromEntries(shared) as Record<string, Json>),
  };
}
