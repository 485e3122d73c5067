import { carriedThrough, givenOn, isOverdue, type CalendarDate, type HeldLine, type Task } from '@/domain';

/** Which part of the register is looked at. */
export type Part = 'open' | 'overdue' | 'carried' | 'done' | 'dropped';

/** Through how many meetings a task has been carried ([TASK-3]). */
export const carried = (task: Task, directory: readonly HeldLine[]): number => carriedThrough(task, givenOn(task), directory);

/** True when a task belongs to the part; an overdue or carried one is open as well. */
export const inPart = (task: Task, part: Part, today: CalendarDate, directory: readonly HeldLine[]): boolean =>
  part === 'overdue' ? isOverdue(task, today) : part === 'carried' ? carried(task, directory) > 0 : task.state === part;

/** Open ones by due date, without one last; finished ones newest first. */
export function sortTasks(tasks: readonly Task[], part: Part): Task[] {
  const key = (task: Task): string => (part === 'done' || part === 'dropped' ? (task.doneOn ?? task.createdAt) : (task.due ?? '9999'));
  const turn = part === 'done' || part === 'dropped' ? -1 : 1;
  return [...tasks].sort((a, b) => (key(a) < key(b) ? -turn : key(a) > key(b) ? turn : a.createdAt < b.createdAt ? -1 : 1));
}
