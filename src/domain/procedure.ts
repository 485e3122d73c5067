/** How sure a line of a pack is: seen in the text itself, read second-hand, inferred, general practice, or written here. */
export const EVIDENCE = ['seen', 'secondary', 'inferred', 'general', 'local'] as const;
/** One of {@link EVIDENCE}. */
export type Evidence = (typeof EVIDENCE)[number];

/** Where a line comes from. `source`: ids of facts.md (S00…). */
export interface Sourced {
  readonly evidence: Evidence;
  readonly source: readonly string[];
  /** A remark on the source, shown with it. */
  readonly sourceNote?: string;
}

/** What a step's screen is made of, in order. Each block is a component that reads and writes the meeting's record. */
export const BLOCKS = [
  'say',
  'reason',
  'theme',
  'draftApproved',
  'committeeMet',
  'preparer',
  'notice',
  'documentsSent',
  'scorer',
  'rosterCheck',
  'guests',
  'chair',
  'clerk',
  'attendance',
  'dues',
  'agenda',
  'documents',
  'note',
  'taskReview',
  'contributions',
  'reviewNotes',
  'votes',
  'proposals',
  'tasks',
  'conclusion',
  'score',
  'minutes',
  'readBack',
  'sign',
  'post',
  'submit',
] as const;
/** One of {@link BLOCKS}. */
export type Block = (typeof BLOCKS)[number];

/** Who does a step. */
export const ACTORS = ['secretary', 'deputy', 'committeeMember', 'chair', 'clerk', 'member', 'superior', 'duesCollector', 'scorer', 'assigned'] as const;
/** One of {@link ACTORS}. */
export type Actor = (typeof ACTORS)[number];

/** One step of a procedure. Texts are Vietnamese, our own wording. */
export interface Step extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly guidance: string;
  /** A sentence to say, editable. Placeholders: {{month}}, {{year}}, {{present}}, {{total}}, {{cell}}. */
  readonly say?: string;
  /** Suggested minutes; null outside the meeting. */
  readonly minutes: number | null;
  readonly required: boolean;
  readonly actors: readonly Actor[];
  readonly blocks: readonly Block[];
  /** `internal`: stays in the cell; `restricted`: never leaves the cell's devices, not even in the minutes. */
  readonly sensitivity?: 'internal' | 'restricted';
  /** Set where the cell compared the step with the official text (`wording.ts`); never in a pack. */
  readonly compared?: { readonly by: string; readonly on: string };
}

/** The five phases. */
export const PHASES = ['prepare', 'opening', 'content', 'closing', 'after'] as const;
/** One of {@link PHASES}. */
export type PhaseId = (typeof PHASES)[number];

/** A phase and its steps. */
export interface Phase {
  readonly id: PhaseId;
  readonly label: string;
  readonly steps: readonly Step[];
}

/** A number or switch of the rules, with its source. */
export interface Param<T> extends Sourced {
  readonly value: T;
}

/** A procedure pack (quy trình): one kind of meeting under one guidance. */
export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly kind: MeetingKind;
  readonly title: string;
  /** The guidance it stands for, e.g. "Hướng dẫn 05-HD/ĐUK ngày 02/02/2021". */
  readonly basis: string;
  /** Shown wherever the pack is named, when its official text has not been compared. */
  readonly status: 'officialChecked' | 'secondarySources' | 'local';
  readonly effectiveFrom: string;
  readonly params: {
    /** 0: no least length is known. */
    readonly minMinutes: Param<number>;
    readonly attendanceTargetPercent: Param<number>;
    /** Target is "more than" (gt) or "at least" (gte). */
    readonly attendanceCompare: 'gt' | 'gte';
    readonly committeeMeetsBefore: Param<boolean>;
    readonly documentsLeadDays: Param<number>;
    /** Days after the meeting for the final documents; null where the guidance sets none. */
    readonly publishWithinDays: Param<number | null>;
    /** Scoring frame by id; null for meetings that are not scored. */
    readonly frame: string | null;
  };
  readonly phases: readonly Phase[];
}

/** Kinds of meeting: thường kỳ, chuyên đề, chi ủy, cấp ủy, bất thường, thường kỳ và chuyên đề trong một buổi. */
export const MEETING_KINDS = ['regular', 'thematic', 'cellCommittee', 'committee', 'extraordinary', 'combined'] as const;
/** One of {@link MEETING_KINDS}. */
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** [KIND-1] Meetings of the whole cell: their closed record goes up. Minutes of chi ủy and cấp ủy stay in the book. Source: a decision; S15 keeps them with the cell. */
export const CELL_KINDS = ['regular', 'thematic', 'extraordinary', 'combined'] as const satisfies readonly MeetingKind[];
/** Whether the meeting is the whole cell's. */
export const isCellMeeting = (kind: string): boolean => (CELL_KINDS as readonly string[]).includes(kind);
/** [KIND-2] Meetings that are the month's regular one: alone, or with a thematic part after it. Source: facts.md §1.2 [V2] S01 S02. */
export const isRegular = (kind: string): boolean => kind === 'regular' || kind === 'combined';
/** [KIND-2] Whether a meeting of one kind comes after one of the other in the same row: what the next one takes up from the last. */
export const sameRow = (kind: string, other: string): boolean => kind === other || (isRegular(kind) && isRegular(other));

/** A profile and the day from which it is in force. Ids of procedures are `<kind>.<profile>`. */
export const profileOf = (procedureId: string): string => procedureId.slice(procedureId.indexOf('.') + 1);

/** All steps in order. */
export const stepsOf = (procedure: Procedure): readonly Step[] => procedure.phases.flatMap((phase) => phase.steps);
/** Finds a step and its phase. */
export function findStep(procedure: Procedure, stepId: string): { step: Step; phase: Phase; index: number } | undefined {
  let index = 0;
  for (const phase of procedure.phases) {
    for (const step of phase.steps) {
      if (step.id === stepId) return { step, phase, index };
      index += 1;
    }
  }
  return undefined;
}
