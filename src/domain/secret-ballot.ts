import { DECISIONS, votesNeeded, type Ballots, type Decision, type HandCount, type VoteBase } from './votes';

/**
 * The result of a secret ballot, or the first sum that does not agree: `expected` is what `found` should be at most (`handedOut`, `returned`) or exactly.
 */
export type SecretOutcome =
  | { readonly kind: 'passed' | 'failed'; readonly needed: number; readonly base: number; readonly percent: number }
  | { readonly kind: 'impossible'; readonly needed: number; readonly inRoom: number }
  | { readonly kind: 'handedOut' | 'returned' | 'sorted' | 'counted'; readonly found: number; readonly expected: number };

/**
 * [VOTE-5] A secret ballot: no more papers handed out than voters in the room, none returned that was not handed out, valid and invalid ones
 * make up those returned, and the sides make up the valid ones. The threshold is of the vote base, as with hands: a paper spoilt or kept back is no vote in favour.
 * Source: method facts.md §4.4 [V] S20 §6.1.6 (secret where it is not by card); that the sums must agree is [G].
 */
export function countSecret(ballots: Ballots, count: HandCount, base: VoteBase, decision: Decision): SecretOutcome {
  const needed = votesNeeded(base.base, DECISIONS[decision]);
  if (needed > base.inRoom) return { kind: 'impossible', needed, inRoom: base.inRoom };
  if (ballots.handedOut > base.inRoom) return { kind: 'handedOut', found: ballots.handedOut, expected: base.inRoom };
  if (ballots.returned > ballots.handedOut) return { kind: 'returned', found: ballots.returned, expected: ballots.handedOut };
  const sorted = ballots.valid + ballots.invalid;
  if (sorted !== ballots.returned || ballots.returned === 0) return { kind: 'sorted', found: sorted, expected: ballots.returned };
  const counted = count.yes + count.no + count.other;
  if (counted !== ballots.valid) return { kind: 'counted', found: counted, expected: ballots.valid };
  const percent = base.base === 0 ? 0 : Math.round((count.yes / base.base) * 1000) / 10;
  return { kind: count.yes >= needed ? 'passed' : 'failed', needed, base: base.base, percent };
}
