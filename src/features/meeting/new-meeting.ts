import { addMonths, dayInMonth, monthOf, type CalendarDate, type Cell, type MeetingKind, type Month } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** A meeting of that kind already in a month; one called off does not count. */
export const heldInMonth = (directory: readonly DirectoryEntry[], kind: MeetingKind, month: Month): DirectoryEntry | undefined =>
  directory.find((entry) => entry.kind === kind && entry.state !== 'cancelled' && monthOf(entry.date) === month);

/**
 * The date a new meeting most likely has: the cell's fixed day of this month; today, once that day is past without a meeting;
 * the fixed day of next month where this month has had its own.
 */
export function likelyDate(
  cell: Pick<Cell, 'meetingDay'>,
  directory: readonly DirectoryEntry[],
  kind: MeetingKind,
  today: CalendarDate,
): CalendarDate {
  const day = cell.meetingDay ?? Number(today.slice(8, 10));
  const month = monthOf(today);
  if (heldInMonth(directory, kind, month)) return dayInMonth(addMonths(month, 1), day);
  const fixed = dayInMonth(month, day);
  return fixed < today ? today : fixed;
}
