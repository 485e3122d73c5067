import { countVote, DECISIONS, voteBase, votesNeeded, type Change, type Decision, type HandCount, type Json, type Meeting, type RosterEntry, type Step, type VoteBase, type VoteOutcome } from '@/domain';
import { formatTime } from '@/i18n';

/** What a step's vote is about, unless the secretary says otherwise. */
export function usualDecision(step: Step): Decision {
  if (step.blocks.includes('agenda')) return 'programme';
  if (step.blocks.includes('score')) return 'selfScore';
  return step.blocks.includes('conclusion') ? 'conclusion' : 'other';
}

/** A vote as it stands at a moment: who could raise a hand, how many must, and what the counts say. */
export interface VoteNow extends VoteBase {
  readonly needed: number;
  readonly outcome: VoteOutcome;
}

/** Hands are counted at a moment: who comes late or leaves early has none before or after. Votes written down after the end are of the end. */
export function voteNow(meeting: Meeting, roster: readonly RosterEntry[], decision: Decision, count: HandCount, now: string): VoteNow {
  const base = voteBase(roster, meeting.marks, formatTime(meeting.endedAt ?? now));
  return { ...base, needed: votesNeeded(base.base, DECISIONS[decision]), outcome: countVote(count, base, decision) };
}

/** What a recorded vote says to the event in a member's life that it is about, in the same write; nothing where it is about none. */
export const voteOf = (meetingId: string, voteId: string, about: Json | undefined): Change[] =>
  typeof about === 'string' ? [{ key: `life:${about}`, field: 'vote/link', value: `${meetingId}/${voteId}` }] : [];
