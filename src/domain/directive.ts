import { isDate, type CalendarDate } from './dates';
import { GRADES, type Grade } from './frame';
import type { MeetingId } from './ids';
import type { Fields } from './records';

/** What the committee sends down and this app understands. Another kind is kept as it came until the app is updated. */
export const DIRECTIVE_KINDS = ['officialGrade', 'guidance', 'body'] as const;
/** One of {@link DIRECTIVE_KINDS}. */
export type DirectiveKind = (typeof DIRECTIVE_KINDS)[number];

/** What every directive has, whatever its kind. */
export interface DirectiveHead {
  readonly id: string;
  /** Its place in what the committee has sent this cell: 1, 2, 3 … */
  readonly seq: number;
  /** A moment of the server's clock, ISO 8601 in UTC. */
  readonly issuedAt: string;
  /** Name of the committee, and name and post of who acts for it; the latter may be empty. */
  readonly issuedBy: { readonly committee: string; readonly person: string };
  /** Somebody of the cell has had it before them, on any device. Field: `seen`. */
  readonly seen: boolean;
}

/** The committee's grade of a meeting (xếp loại chính thức). */
export interface OfficialGrade extends DirectiveHead {
  readonly kind: 'officialGrade';
  readonly meetingId: MeetingId;
  /** The document that was graded. */
  readonly submissionId: string;
  readonly grade: Grade;
  /** Out of `total`; null where only the grade was given. */
  readonly points: number | null;
  readonly total: number | null;
  /** Why it differs from the cell's own score; may be empty where it does not. */
  readonly reason: string;
  /** Id of the grade that this one takes the place of. */
  readonly replaces: string | null;
}

/** Which guidance the cell follows from a day on, as the committee says. What is null or not there is not spoken of. */
export interface Guidance extends DirectiveHead {
  readonly kind: 'guidance';
  readonly from: CalendarDate;
  readonly profile: string | null;
  /** '' for the procedure's own. */
  readonly frame: string | null;
  /** Official wording by field of the wording record; '' takes a text back. */
  readonly wording: Readonly<Record<string, string>>;
}

/** What the committee has changed of the cell itself from a day on: see `bodyOf`, which reads `body`. */
export interface CellBody extends DirectiveHead {
  readonly kind: 'body';
  readonly from: CalendarDate;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What came down from the committee. Record kind `directive`. */
export type Directive = OfficialGrade | Guidance | CellBody;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const object = (value: unknown): Readonly<Record<string, unknown>> => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {});

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function readGrade(head: DirectiveHead, body: Readonly<Record<string, unknown>>): OfficialGrade | null {
  const grade = body['grade'] as Grade;
  if (typeof body['meetingId'] !== 'string' || !GRADES.includes(grade)) return null;
  return {
    ...head,
    kind: 'officialGrade',
    meetingId: body['meetingId'] as MeetingId,
    submissionId: text(body['submissionId']),
    grade,
    points: numberOrNull(body['points']),
    total: numberOrNull(body['total']),
    reason: text(body['reason']),
    replaces: text(body['replaces']) || null,
  };
}

function readGuidance(head: DirectiveHead, body: Readonly<Record<string, unknown>>): Guidance | null {
  const from = text(body['from']);
  if (!isDate(from)) return null;
  const wording = Object.fromEntries(Object.entries(object(body['wording'])).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return { ...head, kind: 'guidance', from, profile: textOrNull(body['profile']) || null, frame: textOrNull(body['frame']), wording };
}

/** Reads a directive; null where it has not come yet (another device has noted that it was seen), or is of a kind that this app does not know. */
export function readDirective(id: string, fields: Fields): Directive | null {
  const { kind, seq } = fields;
  if (typeof seq !== 'number') return null;
  const by = object(fields['issuedBy']);
  const head: DirectiveHead = { id, seq, issuedAt: text(fields['issuedAt']), issuedBy: { committee: text(by['committee']), person: text(by['person']) }, seen: fields['seen'] === true };
  const body = object(fields['body']);
  return kind === 'officialGrade' ? readGrade(head, body) : kind === 'guidance' ? readGuidance(head, body) : kind === 'body' && isDate(text(body['from'])) ? { ...head, kind, from: text(body['from']), body } : null;
}

/** The directives among records of their kind, in the order in which the committee sent them. */
export const readDirectives = (records: readonly { readonly id: string; readonly fields: Fields }[]): readonly Directive[] =>
  records.flatMap(({ id, fields }) => readDirective(id, fields) ?? []).sort((a, b) => a.seq - b.seq || (a.issuedAt < b.issuedAt ? -1 : 1));

/** The grades that the committee has given a meeting, the one in force last. */
export const gradesGiven = (meetingId: string, directives: readonly Directive[]): readonly OfficialGrade[] =>
  directives.filter((one): one is OfficialGrade => one.kind === 'officialGrade' && one.meetingId === meetingId).sort((a, b) => a.seq - b.seq);

/** A meeting as far as its own score goes, e.g. its line in the directory. Both null before it is scored. */
export interface SelfScored {
  readonly id: string;
  readonly points: number | null;
  readonly grade: string | null;
}

/** The grade that counts; `official` is the committee's word, null while it is the cell's own. */
export interface MeetingGrade {
  readonly grade: Grade;
  readonly points: number | null;
  readonly official: OfficialGrade | null;
}

/**
 * [GRADE-1] The grade of a meeting that counts: the committee's where it has given one (its latest), else the cell's own; null without
 * either. The cell proposes, the committee above decides. Source: facts.md §2.1 [V2] S04.
 * @param directives of any kind, of any meeting
 */
export function gradeOf(meeting: SelfScored, directives: readonly Directive[]): MeetingGrade | null {
  const official = gradesGiven(meeting.id, directives).at(-1);
  if (official) return { grade: official.grade, points: official.points, official };
  const own = GRADES.find((grade) => grade === meeting.grade);
  return own ? { grade: own, points: meeting.points, official: null } : null;
}

/** [GRADE-2] A grade that is not what the cell gave itself, or other points, says why; so does one where the cell gave none. */
export const needsReason = (self: Pick<SelfScored, 'points' | 'grade'> | null, given: { readonly grade: string; readonly points: number | null }): boolean =>
  self === null || self.grade !== given.grade || (given.points !== null && given.points !== self.points);
