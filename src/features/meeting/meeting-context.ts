import type { ComponentType } from 'react';
import type { Cell, Change, Fields, Json, Meeting, MeetingId, Member, Procedure, RecordKey, RosterEntry, Step } from '@/domain';

/** Everything that a step's blocks read, and the two ways to write. Made by `useMeeting`. */
export interface MeetingContext {
  readonly id: MeetingId;
  /** `meeting:<id>`, for `useDraft` and for writes. */
  readonly key: RecordKey;
  readonly meeting: Meeting;
  /** The raw fields, for what the reader does not know. */
  readonly fields: Fields;
  readonly cell: Cell;
  readonly procedure: Procedure;
  /** The snapshot once the meeting was opened; before that everybody who belongs to the cell on its date. By given name. */
  readonly roster: readonly RosterEntry[];
  /** The register as it is now; empty until loaded when the meeting has a roster of its own. */
  readonly members: readonly Member[];
  /** A person's name, from the roster, else from the register; '' when nobody has that id. */
  readonly nameOf: (id: string | null | undefined) => string;
  /** The minutes are closed: nothing but what comes after may be written. */
  readonly locked: boolean;
  /** Writes changes of any records in one transaction; true when on the disk. */
  readonly write: (changes: readonly Change[]) => Promise<boolean>;
  /** Writes fields of this meeting in one transaction, and `more` of other records with them; null deletes. */
  readonly set: (fields: Readonly<Record<string, Json>>, more?: readonly Change[]) => Promise<boolean>;
}

/** What every block gets. A block stands under the step's h1 and begins its own headings at level 2. */
export interface BlockProps {
  readonly ctx: MeetingContext;
  readonly step: Step;
}

/** A block's component. */
export type BlockComponent = ComponentType<BlockProps>;
