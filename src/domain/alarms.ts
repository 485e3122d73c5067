import { countsInRow, excusedRows, type Held } from './absence-runs';
import { isExpected } from './attendance';
import type { CalendarDate } from './dates';
import { monthOf } from './dates';
import { unpaidMonths, type DuesBook } from './dues';
import { statusOn, type Member } from './member';

/**
 * What the rules want noticed of a member. `row`: absent more than three times in a row, with reasons · `months`: absent without
 * reason in three months of the year · `dues`: three months of the year without dues.
 */
export interface Alarm {
  readonly rule: 'row' | 'months' | 'dues';
  readonly memberId: string;
  /** Meetings in a row, or months. */
  readonly count: number;
  readonly since: CalendarDate;
}

/** Excused absences in a row that are one too many: "more than 03" (facts.md §1.5 [V2] S10, [V] S12). */
const ROW = 4;
/** Months in a year after which the rules speak of removal from the roll (facts.md §4.2 [V] S20 §8.1, §7 [V2] S29, S30). */
const MONTHS = 3;

const wasExpected = (meeting: Held, id: string): boolean => meeting.roster.some((entry) => entry.id === id && isExpected(entry));

/** [ALARM-1] The row of absences with a reason that lasts up to the last meeting; which meetings make a row: [ALARM-4]. */
function row(member: Member, meetings: readonly Held[]): Alarm | null {
  const { lasting } = excusedRows(member.id, meetings);
  return lasting && lasting.count >= ROW ? { rule: 'row', memberId: member.id, ...lasting } : null;
}

/** [ALARM-2] Months of the year with a meeting missed without reason. Whether the reason is good is for people to say. */
function months(member: Member, meetings: readonly Held[]): Alarm | null {
  const missed = meetings.filter((meeting) => wasExpected(meeting, member.id) && meeting.marks[member.id]?.kind === 'unexcused');
  const count = new Set(missed.map(({ date }) => monthOf(date))).size;
  return count >= MONTHS ? { rule: 'months', memberId: member.id, count, since: missed[0]!.date } : null;
}

/** [ALARM-3] Months of the year without dues, as far as the book counts them. */
function dues(member: Member, book: DuesBook, today: CalendarDate): Alarm | null {
  const unpaid = unpaidMonths(member, book, today);
  return unpaid.length >= MONTHS ? { rule: 'dues', memberId: member.id, count: unpaid.length, since: `${unpaid[0]!}-01` } : null;
}

/** All alarms of a year, for members who have not left. `held`: the cell's meetings of the year, in any order. */
export function alarms(members: readonly Member[], held: readonly Held[], book: DuesBook, today: CalendarDate): Alarm[] {
  const meetings = held
    .filter(({ kind, date }) => countsInRow(kind) && date.slice(0, 4) === today.slice(0, 4) && date <= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return members
    .filter((member) => statusOn(member, today) !== 'left')
    .flatMap((member) => [row(member, meetings), months(member, meetings), dues(member, book, today)])
    .filter((alarm) => alarm !== null);
}
