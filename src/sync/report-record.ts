import * as v from 'valibot';
import type { Cell, ClosedReport, Report } from '@/domain';
import { ReportRecord } from '@/protocol';
import { IncompleteRecord } from './meeting-record';

/**
 * [SUB-6] The document of a closed report for the committee, checked against the wire's schema before it is queued: what the server would refuse is met
 * on the phone, while the secretary can still mend it.
 * @throws IncompleteRecord naming what does not fit
 */
export function reportRecord(report: Report, final: ClosedReport, cell: Cell, reportHash: string, closedAt: string): ReportRecord {
  const { period, number, date, subject, sections, tables, figures, reason, signer } = final;
  const { corrects } = report;
  const body = {
    type: 'report', schema: 1, reportId: report.id, period, cellName: cell.name, number, date, closedAt, subject, sections, tables, figures, reason, signer,
    corrects: corrects && { submissionId: corrects.submissionId, hash: corrects.hash },
    reportHash,
  };
  const checked = v.safeParse(ReportRecord, body);
  if (checked.success) return checked.output;
  throw new IncompleteRecord(v.getDotPath(checked.issues[0]) ?? 'body');
}
