import { useMemo } from 'react';
import {
  addMonths, countsInHistory, firstMonthOf, gradeOf, historyMonths, meetingPoint, monthOf, readDirectives, readMeeting, readTask, recordKey, splitKey, yearOf,
  type CalendarDate, type Fields, type Grade, type HistoryMonth, type MeetingKind, type MeetingPoint, type Month, type RecordKey, type Task,
} from '@/domain';
import { findProcedure } from '@/packs';
import { useCollection, useDirectory, type DirectoryEntry } from '@/storage';
import { useMany } from '@/storage/many';

/** A year, or all that the book holds. */
export type Period = number | 'all';

/** A meeting as it is drawn, with the grade that counts and the cell's own. */
export interface Shown extends MeetingPoint {
  readonly grade: Grade | null;
  readonly points: number | null;
  /** True when the grade is the committee's word. */
  readonly official: boolean;
  readonly self: string | null;
  /** Not read yet, or damaged: the list of meetings knows that it was held, and nothing more is known. */
  readonly unread: boolean;
}
/** A month of what is drawn. */
export type ShownMonth = HistoryMonth<Shown>;

/** All that the pages draw. */
export interface HistoryData {
  readonly years: readonly number[];
  readonly months: readonly ShownMonth[];
  readonly tasks: readonly Task[];
  readonly done: number;
  readonly total: number;
  readonly failed: number;
}

function pointOf(key: RecordKey, fields: Fields): MeetingPoint {
  const meeting = readMeeting(splitKey(key).id, fields);
  return meetingPoint(meeting, findProcedure(meeting.procedure.id, meeting.procedure.version)?.params ?? null);
}

/** A meeting of which only its line in the list is known: its month was none without a meeting. */
const blank = ({ id, date, kind }: DirectoryEntry): MeetingPoint => ({ id, date, kind: kind as MeetingKind, attendance: null, duration: null, speech: null, turns: 0, excused: 0, unexcused: 0 });

/** Reads what a period holds, meeting by meeting; undefined until the list of meetings is there. */
export function useHistory(period: Period | null, today: CalendarDate): HistoryData | undefined {
  const directory = useDirectory();
  const directives = useCollection('directive');
  const taskRecords = useCollection('task');
  const held = useMemo(() => directory?.filter(countsInHistory), [directory]);
  const years = useMemo(() => held && [...new Set([yearOf(today), ...held.map(({ date }) => yearOf(date))])].sort((a, b) => b - a), [held, today]);
  const shown = period ?? years?.[0] ?? yearOf(today);
  const wanted = useMemo(() => held?.filter(({ date }) => shown === 'all' || yearOf(date) === shown), [held, shown]);
  const many = useMany(useMemo(() => wanted?.map(({ id }) => recordKey('meeting', id)), [wanted]), pointOf);
  return useMemo(() => {
    if (!held || !wanted || !years || !many || !directives || !taskRecords) return undefined;
    const given = readDirectives(directives);
    const points = wanted.map((entry): Shown => {
      const point = many.values.get(recordKey('meeting', entry.id));
      const grade = gradeOf(entry, given);
      return { ...(point ?? blank(entry)), unread: !point, grade: grade?.grade ?? null, points: grade?.points ?? null, official: Boolean(grade?.official), self: entry.grade };
    });
    const [from, to] = shown === 'all' ? [firstMonthOf(held) ?? monthOf(today), monthOf(today)] : [`${shown}-01`, `${shown}-12`];
    return {
      years,
      months: historyMonths(points, from, to, monthOf(today), firstMonthOf(held)),
      tasks: taskRecords.map(({ id, fields }) => readTask(id, fields)),
      done: many.done,
      total: many.total,
      failed: many.failed,
    };
  }, [held, wanted, years, many, directives, taskRecords, shown, today]);
}

/** The months of each year, newest year first. */
export const byYear = (months: readonly ShownMonth[]): { readonly year: number; readonly months: readonly ShownMonth[] }[] =>
  [...new Set(months.map(({ month }) => yearOf(month)))].sort((a, b) => b - a).map((year) => ({ year, months: months.filter(({ month }) => yearOf(month) === year) }));

/** Months of a year that are still to come, so that a picture of it has twelve places. */
export const wholeYear = (months: readonly ShownMonth[]): readonly (ShownMonth | Month)[] => {
  const first = months[0]?.month;
  return first === undefined ? [] : Array.from({ length: 12 }, (_, index) => months[index] ?? addMonths(first, index));
};
