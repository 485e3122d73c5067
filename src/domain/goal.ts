import { criteriaOf, type Criterion, type EvidenceKey, type Frame } from './frame';
import { suggestByTiers, moreEvidence } from './evidence-more';
import type { EvidenceValue, ScoringInput } from './scoring';

/** A criterion that still costs points on the way to the best grade. */
export interface Gain {
  readonly criterion: Criterion;
  readonly value: EvidenceValue | null;
  /** Points that full marks would add. */
  readonly points: number;
  /** False for what lies before the meeting: it cannot be made good any more. */
  readonly possible: boolean;
  /** The best grade asks for full marks here. */
  readonly must: boolean;
}

/** What stands between a meeting and the best grade. Points are on the scale of this kind of meeting. */
export interface Goal {
  readonly reached: number;
  readonly total: number;
  /** Points short of the best grade; 0 when there are enough. */
  readonly short: number;
  readonly gains: readonly Gain[];
  /** Whether what is still possible would be enough. */
  readonly within: boolean;
}

/** Evidence of what is over once the meeting has begun. */
const BEFORE: readonly EvidenceKey[] = ['preparation', 'committeeMet', 'notice', 'documentsBefore', 'absencesInARow'];
/** Evidence of what comes after the scoring: counted as still to come until the meeting has ended. */
const TO_COME: readonly EvidenceKey[] = ['ending', 'readBackAndTasks', 'postedAfter'];

/**
 * [SCORE-9] What is missing for the best grade: points given count, else what the records suggest, else nothing is lost yet. First what can
 * still be done, of that what the grade cannot do without, then the most points.
 */
export function missingForGood(frame: Frame, input: ScoringInput): Goal {
  const criteria = criteriaOf(frame, input.meeting.kind);
  const total = criteria.reduce((sum, { max }) => sum + max, 0);
  const full = frame.bands[0]?.full ?? [];
  const gains = criteria
    .map((criterion): Gain => {
      const value = criterion.evidenceKey ? moreEvidence(criterion.evidenceKey, input) : null;
      const toCome = criterion.evidenceKey !== undefined && TO_COME.includes(criterion.evidenceKey) && input.meeting.endedAt === null;
      const suggested = toCome ? null : suggestByTiers(criterion, value);
      const now = Math.min(criterion.max, input.meeting.scores[criterion.id]?.points ?? suggested ?? criterion.max);
      return { criterion, value, points: criterion.max - now, possible: !(criterion.evidenceKey && BEFORE.includes(criterion.evidenceKey)), must: full.includes(criterion.id) };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => Number(b.possible) - Number(a.possible) || Number(b.must) - Number(a.must) || b.points - a.points);
  const reached = total - gains.reduce((sum, { points }) => sum + points, 0);
  const need = Math.ceil((((frame.bands[0]?.min ?? 0) * total) / frame.total) * 10) / 10;
  const open = gains.filter(({ possible }) => possible).reduce((sum, { points }) => sum + points, 0);
  const within = reached + open >= need && gains.every(({ must, possible }) => possible || !must);
  return { reached, total, short: Math.max(0, Math.round((need - reached) * 10) / 10), gains, within };
}
