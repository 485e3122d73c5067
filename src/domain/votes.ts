import { isPresent, type Marks } from './attendance';
import type { Vote } from './meeting';
import type { RosterEntry } from './member';

/**
 * Decisions a cell votes on, and what each needs.
 * `majority`: more than one half of the base. `twoThirds`: two thirds of the base or more.
 * Sources: facts.md §4.4 [V] S20 §9.3, §9.3.4; [V2] S21, S23; the thresholds of `programme`, `minutes`, `selfScore`,
 * `memberGrade` and `leaving` are [I]: nothing says otherwise, so the general rule is used.
 */
export const DECISIONS = {
  resolution: 'majority',
  conclusion: 'majority',
  programme: 'majority',
  minutes: 'majority',
  selfScore: 'majority',
  memberGrade: 'majority',
  exemption: 'majority',
  discipline: 'majority',
  admission: 'twoThirds',
  becomingOfficial: 'twoThirds',
  removal: 'twoThirds',
  expulsion: 'twoThirds',
  leaving: 'majority',
  other: 'majority',
} as const;
/** One of the keys of {@link DECISIONS}. */
export type Decision = keyof typeof DECISIONS;
/** The share of the base that a decision needs. */
export type Threshold = (typeof DECISIONS)[Decision];

/** Whom the percentage is taken of. Numbers of people. */
export interface VoteBase {
  /** Official members summoned, after the deductions: the denominator. */
  readonly base: number;
  /** Those with a vote who are in the room: the most hands that can go up. */
  readonly inRoom: number;
}

const hasVote = (entry: RosterEntry): boolean =>
  entry.standing === 'official' && entry.status !== 'suspended' && entry.status !== 'temporaryIn';

/**
 * [VOTE-1] The vote base: all official members of the cell, less those exempt or temporarily away when they are absent
 * (present they count), less the suspended. Members absent with a reason still count.
 * @param at time of the vote in the room, HH:mm: who came later or had gone has no hand to raise.
 * Source: QĐ 294 §9.3.2 [V] S20; worked example [V2] S21: 22 members, 20 official, 3 of them away on duty: the base is 20.
 */
export function voteBase(roster: readonly RosterEntry[], marks: Marks, at: string): VoteBase {
  const voters = roster.filter(hasVote);
  const counted = voters.filter((entry) => entry.status === 'active' || isPresent(entry, marks));
  return { base: counted.length, inRoom: counted.filter((entry) => isInRoomAt(entry, marks, at)).length };
}

/** [VOTE-4] In the room at `at` (HH:mm): not before a late arrival, not after leaving early; a mark without a time means the whole vote is missed. */
function isInRoomAt(entry: RosterEntry, marks: Marks, at: string): boolean {
  if (!isPresent(entry, marks)) return false;
  const mark = marks[entry.id];
  if (mark?.kind === 'late') return mark.time !== undefined && mark.time <= at;
  if (mark?.kind === 'leftEarly') return mark.time !== undefined && at < mark.time;
  return true;
}

/** [VOTE-2] Votes in favour that a decision needs: more than half, or two thirds and above. 0 of 0 needs 1: nobody cannot decide. */
export function votesNeeded(base: number, threshold: Threshold): number {
  if (base <= 0) return 1;
  return threshold === 'majority' ? Math.floor(base / 2) + 1 : Math.ceil((base * 2) / 3);
}

/** A show of hands: numbers of people. */
export interface HandCount {
  readonly yes: number;
  readonly no: number;
  readonly other: number;
}

/** The papers of a secret ballot: handed out (phát ra), returned (thu về), valid (hợp lệ), invalid (không hợp lệ). */
export interface Ballots {
  readonly handedOut: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
}

/** What is wrong with a count, or its result. */
export type VoteOutcome =
  | { readonly kind: 'passed' | 'failed'; readonly needed: number; readonly base: number; readonly percent: number }
  | { readonly kind: 'incomplete'; readonly counted: number; readonly inRoom: number }
  | { readonly kind: 'tooMany'; readonly counted: number; readonly inRoom: number }
  | { readonly kind: 'impossible'; readonly needed: number; readonly inRoom: number };

/**
 * [VOTE-3] The outcome of a show of hands. The three counts must add up to those in the room who have a vote: fewer is
 * incomplete, more is a mistake. A vote that could not pass even with every hand up is named impossible before it is taken.
 */
export function countVote(count: HandCount, base: VoteBase, decision: Decision): VoteOutcome {
  const needed = votesNeeded(base.base, DECISIONS[decision]);
  if (needed > base.inRoom) return { kind: 'impossible', needed, inRoom: base.inRoom };
  const counted = count.yes + count.no + count.other;
  if (counted > base.inRoom) return { kind: 'tooMany', counted, inRoom: base.inRoom };
  if (counted < base.inRoom) return { kind: 'incomplete', counted, inRoom: base.inRoom };
  const percent = base.base === 0 ? 0 : Math.round((count.yes / base.base) * 1000) / 10;
  return { kind: count.yes >= needed ? 'passed' : 'failed', needed, base: base.base, percent };
}

/** [VOTE-6] The outcome of a recorded vote, secret or by hands. A secret one was recorded only when its sums agreed. */
export function outcomeOf(vote: Vote): VoteOutcome {
  if (!vote.ballots) return countVote(vote, vote, vote.decision);
  const needed = votesNeeded(vote.base, DECISIONS[vote.decision]);
  const percent = vote.base === 0 ? 0 : Math.round((vote.yes / vote.base) * 1000) / 10;
  return { kind: vote.yes >= needed ? 'passed' : 'failed', needed, base: vote.base, percent };
}
