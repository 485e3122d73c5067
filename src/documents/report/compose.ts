import { canonicalJson, REPORT_CELL, signerOf, type CalendarDate, type ClosedReport, type Member, type ReportTable } from '@/domain';
import { mergeMinutes, type MergedMinutes, type MinutesSection, type MinutesSlot } from '../minutes';
import { bareName } from '../minutes/context';
import { aheadLines, decisionLines, duesLines, meetingsLines, membersLines, petitionLines, qualityLines, targetLines, taskLines, weaknessLines, whenText } from './sentences';
import { figuresTable, gridTable, scoresTable } from './grids';
import { report as say } from './phrases.vi';
import type { ComposedReport, ReportInput } from './types';

type SectionId = keyof typeof say.headings;

const LINES: Record<SectionId, (input: ReportInput) => readonly string[]> = {
  members: membersLines,
  meetings: meetingsLines,
  quality: qualityLines,
  decisions: decisionLines,
  tasks: taskLines,
  leadership: () => [],
  dues: duesLines,
  targets: targetLines,
  weakness: weaknessLines,
  ahead: aheadLines,
  petitions: petitionLines,
};

/** A cell of a table as far as the wire takes it [SUB-6]; half a sign is none. */
const fitting = (cell: string): string => (cell.length <= REPORT_CELL ? cell : `${cell.slice(0, REPORT_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`);
const cut = (table: ReportTable): ReportTable => ({ ...table, rows: table.rows.map((row) => row.map(fitting)) });

/**
 * [REP-12] A report as the records give it: whole sentences in its sections, each of which can be edited by hand; what the records do not know (the leading
 * of the unit's own work) is an empty place. Nothing of the notebook, of criticism, of the yearly reviews or of restricted steps is read for it [REP-11].
 */
export function composeReport(input: ReportInput): ComposedReport {
  const slots = (Object.keys(say.headings) as SectionId[]).map((id): MinutesSlot => ({ id, part: 'content', heading: say.headings[id], trimmed: false }));
  const sections = slots
    .map((slot): MinutesSection => ({ ...slot, text: LINES[slot.id as SectionId](input).filter((line) => line !== '').join('\n') }))
    .filter(({ text }) => text !== '');
  return {
    draft: { title: say.title, subject: say.subject(whenText(input.report.period)), sections, slots },
    tables: [figuresTable(input), scoresTable(input), gridTable(input)].flatMap((table) => (table ? [cut(table)] : [])),
  };
}

/** The sections with the edits by hand in their places, as those of minutes [MIN-4]. */
export const mergeReport = ({ draft }: ComposedReport, { report }: Pick<ReportInput, 'report'>): MergedMinutes => mergeMinutes(draft, report.edits);

/** [REP-9] A report as it is closed: plain text and figures, nothing that changes when the records do. */
export function finalReport(input: ReportInput, members: readonly Member[], date: CalendarDate): ClosedReport {
  const composed = composeReport(input);
  const { title, subject, sections } = mergeReport(composed, input);
  return {
    title,
    subject,
    period: input.report.period.id,
    number: input.report.number.trim(),
    date,
    sections: sections.map(({ id, heading, text }) => ({ id, heading, text })),
    tables: composed.tables,
    figures: input.figures,
    reason: input.report.edition > 1 ? input.report.reason.trim() : '',
    signer: bareName(signerOf(members, date)),
  };
}

/** What differs between two reports of one time, for who corrects the first: ids of sections and tables. */
export function reportDifferences(before: ClosedReport, after: ClosedReport): readonly string[] {
  const texts = (one: ClosedReport): Map<string, string> => new Map([...one.sections.map(({ id, text }) => [id, text] as const), ...one.tables.map(({ id, rows }) => [id, canonicalJson(rows)] as const)]);
  const [was, is] = [texts(before), texts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}
