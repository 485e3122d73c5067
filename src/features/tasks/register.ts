import { dateInVietnam, isOverdue, type CalendarDate, type Task } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** Which part of the register is looked at. */
export type Part = 'open' | 'overdue' | 'done' | 'dropped';

/** True when a task belongs to the part; an overdue one is open as well. */
export const inPart = (task: Task, part: Part, today: CalendarDate): boolean => (part === 'overdue' ? isOverdue(task, today) : task.state === part);

/** Open ones by due date, without one last; finished ones newest first. */
export function sortTasks(tasks: readonly Task[], part: Part): Task[] {
  const key = (task: Task): string => (part === 'done' || part === 'dropped' ? (task.doneOn ?? task.createdAt) : (task.due ?? '9999'));
  const turn = part === 'done' || part === 'dropped' ? -1 : 1;
  return [...tasks].sort((a, b) => (key(a) < key(b) ? -turn : key(a) > key(b) ? turn : a.createdAt < b.createdAt ? -1 : 1));
}

/** Through how many meetings after the one that gave it an open task has come (tồn đọng chuyển sang). */
export function carriedThrough(task: Task, directory: readonly DirectoryEntry[]): number {
  if (task.state !== 'open') return 0;
  const given = directory.find((entry) => entry.id === task.meetingId)?.date ?? (task.createdAt ? dateInVietnam(task.createdAt) : '');
  return directory.filter((entry) => (entry.state === 'ended' || entry.state === 'closed') && entry.id !== task.meetingId && entry.date > given).length;
}
