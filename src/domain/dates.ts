/**
 * Calendar dates as `YYYY-MM-DD` text and months as `YYYY-MM`: a meeting's date has no time zone.
 * Moments (`Instant`) are ISO texts in UTC; the clock is always passed in.
 */
export type CalendarDate = string;
/** A month, `YYYY-MM`. */
export type Month = string;
/** A moment, ISO 8601 in UTC. */
export type Instant = string;

const DAY = 86_400_000;

/** True for a real calendar date (29/02 only in leap years) between 1900 and 2199. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const time = Date.UTC(year, Number(match[2]) - 1, Number(match[3]));
  return year >= 1900 && year < 2200 && new Date(time).toISOString().slice(0, 10) === text;
}

/** The month of a date. */
export const monthOf = (date: CalendarDate): Month => date.slice(0, 7);
/** The year of a date or month. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
/** The quarter (1 to 4) of a date or month. */
export const quarterOf = (date: string): 1 | 2 | 3 | 4 => (Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1) as 1 | 2 | 3 | 4;

/** Adds days to a date; negative goes back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Adds months to a month; negative goes back. */
export function addMonths(month: Month, count: number): Month {
  const total = yearOf(month) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The date of a month's day, kept inside the month (31 in February is its last day). */
export function dayInMonth(month: Month, day: number): CalendarDate {
  const last = new Date(Date.UTC(yearOf(month), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(Math.min(Math.max(1, day), last)).padStart(2, '0')}`;
}

/** The number of a quarter as it is written, I to IV; empty for what is none. */
export const quarterNumeral = (quarter: number): string => ['I', 'II', 'III', 'IV'][quarter - 1] ?? '';

/** The calendar date of a moment in Vietnam (UTC+7, no summer time): the day a person would write down. */
export function dateInVietnam(instant: Instant): CalendarDate {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whole minutes between two moments, never negative. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/**
 * Reads a date as people write it in a register: 05/02/1980, 5-2-1980, 05.02.1980, 1980-02-05, ngày 5 tháng 2 năm 1980.
 * @returns the date, or null when it is none (31/02/1980, 13/13/1999, words).
 */
export function parseDate(text: string): CalendarDate | null {
  const clean = text.normalize('NFC').trim().toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(clean);
  const local = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(clean);
  const words = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/.exec(clean);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : words ? [words[3], words[2], words[1]] : null;
  if (!parts) return null;
  const date = `${parts[0]}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
