import type { CalendarDate, Cell, ReportFigures, ReportMonth, ReportTable, Report, TargetLine, Task, YearPlan } from '@/domain';
import type { MinutesDraft } from '../minutes';

/** What a report is composed from: figures and records only, so that the same always give the same text. */
export interface ReportInput {
  readonly report: Report;
  readonly cell: Cell;
  readonly figures: ReportFigures;
  readonly months: readonly ReportMonth[];
  /** Open tasks at the end of the period, soonest first. */
  readonly ahead: readonly Task[];
  /** The programme's targets of the year on the last day; null where the report does not tell them. */
  readonly targets: readonly TargetLine[] | null;
  readonly plan: YearPlan | null;
  readonly today: CalendarDate;
}

/** A report as the records give it: sections to be edited by hand, and tables. */
export interface ComposedReport {
  readonly draft: MinutesDraft;
  readonly tables: readonly ReportTable[];
}
