import type { CalendarDate } from './dates';
import { documentNumber, documentRulesOn, nextNumber, type DocumentRules, type DocumentType, type NumberedDocument } from './document-types';
import type { Paper, PaperKind } from './paper';

/** A written number in its parts, e.g. `05-NQ/CB`: 5, `NQ`, `CB`. */
export interface WrittenNumber {
  readonly number: number;
  readonly code: string;
  readonly organisation: string;
}

/** [DTYPE-5] Reads a number as people write it: with or without "Số", spaces, leading zeros; null where it is written otherwise. Source: facts.md §3.4 [V2] S21 S25. */
export function readDocumentNumber(text: string): WrittenNumber | null {
  const match = /^(?:số\s*:?\s*)?0*(\d{1,5})\s*[-–/]\s*(\p{L}{1,6})\s*\/\s*([\p{L}\d.\- ]{1,30})$/iu.exec(text.normalize('NFC').trim());
  return match ? { number: Number(match[1]), code: match[2]!, organisation: match[3]!.trim() } : null;
}

const sameCode = (a: string, b: string): boolean => a.toLocaleUpperCase('vi') === b.toLocaleUpperCase('vi');

/**
 * [DTYPE-6] The type of a document: the one chosen, else the one that its number's code names under the rules of its day; null where neither is there. Source: a decision, so that documents of before keep working.
 * @param today for a document without a date
 */
export function typeOfPaper(paper: Paper, all: readonly DocumentRules[], today: CalendarDate): DocumentType | null {
  const types = documentRulesOn(all, paper.issuedOn ?? today)?.types ?? [];
  const written = readDocumentNumber(paper.number);
  return types.find(({ id }) => id === paper.docType) ?? (written && types.find(({ code }) => sameCode(code, written.code))) ?? null;
}

/** The type that a kind of the register is usually issued as; null for what is no document of the cell's. That the annual targets go out as a plan is [I]. */
export const usualType = (kind: PaperKind): string | null =>
  ({
    directionResolution: 'resolution',
    thematicResolution: 'resolution',
    otherResolution: 'resolution',
    workingRules: 'workingRules',
    coordinationRules: 'workingRules',
    yearProgramme: 'programme',
    inspectionProgramme: 'programme',
    developmentTargets: 'plan',
    training: null,
    massWork: null,
  })[kind];

/** Documents of the register that have a type and a number that can be read, but `except`. */
const numbered = (papers: readonly Paper[], all: readonly DocumentRules[], today: CalendarDate, except: string): (NumberedDocument & { readonly paper: Paper })[] =>
  papers.flatMap((paper) => {
    const written = readDocumentNumber(paper.number);
    const type = typeOfPaper(paper, all, today);
    return written && type && paper.id !== except ? [{ type: type.id, number: written.number, date: paper.issuedOn ?? today, paper }] : [];
  });

/** [DTYPE-7] The next number of a type in the term, counting every document of the register whose number can be read. Source: facts.md §3.4 [V2] S21 S25. */
export const nextOfType = (type: string, papers: readonly Paper[], all: readonly DocumentRules[], today: CalendarDate, termFrom: CalendarDate, except = ''): number =>
  nextNumber(numbered(papers, all, today, except), type, termFrom);

/**
 * [DTYPE-7] The number that a document would get: the next of its type in the term [DTYPE-3], as it is written [DTYPE-4]; null without a type, and for a
 * document of before the term: numbers of another term cannot be known from this one's.
 */
export function proposedNumber(paper: Paper, papers: readonly Paper[], all: readonly DocumentRules[], today: CalendarDate, termFrom: CalendarDate): string | null {
  const type = typeOfPaper(paper, all, today);
  if (!type || (paper.issuedOn ?? today) < termFrom) return null;
  return documentNumber(nextOfType(type.id, papers, all, today, termFrom, paper.id), type.code);
}

/** What is wrong with a document's number: used already in the term (by which), not of its type's code, or of a type that a cell may not issue. */
export type NumberProblem =
  | { readonly kind: 'twice'; readonly other: Paper }
  | { readonly kind: 'code'; readonly type: DocumentType; readonly written: string }
  | { readonly kind: 'notByCell'; readonly type: DocumentType; readonly rules: DocumentRules };

/**
 * [DTYPE-8] Warns, never forbids: a number of the type that another document of the same term has, a code that is not the type's, a type that a cell may
 * not issue under the rule of the document's day. Source: facts.md §3.3, §3.4 [V2] S21 S25.
 */
export function numberProblems(paper: Paper, papers: readonly Paper[], all: readonly DocumentRules[], today: CalendarDate, termFrom: CalendarDate): NumberProblem[] {
  const type = typeOfPaper(paper, all, today);
  const written = readDocumentNumber(paper.number);
  const rules = documentRulesOn(all, paper.issuedOn ?? today);
  if (!type || !rules) return [];
  const inTerm = (paper.issuedOn ?? today) >= termFrom;
  const other = written && inTerm && numbered(papers, all, today, paper.id).find((one) => one.type === type.id && one.number === written.number && one.date >= termFrom)?.paper;
  return [
    ...(type.cellMayIssue ? [] : [{ kind: 'notByCell' as const, type, rules }]),
    ...(written && !sameCode(written.code, type.code) ? [{ kind: 'code' as const, type, written: written.code }] : []),
    ...(other ? [{ kind: 'twice' as const, other }] : []),
  ];
}
