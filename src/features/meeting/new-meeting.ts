import { dayInMonth, monthOf, type CalendarDate, type Cell, type MeetingKind, type Month } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** A meeting of that kind already in a month; one called off does not count. */
export const heldInMonth = (directory: readonly DirectoryEntry[], kind: MeetingKind, month: Month): DirectoryEntry | undefined =>
  directory.find((entry) => entry.kind === kind && entry.state !== 'cancelled' && monthOf(entry.date) === month);

/**
 * The date a new regular meeting most likely has: the cell's fixed day of this month. Once that day is past, today, for a
 * meeting not held yet must be held soon.
 */
export function likelyDate(cell: Pick<Cell, 'meetingDay'>, today: CalendarDate): CalendarDate {
  const fixed = cell.meetingDay === null ? today : dayInMonth(monthOf(today), cell.meetingDay);
  return fixed < today ? today : fixed;
}
