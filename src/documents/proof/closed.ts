import { closedContent, type Cell, type ChainLink, type ClosedReport, type Json, type Meeting, type Report } from '@/domain';
import { minutesForm } from '../kinds/minutes';
import { reportForm, reportMark } from '../report/form';
import type { FinalMinutes } from '../minutes';
import type { KnownText } from './judge';
import { lettersOf, formLines, repeatedHeads, shownLines, tidyLine } from './text';
import type { PartyDocument } from '../form';

/** SHA-256 over the canonical JSON of a value, as hex. Handed in: this room has no keys and no sums. */
export type HashJson = (value: Json) => Promise<string>;

/** The names at the head of a document. */
type Named = Pick<Cell, 'name' | 'superior'>;

/** The closed minutes as a document. */
const formOf = (meeting: Meeting, minutes: FinalMinutes, cell: Named): PartyDocument => minutesForm({ meeting, minutes, cell: meeting.closedHead ?? cell });

/** [CLOSE-3] The fingerprint of minutes that are being closed at a moment, after others. */
export const minutesPrint = (hashJson: HashJson, meeting: Meeting, minutes: FinalMinutes, cell: Named, at: string, prev: readonly string[]): Promise<string> =>
  hashJson(closedContent('minutes', meeting.id, at, prev, formLines(formOf(meeting, minutes, cell))));

/** What a correction says, as the chain has it: its text, its reason, and whose it is. */
export const correctionLines = ({ text, reason, by }: { readonly text: string; readonly reason: string; readonly by: string }): string[] => [text, reason, by].map(tidyLine);

/** The fingerprint of a correction that is being made. */
export const correctionPrint = (hashJson: HashJson, meetingId: string, { id, at, ...said }: { readonly id: string; readonly at: string; readonly text: string; readonly reason: string; readonly by: string }, prev: readonly string[]): Promise<string> =>
  hashJson(closedContent('correction', `${meetingId}/${id}`, at, prev, correctionLines(said)));

/** The links of a meeting: its closed minutes and their corrections; none while it is open. `again` is what the records give now. */
export async function linksOf(hashJson: HashJson, meeting: Meeting, cell: Named): Promise<ChainLink[]> {
  const { final, closedAt, closedHash, closedPrev } = meeting;
  if (!final || !closedAt || !closedHash) return [];
  const again = closedPrev ? await minutesPrint(hashJson, meeting, final, cell, closedAt, closedPrev) : await hashJson(final as unknown as Json);
  const corrections = meeting.corrections.flatMap((one) => (one.prev && one.hash !== null ? [{ one, prev: one.prev, hash: one.hash }] : []));
  return [
    { kind: 'minutes', id: meeting.id, at: closedAt, prev: closedPrev, hash: closedHash, again },
    ...(await Promise.all(corrections.map(async ({ one, prev, hash }): Promise<ChainLink> => ({ kind: 'correction', id: `${meeting.id}/${one.id}`, at: one.at, prev, hash, again: await correctionPrint(hashJson, meeting.id, one, prev) })))),
  ];
}

/** A closed document as a file in hand is compared with it. */
export function knownText(form: PartyDocument, told: Pick<KnownText, 'kind' | 'id' | 'at' | 'prev' | 'hash'>): KnownText {
  const lines = formLines(form);
  return { ...told, title: form.subject || form.title, lines, letters: lettersOf(shownLines(form).map(([at, number]) => `${number}${lines[at] ?? ''}`)), heads: repeatedHeads(form) };
}

/** The closed minutes of a meeting, to be compared with; null while they are open. */
export function knownMinutes(meeting: Meeting, cell: Named): KnownText | null {
  const { final, closedAt, closedHash, closedPrev } = meeting;
  return final && closedAt && closedHash ? knownText(formOf(meeting, final, cell), { kind: 'minutes', id: meeting.id, at: closedAt, prev: closedPrev, hash: closedHash }) : null;
}

/** [CLOSE-3] The fingerprint of a report that is being closed at a moment, after others. */
export const reportPrint = (hashJson: HashJson, id: string, final: ClosedReport, cell: Cell, at: string, prev: readonly string[]): Promise<string> =>
  hashJson(closedContent('report', id, at, prev, formLines(reportForm(final, cell))));

/** The link of a closed report; null while it is open. */
export async function reportLink(hashJson: HashJson, report: Report, cell: Cell): Promise<ChainLink | null> {
  const { id, final, closedAt, closedHash, closedPrev } = report;
  if (!final || !closedAt || !closedHash) return null;
  const again = closedPrev ? await reportPrint(hashJson, id, final, report.closedHead ?? cell, closedAt, closedPrev) : await hashJson(final as unknown as Json);
  return { kind: 'report', id, at: closedAt, prev: closedPrev, hash: closedHash, again };
}

/** A closed report, to be compared with; null while it is open. */
export function knownReport(report: Report, cell: Cell): KnownText | null {
  const mark = reportMark(report);
  return report.final && mark !== 'draft' ? knownText(reportForm(report.final, report.closedHead ?? cell), mark) : null;
}
