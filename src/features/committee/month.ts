import { GRADES, type Grade } from '@/domain';
import type { CellMonth } from '@/sync/committee';
import { cellState, isUngraded, type CellState } from './cells';

/** A month of the whole committee in numbers. */
export interface MonthSummary {
  readonly cells: number;
  readonly states: Readonly<Record<CellState, number>>;
  readonly meetings: number;
  /** Mean of the self-given points, over the meetings that have any. */
  readonly points: number | null;
  readonly present: number;
  readonly expected: number;
  /** Everybody present of everybody expected, over all meetings: 0 to 100. */
  readonly ratePercent: number | null;
  readonly grades: Readonly<Record<Grade, number>>;
  /** The same by the committee's own grades. */
  readonly official: Readonly<Record<Grade, number>>;
  /** Cells with a record that the committee has not graded. */
  readonly ungraded: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Adds a month up; `now` in milliseconds. */
export function summarise(cells: readonly CellMonth[], now: number): MonthSummary {
  const states = { silent: 0, waiting: 0, inactive: 0, sent: 0 };
  for (const cell of cells) states[cellState(cell, now)] += 1;
  const meetings = cells.flatMap((cell) => cell.meetings);
  const points = meetings.flatMap((meeting) => meeting.points ?? []);
  const present = sum(meetings.map((meeting) => meeting.present));
  const expected = sum(meetings.map((meeting) => meeting.expected));
  const count = (of: (meeting: CellMonth['meetings'][number]) => string | null | undefined) =>
    Object.fromEntries(GRADES.map((grade) => [grade, meetings.filter((meeting) => of(meeting) === grade).length])) as Record<Grade, number>;
  return {
    cells: cells.length,
    states,
    meetings: meetings.length,
    points: points.length === 0 ? null : sum(points) / points.length,
    present,
    expected,
    ratePercent: expected === 0 ? null : (present / expected) * 100,
    grades: count(({ grade }) => grade),
    official: count(({ official }) => official?.grade),
    ungraded: cells.filter(isUngraded).length,
  };
}

/** The month that an address asks for, else the present one. */
export function monthAsked(search: string, present: string): string {
  const asked = new URLSearchParams(search).get('thang') ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : present;
}

/** The address of a month's overview. */
export const monthPath = (month: string): string => `/cap-uy?thang=${month}`;
