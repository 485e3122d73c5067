import type { CalendarDate } from './dates';
import type { Sourced } from './procedure';

/** A type of document (loại văn bản) under one rule. `code` stands in the number, e.g. `NQ`. */
export interface DocumentType extends Sourced {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  /** Whether a cell may issue it under this rule. */
  readonly cellMayIssue: boolean;
}

/** The types of document under one rule of layout. Source: facts.md §3.3, §3.4. */
export interface DocumentRules {
  readonly id: string;
  readonly version: number;
  readonly basis: string;
  readonly status: 'officialChecked' | 'secondarySources' | 'local';
  readonly effectiveFrom: CalendarDate;
  readonly types: readonly DocumentType[];
}

/** A document that was given a number. */
export interface NumberedDocument {
  readonly type: string;
  readonly number: number;
  readonly date: CalendarDate;
}

/** [DTYPE-1] The rules in force on a day: the newest that has begun; before the first, the first. Source: facts.md §0 [V2] S25 S26 S27. */
export const documentRulesOn = (all: readonly DocumentRules[], date: CalendarDate): DocumentRules | undefined => {
  const sorted = [...all].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return sorted.filter(({ effectiveFrom }) => effectiveFrom <= date).at(-1) ?? sorted[0];
};

/** [DTYPE-2] The types that a cell may issue under a rule. Source: facts.md §3.3 [V2] S25, S21. */
export const issuedByCell = (rules: DocumentRules): readonly DocumentType[] => rules.types.filter(({ cellMayIssue }) => cellMayIssue);

/**
 * [DTYPE-3] The next number of a type: one more than the highest given in the term (nhiệm kỳ), from 1, not from the year's beginning.
 * Documents of another type or from before the term do not count. A number left out is not given later.
 * Source: facts.md §3.4 [V2] S21 S25.
 * @param termFrom first day of the term
 */
export const nextNumber = (documents: readonly NumberedDocument[], type: string, termFrom: CalendarDate): number =>
  documents.filter((one) => one.type === type && one.date >= termFrom).reduce((highest, { number }) => Math.max(highest, number), 0) + 1;

/** [DTYPE-4] A number as it is written, without "Số": `05-NQ/CB`, below ten with a zero before it. Source: facts.md §3.4 [V2] S21 S25. */
export const documentNumber = (number: number, code: string, organisation = 'CB'): string => `${String(number).padStart(2, '0')}-${code}/${organisation}`;
