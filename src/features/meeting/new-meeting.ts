import { addMonths, dayInMonth, isRegular, monthOf, type CalendarDate, type Cell, type MeetingKind, type Month } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** A meeting of that kind already in a month; one called off does not count. With a thematic part after it the regular one is still the month's. */
export const heldInMonth = (directory: readonly DirectoryEntry[], kind: MeetingKind, month: Month): DirectoryEntry | undefined =>
  directory.find((entry) => (isRegular(kind) ? isRegular(entry.kind) : entry.kind === kind) && entry.state !== 'cancelled' && monthOf(entry.date) === month);

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

/** The day on which chi ủy met for this meeting of the cell: its last meeting that was held up to that day and since the cell's last regular one. */
export function committeeMetOn(directory: readonly DirectoryEntry[], { id, date }: { readonly id: string; readonly date: CalendarDate }): CalendarDate | undefined {
  const held = directory.filter((entry) => entry.id !== id && entry.date <= date && (entry.state === 'ended' || entry.state === 'closed'));
  const before = held.find((entry) => isRegular(entry.kind) && entry.date < date)?.date ?? '';
  return held.find((entry) => entry.kind === 'cellCommittee' && entry.date > before)?.date;
}
