import type { MeetingKind, Sourced } from './procedure';

/** What the app can work out from its own records for a criterion. */
export const EVIDENCE_KEYS = [
  'duration',
  'attendance',
  'preparation',
  'steps',
  'speakers',
  'selfCriticism',
  'tasks',
  'ending',
  'absencesInARow',
  'draft',
  'committeeMet',
  'notice',
  'documentsBefore',
  'documentsSent',
  'minutesComplete',
  'criticismTime',
  'conclusion',
  'conclusionPassed',
  'readBackAndTasks',
  'postedAfter',
] as const;
/** One of {@link EVIDENCE_KEYS}. */
export type EvidenceKey = (typeof EVIDENCE_KEYS)[number];

/** What a tier is measured by: `part` of the evidence as it is, `percent` of the whole, or how much is `short` of the whole. */
export const MEASURES = ['part', 'percent', 'short'] as const;

/**
 * A tier (bậc điểm) of a criterion. Read from the top: the first whose condition holds gives the points; the last may have none.
 * `min` and `max` are included, `minExclusive` and `maxExclusive` are not. `clean`: nobody was absent without a reason.
 */
export interface Tier {
  readonly label: string;
  readonly points: number;
  readonly when?: {
    readonly measure: (typeof MEASURES)[number];
    readonly min?: number;
    readonly minExclusive?: number;
    readonly max?: number;
    readonly maxExclusive?: number;
    readonly clean?: boolean;
  };
}

/** One line of a scoring frame. */
export interface Criterion extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly max: number;
  readonly evidenceKey?: EvidenceKey;
  /** Kinds of meeting that it is asked of; all of the frame's when there is none. */
  readonly kinds?: readonly MeetingKind[];
  readonly tiers?: readonly Tier[];
}

/** Grades: tốt, khá, trung bình, kém. */
export const GRADES = ['good', 'fair', 'average', 'poor'] as const;
/** One of {@link GRADES}. */
export type Grade = (typeof GRADES)[number];

/** Rules for the year, highest first: `every` month at least that grade, and so many months `atLeast` of one. */
export interface AnnualRule extends Sourced {
  readonly rules: readonly { readonly grade: Grade; readonly every: Grade; readonly atLeast?: { readonly grade: Grade; readonly count: number } }[];
}

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
  /** Highest first: a total of `min` or more earns the grade; where a criterion of `full` has not its full marks, one grade less. */
  readonly bands: readonly { readonly grade: Grade; readonly min: number; readonly full?: readonly string[] }[];
  /** `met`: each criterion is met (1) or not (0), no points. */
  readonly scale?: 'met';
  /** A cell of so many members or more has to meet for so many minutes. */
  readonly longMeeting?: Sourced & { readonly members: number; readonly minutes: number };
  /** How the year's grade comes of the months'. */
  readonly annual?: AnnualRule;
  /** What the published form leaves open, and how it is read here: shown on the screen. */
  readonly decisions?: readonly { readonly gap: string; readonly reading: string }[];
}

/** [SCORE-7] The criteria in order; of a kind of meeting, those that are asked of it. */
export const criteriaOf = (frame: Frame, kind?: MeetingKind): readonly Criterion[] =>
  frame.groups.flatMap((group) => group.criteria.filter(({ kinds }) => !kind || !kinds || kinds.includes(kind)));
