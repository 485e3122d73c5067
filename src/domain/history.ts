import { countAttendance, isExpected, isPresent, speakersOf, type Mark } from './attendance';
import { addMonths, monthOf, type CalendarDate, type Month } from './dates';
import type { Grade } from './frame';
import type { Meeting } from './meeting';
import type { MemberId } from './ids';
import { isCellMeeting, isRegular, type MeetingKind, type Procedure } from './procedure';
import type { Task } from './task';
import { durationMinutes } from './timing';

/** What the histories measure of a meeting: attendance and speakers in percent, duration in minutes. */
export const MEASURES_OF_MEETING = ['attendance', 'duration', 'speech'] as const;
/** One of {@link MEASURES_OF_MEETING}. */
export type Measure = (typeof MEASURES_OF_MEETING)[number];

/** One number of one meeting, against what the rules of that meeting asked for. */
export interface Measured {
  readonly value: number;
  /** What the value is made of: people there of people expected, people who spoke of people there; minutes of nothing. */
  readonly part: number;
  readonly whole: number;
  /** What the guidance asks for; null where it sets nothing. */
  readonly target: number | null;
  readonly reached: boolean | null;
}

/** A meeting as the histories show it: counts alone, no word that anybody said. */
export interface MeetingPoint extends Readonly<Record<Measure, Measured | null>> {
  readonly id: string;
  readonly date: CalendarDate;
  readonly kind: MeetingKind;
  /** How often somebody took the floor. */
  readonly turns: number;
  readonly excused: number;
  readonly unexcused: number;
}

/** What a meeting was held under: of its own procedure, so that a change of guidance changes nothing behind it. */
export type HistoryRules = Pick<Procedure['params'], 'attendanceTargetPercent' | 'attendanceCompare' | 'minMinutes'>;

/** Half of those present should speak: what [SCORE-1] calls met. Source: facts.md §2.2 [V] S12 (more than half earns full marks); at exactly half [I]. */
const SPEAKERS_PERCENT = 50;

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** Whether a meeting belongs to the histories. [HIST-1] Those of the whole cell that were held; chi ủy and cấp ủy are counted of other people, what was called off of nobody. */
export const countsInHistory = (meeting: { readonly kind: string; readonly state: string }): boolean =>
  isCellMeeting(meeting.kind) && (meeting.state === 'ended' || meeting.state === 'closed');

/**
 * What one meeting says. [HIST-3] Each is measured by the procedure that it was held under; what was not written down (no roll, no end) is
 * null and not nought.
 * @param rules null where the app does not have the procedure: then nothing is compared
 */
export function meetingPoint(meeting: Meeting, rules: HistoryRules | null): MeetingPoint {
  const count = meeting.roster.length > 0 ? countAttendance(meeting.roster, meeting.marks) : null;
  const minutes = durationMinutes(meeting);
  const least = rules?.minMinutes.value || null;
  const target = rules?.attendanceTargetPercent.value ?? null;
  const spoke = speakersOf(meeting);
  const percent = count && count.present > 0 ? oneDecimal((spoke / count.present) * 100) : null;
  return {
    id: meeting.id,
    date: meeting.date,
    kind: meeting.kind,
    attendance: count && count.expected > 0 ? {
      value: count.ratePercent,
      part: count.present,
      whole: count.expected,
      target,
      reached: target === null ? null : rules?.attendanceCompare === 'gt' ? count.ratePercent > target : count.ratePercent >= target,
    } : null,
    duration: minutes === null ? null : { value: minutes, part: minutes, whole: 0, target: least, reached: least === null ? null : minutes >= least },
    speech: percent === null || !count ? null : { value: percent, part: spoke, whole: count.present, target: SPEAKERS_PERCENT, reached: percent >= SPEAKERS_PERCENT },
    turns: meeting.contributions.length,
    excused: count?.excused.length ?? 0,
    unexcused: count?.unexcused.length ?? 0,
  };
}

/** held: met · missed: no regular meeting in a month that has passed · open: not held yet, and not late · before: earlier than the book. */
export type MonthState = 'held' | 'missed' | 'open' | 'before';

/** A month of the history and the meetings behind it. */
export interface HistoryMonth<P extends { readonly date: CalendarDate; readonly kind: string } = MeetingPoint> {
  readonly month: Month;
  readonly state: MonthState;
  /** All of the cell's meetings in it, oldest first. */
  readonly meetings: readonly P[];
  /** The one that stands for the month: its regular meeting, the last if there were two. */
  readonly regular: P | null;
}

/**
 * [HIST-2] The months from one to another. A month that passed without a regular meeting is a gap, told as one, never a nought; months
 * before the book's first meeting are none, and neither is the present month before it has met. Later months are left out.
 * @param first month of the first meeting in the book; null for an empty book
 */
export function historyMonths<P extends { readonly date: CalendarDate; readonly kind: string }>(points: readonly P[], from: Month, to: Month, now: Month, first: Month | null): HistoryMonth<P>[] {
  const months: HistoryMonth<P>[] = [];
  for (let month = from; month <= to && month <= now; month = addMonths(month, 1)) {
    const meetings = points.filter(({ date }) => monthOf(date) === month).sort((a, b) => (a.date < b.date ? -1 : 1));
    const regular = meetings.filter(({ kind }) => isRegular(kind)).at(-1) ?? null;
    const state = regular ? 'held' : first === null || month < first ? 'before' : month === now ? 'open' : 'missed';
    months.push({ month, state, meetings, regular });
  }
  return months;
}

