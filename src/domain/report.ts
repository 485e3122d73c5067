import type { Cell } from './cell';
import type { CalendarDate } from './dates';
import type { Json } from './json';
import type { EditedSection } from './meeting';
import { rosterOn, type Member } from './member';
import { readPeriod, type ReportPeriod } from './report-period';
import type { Fields } from './records';
import type { ReportFigures } from './report-figures';

/** A section as it was closed. */
export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** The longest text of a table's cell that goes up. */
export const REPORT_CELL = 4000;

/** A table as it was closed: words and numbers as they are read. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A report as it was closed: what the fingerprint is taken over. Field: `final`. */
export interface ClosedReport {
  readonly title: string;
  readonly subject: string;
  readonly period: string;
  /** Number and sign as written; '' where the cell gave none. */
  readonly number: string;
  /** The day that it bears. */
  readonly date: CalendarDate;
  readonly sections: readonly ReportSection[];
  readonly tables: readonly ReportTable[];
  readonly figures: ReportFigures;
  /** Of a correction: why it was made. */
  readonly reason: string;
  /** Who signs, as the register had it on that day. */
  readonly signer: string;
}

/** What a correction stands in the place of. */
export interface Corrected {
  /** The report that it corrects, by id. */
  readonly report: string;
  /** The document that went up, and its hash. */
  readonly submissionId: string;
  readonly hash: string;
}

/** Where a report stands, as far as it is a record: not begun, being written, closed. */
export type ReportState = 'none' | 'draft' | 'closed';

/**
 * A report of the cell. Record kind `report`, id the period, so that two phones write one report; of a correction the period with its place in the
 * row (`2026-Q3.2`). Fields: `sec/<id>` (basis) and `sec/<id>/text`, `cell/<row>.<column>` (typed into a grid), `number`, `corrects`, `reason`,
 * and once it is closed `final`, `closedHash`, `closedPrev`, `closedHead`, `submissionId`, `closedAt`.
 */
export interface Report {
  readonly id: string;
  readonly period: ReportPeriod;
  /** 1 for the report itself, 2 for its first correction. */
  readonly edition: number;
  readonly state: ReportState;
  readonly edits: Readonly<Record<string, EditedSection>>;
  /** What was typed into the grids, by `<row>.<column>`. */
  readonly typed: Readonly<Record<string, string>>;
  readonly number: string;
  readonly corrects: Corrected | null;
  readonly reason: string;
  readonly final: ClosedReport | null;
  /** Fingerprint [CLOSE-3], or of `final` alone where there is no `closedPrev`. */
  readonly closedHash: string | null;
  /** Fingerprints that it follows; null: closed before there was a chain. */
  readonly closedPrev: readonly string[] | null;
  /** The cell as the closed report names it: it stays when the cell is renamed. */
  readonly closedHead: Cell | null;
  readonly closedAt: string | null;
  readonly submissionId: string | null;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const object = <T>(value: Json | undefined): T | null => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as unknown as T) : null);

/** Parts of a report's id: its period, and which edition of it. */
export function readReportId(id: string): { readonly period: ReportPeriod; readonly edition: number } | null {
  const [name = '', edition, more] = id.split('.');
  const period = readPeriod(name);
  if (!period || more !== undefined || (edition !== undefined && !/^([2-9]|[1-9]\d)$/.test(edition))) return null;
  return { period, edition: edition === undefined ? 1 : Number(edition) };
}

/** The id of the correction that follows a report. */
export const nextEdition = ({ period, edition }: Pick<Report, 'period' | 'edition'>): string => `${period.id}.${edition + 1}`;

/** Reads a report; an id without a record reads as one that was not begun. Null for an id that names no period. */
export function readReport(id: string, fields: Fields): Report | null {
  const named = readReportId(id);
  if (!named) return null;
  const edits: Record<string, EditedSection> = {};
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [, section] = /^sec\/([^/]+)$/.exec(name) ?? [];
    if (section) edits[section] = { basis: text(object<Record<string, Json>>(value)?.['basis']), text: text(fields[`${name}/text`]) };
    if (name.startsWith('cell/') && text(value) !== '') typed[name.slice('cell/'.length)] = text(value);
  }
  const corrects = object<Corrected>(fields['corrects']);
  return {
    id,
    ...named,
    state: fields['closedAt'] && fields['final'] ? 'closed' : Object.keys(fields).length > 0 ? 'draft' : 'none',
    edits,
    typed,
    number: text(fields['number']),
    corrects,
    reason: text(fields['reason']),
    final: object<ClosedReport>(fields['final']),
    closedHash: text(fields['closedHash']) || null,
    closedPrev: Array.isArray(fields['closedPrev']) ? (fields['closedPrev'] as string[]) : null,
    closedHead: object<Cell>(fields['closedHead']),
    closedAt: text(fields['closedAt']) || null,
    submissionId: text(fields['submissionId']) || null,
  };
}

/**
 * [REP-9] A closed report stays as it is; [REP-10] what was wrong in it is put right in a new one that names it. The editions of a period that exist, oldest first;
 * the last is the one that counts.
 */
export const editionsOf = (reports: readonly Report[], period: string): readonly Report[] =>
  reports.filter((report) => report.period.id === period && report.state !== 'none').sort((a, b) => a.edition - b.edition);

/**
 * [REP-9] True of a document made of a report whose record names another one: two phones closed it, and the log kept the first [LOG-4]. The later one is
 * not sent, and has no place in the chain.
 * @param fields of the report, as the log gives them
 */
export const isOutrun = (submissionId: string, fields: Fields): boolean => Boolean(fields['closedAt']) && typeof fields['submissionId'] === 'string' && fields['submissionId'] !== submissionId;

/** Why a report cannot be closed: it is closed, meetings of it could not be read, the cell has no name, a correction says no reason. */
export type ReportGap = 'closed' | 'unread' | 'cellName' | 'reason' | 'notEnded';

/** [REP-9] What keeps a report open; `unread`: how many of its meetings could not be read, so that its figures lack them. One of a period that still runs is only warned about: the month's report follows its meeting, not the month's end. */
export function reportGaps(report: Pick<Report, 'state' | 'edition' | 'reason' | 'period'>, cellName: string, today: CalendarDate, unread = 0): { readonly gap: ReportGap; readonly must: boolean }[] {
  return [
    ...(report.state === 'closed' ? [{ gap: 'closed' as const, must: true }] : []),
    ...(unread > 0 ? [{ gap: 'unread' as const, must: true }] : []),
    ...(cellName.trim() === '' ? [{ gap: 'cellName' as const, must: true }] : []),
    ...(report.edition > 1 && report.reason.trim() === '' ? [{ gap: 'reason' as const, must: true }] : []),
    ...(today <= report.period.to && report.period.kind !== 'month' ? [{ gap: 'notEnded' as const, must: false }] : []),
  ];
}

/** [REP-9] Who signs for the cell on a day: the secretary, by the register; never one who had left by then, whose post may still stand there. */
export const signerOf = (members: readonly Member[], date: CalendarDate): string => rosterOn(members, date).find(({ position }) => position === 'secretary')?.name ?? '';
