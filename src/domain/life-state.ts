import { addDays, type CalendarDate } from './dates';
import { lifeFlow, probationEnd, stayProblem, type LifeStep } from './life-flow';
import type { LifeEvent, LifePart, LifeStepId } from './life';
import type { Meeting } from './meeting';
import { isCellMeeting } from './procedure';
import { DECISIONS, votesNeeded, type Threshold } from './votes';

/** What became of the vote that an event needs. */
export type LifeVote =
  | { readonly kind: 'none' }
  /** The vote that is named here is in the book no more. */
  | { readonly kind: 'gone' }
  /** It was taken by chi ủy or cấp ủy, not by the cell. */
  | { readonly kind: 'notTheCell' }
  | { readonly kind: 'passed' | 'failed'; readonly on: CalendarDate; readonly yes: number; readonly base: number; readonly needed: number; readonly meetingId: string | null };

/**
 * [LIFE-6] Whether the cell's vote carries the event: the votes in favour against the base of that very vote, at the threshold of the
 * rule, whatever the vote was called in the meeting. Chi ủy's vote is not the cell's. Source: facts.md §4.4 [V] S20 §9.3.4; chi ủy cannot discipline [V2] S21.
 * @param meeting the meeting that `life.link` names, where the book has it
 */
export function lifeVote(life: LifeEvent, meeting: Pick<Meeting, 'id' | 'kind' | 'date' | 'votes'> | undefined): LifeVote {
  const { decision } = lifeFlow(life);
  if (!decision) return { kind: 'none' };
  const judge = (on: CalendarDate, yes: number, base: number, meetingId: string | null): LifeVote => {
    const needed = votesNeeded(base, DECISIONS[decision]);
    return { kind: yes >= needed ? 'passed' : 'failed', on, yes, base, needed, meetingId };
  };
  if (life.link) {
    const vote = meeting?.id === life.link.meetingId ? meeting.votes.find(({ id }) => id === life.link?.voteId) : undefined;
    if (!meeting || !vote) return { kind: 'gone' };
    return isCellMeeting(meeting.kind) ? judge(meeting.date, vote.yes, vote.base, meeting.id) : { kind: 'notTheCell' };
  }
  const { on } = life.steps.vote;
  return on && life.byHand ? judge(on, life.byHand.yes, life.byHand.base, null) : { kind: 'none' };
}

/** The share of votes that an event needs; null where nobody votes. */
export function lifeThreshold(life: Pick<LifeEvent, 'kind' | 'reason'>): Threshold | null {
  const { decision } = lifeFlow(life);
  return decision && DECISIONS[decision];
}

/** `open` on its way · `running` in force, with an end to come · `done` · `stopped` given up. */
export type LifeProgress = 'open' | 'running' | 'done' | 'stopped';

/** One step as it stands. `now` is the one that is to be done next. */
export interface LifeStepState {
  readonly step: LifeStep;
  readonly state: 'done' | 'now' | 'later';
  readonly on: CalendarDate | null;
}

/** An event as it stands. */
export interface LifeState {
  readonly progress: LifeProgress;
  readonly steps: readonly LifeStepState[];
  readonly next: LifeStep | null;
}

/** The parts of a step that must be written down with its day and are not. */
export const missingParts = (life: LifeEvent, { id, required }: LifeStep): LifePart[] => required.filter((part) => !life.steps[id][part]);

/**
 * [LIFE-7] Steps go in their order: one is done when its day and what belongs to it are written down and all before it are done; the vote,
 * when it was carried at the rule's threshold. After a vote that failed nothing follows, be it written down or not.
 */
export function lifeState(life: LifeEvent, vote: LifeVote): LifeState {
  let open = true;
  const steps = lifeFlow(life).steps.map((step): LifeStepState => {
    const own = life.steps[step.id];
    const on = step.id === 'vote' ? (vote.kind === 'passed' ? vote.on : null) : own.on;
    const done = open && on !== null && missingParts(life, step).length === 0;
    const state = done ? 'done' : open ? 'now' : 'later';
    open = open && done;
    return { step, state, on: done ? on : null };
  });
  const next = steps.find(({ state }) => state === 'now')?.step ?? null;
  const began = steps.some(({ step, state }) => step.writes && step.id !== 'end' && state === 'done');
  const progress = life.stoppedOn ? 'stopped' : next === null ? 'done' : next.id === 'end' || (began && next.id === 'report') ? 'running' : 'open';
  return { progress, steps, next: progress === 'stopped' ? null : next };
}

/** Something about an event that a person should look at. */
export interface LifeProblem {
  readonly reason: 'voteGone' | 'notTheCell' | 'voteFailed' | 'order' | 'tooShort' | 'onlyStudy' | 'tooLong' | 'untilBefore' | 'early' | 'late';
  /** The step it is seen at. */
  readonly step: LifeStepId;
  /** The day that it is measured by, of `early`, `late` and `order`. */
  readonly on?: CalendarDate;
}

/** Days after the end of probation in which the cell is to have voted [G]. */
const LATE = 30;

/**
 * [LIFE-8] What does not fit: a vote that is gone, was not the cell's or failed; a step dated before the one that it follows from; a
 * temporary stay of another length than the rules know; somebody recognised before the twelve months are over, or voted on long after.
 * It is said, never corrected.
 * @param ceremonyOn first day of probation, of the event `official`
 */
export function lifeProblems(life: LifeEvent, vote: LifeVote, ceremonyOn: CalendarDate | null): LifeProblem[] {
  const problems: LifeProblem[] = [];
  if (vote.kind === 'gone') problems.push({ reason: 'voteGone', step: 'vote' });
  if (vote.kind === 'notTheCell') problems.push({ reason: 'notTheCell', step: 'vote' });
  if (vote.kind === 'failed') problems.push({ reason: 'voteFailed', step: 'vote' });
  let before: CalendarDate | null = null;
  for (const { step, on } of lifeState(life, vote).steps) {
    if (on && before && on < before) problems.push({ reason: 'order', step: step.id, on: before });
    before = on ?? before;
    const { until } = life.steps[step.id];
    if (step.parts.includes('until') && on && until && until < on) problems.push({ reason: 'untilBefore', step: step.id });
    else if ((life.kind === 'temporaryIn' || life.kind === 'temporaryOut') && step.parts.includes('until') && on && until) {
      const reason = stayProblem(on, until);
      if (reason) problems.push({ reason, step: step.id });
    }
  }
  if (life.kind === 'official' && ceremonyOn) {
    const end = probationEnd(ceremonyOn);
    const { from } = life.steps.decision;
    if (from && from < end) problems.push({ reason: 'early', step: 'decision', on: end });
    const voted = vote.kind === 'passed' || vote.kind === 'failed' ? vote.on : null;
    if (voted && voted > addDays(end, LATE)) problems.push({ reason: 'late', step: 'vote', on: end });
  }
  return problems;
}
