import { foldText } from '@/domain';
import type { Field } from './fields';
import { cellText, type Cell } from './sheet';
import { readDateCell } from './dates';
import { readPosition, readSex, readState } from './words';

type Rows = readonly (readonly Cell[])[];

/** How much of the column's filled cells pass a test; 0 for an empty column. */
function share(body: Rows, index: number, test: (cell: Cell, text: string) => boolean): number {
  const cells = body.map((row) => row[index] ?? null).filter((cell) => cellText(cell) !== '');
  return cells.length === 0 ? 0 : cells.filter((cell) => test(cell, cellText(cell))).length / cells.length;
}

const LETTERS = /^[a-z' -]+$/;
/** True for a date, or a year standing for one. */
export const isDateLike = (cell: Cell): boolean => {
  const read = readDateCell(cell);
  return read.date !== null || read.problem === 'yearOnly';
};
const isName = (_: Cell, text: string): boolean => /\s/.test(text) && LETTERS.test(foldText(text.replace(/^\d+[.)]\s*/, '')));
const isWord = (_: Cell, text: string): boolean => !/\s/.test(text) && LETTERS.test(foldText(text));

/** True when most of a column's filled cells are dates or years. */
export const looksLikeDates = (body: Rows, index: number): boolean => share(body, index, isDateLike) > 0.5;

/** [IMP-8] True when single words stand in the column after the one of the names: the given names. */
export const splitsName = (body: Rows, index: number): boolean => share(body, index + 1, isWord) > 0.8 && !looksLikeDates(body, index + 1);

/** [IMP-10] Guesses columns without headings: names, then birth date, date of joining, date of recognition, in this order. */
export function guessFields(body: Rows, width: number): (Field | null)[] {
  const dates: Field[] = ['birthDate', 'joinedOn', 'officialOn'];
  const fields: (Field | null)[] = [];
  const free = (field: Field): boolean => !fields.includes(field);
  for (let index = 0; index < width; index += 1) {
    const at = (test: (cell: Cell, text: string) => boolean): boolean => share(body, index, test) > 0.5;
    if (looksLikeDates(body, index)) fields.push(dates.shift() ?? null);
    else if (free('sex') && at((_, text) => readSex(text) !== null)) fields.push('sex');
    else if (free('state') && at((_, text) => readState(text) !== null)) fields.push('state');
    else if (free('position') && at((_, text) => readPosition(text) !== null)) fields.push('position');
    else if (free('phone') && at((_, text) => /^(\+?84|0)\d{9}$/.test(text.replace(/[ .]/g, '')))) fields.push('phone');
    else if (free('cardNumber') && at((_, text) => /^\d{7,8}$/.test(text.replace(/[ .]/g, '')))) fields.push('cardNumber');
    else if (free('name') && at(isName)) fields.push('name');
    else fields.push(null);
  }
  return fields;
}
