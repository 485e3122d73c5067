import { isDate, readPeriod, type Cell, type ClosedReport, type Report, type ReportTable } from '@/domain';
import type { Block, Closed, Column, PartyDocument } from '../form';
import { capitals, layoutOn } from '../form/layout';
import { documentOf, numberLine, part, placeDate, recipients, text } from '../kinds/input';
import { foot } from '../kinds/phrases.vi';
import { phrase, sentence } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { report as say } from './phrases.vi';
import { whenText } from './sentences';

/** Width of the text, mm. */
const WIDTH = 165;
const SCORES = [11, 28, 18, 26, 16, 18, 48];
const GRID = [12, 15, 15, 15, 14, 14, 13, 13, 15, 13, 13, 13];

function columnsOf({ id, columns }: ReportTable): Column[] {
  const values = columns.length - 2;
  const value = values === 1 ? 40 : Math.min(22, Math.floor(100 / values));
  const widths = id === 'scores' ? SCORES : id === 'grid' ? GRID : [11, WIDTH - 11 - values * value, ...Array.from({ length: values }, () => value)];
  const left = id === 'scores' ? [1, 6] : id === 'grid' ? [10, 11] : [1];
  return columns.map((head, index) => ({ head, width: widths[index] ?? 12, align: left.includes(index) ? 'left' : 'center' }));
}

/**
 * [FORM-13] The report of a period as a document (báo cáo), of what was closed, or would be: sections, then tables. Source: facts.md §3.3 [V2] S25 (a
 * cell issues reports under both rules of layout), §3.4 for its form; its words are ours.
 */
export function reportForm(report: ClosedReport, cell: Cell, mark?: Closed | 'draft'): PartyDocument {
  const period = readPeriod(report.period);
  const number = /^\d{1,4}$/.test(report.number) ? Number(report.number) : undefined;
  const layout = layoutOn(report.date);
  const table = (one: ReportTable): Block[] => [{ kind: 'text', text: one.title, look: 'centerBold', leads: true }, { kind: 'table', columns: columnsOf(one), rows: one.rows }];
  const form = documentOf({
    head: { superior: phrase(cell.superior), cell: cellTitle(cell.name), number: numberLine('BC', number), placeDate: placeDate(cell.placeName, isDate(report.date) ? report.date : null) },
    on: report.date,
    title: report.title,
    subject: report.subject,
    blocks: [
      text(say.opening(cellTitle(cell.name), period ? whenText(period) : '', phrase(cell.superior)), true),
      ...(report.reason === '' ? [] : [text(sentence(say.corrects(phrase(report.reason))))]),
      ...report.sections.flatMap(({ heading, text: words }): Block[] => [part(capitals(heading, layout)), ...words.split('\n').map((line) => text(line))]),
      ...report.tables.flatMap(table),
    ],
    left: recipients(phrase(cell.superior) === '' ? '' : foot.toReport(phrase(cell.superior)), foot.members(cell.hasCommittee)),
    right: { kind: 'signer', label: cell.signFor === 'cellCommittee' && cell.hasCommittee ? foot.forCellCommittee : foot.forCell, under: foot.secretary, underSmall: false, name: report.signer, ink: '' },
  });
  return mark ? { ...form, mark } : form;
}

/** What a report's foot says: closed with a fingerprint, or still a draft. */
export const reportMark = ({ id, state, closedAt, closedPrev, closedHash }: Pick<Report, 'id' | 'state' | 'closedAt' | 'closedPrev' | 'closedHash'>): Closed | 'draft' =>
  state === 'closed' && closedAt && closedHash ? { kind: 'report', id, at: closedAt, prev: closedPrev, hash: closedHash } : 'draft';

/** The name of a report's file, e.g. `bao-cao-2026-Q3.docx`. */
export const reportFileName = (id: string, extension: string): string => `bao-cao-${id.replace('.', '-dinh-chinh-')}.${extension}`;
