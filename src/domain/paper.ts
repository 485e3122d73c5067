import type { CalendarDate } from './dates';
import { yearOf } from './dates';
import type { MeetingId, PaperId } from './ids';
import type { Fields } from './records';

/**
 * What a cell issues or does besides its meetings, and is asked for: resolutions by kind, rules, programmes, targets, training attended.
 * The programme's targets are worked out from these (facts.md §6 [I] from S00).
 */
export const PAPER_KINDS = [
  'directionResolution',
  'thematicResolution',
  'otherResolution',
  'workingRules',
  'coordinationRules',
  'yearProgramme',
  'inspectionProgramme',
  'developmentTargets',
  'training',
  'massWork',
] as const;
/** One of {@link PAPER_KINDS}. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Kinds that are made anew for each year. */
const YEARLY: readonly PaperKind[] = ['directionResolution', 'yearProgramme', 'inspectionProgramme', 'developmentTargets', 'training'];

/** A document of the cell in its register. Record kind `paper`; fields as named here. */
export interface Paper {
  readonly id: PaperId;
  readonly kind: PaperKind;
  readonly title: string;
  /** Number and sign as written, e.g. `05-NQ/CB`. */
  readonly number: string;
  /** Type of document by id of the rules of layout (`document-types.ts`); null where none was chosen. */
  readonly docType: string | null;
  readonly issuedOn: CalendarDate | null;
  /** The year that it is for; the year of issue where none is said. */
  readonly year: number | null;
  /** Last day on which it holds; null for until it is replaced. */
  readonly validTo: CalendarDate | null;
  /** Interim review (sơ kết): when it is due, when it was held. */
  readonly reviewOn: CalendarDate | null;
  readonly reviewedOn: CalendarDate | null;
  /** Final review (tổng kết). */
  readonly summaryOn: CalendarDate | null;
  readonly summarisedOn: CalendarDate | null;
  /** The meetings at which they were held, where it was at one: what came of them stands in its record. */
  readonly reviewedIn: MeetingId | null;
  readonly summarisedIn: MeetingId | null;
  /** The meeting that passed it. */
  readonly meetingId: MeetingId | null;
  readonly note: string;
}

/** Reads a document; null for one that was taken away. */
export function readPaper(id: string, fields: Fields): Paper | null {
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  const date = (name: string): CalendarDate | null => text(name) || null;
  const kind = fields['kind'] as PaperKind;
  if (!PAPER_KINDS.includes(kind)) return null;
  const issuedOn = date('issuedOn');
  return {
    id: id as PaperId,
    kind,
    title: text('title'),
    number: text('number'),
    docType: text('docType') || null,
    issuedOn,
    year: typeof fields['year'] === 'number' ? fields['year'] : issuedOn ? yearOf(issuedOn) : null,
    validTo: date('validTo'),
    reviewOn: date('reviewOn'),
    reviewedOn: date('reviewedOn'),
    summaryOn: date('summaryOn'),
    summarisedOn: date('summarisedOn'),
    reviewedIn: (text('reviewedIn') || null) as MeetingId | null,
    summarisedIn: (text('summarisedIn') || null) as MeetingId | null,
    meetingId: (text('meetingId') || null) as MeetingId | null,
    note: text('note'),
  };
}

/** [PAPER-1] In force on a day: issued, not run out, and, for what is made for a year, that year's. */
export function isInForce(paper: Paper, date: CalendarDate): boolean {
  if (paper.issuedOn === null || paper.issuedOn > date || (paper.validTo !== null && paper.validTo < date)) return false;
  return !YEARLY.includes(paper.kind) || paper.year === yearOf(date);
}

/** What the programme asks of each cell, and how it stands. `have` of `need`. */
export interface PaperTarget {
  readonly kind: PaperKind;
  readonly need: number;
  readonly have: number;
}

/** Thematic resolutions that a term needs at least (S00, target 2). */
const THEMATIC = 2;
/** A term (nhiệm kỳ) of the cell's committee lasts five years at most; counted back where its beginning is not written down. */
const TERM_YEARS = 5;

/** First day of the term: as written down, else five years ago. */
const termSince = (termStart: CalendarDate | null, today: CalendarDate): CalendarDate => termStart ?? `${yearOf(today) - TERM_YEARS}${today.slice(4)}`;

/** First day of the term that runs on `today`, by the cell's record: of a document's number and of the register alike. */
export const termOf = (cell: Fields, today: CalendarDate): CalendarDate => {
  const written = cell['termStart'];
  return termSince(typeof written === 'string' && written !== '' ? written : null, today);
};

/**
 * [PAPER-2] Targets 1, 2 and 3 of the programme as far as documents show them: working rules, rules of coordination, programmes of the year,
 * this year's direction, two thematic resolutions in the term, training attended this year. Source: S00 [V]; the formulas [I] facts.md §6.
 * @param termStart first day of the term; null where it is not written down
 */
export function paperTargets(papers: readonly Paper[], today: CalendarDate, termStart: CalendarDate | null): PaperTarget[] {
  const since = termSince(termStart, today);
  const inForce = (kind: PaperKind): PaperTarget => ({ kind, need: 1, have: papers.filter((paper) => paper.kind === kind && isInForce(paper, today)).length });
  const thematic = papers.filter((paper) => paper.kind === 'thematicResolution' && paper.issuedOn !== null && paper.issuedOn >= since && paper.issuedOn <= today).length;
  return [
    ...(['workingRules', 'coordinationRules', 'yearProgramme', 'inspectionProgramme', 'directionResolution'] as const).map(inForce),
    { kind: 'thematicResolution', need: THEMATIC, have: thematic },
    inForce('training'),
  ];
}

/** What is due of a document. */
export interface PaperDue {
  readonly paper: Paper;
  readonly what: 'review' | 'summary' | 'expiry';
  readonly on: CalendarDate;
}

/** [PAPER-3] Interim and final reviews that were not held by their day, or fall due within `ahead`; documents that run out by then. Soonest first. */
export function paperDues(papers: readonly Paper[], today: CalendarDate, ahead: CalendarDate): PaperDue[] {
  const dues = papers.flatMap((paper): PaperDue[] => [
    ...(paper.reviewOn && !paper.reviewedOn ? [{ paper, what: 'review' as const, on: paper.reviewOn }] : []),
    ...(paper.summaryOn && !paper.summarisedOn ? [{ paper, what: 'summary' as const, on: paper.summaryOn }] : []),
    ...(paper.validTo && paper.validTo >= today ? [{ paper, what: 'expiry' as const, on: paper.validTo }] : []),
  ]);
  return dues.filter(({ on }) => on <= ahead).sort((a, b) => (a.on < b.on ? -1 : 1));
}
