import type { CalendarDate } from './dates';
import type { MeetingId, MemberId, NoteId } from './ids';
import type { Fields } from './records';

/**
 * A note of self-criticism or criticism (sổ tự phê bình và phê bình). Record kind `note`; fields as named here.
 * [NOTE-1] It stays on the cell's devices: nothing that makes minutes, documents, submissions or files for others reads this kind.
 */
export interface NotebookEntry {
  readonly id: NoteId;
  /** Whom it is about. */
  readonly memberId: MemberId;
  /** `self` tự phê bình · `received` được góp ý. */
  readonly kind: 'self' | 'received';
  /** Day of the meeting or of the talk. */
  readonly on: CalendarDate;
  readonly meetingId: MeetingId | null;
  readonly text: string;
  readonly cause: string;
  readonly remedy: string;
  /** By when it is to be put right. */
  readonly due: CalendarDate | null;
  /** What came of it. */
  readonly followUp: string;
  /** The day on which it was found put right; null while it is open. */
  readonly settledOn: CalendarDate | null;
}

/** Reads a note; null for one that was taken away, or that nobody's name stands on. */
export function readNote(id: string, fields: Fields): NotebookEntry | null {
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  if (text('memberId') === '' || text('on') === '') return null;
  return {
    id: id as NoteId,
    memberId: text('memberId') as MemberId,
    kind: fields['kind'] === 'received' ? 'received' : 'self',
    on: text('on'),
    meetingId: (text('meetingId') || null) as MeetingId | null,
    text: text('text'),
    cause: text('cause'),
    remedy: text('remedy'),
    due: text('due') || null,
    followUp: text('followUp'),
    settledOn: text('settledOn') || null,
  };
}

/** [NOTE-2] A member's notes, newest first. */
export const notesOf = (notes: readonly NotebookEntry[], memberId: string): NotebookEntry[] =>
  notes.filter((note) => note.memberId === memberId).sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));

/** [NOTE-3] What a member was to put right and nobody has found put right yet, made before `date`: asked after first. Soonest due first. */
export const openNotes = (notes: readonly NotebookEntry[], memberId: string, date: CalendarDate): NotebookEntry[] =>
  notes
    .filter((note) => note.memberId === memberId && note.settledOn === null && note.on < date && (note.remedy !== '' || note.due !== null))
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));

/** [NOTE-4] Notes of years before the latest three, as self-reviews are kept that long (facts.md §5 [V2] S22, S36): they may be cleared away. */
export const outlived = (notes: readonly NotebookEntry[], today: CalendarDate): NotebookEntry[] =>
  notes.filter((note) => Number(note.on.slice(0, 4)) < Number(today.slice(0, 4)) - 2);
