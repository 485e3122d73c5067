import { firstMonthOf } from './annual';
import { addDays, daysBetween, monthOf, yearOf, type CalendarDate } from './dates';
import { countsInHistory } from './history';
import { isRegular } from './procedure';
import { editionsOf, type Report } from './report';
import { PERIOD_KINDS, periodsOf, type ReportPeriod, type PeriodKind } from './report-period';
import type { Fields } from './records';

/** The last day of a report, days after the period's end; negative: before it. Null: the cell has set none. */
export type ReportTerms = Readonly<Record<PeriodKind, number | null>>;

/** Bounds of what a cell may set, days. */
export const TERM_BOUNDS = { least: -31, most: 60 } as const;

/** Field of the cell's record that holds the term of a kind of report. */
export const termField = (kind: PeriodKind): string => `reportDue/${kind}`;

/** [REP-7] The terms that the cell has set (`reportDue/<kind>` of its record): which day the committee above wants reports on is written down nowhere public. Source: S00 C.4 [V] only that they are due each quarter, half-year and year. */
export function reportTerms(cell: Fields): ReportTerms {
  const read = (kind: PeriodKind): number | null => {
    const value = cell[termField(kind)];
    return typeof value === 'number' && Number.isInteger(value) && value >= TERM_BOUNDS.least && value <= TERM_BOUNDS.most ? value : null;
  };
  return Object.fromEntries(PERIOD_KINDS.map((kind) => [kind, read(kind)])) as ReportTerms;
}

/** A meeting as the directory lists it. */
interface Listed {
  readonly kind: string;
  readonly date: CalendarDate;
  readonly state: string;
}

/** The day after which a report is late, and whether it is still to be closed. */
export interface ReportDue {
  readonly period: ReportPeriod;
  readonly on: CalendarDate;
  readonly late: boolean;
}

/** Reminders begin so many days before the last day. */
const AHEAD = 7;
/** After so many days nothing is reminded of any more: it stays on the list of reports. */
const FORGET = 62;

/**
 * [REP-7] The last day of a report: the period's end and what the cell has set. Of a month, where the cell has set nothing, so many days after its regular
 * meeting as the procedure gives for what follows it ("within 02 days", facts.md §6 [V2] S03). Null where neither is known.
 * @param publishDays of the procedure; null where it sets none
 */
export function dueOn(period: ReportPeriod, terms: ReportTerms, meetings: readonly Listed[], publishDays: number | null): CalendarDate | null {
  const term = terms[period.kind];
  if (term !== null) return addDays(period.to, term);
  if (period.kind !== 'month' || publishDays === null) return null;
  const met = meetings.filter((one) => countsInHistory(one) && isRegular(one.kind) && monthOf(one.date) === period.months[0]).map(({ date }) => date).sort().at(-1);
  return met === undefined ? null : addDays(met, publishDays);
}

/**
 * [REP-8] Reports to be reminded of: those whose last day is within a week or past, not closed, of times that the book knows. Those of months only
 * where the cell makes them: it has set a term for them or has begun one, since the meeting's own document goes up anyway.
 */
export function reportDues(cell: Fields, reports: readonly Report[], meetings: readonly Listed[], publishDays: number | null, today: CalendarDate): ReportDue[] {
  const terms = reportTerms(cell);
  const first = firstMonthOf(meetings);
  if (first === null) return [];
  const monthly = terms.month !== null || reports.some(({ period, state }) => period.kind === 'month' && state !== 'none');
  return PERIOD_KINDS.filter((kind) => kind !== 'month' || monthly)
    .flatMap((kind) => [yearOf(today) - 1, yearOf(today)].flatMap((year) => periodsOf(kind, year)))
    .filter((period) => monthOf(period.to) >= first && !editionsOf(reports, period.id).some(({ state }) => state === 'closed'))
    .flatMap((period): ReportDue[] => {
      const on = dueOn(period, terms, meetings, publishDays);
      if (on === null || addDays(on, -AHEAD) > today || daysBetween(on, today) > FORGET) return [];
      return [{ period, on, late: today > on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
