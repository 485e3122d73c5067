import { countAttendance, dateInVietnam, monthOf, readMeeting, yearOf, type Fields, type Month } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** Attendance of one meeting, from its own record. */
export interface Attended {
  readonly present: number;
  readonly expected: number;
  readonly ratePercent: number;
}

/** One month of the year: the meetings held in it, oldest first. */
export interface MonthRow {
  readonly month: Month;
  readonly meetings: readonly DirectoryEntry[];
}

const isHeld = (entry: DirectoryEntry): boolean => entry.state === 'ended' || entry.state === 'closed';

/** The year in which something was sent, by the day in Viet Nam. */
export const yearSent = (at: string): number => yearOf(dateInVietnam(at));

/** Years that have anything to show, newest first; always the present one. */
export function yearsOf(directory: readonly DirectoryEntry[], sentAt: readonly string[], thisYear: number): number[] {
  const years = [thisYear, ...directory.filter(isHeld).map(({ date }) => yearOf(date)), ...sentAt.filter((at) => at !== '').map(yearSent)];
  return [...new Set(years)].sort((a, b) => b - a);
}

/** [REP-1] The twelve months of a year, up to the present one; only meetings that were held. */
export function monthsOf(directory: readonly DirectoryEntry[], year: number, thisMonth: Month): MonthRow[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
    .filter((month) => month <= thisMonth)
    .map((month) => ({ month, meetings: directory.filter((entry) => isHeld(entry) && monthOf(entry.date) === month).reverse() }));
}

/** [REP-2] Attendance as the meeting's own roster and marks give it; null where no roll was taken. */
export function attendedOf(id: string, fields: Fields): Attended | null {
  const meeting = readMeeting(id, fields);
  if (meeting.roster.length === 0) return null;
  const { present, expected, ratePercent } = countAttendance(meeting.roster, meeting.marks);
  return { present, expected, ratePercent };
}
