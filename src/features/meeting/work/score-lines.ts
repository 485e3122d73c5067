import { criteriaOf, evidence, suggestPoints, type Criterion, type EvidenceValue, type Frame, type Json, type ScoreEntry, type ScoringInput } from '@/domain';

/** One criterion with what the records say and what was given. */
export interface ScoreLine {
  readonly criterion: Criterion;
  readonly value: EvidenceValue | null;
  /** Points that the records suggest; null where only the room can judge. */
  readonly suggestion: number | null;
  readonly entry: ScoreEntry | undefined;
}

/** How a frame's evidence is found and turned into points: the national frame's way, or the finer one that tiers and more evidence need. */
export interface Scorer {
  readonly evidence: typeof evidence;
  readonly suggest: typeof suggestPoints;
}

const PLAIN: Scorer = { evidence, suggest: suggestPoints };

/** What comes after the scoring: while the meeting goes on it is still to come. */
const TO_COME = /^(ending|readBackAndTasks|postedAfter)$/;

/** The lines of a frame for a kind of meeting. While the meeting goes on its ending is still to come, so the records suggest nothing for it. */
export function scoreLines(frame: Frame, input: ScoringInput, scorer: Scorer = PLAIN): ScoreLine[] {
  return criteriaOf(frame, input.meeting.kind).map((criterion) => {
    const value = criterion.evidenceKey ? scorer.evidence(criterion.evidenceKey, input) : null;
    const toCome = input.meeting.endedAt === null && TO_COME.test(criterion.evidenceKey ?? '');
    return { criterion, value, suggestion: toCome ? null : scorer.suggest(criterion, value), entry: input.meeting.scores[criterion.id] };
  });
}

/** The fields that give points to a criterion; the reason goes when there is nothing left to explain. */
export const pointsFields = ({ criterion, suggestion }: ScoreLine, points: number): Record<string, Json> => ({
  [`score/${criterion.id}`]: { points },
  ...(points === suggestion ? { [`score/${criterion.id}/reason`]: null } : {}),
});

/** One tap: the suggested points for every criterion without points. What the secretary gave stays. */
export const takeSuggestions = (lines: readonly ScoreLine[]): Record<string, Json> =>
  Object.assign({}, ...lines.map((line) => (line.entry || line.suggestion === null ? {} : pointsFields(line, line.suggestion)))) as Record<string, Json>;

/** One tap: full points for every criterion without points. */
export const maxTheRest = (lines: readonly ScoreLine[]): Record<string, Json> =>
  Object.assign({}, ...lines.map((line) => (line.entry ? {} : pointsFields(line, line.criterion.max)))) as Record<string, Json>;
