import { addMonths, dayInMonth, isRegular, monthOf, plannedOn, type CalendarDate, type Cell, type MeetingKind, type Month, type YearPlan } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** A meeting of that kind already in a month; one called off does not count. With a thematic part after it the regular one is still the month's. */
export const heldInMonth = (directory: readonly DirectoryEntry[], kind: MeetingKind, month: Month): DirectoryEntry | undefined =>
  directory.find((entry) => (isRegular(kind) ? isRegular(entry.kind) : entry.kind === kind) && entry.state !== 'cancelled' && monthOf(entry.date) === month);

/**
 * The date a new meeting most likely has: this month's day in the year plan, or without one the cell's fixed day; today, once that day is past
 * without a meeting; next month's day where this month has had its own.
 */
export function likelyDate(
  cell: Pick<Cell, 'meetingDay'>,
  plan: YearPlan | null,
  directory: readonly DirectoryEntry[],
  kind: MeetingKind,
  today: CalendarDate,
): CalendarDate {
  const dayOf = (month: Month): CalendarDate => (plan && month.startsWith(String(plan.year)) && plannedOn(plan, month)) || dayInMonth(month, cell.meetingDay ?? Number(today.slice(8, 10)));
  const month = monthOf(today);
  if (heldInMonth(directory, kind, month)) return dayOf(addMonths(month, 1));
  const fixed = dayOf(month);
  return fixed < today ? today : fixed;
}
