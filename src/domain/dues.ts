import { monthOf, type CalendarDate, type Month } from './dates';
import { statusOn, type Member } from './member';
import type { Fields } from './records';

/** A month's dues (đảng phí) of a member: paid, or waived by decision. No entry: not paid, or not counted. Status only, no sums. */
export type DuesState = 'paid' | 'waived';

/** Months by member. Fields of a member's record: `dues/<yyyy-mm>`. */
export type DuesBook = ReadonlyMap<string, ReadonlyMap<Month, DuesState>>;

/** Reads the dues of one member's record. */
export function readDues(fields: Fields): ReadonlyMap<Month, DuesState> {
  return new Map(
    Object.entries(fields).flatMap(([name, value]): [Month, DuesState][] => {
      const month = /^dues\/(\d{4}-\d{2})$/.exec(name)?.[1];
      return month && (value === 'paid' || value === 'waived') ? [[month, value]] : [];
    }),
  );
}

/** The last day that a month can have, for comparing. */
const endOf = (month: Month): CalendarDate => `${month}-31`;

/**
 * [DUES-1] Who pays in this cell in a month: everyone who belongs to it at its end, those here temporarily too; not those away
 * temporarily, who pay where they are (facts.md §4.1 [V] S20 §6.3.2), and not those who were admitted later. That exempt members pay
 * like the others is [G].
 */
export function paysIn(member: Member, month: Month): boolean {
  if (member.joinedOn !== null && member.joinedOn > endOf(month)) return false;
  const status = statusOn(member, endOf(month));
  return status === 'active' || status === 'temporaryIn' || status === 'exempt';
}

/** Months of a year in which the book counted dues at all, oldest first: a book that never did says nothing of anybody. */
export function countedMonths(dues: DuesBook, year: number): Month[] {
  const months = new Set([...dues.values()].flatMap((own) => [...own.keys()]).filter((month) => Number(month.slice(0, 4)) === year));
  return [...months].sort();
}

/** [DUES-2] Counted months before the present one in which a member who pays here has not paid. */
export function unpaidMonths(member: Member, dues: DuesBook, today: CalendarDate): Month[] {
  const own = dues.get(member.id);
  return countedMonths(dues, Number(today.slice(0, 4))).filter((month) => month < monthOf(today) && paysIn(member, month) && !own?.has(month));
}
