import { firstMonthOf, gradedMonths, yearGrade, type GradedMonth, type YearMeeting } from './annual';
import { countAttendance } from './attendance';
import { dayInMonth, monthOf, type CalendarDate, type Month } from './dates';
import { gradeOf, type Directive } from './directive';
import { countedMonths, paysIn, type DuesBook } from './dues';
import type { AnnualRule, Grade } from './frame';
import { historyMonths, summarise, tasksDueIn, type HistoryMonth } from './history';
import { LIFE_KINDS, type LifeKind } from './life';
import type { LifeWithVote } from './life-dues';
import { turningDay } from './life-effects';
import { rosterOn, type Member } from './member';
import type { Paper } from './paper';
import { isCellMeeting } from './procedure';
import { isResolution } from './resolution';
import { dayOfPeriod, isInPeriod, type ReportPeriod } from './report-period';
import type { ReportMeeting } from './report-meeting';
import { givenOn, type Task } from './task';
import type { ListedMeeting } from './year-plan-state';

/**
 * What is counted of a time, so that a quarter is the sum of its months. Meetings held by kind (`thematic` counts those combined with a regular one too);
 * at the month's regular meeting those there of those expected, absent with and without reason, minutes and the meetings they were measured of, who
 * spoke of who was there; turns; votes and those passed; resolutions; months by grade; tasks given, and due by how they came out; documents issued,
 * reviews held; dues asked for and paid, in months in which the book counts them.
 */
export const COUNTS = [
  'regular', 'thematic', 'extraordinary', 'cellCommittee', 'missed',
  'present', 'expected', 'excused', 'unexcused', 'minutes', 'timed', 'spoke', 'there', 'turns',
  'votes', 'votesPassed', 'resolutions',
  'good', 'fair', 'average', 'poor', 'ungraded',
  'tasksGiven', 'tasksOnTime', 'tasksLate', 'tasksUnfinished',
  'papersIssued', 'reviewsHeld', 'duesAsked', 'duesPaid',
] as const;
/** One of {@link COUNTS}. */
export type CountName = (typeof COUNTS)[number];

/** Counts of a time, and how many members each kind of event concerned. */
export interface Tally {
  readonly counts: Readonly<Record<CountName, number>>;
  readonly events: Readonly<Record<LifeKind, number>>;
}

/** Members on a day, by standing and status ([ATT-3]); `strength` is everyone but those here temporarily. */
export interface Strength {
  readonly strength: number;
  readonly official: number;
  readonly probationary: number;
  readonly temporaryIn: number;
  readonly temporaryOut: number;
  readonly exempt: number;
  readonly suspended: number;
}

/** The figures of a report. */
export interface ReportFigures extends Tally {
  readonly members: Strength;
  /** Means over the months ([HIST-4]): percent there, minutes, percent of those there who spoke; null where nothing was measured. */
  readonly means: { readonly attendance: number | null; readonly duration: number | null; readonly speech: number | null };
  /** Of a year that is over, by the rule of its frame; null where there is none, the year still runs or the time is no year. */
  readonly yearGrade: Grade | null;
}

/** What reports are worked out from. Meetings are those of the whole cell that were held in the time, by id. */
export interface ReportSources {
  readonly directory: readonly (ListedMeeting & YearMeeting)[];
  readonly meetings: ReadonlyMap<string, ReportMeeting>;
  readonly directives: readonly Directive[];
  readonly members: readonly Member[];
  readonly lives: readonly LifeWithVote[];
  readonly tasks: readonly Task[];
  readonly papers: readonly Paper[];
  readonly dues: DuesBook;
  readonly rule: AnnualRule | null;
}

const noCounts = (): Record<CountName, number> => Object.fromEntries(COUNTS.map((name) => [name, 0])) as Record<CountName, number>;
const noEvents = (): Record<LifeKind, number> => Object.fromEntries(LIFE_KINDS.map((kind) => [kind, 0])) as Record<LifeKind, number>;

