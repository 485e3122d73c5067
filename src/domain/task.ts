import { dateInVietnam, type CalendarDate, type Instant } from './dates';
import type { MeetingId, MemberId, PaperId, TaskId } from './ids';
import type { Fields } from './records';

/** A task given to members (nhiệm vụ được giao, phân công). Record kind `task`; fields as named here. */
export interface Task {
  readonly id: TaskId;
  readonly what: string;
  readonly assigneeId: MemberId | null;
  readonly due: CalendarDate | null;
  readonly meetingId: MeetingId | null;
  /** The resolution that it carries out; a document of the register. */
  readonly paperId: PaperId | null;
  readonly createdAt: Instant;
  readonly state: 'open' | 'done' | 'dropped';
  readonly doneOn: CalendarDate | null;
  /** What came of it, in words. */
  readonly result: string;
}

/** Reads a task from its record. */
export function readTask(id: string, fields: Fields): Task {
  const text = (name: string): string | null => (typeof fields[name] === 'string' && fields[name] !== '' ? (fields[name] as string) : null);
  return {
    id: id as TaskId,
    what: text('what') ?? '',
    assigneeId: text('assigneeId') as MemberId | null,
    due: text('due'),
    meetingId: text('meetingId') as MeetingId | null,
    paperId: text('paperId') as PaperId | null,
    createdAt: text('createdAt') ?? '',
    state: fields['state'] === 'done' || fields['state'] === 'dropped' ? fields['state'] : 'open',
    doneOn: text('doneOn'),
    result: text('result') ?? '',
  };
}

/** The day in Vietnam on which a task was given; empty where the record does not say. */
export const givenOn = ({ createdAt }: Pick<Task, 'createdAt'>): CalendarDate => (Number.isNaN(Date.parse(createdAt)) ? '' : dateInVietnam(createdAt));

/**
 * [TASK-1] Tasks that a meeting on `date` looks back at: given before it, and open then or finished since the meeting before. One that was
 * reported done at the meeting before has been counted there, and is not counted again.
 */
export function tasksToReview(tasks: readonly Task[], meetingId: MeetingId, date: CalendarDate, previousDate: CalendarDate | null): Task[] {
  return tasks
    .filter((task) => task.meetingId !== meetingId && task.state !== 'dropped' && givenOn(task) <= date)
    .filter((task) => task.state === 'open' || task.doneOn === null || previousDate === null || task.doneOn > previousDate)
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : (a.due ?? '9') > (b.due ?? '9') ? 1 : a.createdAt < b.createdAt ? -1 : 1));
}

/** The tasks that the share is taken of ([TASK-2]): those that were due by `date`, and those done before their day. */
export const dueTasks = (tasks: readonly Task[], date: CalendarDate): Task[] => tasks.filter((task) => task.state === 'done' || (task.due !== null && task.due <= date));

/** [TASK-2] Share of reviewed tasks done that were due by `date`, 0 to 100 with one decimal; null when none was due. */
export function completionPercent(tasks: readonly Task[], date: CalendarDate): number | null {
  const due = dueTasks(tasks, date);
  if (due.length === 0) return null;
  return Math.round((due.filter((task) => task.state === 'done').length / due.length) * 1000) / 10;
}

/** True when a task is late on `date`. */
export const isOverdue = (task: Task, date: CalendarDate): boolean => task.state === 'open' && task.due !== null && task.due < date;
