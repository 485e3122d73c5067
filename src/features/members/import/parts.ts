import { cleanText, type Member } from '@/domain';
import type { ImportValues, Problem, ValueField } from './values';

/** Words for the note: which date, and what the file says of it. */
export type Remark = (field: ValueField, text: string) => string;

/**
 * [IMP-24] A date of which the file knows only the year or the month is no date, and is not made one: it goes into the note in the file's own words,
 * once, beside what stands there already. The book's own date, where it has one, says more, and stays.
 * @param member the member that the row is or may be
 */
export function withParts(values: ImportValues, problems: readonly Problem[], member: Member | null, remark: Remark | undefined): { values: ImportValues; problems: readonly Problem[] } {
  const known = problems.filter((problem) => problem.reason === 'yearOnly' && problem.text !== undefined);
  const open = known.filter(({ field }) => !member?.[field as 'birthDate']);
  if (!remark || known.length === 0) return { values, problems };
  const before = values.note ?? member?.note ?? '';
  const remarks = open.map(({ field, text = '' }) => cleanText(remark(field, text))).filter((words) => !cleanText(before).includes(words));
  const note = [before, ...remarks].filter((part) => part !== '').join('; ');
  return {
    values: open.length > 0 && note !== '' ? { ...values, note } : values,
    problems: problems.flatMap((problem): Problem[] => (open.includes(problem) ? [{ ...problem, reason: 'partKept' }] : known.includes(problem) ? [] : [problem])),
  };
}
