import type { Duty } from './duty';
import { personAt, summarisePerson, type PersonAt } from './history';
import { CONTRIBUTION_KINDS, type ContributionKind, type Meeting } from './meeting';
import type { NotebookEntry } from './notebook';
import { isCellMeeting } from './procedure';
import { givenOn, type Task } from './task';

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
 * [APR-11] A member's year from the records: attendance of the cell's meetings as on the member's own page, contributions by kind, the duties of the year, tasks
 * done, late and open, and notes of the notebook. Source: facts.md §5 [I]; attendance [HIST-6], lateness of tasks as in the register.
 * @param meetings held ones, of any year
 * @param day the last day that counts: the year's end, or today
 */
export function yearEvidence(memberId: string, day: string, meetings: readonly Meeting[], tasks: readonly Task[], notes: readonly NotebookEntry[], duty: Duty | null): YearEvidence {
  const year = day.slice(0, 4);
  const inYear = (date: string | null): boolean => date !== null && date.slice(0, 4) === year && date <= day;
  const held = meetings.filter(({ kind, date }) => isCellMeeting(kind) && inYear(date));
  const own = held.map((meeting) => personAt(meeting, memberId)).filter((at) => at !== null);
  const { expected, attended } = summarisePerson(own);
  const times = (state: PersonAt['state']): number => own.filter((at) => at.state === state).length;
  const said = held.flatMap(({ contributions }) => contributions.filter((one) => one.memberId === memberId));
  const given = tasks.filter((task) => task.assigneeId === memberId && task.state !== 'dropped' && (inYear(givenOn(task)) || inYear(task.due) || inYear(task.doneOn)));
  const isLate = (task: Task): boolean => task.due !== null && (task.state === 'done' ? (task.doneOn ?? '') > task.due : task.due < day);
  const mine = notes.filter((note) => note.memberId === memberId);
  return {
    meetings: { held: expected, present: attended, excused: times('excused'), unexcused: times('unexcused'), late: times('late') },
    contributions: Object.fromEntries(CONTRIBUTION_KINDS.map((kind) => [kind, said.filter((one) => one.kind === kind).length])) as Record<ContributionKind, number>,
    duty,
    tasks: { done: given.filter((task) => task.state === 'done' && !isLate(task)), late: given.filter(isLate), open: given.filter((task) => task.state === 'open' && !isLate(task)) },
    notes: {
      self: mine.filter((note) => note.kind === 'self' && inYear(note.on)),
      received: mine.filter((note) => note.kind === 'received' && inYear(note.on)),
      settled: mine.filter((note) => inYear(note.settledOn)),
    },
  };
}