/** [REP-4] Adds tallies up: the figures of a quarter, half a year and a year are the sums of their months'. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const counts = noCounts();
  const events = noEvents();
  for (const tally of tallies) {
    for (const name of COUNTS) counts[name] += tally.counts[name];
    for (const kind of LIFE_KINDS) events[kind] += tally.events[kind];
  }
  return { counts, events };
}

/** [REP-5] The members on the last day of a period, or today while it runs. */
export function strengthOn(members: readonly Member[], day: CalendarDate): Strength {
  const { strength, official, probationary, temporaryIn, temporaryOut, exempt, suspended } = countAttendance(rosterOn(members, day), {});
  return { strength, official: official.total, probationary: probationary.total, temporaryIn: temporaryIn.total, temporaryOut: temporaryOut.total, exempt: exempt.total, suspended: suspended.total };
}

/** [REP-6] The day on which an event counts: when the register changed by it; of discipline, which changes nothing there, when the cell voted it. Null while it has not come to that, or was given up. */
export function happenedOn({ life, vote }: LifeWithVote): CalendarDate | null {
  if (life.stoppedOn) return null;
  return life.kind === 'discipline' ? (vote.kind === 'passed' ? vote.on : null) : turningDay(life);
}

/** A month of a report: how it stands in the histories, what was counted, how its regular meeting was graded, and who was in the cell at its end. */
export interface ReportMonth {
  readonly month: Month;
  readonly state: HistoryMonth['state'];
  readonly tally: Tally;
  readonly strength: Strength;
  /** The meetings of the whole cell in it, oldest first. */
  readonly meetings: readonly ReportMeeting[];
  readonly regular: ReportMeeting | null;
  readonly graded: { readonly grade: Grade; readonly points: number | null; readonly official: boolean; /** The committee's, where it has graded. */ readonly reason: string; readonly meetingId: string } | null;
}

function gradeIn(month: Month, graded: readonly GradedMonth[], { directory, directives }: ReportSources): ReportMonth['graded'] {
  const one = graded.find((entry) => entry.month === month);
  const meeting = directory.find(({ id }) => id === one?.meetingId);
  const counts = meeting && gradeOf(meeting, directives);
  return one?.grade && counts ? { grade: one.grade, points: counts.points, official: one.official, reason: counts.official?.reason ?? '', meetingId: meeting.id } : null;
}

/** The months of a period that have begun, each by the rules that its figures have elsewhere. [REP-6] No figure has a rule of its own here. */
export function reportMonths(period: ReportPeriod, sources: ReportSources, today: CalendarDate): ReportMonth[] {
  const { directory, meetings, members, lives, tasks, papers, dues } = sources;
  const held = directory.filter(({ state }) => state === 'ended' || state === 'closed');
  const own = [...meetings.values()].filter(({ point }) => isInPeriod(period, point.date));
  const first = firstMonthOf(directory);
  const graded = gradedMonths(period.year, today, directory, sources.directives);
  const counted = countedMonths(dues, period.year);
  return historyMonths(own.map(({ point }) => point), period.months[0]!, period.months.at(-1)!, monthOf(today), first).map(({ month, state, meetings: points, regular }) => {
    const counts = noCounts();
    const events = noEvents();
    const inMonth = (date: CalendarDate | null): boolean => date !== null && monthOf(date) === month;
    const of = (id: string): ReportMeeting => meetings.get(id)!;
    for (const point of points) {
      if (point.kind === 'regular' || point.kind === 'combined') counts.regular += 1;
      if (point.kind === 'thematic' || point.kind === 'combined') counts.thematic += 1;
      if (point.kind === 'extraordinary') counts.extraordinary += 1;
      counts.turns += point.turns;
      counts.votes += of(point.id).votes;
      counts.votesPassed += of(point.id).votesPassed;
      counts.resolutions += of(point.id).resolutions;
    }
    counts.cellCommittee = held.filter(({ kind, date }) => kind === 'cellCommittee' && inMonth(date)).length;
    counts.missed = state === 'missed' ? 1 : 0;
    if (regular) {
      counts.present = regular.attendance?.part ?? 0;
      counts.expected = regular.attendance?.whole ?? 0;
      counts.excused = regular.excused;
      counts.unexcused = regular.unexcused;
      counts.minutes = regular.duration?.value ?? 0;
      counts.timed = regular.duration ? 1 : 0;
      counts.spoke = regular.speech?.part ?? 0;
      counts.there = regular.speech?.whole ?? 0;
    }
    const grade = gradeIn(month, graded, sources);
    if (grade) counts[grade.grade] = 1;
    else if (regular) counts.ungraded = 1;
    const { onTime, late, unfinished } = tasksDueIn(tasks, month, today);
    counts.tasksGiven = tasks.filter((task) => task.state !== 'dropped' && inMonth(givenOn(task))).length;
    counts.tasksOnTime = onTime.length;
    counts.tasksLate = late.length;
    counts.tasksUnfinished = unfinished.length;
    counts.papersIssued = papers.filter((paper) => paper.kind !== 'training' && paper.kind !== 'massWork' && inMonth(paper.issuedOn)).length;
    counts.reviewsHeld = papers.filter(isResolution).flatMap((paper) => [paper.reviewedOn, paper.summarisedOn]).filter(inMonth).length;
    if (counted.includes(month)) {
      const payers = members.filter((member) => paysIn(member, month));
      counts.duesAsked = payers.length;
      counts.duesPaid = payers.filter(({ id }) => dues.get(id)?.has(month)).length;
    }
    for (const one of lives) if (inMonth(happenedOn(one))) events[one.life.kind] += 1;
    return {
      month,
      state,
      tally: { counts, events },
      strength: strengthOn(members, dayOfPeriod({ to: dayInMonth(month, 31) }, today)),
      meetings: points.map(({ id }) => of(id)),
      regular: regular ? of(regular.id) : null,
      graded: grade,
    };
  });
}

