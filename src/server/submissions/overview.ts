import { readPeriod } from '@/domain';
import type { CellMonth, OverviewAnswer, Receipt, SubmissionBody, SubmissionView } from '@/protocol';
import { isAmong, note, type CommitteeCaller } from '../accounts';
import type { Context } from '../context';
import { grades, saidTo } from '../directives';
import { Refusal } from '../refusal';
import { presenceOf, submissionFor, summariesOf } from '../store';

type Meeting = CellMonth['meetings'][number];
type Summary = Omit<Meeting, 'submissionId' | 'receivedAt' | 'official'>;
type Report = NonNullable<CellMonth['reports']>[number];
type ReportSummary = Omit<Report, 'submissionId' | 'receivedAt'>;

/** The day under which a document is found: that of the meeting, the last of a report's time. */
export const dayOf = (body: SubmissionBody): string => (body.type === 'report' ? (readPeriod(body.period)?.to ?? body.date) : body.date);

/** What the overview shows of a document, kept beside it so that a month of a whole committee need not open every one. */
export function summaryOf(body: SubmissionBody): Summary | ReportSummary {
  if (body.type === 'report') return { reportId: body.reportId, period: body.period, corrects: body.corrects !== null };
  const { kind, date, minutes, attendance, score } = body;
  const { present, expected, ratePercent } = attendance;
  return { kind, date, minutes, present, expected, ratePercent, points: score?.points ?? null, grade: score?.grade ?? null };
}

/**
 * [COM-3] [GRANT-4] Every cell whose documents the person may view, also the silent ones, with the month's meetings that were sent up. One that
 * had ended before the month stands in it only with a meeting or a report.
 */
export async function overview(ctx: Context, caller: CommitteeCaller, month: string): Promise<OverviewAnswer> {
  const { db } = ctx.store;
  const cells = (await presenceOf(db, caller.committee)).filter(({ id }) => isAmong(caller.reach.view, id));
  const given = await grades(db, caller.committee, month);
  const meetings = new Map<string, Meeting[]>();
  for (const { cell, submission, receivedAt, summary } of await summariesOf(db, caller.committee, month, 'meeting')) {
    const official = given.get(`${cell}.${submission}`);
    const meeting = { submissionId: submission, ...(JSON.parse(summary) as Summary), receivedAt, ...(official ? { official } : {}) };
    meetings.set(cell, [...(meetings.get(cell) ?? []), meeting]);
  }
  // [SUB-8] Those of a quarter or a year stand in the month that ends it.
  const reports = new Map<string, Report[]>();
  for (const { cell, submission, receivedAt, summary } of await summariesOf(db, caller.committee, month, 'report')) {
    reports.set(cell, [...(reports.get(cell) ?? []), { submissionId: submission, ...(JSON.parse(summary) as ReportSummary), receivedAt }]);
  }
  return {
    month,
    cells: cells.filter(({ id, endedOn }) => endedOn === null || endedOn > `${month}-01` || meetings.has(id) || reports.has(id)).map(({ id, name, devices, lastSeenAt }) => ({ cell: { id, name }, devices, lastSeenAt, meetings: meetings.get(id) ?? [], reports: reports.get(id) ?? [] })),
  };
}

/** [COM-2] [AUDIT-1] A document whole, with its receipt; that it was opened is written down. Another's is not found. @throws Refusal notFound */
export async function view(ctx: Context, caller: CommitteeCaller, id: string): Promise<SubmissionView> {
  const found = await ctx.store.transact(async (tx) => {
    const row = await submissionFor(tx, caller.committee, id);
    if (!row || !isAmong(caller.reach.view, row.cell)) throw new Refusal('notFound');
    await note(ctx, tx, caller, 'view', { cell: row.cell, subject: id });
    return row;
  });
  const body = JSON.parse(found.body) as SubmissionBody;
  return {
    id,
    cell: { id: found.cell, name: found.cellName },
    body,
    receipt: JSON.parse(found.receipt) as Receipt,
    directives: body.type === 'meeting' ? await saidTo(ctx.store.db, found.cell, body.meetingId) : [],
  };
}
