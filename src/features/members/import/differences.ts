import { cleanText, foldText, statusOn, type CalendarDate, type Member } from '@/domain';
import { cardKey } from './match';
import type { ImportValues, ValueField } from './values';

/** The letters and marks of a name in no order: Hoà and Hòa, An and AN come out the same. */
const letters = (name: string): string => [...name.normalize('NFD').toLowerCase()].sort().join('');

/** True when the file's name says more than the book's: a name typed without tone marks never replaces one with them. */
function nameDiffers(file: string, book: string): boolean {
  if (letters(file) === letters(book)) return false;
  const unmarked = foldText(file) === file.toLowerCase();
  return !(unmarked && foldText(file) === foldText(book));
}

/**
 * [IMP-18] Fields that a row would change in a member. An empty cell changes nothing, nor does another way of writing
 * the same; a status is compared on the day from which it would hold.
 */
export function changedFields(values: ImportValues, member: Member, today: CalendarDate): ValueField[] {
  const before: ImportValues = { ...member, status: statusOn(member, values.statusFrom ?? today), statusFrom: null };
  // With a date of recognition, the standing follows from it.
  const settled = member.officialOn !== null || values.officialOn !== null;
  return (Object.keys(values) as ValueField[]).filter((field) => {
    const now = values[field];
    const then = before[field];
    if (now === null || field === 'statusFrom' || (field === 'standing' && settled)) return false;
    if (then === null || then === '') return true;
    if (field === 'name') return nameDiffers(now, then);
    if (field === 'cardNumber') return cardKey(now) !== cardKey(then);
    if (field === 'phone') return digits(now) !== digits(then);
    return cleanText(now) !== cleanText(then);
  });
}

const digits = (text: string): string => text.replace(/\D/g, '').replace(/^84/, '0');
