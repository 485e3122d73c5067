import { isExpected } from './attendance';
import type { CalendarDate } from './dates';
import type { Meeting } from './meeting';
import { isRegular } from './procedure';

/** A meeting that was held, as far as absences go. */
export type Held = Pick<Meeting, 'date' | 'kind' | 'roster' | 'marks'>;

/**
 * [ALARM-4] Whether absences from a kind of meeting count into a row: the regular ones, alone or with a thematic part, and the thematic ones.
 * The sources ("quá 03 lần liên tiếp trong năm") name no kind. Source: facts.md §1.5 [V2] S10, [V] S12; the kinds [I].
 */
export const countsInRow = (kind: string): boolean => isRegular(kind) || kind === 'thematic';

/** Absences with a reason in a row. */
export interface ExcusedRow {
  readonly count: number;
  readonly since: CalendarDate;
}

/**
 * [ALARM-4] A member's absences with a reason, row by row: the longest, and the one that lasts up to the last meeting; null where there is none.
 * Meetings at which the member was not expected neither lengthen a row nor break it.
 * @param meetings held ones that count ([ALARM-4]), of one year, oldest first
 */
export function excusedRows(memberId: string, meetings: readonly Held[]): { readonly longest: ExcusedRow | null; readonly lasting: ExcusedRow | null } {
  const rows: ExcusedRow[] = [];
  for (const { date, roster, marks } of meetings) {
    if (!roster.some((entry) => entry.id === memberId && isExpected(entry))) continue;
    const before: ExcusedRow = rows.at(-1) ?? { count: 0, since: date };
    rows.push(marks[memberId]?.kind === 'excused' ? { count: before.count + 1, since: before.count > 0 ? before.since : date } : { count: 0, since: date });
  }
  const some = (row: ExcusedRow | undefined): ExcusedRow | null => (row && row.count > 0 ? row : null);
  return { longest: some([...rows].sort((a, b) => b.count - a.count)[0]), lasting: some(rows.at(-1)) };
}
