import { loadProof } from '@/documents/proof/load';
import { finalReport, type ReportInput } from '@/documents/report';
import { dateInVietnam, readReport, type Change, type ClosedReport, type Json, type RecordKey } from '@/domain';
import { hashJson, StorageError, type Saver } from '@/storage';
import { nextPlace } from '@/storage/next-place';
import { loadSync } from '@/sync';
import type { ReportView } from './use-report';

/**
 * How closing went. `incomplete`: the document lacks something or is too long, `part` by its heading where it has one; `newDay`: the page is of an earlier
 * day than the clock. Nothing was written then, as with every failure.
 */
export type CloseResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'incomplete'; readonly part: string }
  | { readonly ok: false; readonly reason: 'unsaved' | 'newDay' | StorageError['reason'] | 'unknown' };

/** The heading of what a path of the document lies in; '' for what stands outside its sections and tables. */
export function partAt(path: string, { sections, tables }: Pick<ClosedReport, 'sections' | 'tables'>): string {
  const [list, index] = path.split('.');
  return (list === 'sections' ? sections[Number(index)]?.heading : list === 'tables' ? tables[Number(index)]?.title : '') ?? '';
}

/**
 * [REP-9] Closes a report for good in one write: its text, tables and figures, their fingerprint and what it follows [CLOSE-3], the document that goes up, and last of all the mark that
 * refuses every later change. All or nothing. What is typed is read from the disk, after all of it has been written out.
 */
export async function closeReport(saver: Saver, { key, report: { id }, input, members, cell, today }: ReportView, title: string, now: string): Promise<CloseResult> {
  const { book } = saver;
  // The day is part of what is signed, and the figures are told as they stood on it.
  if (dateInVietnam(now) !== today) return { ok: false, reason: 'newDay' };
  let final: ClosedReport | undefined;
  try {
    await saver.flush();
    if (saver.unwritten.length > 0) return { ok: false, reason: 'unsaved' };
    const [fields, sync, proof, closedPrev] = await Promise.all([book.read(key), loadSync(), loadProof(), nextPlace(book)]);
    const report = readReport(id, fields);
    if (!report || report.state === 'closed') return { ok: false, reason: 'closed' };
    final = finalReport({ ...input, report } satisfies ReportInput, members, today);
    const closedHash = await proof.reportPrint(hashJson, id, final, cell, now, closedPrev);
    const { id: submissionId, changes } = await sync.submissionChanges(sync.reportRecord(report, final, cell, closedHash, now), title, now);
    const own = (field: string, value: Json): Change => ({ key, field, value });
    await book.write([own('final', final as unknown as Json), own('closedHash', closedHash), own('closedPrev', closedPrev), own('closedHead', cell as unknown as Json), own('submissionId', submissionId), ...changes, own('closedAt', now)]);
    return { ok: true };
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, reason: error.reason };
    const { name, path } = error as { name?: string; path?: string };
    return name === 'IncompleteRecord' ? { ok: false, reason: 'incomplete', part: final ? partAt(path ?? '', final) : '' } : { ok: false, reason: 'unknown' };
  }
}

/**
 * [REP-10] What begins a correction: a report of its own that names the closed one and carries on its edits by hand, number and typed words; everything else
 * is told anew from the records.
 */
export function correctionChanges(key: RecordKey, fields: Readonly<Record<string, Json>>, corrected: { readonly report: string; readonly submissionId: string; readonly hash: string }, reason: string): Change[] {
  const carried = Object.entries(fields).filter(([name]) => /^(sec|cell)\//.test(name) || name === 'number');
  return [...carried, ['corrects', corrected] as const, ['reason', reason] as const].map(([field, value]): Change => ({ key, field, value: value as Json }));
}