/** The figures of a period from its months. */
export function reportFigures(period: ReportPeriod, months: readonly ReportMonth[], sources: ReportSources, today: CalendarDate): ReportFigures {
  const graded = period.kind === 'year' && today > period.to && sources.rule ? gradedMonths(period.year, today, sources.directory, sources.directives) : [];
  return {
    ...groupFigures(months),
    members: strengthOn(sources.members, dayOfPeriod(period, today)),
    yearGrade: sources.rule && graded.some(({ grade }) => grade !== null) ? yearGrade(sources.rule, graded.map(({ grade }) => grade)) : null,
  };
}

/** Months taken together, e.g. a quarter of a year's report: sums, and means over them. */
export function groupFigures(months: readonly ReportMonth[]): Tally & Pick<ReportFigures, 'means'> & { readonly members: Strength | null } {
  const history = months.map(({ month, state, meetings, regular }): HistoryMonth => ({ month, state, meetings: meetings.map(({ point }) => point), regular: regular?.point ?? null }));
  const mean = (what: 'attendance' | 'duration' | 'speech'): number | null => summarise(history, what).mean;
  return { ...sumTallies(months.map(({ tally }) => tally)), means: { attendance: mean('attendance'), duration: mean('duration'), speech: mean('speech') }, members: months.at(-1)?.strength ?? null };
}

/** Months whose figures nobody knows, which is not nought: before the book's first regular meeting, and nothing was counted in them. */
export const isUnknown = ({ state, tally: { counts, events } }: Pick<ReportMonth, 'state' | 'tally'>): boolean =>
  state === 'before' && COUNTS.every((name) => counts[name] === 0) && LIFE_KINDS.every((kind) => events[kind] === 0);

/**
 * Tasks still open that were given by the end of a period, soonest first: what the next one has to do.
 * [REP-11] Those given at a meeting of chi ủy or cấp ủy are not named: its minutes stay in the book [KIND-1].
 */
export function tasksAhead(tasks: readonly Task[], day: CalendarDate, directory: readonly Pick<YearMeeting, 'id' | 'kind'>[]): Task[] {
  const inside = new Set(directory.filter(({ kind }) => !isCellMeeting(kind)).map(({ id }) => id));
  return tasks
    .filter((task) => task.state === 'open' && (task.meetingId === null || !inside.has(task.meetingId)) && task.what.trim() !== '' && givenOn(task) <= day)
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
}
