import { addDays, addMonths, monthOf, type CalendarDate, type Month } from './dates';

/** What a report is of: a month, a quarter, half a year, a year. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const;
/** One of {@link PERIOD_KINDS}. */
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A time that a report is of. */
export interface ReportPeriod {
  /** `2026-07`, `2026-Q3`, `2026-H1` or `2026`. */
  readonly id: string;
  readonly kind: PeriodKind;
  readonly year: number;
  /** The number of the month, quarter or half; 1 of a year. */
  readonly number: number;
  /** Its months in order. */
  readonly months: readonly Month[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const LENGTH: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const FORM = /^((?:19|20|21)\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

/** [REP-3] Reads a period's id: a quarter is its three months, half a year two quarters, a year two halves; null for what is none. Source: S00 C.4, C.6 [V] (quarter, six months, year); the month [V2] S03. */
export function readPeriod(id: string): ReportPeriod | null {
  const match = FORM.exec(id);
  if (!match) return null;
  const [, year = '', month, quarter, half] = match;
  const kind: PeriodKind = month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year';
  const number = Number(month ?? quarter ?? half ?? 1);
  const first = addMonths(`${year}-01`, (number - 1) * LENGTH[kind]);
  const months = Array.from({ length: LENGTH[kind] }, (_, index) => addMonths(first, index));
  return { id, kind, year: Number(year), number, months, from: `${first}-01`, to: addDays(`${addMonths(first, LENGTH[kind])}-01`, -1) };
}

/** The periods of a kind in a year, in order. */
export function periodsOf(kind: PeriodKind, year: number): readonly ReportPeriod[] {
  const name = (number: number): string => (kind === 'month' ? `-${String(number).padStart(2, '0')}` : kind === 'quarter' ? `-Q${number}` : kind === 'half' ? `-H${number}` : '');
  return Array.from({ length: 12 / LENGTH[kind] }, (_, index) => readPeriod(`${year}${name(index + 1)}`)!);
}

/** Whether a day lies in a period. */
export const isInPeriod = (period: Pick<ReportPeriod, 'from' | 'to'>, date: CalendarDate): boolean => date >= period.from && date <= period.to;

/** The day that a period is looked at from: its last, or today while it runs. */
export const dayOfPeriod = (period: Pick<ReportPeriod, 'to'>, today: CalendarDate): CalendarDate => (today < period.to ? today : period.to);

/** Periods of a kind that have begun by a day, newest first, from the first month that the book knows; none for an empty book. */
export function begunPeriods(kind: PeriodKind, year: number, today: CalendarDate, first: Month | null): ReportPeriod[] {
  return periodsOf(kind, year)
    .filter((period) => first !== null && period.from <= today && monthOf(period.to) >= first)
    .reverse();
}
