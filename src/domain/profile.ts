import { readCell } from './cell';
import type { CalendarDate } from './dates';
import type { Fields } from './records';

/** A choice and the first day it holds. */
export interface Dated {
  readonly from: CalendarDate;
  readonly value: string;
}

/** What was chosen from a day on, the earliest first: fields `<name>/<date>` of the cell's record. */
export function chosen(fields: Fields, name: 'profile' | 'frame'): Dated[] {
  const prefix = `${name}/`;
  return Object.entries(fields)
    .flatMap(([field, value]) => (field.startsWith(prefix) && typeof value === 'string' ? [{ from: field.slice(prefix.length), value }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

const heldOn = (choices: readonly Dated[], date: CalendarDate): string | undefined => choices.filter(({ from }) => from <= date).at(-1)?.value;

/** [CELL-1] The procedure profile in force on a day: the last chosen that has begun, else the one that came with the book. A meeting keeps what held when it was planned. */
export const profileOn = (fields: Fields, date: CalendarDate): string => heldOn(chosen(fields, 'profile'), date) ?? readCell(fields).profile;

/** [CELL-2] The scoring frame that the cell chose, in force on a day; null: the procedure's own. */
export const frameOn = (fields: Fields, date: CalendarDate): string | null => heldOn(chosen(fields, 'frame'), date) || null;
