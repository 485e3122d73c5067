import type { Cell, Frame, Meeting, MemberId, Procedure, Task } from '@/domain';

/** The three parts of the minutes: mở đầu, nội dung, kết thúc. */
export type MinutesPart = 'opening' | 'content' | 'closing';

/**
 * Who reads the text. `cell`: the minutes book, which stays in the cell. `committee`: the copy that goes up, without
 * what the procedure calls internal. Restricted content is in neither.
 */
export type Audience = 'cell' | 'committee';

/** What the minutes are assembled from: records only, so that the same records always give the same text. */
export interface MinutesInput {
  readonly cell: Cell;
  readonly meeting: Meeting;
  readonly procedure: Procedure;
  /** The scoring frame of the meeting's procedure; null where the app does not have it. */
  readonly frame: Frame | null;
  /** Tasks looked back at in this meeting, and tasks given in it. */
  readonly reviewedTasks: readonly Task[];
  readonly newTasks: readonly Task[];
  /** The name of a member who is not in the meeting's roster (the roster is asked first). */
  readonly nameOf: (id: MemberId) => string | null | undefined;
  /** Default: `cell`. */
  readonly audience?: Audience;
}

/** The place of a section: a section without text has a place all the same, so that one may be written by hand. */
export interface MinutesSlot {
  readonly id: string;
  readonly part: MinutesPart;
  readonly heading: string;
  /** Something was left out for this audience: a text edited by hand may hold it, so it must not take the place of this one. */
  readonly trimmed: boolean;
}

/** A section as the records give it. `text`: one paragraph a line; a line that begins with "- " or "+ " is a list item. */
export interface MinutesSection extends MinutesSlot {
  readonly text: string;
}

/** The minutes as the records give them. Sections without text are not there. */
export interface MinutesDraft {
  readonly title: string;
  readonly subject: string;
  readonly sections: readonly MinutesSection[];
  /** Every section there could be, in order. Not there: what this audience must not read. */
  readonly slots: readonly MinutesSlot[];
}

/** A section after the edits by hand. */
export interface MergedSection extends MinutesSlot {
  readonly text: string;
  /** What the records give now, empty when nothing: the `basis` of an edit that begins now. */
  readonly generated: string;
  readonly edited: boolean;
  /** Edited, and the records have changed since the editing began. */
  readonly basisChanged: boolean;
}

/** The minutes with the edits by hand in their places. */
export interface MergedMinutes {
  readonly title: string;
  readonly subject: string;
  readonly sections: readonly MergedSection[];
  /** Ids of edited sections whose records changed since: also of those that the hand emptied. */
  readonly changed: readonly string[];
}

/** The minutes as they are closed, signed and kept. */
export interface FinalMinutes {
  readonly title: string;
  readonly subject: string;
  readonly sections: readonly { readonly id: string; readonly part: MinutesPart; readonly heading: string; readonly text: string }[];
}
