import type { MeetingKind, Sourced } from './procedure';

/** What the app can work out from its own records for a criterion. */
export const EVIDENCE_KEYS = ['duration', 'attendance', 'preparation', 'steps', 'speakers', 'selfCriticism', 'tasks', 'ending'] as const;
/** One of {@link EVIDENCE_KEYS}. */
export type EvidenceKey = (typeof EVIDENCE_KEYS)[number];

/** One line of a scoring frame. */
export interface Criterion extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly max: number;
  readonly evidenceKey?: EvidenceKey;
}

/** Grades: tốt, khá, trung bình, kém. */
export const GRADES = ['good', 'fair', 'average', 'poor'] as const;
/** One of {@link GRADES}. */
export type Grade = (typeof GRADES)[number];

/** A scoring frame (khung tiêu chí đánh giá, xếp loại). Points add up to `total`. */
export interface Frame {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly basis: string;
  readonly status: 'officialChecked' | 'secondarySources' | 'local';
  readonly kinds: readonly MeetingKind[];
  readonly total: number;
  readonly groups: readonly { readonly id: string; readonly label: string; readonly max: number; readonly criteria: readonly Criterion[] }[];
  /** Highest first: a total of `min` or more earns the grade. */
  readonly bands: readonly { readonly grade: Grade; readonly min: number }[];
}

/** All criteria in order. */
export const criteriaOf = (frame: Frame): readonly Criterion[] => frame.groups.flatMap((group) => group.criteria);
