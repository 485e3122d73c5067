import { GRADES, needsReason, type Frame, type Grade } from '@/domain';
import type { MeetingRecord } from '@/sync/committee';

/** What is typed into the form of an official grade. */
export interface GradeDraft {
  readonly grade: Grade | null;
  readonly points: string;
  readonly reason: string;
}

/** What is missing or wrong, by field; the name is that of its words. */
export interface GradeProblems {
  readonly grade?: 'choose';
  readonly points?: 'number' | 'over';
  readonly reason?: 'needed';
}

type Sheet = MeetingRecord['score'];

/** Points as typed, with a comma or a point: null for none, NaN for what is no number. */
export function readPoints(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return text === '' ? null : /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
}

/** Points as they are typed in Vietnamese. */
export const writePoints = (points: number | null): string => (points === null ? '' : String(points).replace('.', ','));

/** Whether the reason has to be given ([GRADE-2]), as far as the form is filled in. */
export const asksReason = ({ grade, points }: GradeDraft, score: Sheet): boolean => {
  const read = readPoints(points);
  return grade !== null && needsReason(score, { grade, points: Number.isNaN(read) ? null : read });
};

/** What keeps the form from being sent. */
export function problemsOf(draft: GradeDraft, score: Sheet): GradeProblems {
  const points = readPoints(draft.points);
  return {
    ...(draft.grade === null ? { grade: 'choose' as const } : {}),
    ...(Number.isNaN(points) ? { points: 'number' as const } : points !== null && points > (score?.total ?? 1000) ? { points: 'over' as const } : {}),
    ...(asksReason(draft, score) && draft.reason.trim() === '' ? { reason: 'needed' as const } : {}),
  };
}

/** The grade that the frame's bands give these points, where it is another than the one chosen: said, not enforced. */
export function bandSays({ grade, points }: GradeDraft, frame: Frame | undefined): Grade | null {
  const read = readPoints(points);
  if (!frame || read === null || Number.isNaN(read) || grade === null) return null;
  const band = frame.bands.find(({ min }) => read >= min)?.grade ?? GRADES.at(-1)!;
  return band === grade ? null : band;
}
