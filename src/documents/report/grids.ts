import { groupFigures, isUnknown, monthOf, QUARTERS, quarterNumeral, quarterOf, type ReportMonth, type ReportTable } from '@/domain';
import { decimal, phrase } from '../minutes/format.vi';
import { GRADE } from '../minutes/phrases.vi';
import { slashed } from './sentences';
import { tables as say } from './phrases.vi';
import type { ReportInput } from './types';

/** Columns of the grid that no record knows: they are typed in, by month. */
export const TYPED_COLUMNS = ['massWork', 'reading', 'inspection', 'note', 'other'] as const;
/** One of {@link TYPED_COLUMNS}. */
export type TypedColumn = (typeof TYPED_COLUMNS)[number];
/** Where a typed word of the grid is kept, under `cell/` in the report's record. */
export const typedKey = (month: string, column: TypedColumn): string => `${month}.${column}`;

type Group = ReturnType<typeof groupFigures>;
const plain = (value: number): string => String(value);
const pair = (part: number, whole: number): string => (whole === 0 ? '–' : `${part}/${whole}`);
const mean = (value: number | null): string => (value === null ? '–' : decimal(value));
const R = say.rows;
const ROWS: readonly (readonly [string, (group: Group) => string])[] = [
  [R.strength, ({ members }) => (members ? plain(members.strength) : '–')],
  ...(['regular', 'thematic', 'extraordinary', 'cellCommittee'] as const).map((name) => [R[name], ({ counts }: Group) => plain(counts[name])] as const),
  [R.present, ({ counts }) => pair(counts.present, counts.expected)],
  [R.rate, ({ means }) => mean(means.attendance)],
  ...(['excused', 'unexcused'] as const).map((name) => [R[name], ({ counts }: Group) => plain(counts[name])] as const),
  [R.minutes, ({ means }) => mean(means.duration)],
  [R.turns, ({ counts }) => plain(counts.turns)],
  [R.votes, ({ counts }) => pair(counts.votesPassed, counts.votes)],
  ...(['tasksGiven', 'tasksOnTime', 'tasksLate', 'tasksUnfinished', 'papersIssued', 'reviewsHeld'] as const).map((name) => [R[name], ({ counts }: Group) => plain(counts[name])] as const),
  [R.admission, ({ events }) => plain(events.admission)],
  [R.official, ({ events }) => plain(events.official)],
  [R.dues, ({ counts }) => pair(counts.duesPaid, counts.duesAsked)],
];

/** Figures by month with their sum; of a year by quarter. */
export function figuresTable({ report: { period }, figures, months }: ReportInput): ReportTable {
  const parts: readonly (readonly [string, readonly ReportMonth[]])[] =
    period.kind === 'month'
      ? []
      : period.kind === 'year'
        ? QUARTERS.map((quarter) => [say.quarter(quarterNumeral(quarter)), months.filter(({ month }) => quarterOf(month) === quarter)] as const)
        : period.months.map((month) => [say.month(Number(month.slice(5))), months.filter((one) => one.month === month)] as const);
  // What nobody knows is not nought; what was counted before the first regular meeting stands in the sum, and so in its column.
  const groups = parts.map(([, own]) => (own.every(isUnknown) ? null : groupFigures(own)));
  return {
    id: 'figures',
    title: say.figures,
    columns: [say.at, say.what, ...parts.map(([head]) => head), parts.length === 0 ? say.value : say.sum],
    rows: ROWS.map(([label, value], index) => [String(index + 1), label, ...groups.map((group) => (group ? value(group) : '')), value({ ...figures, members: figures.members })]),
  };
}

/** The score grid of the months: columns as one committee uses them (facts.md §6 [V] S47). Null where no meeting was graded. */
export function scoresTable({ cell, months }: ReportInput): ReportTable | null {
  // Of two regular meetings of a month the grade is of one, and so are day and points lost.
  const rows = months.flatMap(({ graded, meetings, strength }) => {
    const meeting = meetings.find(({ point }) => point.id === graded?.meetingId);
    return graded && meeting ? [{ graded, strength, meeting }] : [];
  });
  if (rows.length === 0) return null;
  return {
    id: 'scores',
    title: say.scores,
    columns: say.score,
    rows: rows.map(({ graded, strength, meeting }, index) => [
      String(index + 1),
      phrase(cell.name),
      plain(strength.strength),
      slashed(meeting.point.date),
      graded.points === null ? '' : decimal(graded.points),
      GRADE[graded.grade],
      // Of a meeting that the committee has graded its own words count: the cell's points no longer do.
      graded.official ? phrase(graded.reason) : meeting.lost.map(({ label, lost, reason }) => say.lost(phrase(label), decimal(lost), phrase(reason))).join('; '),
    ]),
  };
}

/** The six-month grid, months down (columns: facts.md §6 [V] S47); what no record knows was typed in. Of half a year and of a year. */
export function gridTable({ report: { period, typed }, months, plan }: ReportInput): ReportTable | null {
  if (period.kind !== 'half' && period.kind !== 'year') return null;
  return {
    id: 'grid',
    title: period.kind === 'half' ? say.grid : say.gridYear,
    columns: say.gridHead,
    rows: period.months.map((month) => {
      const told = (column: TypedColumn): string => phrase(typed[typedKey(month, column)]);
      const one = months.find((entry) => entry.month === month);
      const name = say.month(Number(month.slice(5)));
      if (!one || isUnknown(one)) return [name, '', '', '', told('massWork'), '', told('reading'), '', '', told('inspection'), told('note'), told('other')];
      const { counts, events } = one.tally;
      const planned = plan?.themes.some((theme) => (theme.on ? monthOf(theme.on) : theme.withMonth) === month) ?? false;
      return [
        name, plain(one.strength.strength), pair(counts.present, counts.expected), pair(counts.spoke, counts.there), told('massWork'), counts.thematic > 0 ? say.mark : '',
        told('reading'), planned ? say.mark : '', events.admission > 0 ? plain(events.admission) : '', told('inspection'), told('note'), told('other'),
      ];
    }),
  };
}
