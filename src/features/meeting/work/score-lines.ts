import { criteriaOf, evidence, suggestPoints, type Criterion, type EvidenceValue, type Frame, type Json, type ScoreEntry, type ScoringInput } from '@/domain';

/** One criterion with what the records say and what was given. */
export interface ScoreLine {
  readonly criterion: Criterion;
  readonly value: EvidenceValue | null;
  /** Points that the records suggest; null where only the room can judge. */
  readonly suggestion: number | null;
  readonly entry: ScoreEntry | undefined;
}

/** The lines of a frame. While the meeting goes on its ending is still to come, so the records suggest nothing for it. */
export function scoreLines(frame: Frame, input: ScoringInput): ScoreLine[] {
  return criteriaOf(frame).map((criterion) => {
    const value = criterion.evidenceKey ? evidence(criterion.evidenceKey, input) : null;
    const toCome = value?.key === 'ending' && input.meeting.endedAt === null;
    return { criterion, value, suggestion: toCome ? null : suggestPoints(criterion, value), entry: input.meeting.scores[criterion.id] };
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

/** What stands between the meeting and the best grade: points short (0 when none), and where they are lost, most first. */
export interface Shortfall {
  readonly short: number;
  readonly lost: readonly { readonly line: ScoreLine; readonly points: number }[];
}

/** Points given count; where none are, the suggestion; where there is none either, nothing is lost yet. */
export function shortfall(frame: Frame, lines: readonly ScoreLine[]): Shortfall {
  const lost = lines
    .map((line) => ({ line, points: line.criterion.max - Math.min(line.criterion.max, line.entry?.points ?? line.suggestion ?? line.criterion.max) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  const reached = frame.total - lost.reduce((sum, { points }) => sum + points, 0);
  return { short: Math.max(0, (frame.bands[0]?.min ?? 0) - reached), lost };
}
