import type { Fields } from './records';

/** The cell (chi bộ) itself. Record `cell:cell`. */
export interface Cell {
  readonly name: string;
  /** The direct superior (cấp ủy cấp trên trực tiếp), as it stands in a document's header. */
  readonly superior: string;
  /** Place name for "…, ngày … tháng … năm …". */
  readonly placeName: string;
  /** Usual place and time of meetings. */
  readonly meetingPlace: string;
  readonly meetingTime: string;
  /** Fixed meeting day of the month, 1 to 31; null when none is fixed. */
  readonly meetingDay: number | null;
  /** False for a cell with only a bí thư: there is no chi ủy to meet first. */
  readonly hasCommittee: boolean;
  /** The first procedure profile, e.g. `hd05-duk-2021`: the one that came with the book. What was chosen since: `profile.ts`. */
  readonly profile: string;
  /** On whose behalf the secretary signs: the cell, or its committee (facts.md §3.4: both are in use). */
  readonly signFor: 'cell' | 'cellCommittee';
}

/** Reads the cell from its record. */
export function readCell(fields: Fields): Cell {
  const text = (name: string, otherwise = ''): string => (typeof fields[name] === 'string' ? (fields[name] as string) : otherwise);
  return {
    name: text('name'),
    superior: text('superior'),
    placeName: text('placeName'),
    meetingPlace: text('meetingPlace'),
    meetingTime: text('meetingTime', '14:00'),
    meetingDay: typeof fields['meetingDay'] === 'number' ? fields['meetingDay'] : null,
    hasCommittee: fields['hasCommittee'] !== false,
    profile: text('profile', 'hd05-duk-2021'),
    signFor: fields['signFor'] === 'cellCommittee' ? 'cellCommittee' : 'cell',
  };
}
