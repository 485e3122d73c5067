import { isPresent } from './attendance';
import type { Duty } from './duty';
import { CONTRIBUTION_KINDS, type ContributionKind, type Meeting } from './meeting';
import type { NotebookEntry } from './notebook';
import { isCellMeeting } from './procedure';
import type { Task } from './task';

/** What the book knows of a member's year: help for writing the review, no judgement. */
export interface YearEvidence {
  /** Meetings of the whole cell that the member was expected at or came to. */
  readonly meetings: { readonly held: number; readonly present: number; readonly excused: number; readonly unexcused: number; readonly late: number };
  readonly contributions: Readonly<Record<ContributionKind, number>>;
  /** What the member was given to do in the year, in writing; null where nothing is. */
  readonly duty: Duty | null;
  /** Given, due or finished in the year. `late`: open beyond the day, or finished after it. */
  readonly tasks: { readonly done: readonly Task[]; readonly late: readonly Task[]; readonly open: readonly Task[] };
  /** Notes of the year; of `settled`, what was found put right in it. */
  readonly notes: { readonly self: readonly NotebookEntry[]; readonly received: readonly NotebookEntry[]; readonly settled: readonly NotebookEntry[] };
}

/**
 * [APR-11] A member's year from the records: attendance of the cell's meetings by their own rosters, contributions by kind, the duties of the year, tasks
 * done, late and open, and notes of the notebook. Source: facts.md §5 [I]; attendance [ATT-2], lateness of tasks as in the register.
 * @param meetings held ones, of any year
 * @param day the last day that counts: the year's end, or today
 */
export function yearEvidence(memberId: string, day: string, meetings: readonly Meeting[], tasks: readonly Task[], notes: readonly NotebookEntry[], duty: Duty | null): YearEvidence {
  const year = day.slice(0, 4);
  const inYear = (date: string | null): boolean => date !== null && date.slice(0, 4) === year && date.slice(0, 10) <= day;
  const held = meetings.filter(({ kind, date, roster, marks }) => isCellMeeting(kind) && inYear(date) && roster.some((entry) => entry.id === memberId && (entry.status === 'active' || isPresent(entry, marks))));
  const marked = (kind: string): number => held.filter(({ marks }) => marks[memberId]?.kind === kind).length;
  const excused = marked('excused');
  const unexcused = marked('unexcused');
  const said = held.flatMap(({ contributions }) => contributions.filter((one) => one.memberId === memberId));
  const own = tasks.filter((task) => task.assigneeId === memberId && task.state !== 'dropped' && (inYear(task.createdAt) || inYear(task.due) || inYear(task.doneOn)));
  const isLate = (task: Task): boolean => task.due !== null && (task.state === 'done' ? (task.doneOn ?? '') > task.due : task.due < day);
  const mine = notes.filter((note) => note.memberId === memberId);
  return {
    meetings: { held: held.length, present: held.length - excused - unexcused, excused, unexcused, late: marked('late') },
    contributions: Object.fromEntries(CONTRIBUTION_KINDS.map((kind) => [kind, said.filter((one) => one.kind === kind).length])) as Record<ContributionKind, number>,
    duty,
    tasks: { done: own.filter((task) => task.state === 'done' && !isLate(task)), late: own.filter(isLate), open: own.filter((task) => task.state === 'open' && !isLate(task)) },
    notes: {
      self: mine.filter((note) => note.kind === 'self' && inYear(note.on)),
      received: mine.filter((note) => note.kind === 'received' && inYear(note.on)),
      settled: mine.filter((note) => inYear(note.settledOn)),
    },
  };
}