/** A measure over a time: its mean over the months that have one, how many reached what was asked, and months without a regular meeting. */
export interface Summary {
  /** One decimal; null where nothing was measured. */
  readonly mean: number | null;
  readonly measured: number;
  /** Of the months that something was asked of. */
  readonly reached: number;
  readonly asked: number;
  readonly missed: number;
}

/** [HIST-4] The mean is of months, each counting once: a month without a meeting lowers nothing, and is named beside it. */
export function summarise(months: readonly HistoryMonth[], measure: Measure): Summary {
  const all = months.flatMap(({ regular }) => regular?.[measure] ?? []);
  return {
    mean: all.length === 0 ? null : oneDecimal(all.reduce((sum, { value }) => sum + value, 0) / all.length),
    measured: all.length,
    reached: all.filter(({ reached }) => reached === true).length,
    asked: all.filter(({ reached }) => reached !== null).length,
    missed: months.filter(({ state }) => state === 'missed').length,
  };
}

/** How often each grade was given, best first; none that was not. */
export function gradeCounts(grades: readonly (Grade | null)[]): { readonly grade: Grade; readonly count: number }[] {
  return (['good', 'fair', 'average', 'poor'] as const).map((grade) => ({ grade, count: grades.filter((one) => one === grade).length })).filter(({ count }) => count > 0);
}

/** How a task that was due came out: by its day, after it, or not at all so far. */
export type Timeliness = 'onTime' | 'late' | 'unfinished';

/** Whether a task was done on time. [HIST-5] One counts in the month in which it was due, once that day has passed or it is done; without a day, or dropped, it counts nowhere. */
export function timeliness(task: Pick<Task, 'state' | 'due' | 'doneOn'>, today: CalendarDate): Timeliness | null {
  if (task.due === null || task.state === 'dropped') return null;
  // What was done, but nobody wrote when, is taken to have been done in time.
  if (task.state === 'done') return task.doneOn === null || task.doneOn <= task.due ? 'onTime' : 'late';
  return task.due < today ? 'unfinished' : null;
}

/** Tasks that were due in a time: how many by their day, and all of them. */
export interface TaskSummary<T> {
  readonly onTime: readonly T[];
  readonly late: readonly T[];
  readonly unfinished: readonly T[];
  /** Share done by the day, 0 to 100 with one decimal; null where none was due. */
  readonly percent: number | null;
}

/** Tasks due in a time ([HIST-5]). @param period `YYYY-MM`, `YYYY`, or empty for all of it */
export function tasksDueIn<T extends Pick<Task, 'state' | 'due' | 'doneOn'>>(tasks: readonly T[], period: string, today: CalendarDate): TaskSummary<T> {
  const of = (wanted: Timeliness): T[] => tasks.filter((task) => task.due?.startsWith(period) && timeliness(task, today) === wanted);
  const [onTime, late, unfinished] = [of('onTime'), of('late'), of('unfinished')];
  const all = onTime.length + late.length + unfinished.length;
  return { onTime, late, unfinished, percent: all === 0 ? null : oneDecimal((onTime.length / all) * 100) };
}

/** A member at a meeting. `notExpected`: exempt, away or suspended that day, and not there. */
export interface PersonAt {
  readonly id: string;
  readonly date: CalendarDate;
  readonly kind: MeetingKind;
  readonly state: 'present' | 'late' | 'leftEarly' | 'excused' | 'unexcused' | 'notExpected';
  /** As it was written down: words, or a key of `ABSENCE_REASONS`. */
  readonly reason: string;
  /** HH:mm, of who came late or left early. */
  readonly time: string;
  readonly turns: number;
}

/** [HIST-6] How a member was at a meeting, by that meeting's own roll ([ATT-2]); null where they did not belong to it. */
export function personAt(meeting: Pick<Meeting, 'id' | 'date' | 'kind' | 'roster' | 'marks' | 'contributions'>, memberId: string): PersonAt | null {
  const entry = meeting.roster.find(({ id }) => id === memberId);
  if (!entry) return null;
  const mark: Mark | undefined = meeting.marks[memberId];
  const there = isPresent(entry, meeting.marks);
  return {
    id: meeting.id,
    date: meeting.date,
    kind: meeting.kind,
    state: !there && !isExpected(entry) ? 'notExpected' : mark && mark.kind !== 'present' ? mark.kind : 'present',
    reason: mark?.reason ?? '',
    time: mark?.time ?? '',
    turns: meeting.contributions.filter((one) => one.memberId === (memberId as MemberId)).length,
  };
}

/** A member over several meetings: there, of those that asked for them, the rest in percent, and how often they spoke in how many. */
export interface PersonSummary {
  readonly attended: number;
  readonly expected: number;
  readonly percent: number | null;
  readonly turns: number;
  readonly spokeIn: number;
}

/** Adds a member's meetings up; who was not expected was not absent ([HIST-6]). */
export function summarisePerson(meetings: readonly PersonAt[]): PersonSummary {
  const asked = meetings.filter(({ state }) => state !== 'notExpected');
  const attended = asked.filter(({ state }) => state !== 'excused' && state !== 'unexcused').length;
  return {
    attended,
    expected: asked.length,
    percent: asked.length === 0 ? null : oneDecimal((attended / asked.length) * 100),
    turns: meetings.reduce((sum, { turns }) => sum + turns, 0),
    spokeIn: meetings.filter(({ turns }) => turns > 0).length,
  };
}
