import { useMemo } from 'react';
import { readTask, sameRow, tasksToReview, type Fields, type Meeting, type Task } from '@/domain';
import { useCollection, useDirectory, type DirectoryEntry } from '@/storage';

/** The tasks of a meeting: given in it, and looked back at. */
export interface MeetingTasks {
  readonly given: readonly Task[];
  readonly reviewed: readonly Task[];
}

/** What there is before the tasks have been read: nothing may be worked out of it. */
export const NONE: MeetingTasks = { given: [], reviewed: [] };

/** The meeting before this one, of its kind: what carries over comes from there. */
export const previousMeeting = (directory: readonly DirectoryEntry[], { kind, date }: Meeting): DirectoryEntry | undefined =>
  directory.find((one) => sameRow(one.kind, kind) && one.date < date && (one.state === 'closed' || one.state === 'ended'));

/** Sorts the register's tasks by what a meeting has to do with them. */
export function tasksOf(records: readonly { readonly id: string; readonly fields: Fields }[], directory: readonly DirectoryEntry[], meeting: Meeting): MeetingTasks {
  const all = records.map(({ id, fields }) => readTask(id, fields));
  return {
    given: all.filter((task) => task.meetingId === meeting.id && task.state !== 'dropped').sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    reviewed: tasksToReview(all, meeting.id, meeting.date, previousMeeting(directory, meeting)?.date ?? null),
  };
}

/** The meeting's tasks, followed; empty until loaded. */
export function useMeetingTasks(meeting: Meeting): MeetingTasks {
  const records = useCollection('task');
  const directory = useDirectory();
  return useMemo(() => (records && directory ? tasksOf(records, directory, meeting) : NONE), [records, directory, meeting]);
}
