import { useMemo, useState } from 'react';
import { cellOn, countsInHistory, dateInVietnam, dayOfPeriod, frameOn, isInPeriod, profileOn, programmeTargets, readCell, readDirectives, readDues, readMeeting, readMember, readPaper, readReport, readReportId, readTask, readYearPlan, recordKey, reportFigures, reportMeeting, reportMonths, splitKey, tasksAhead, yearOf } from '@/domain';
import type { CalendarDate, Cell, Fields, Member, ReportPeriod, RecordKey, Report, ReportMeeting, ReportSources, YearPlan } from '@/domain';
import { composeReport, finalReport, mergeReport, type ComposedReport, type ReportInput } from '@/documents/report';
import type { MergedMinutes } from '@/documents';
import { findFrame, findProcedure, frameFor, procedureFor } from '@/packs';
import { useCollection, useDirectory, type DirectoryEntry } from '@/storage';
import { useGuidedCell } from '@/storage/guided';
import { useLives } from '@/storage/lives';
import { useMany } from '@/storage/many';

/** A report on the screen: its record, what the records give for it now, and the text with the edits in their places. */
export interface ReportView {
  readonly report: Report;
  readonly key: RecordKey;
  /** Every edition of its period, oldest first, and what its record says of this one. */
  readonly editions: readonly Report[];
  readonly input: ReportInput;
  readonly composed: ComposedReport;
  readonly merged: MergedMinutes;
  readonly cell: Cell;
  readonly members: readonly Member[];
  readonly today: CalendarDate;
  /** Meetings that could not be read: the figures lack them. */
  readonly failed: number;
  /** Looks at the clock again: for a page that stayed open past midnight. */
  readonly renewDay: () => void;
}

function toReportMeeting(key: RecordKey, fields: Fields): ReportMeeting {
  const meeting = readMeeting(splitKey(key).id, fields);
  const procedure = findProcedure(meeting.procedure.id, meeting.procedure.version) ?? null;
  return reportMeeting(meeting, procedure, (procedure && frameFor(meeting, procedure)) ?? null);
}

/** The meetings of the whole year for what tells the targets of the year so far, else those of the period. */
const wantedMeetings = (directory: readonly DirectoryEntry[], period: ReportPeriod): RecordKey[] =>
  directory.filter((entry) => countsInHistory(entry) && (period.kind === 'month' ? isInPeriod(period, entry.date) : yearOf(entry.date) === period.year)).map(({ id }) => recordKey('meeting', id));

/** The programme's targets on the period's last day, by the very function of the Reports page; not told in a month's report. */
function targetsOf(period: ReportPeriod, sources: ReportSources, plan: YearPlan | null, termStart: string | null, cell: Cell, day: CalendarDate): ReportInput['targets'] {
  if (period.kind === 'month') return null;
  const points = [...sources.meetings.values()].map(({ point }) => point).filter(({ date }) => date <= day);
  return programmeTargets({ papers: sources.papers, termStart, meetings: sources.directory, points, plan, hasCommittee: cell.hasCommittee }, day);
}

const dayNow = (): CalendarDate => dateInVietnam(new Date().toISOString());

/** Everything that a report's page shows; undefined until it has been read. Null for an address that names no report. */
export function useReport(id: string): ReportView | null | undefined {
  const [today, setToday] = useState(dayNow);
  const named = useMemo(() => readReportId(id), [id]);
  const period = named?.period;
  const directory = useDirectory();
  const [reports, people, tasks, papers, plans, directives] = [useCollection('report'), useCollection('member'), useCollection('task'), useCollection('paper'), useCollection('plan'), useCollection('directive')];
  const lives = useLives();
  const fields = useGuidedCell();
  const keys = useMemo(() => (directory && period ? wantedMeetings(directory, period) : undefined), [directory, period]);
  const many = useMany(keys, toReportMeeting);
  const base = useMemo(() => {
    if (!period || !directory || !people || !tasks || !papers || !plans || !directives || !lives || !fields || !many || many.done < many.total) return undefined;
    const cell = readCell(fields);
    const day = dayOfPeriod(period, today);
    const frame = findFrame(frameOn(fields, day) ?? procedureFor('regular', profileOn(fields, day))?.params.frame ?? null);
    const members = people.map((one) => readMember(one.id, one.fields));
    const sources: ReportSources = {
      directory,
      meetings: new Map([...many.values].map(([key, meeting]) => [splitKey(key).id, meeting])),
      directives: readDirectives(directives),
      members,
      lives,
      tasks: tasks.map((one) => readTask(one.id, one.fields)),
      papers: papers.flatMap((one) => readPaper(one.id, one.fields) ?? []),
      dues: new Map(people.map((one) => [one.id, readDues(one.fields)])),
      rule: frame?.annual ?? null,
    };
    const months = reportMonths(period, sources, today);
    const plan = plans.flatMap((one) => readYearPlan(one.id, one.fields) ?? []).find(({ year }) => year === period.year) ?? null;
    const { termStart } = fields;
    const term = typeof termStart === 'string' && termStart !== '' ? termStart : null;
    return {
      cell, members, months, plan, failed: many.failed,
      cellFields: fields,
      directives: sources.directives,
      figures: reportFigures(period, months, sources, today),
      ahead: tasksAhead(sources.tasks, day, directory),
      targets: targetsOf(period, sources, plan, term, cell, day),
    };
  }, [period, directory, people, tasks, papers, plans, directives, lives, fields, many, today]);
  return useMemo(() => {
    if (!named) return null;
    if (!base || !reports) return undefined;
    const all = reports.flatMap((one) => readReport(one.id, one.fields) ?? []);
    const report = all.find((one) => one.id === id) ?? readReport(id, {});
    if (!report) return null;
    const { members, failed, cellFields, directives: said, ...rest } = base;
    // A closed report keeps the names that its head had on its day.
    const cell = readCell(cellOn(cellFields, said, report.final?.date ?? today));
    const input: ReportInput = { ...rest, report, cell, today };
    const composed = composeReport(input);
    return {
      report,
      key: recordKey('report', id),
      editions: all.filter((one) => one.period.id === named.period.id && one.state !== 'none').sort((a, b) => a.edition - b.edition),
      input,
      composed,
      merged: mergeReport(composed, input),
      cell,
      members,
      today,
      failed,
      renewDay: () => setToday(dayNow()),
    };
  }, [named, base, reports, id, today]);
}

/** A report as it would be closed now, or as it was. */
export const shownReport = ({ report, input, members, today }: ReportView): ReturnType<typeof finalReport> => (report.state === 'closed' ? report.final : null) ?? finalReport(input, members, today);
