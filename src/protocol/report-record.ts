import * as v from 'valibot';
import { COUNTS, GRADES, isDate, LIFE_KINDS, readPeriod, readReportId, REPORT_CELL, type CountName, type LifeKind } from '@/domain';
import { Id, sha256 } from './parts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const filled = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const number = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const mean = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)));
type Number_ = typeof number;
const counted = <K extends string>(names: readonly K[]) => v.object(Object.fromEntries(names.map((name) => [name, number])) as Record<K, Number_>);

/** Figures of a report: counts that add up over months, members on the last day, means over the months. */
export const ReportNumbers = v.object({
  counts: counted<CountName>(COUNTS),
  events: counted<LifeKind>(LIFE_KINDS),
  members: counted(['strength', 'official', 'probationary', 'temporaryIn', 'temporaryOut', 'exempt', 'suspended']),
  means: v.object({ attendance: mean, duration: mean, speech: mean }),
  yearGrade: v.nullable(v.picklist(GRADES)),
});

/**
 * [SUB-6] A closed report of a month, quarter, half-year or year as it goes up: its sections and tables as they were closed, the same figures as numbers,
 * and, of a correction, the document in whose place it stands. A report itself corrects nothing, a correction (`2026-Q3.2`) names what it corrects.
 */
export const ReportRecord = v.object({
  type: v.literal('report'),
  schema: v.literal(1),
  reportId: v.pipe(v.string(), v.maxLength(20), v.check((id) => readReportId(id) !== null, 'not a report')),
  period: v.pipe(v.string(), v.maxLength(20), v.check((id) => readPeriod(id) !== null, 'not a period')),
  cellName: filled(200),
  number: text(40),
  date: v.pipe(v.string(), v.check(isDate, 'not a date')),
  closedAt: v.pipe(v.string(), v.isoTimestamp()),
  subject: filled(300),
  sections: v.pipe(v.array(v.object({ id: filled(40), heading: text(300), text: text(40_000) })), v.maxLength(40)),
  tables: v.pipe(v.array(v.object({ id: filled(40), title: text(300), columns: v.pipe(v.array(text(200)), v.maxLength(30)), rows: v.pipe(v.array(v.pipe(v.array(text(REPORT_CELL)), v.maxLength(30))), v.maxLength(100)) })), v.maxLength(10)),
  figures: ReportNumbers,
  reason: text(2000),
  signer: text(120),
  corrects: v.nullable(v.object({ submissionId: Id, hash: sha256 })),
  /** Fingerprint of the closed report on the phone (SHA-256, hex). */
  reportHash: sha256,
});
/** See {@link ReportRecord}. */
export type ReportRecord = v.InferOutput<typeof ReportRecord>;

/** [SUB-6] What of a report does not fit together, as its path; null when it does: the period is that of its id, and who corrects says so. */
export function reportMisfit({ reportId, period, corrects }: Pick<ReportRecord, 'reportId' | 'period' | 'corrects'>): string | null {
  const named = readReportId(reportId);
  if (named?.period.id !== period) return 'period';
  return (named.edition > 1) === (corrects !== null) ? null : 'corrects';
}
