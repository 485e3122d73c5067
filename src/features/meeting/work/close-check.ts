import { findStep, stepsOf, totalScore, type Block, type Frame, type Meeting, type Procedure } from '@/domain';
import type { MeetingTasks } from './use-tasks';

/** Something missing before the minutes are closed. `must`: they cannot be closed without it. */
export interface CloseGap {
  /** Key of its words: `close.gaps.<name>`. */
  readonly name: 'ended' | 'chair' | 'clerk' | 'cellName' | 'conclusion' | 'readBack' | 'score' | 'tasks' | 'signatures' | 'changed' | 'steps';
  readonly must: boolean;
  readonly count: number;
  /** The step that mends it. */
  readonly stepId?: string;
}

export interface CloseCheckInput {
  readonly meeting: Meeting;
  readonly procedure: Procedure;
  readonly frame: Frame | undefined;
  readonly cellName: string;
  readonly tasks: MeetingTasks;
  /** Sections edited by hand whose records changed since. */
  readonly changed: number;
}

/** [CLOSE-1] What is still missing. Only what the record cannot do without keeps the minutes open: an end, a chair, a clerk, the cell's name. */
export function closeGaps({ meeting, procedure, frame, cellName, tasks, changed }: CloseCheckInput): CloseGap[] {
  const steps = stepsOf(procedure);
  const where = (block: Block): { stepId?: string } => {
    const step = steps.find(({ blocks }) => blocks.includes(block));
    return step ? { stepId: step.id } : {};
  };
  const gaps: CloseGap[] = [];
  const gap = (name: CloseGap['name'], count: number, must: boolean, place: { stepId?: string } = {}): void => {
    if (count > 0) gaps.push({ name, must, count, ...place });
  };
  const session = steps.filter(({ id }) => !['prepare', 'after'].includes(findStep(procedure, id)?.phase.id ?? ''));
  const lastStep = session.at(-1);
  gap('ended', meeting.startedAt && meeting.endedAt ? 0 : 1, true, lastStep ? { stepId: lastStep.id } : {});
  gap('chair', meeting.chairId ? 0 : 1, true, where('chair'));
  gap('clerk', meeting.clerkId ? 0 : 1, true, where('clerk'));
  gap('cellName', cellName.trim() === '' ? 1 : 0, true);
  gap('conclusion', meeting.conclusion.trim() === '' ? 1 : 0, false, where('conclusion'));
  gap('readBack', meeting.readBack ? 0 : 1, false, where('readBack'));
  gap('score', frame ? totalScore(frame, meeting.scores, meeting.kind).missing : 0, false, where('score'));
  gap('tasks', tasks.given.filter((task) => task.what.trim() === '' || !task.assigneeId || !task.due).length, false, where('tasks'));
  const left = session.filter(({ id, required }) => required && !meeting.steps[id]?.doneAt && !meeting.steps[id]?.skipped);
  gap('steps', left.length, false, left[0] ? { stepId: left[0].id } : {});
  gap('changed', changed, false);
  gap('signatures', [meeting.signatures.chair?.memberId === meeting.chairId, meeting.signatures.clerk?.memberId === meeting.clerkId].filter((signed) => !signed).length, false);
  return gaps;
}
