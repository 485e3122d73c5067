import type { Mark, Marks } from './attendance';
import type { CalendarDate, Instant } from './dates';
import type { MeetingId, MemberId } from './ids';
import type { Json } from './json';
import type { RosterEntry } from './member';
import type { MeetingKind } from './procedure';
import type { Fields } from './records';
import type { Decision, HandCount } from './votes';

/** Kinds of contribution: ý kiến, đề xuất, phê bình, chất vấn, kiến nghị lên trên. */
export const CONTRIBUTION_KINDS = ['opinion', 'proposal', 'criticism', 'question', 'petition'] as const;
/** One of {@link CONTRIBUTION_KINDS}. */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** A contribution (ý kiến phát biểu). Fields: `con/<id>` (who, kind, when, where) and `con/<id>/text`. */
export interface Contribution {
  readonly id: string;
  readonly memberId: MemberId;
  readonly kind: ContributionKind;
  readonly at: Instant;
  readonly stepId: string;
  readonly text: string;
}

/** A vote by show of hands. Fields: `vote/<id>` and `vote/<id>/question`. `inRoom` and `base` are those of the moment it was taken. */
export interface Vote extends HandCount {
  readonly id: string;
  readonly stepId: string;
  readonly decision: Decision;
  readonly question: string;
  readonly base: number;
  readonly inRoom: number;
  readonly at: Instant;
}

/** A document that was made known (văn bản đã phổ biến). Field: `doc/<id>`. */
export interface DisseminatedDocument {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** A guest or superior attending. Field: `guest/<id>`. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** A step's own record. Fields: `step/<id>/done`, `step/<id>/skipped`, `step/<id>/note`, `step/<id>/say`. */
export interface StepRecord {
  readonly doneAt: Instant | null;
  /** Why a required step was left out. */
  readonly skipped: string | null;
  readonly note: string;
  readonly say: string | null;
}

/** What the preparation noted. Fields: `prep/<name>`. */
export interface Preparation {
  readonly committeeMetOn: CalendarDate | null;
  readonly preparerId: MemberId | null;
  readonly noticeSentOn: CalendarDate | null;
  readonly documentsSentOn: CalendarDate | null;
  readonly scorerId: MemberId | null;
  readonly rosterCheckedOn: CalendarDate | null;
  /** Reasons for going on although a rule of the readiness list is not met, by rule id. Fields: `prep/override/<rule>`. */
  readonly overrides: Readonly<Record<string, string>>;
}

/** A signature on the screen or on paper. Fields: `sign/chair`, `sign/clerk`. */
export interface Signature {
  readonly memberId: MemberId;
  readonly at: Instant;
  readonly how: 'screen' | 'paper';
  /** SVG path data in a 600 × 200 box, for `screen`. */
  readonly path?: string;
}

/** The secretary's points for one criterion. Field: `score/<criterionId>`. */
export interface ScoreEntry {
  readonly points: number;
  /** Why it differs from what the records suggest. */
  readonly reason?: string;
}

/** A section of the minutes edited by hand. Field: `minutes/<sectionId>`. */
export interface EditedSection {
  readonly text: string;
  /** The text that the records gave when the editing began: tells when the records have changed since. */
  readonly basis: string;
}

/** planned: not begun · open: going on · ended: over, minutes not closed · closed: minutes closed for good · cancelled. */
export type MeetingState = 'planned' | 'open' | 'ended' | 'closed' | 'cancelled';

/** A meeting as read from its record. */
export interface Meeting {
  readonly id: MeetingId;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly date: CalendarDate;
  /** Planned start, HH:mm. */
  readonly time: string;
  readonly place: string;
  readonly procedure: { readonly id: string; readonly version: number };
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** SHA-256 of the closed minutes, hex. */
  readonly closedHash: string | null;
  readonly chairId: MemberId | null;
  readonly clerkId: MemberId | null;
  readonly roster: readonly RosterEntry[];
  readonly marks: Marks;
  readonly guests: readonly Guest[];
  readonly agenda: string;
  readonly dues: { readonly paid: number; readonly note: string } | null;
  readonly documents: readonly DisseminatedDocument[];
  readonly contributions: readonly Contribution[];
  readonly votes: readonly Vote[];
  readonly conclusion: string;
  readonly steps: Readonly<Record<string, StepRecord>>;
  /** Steps in the order they were opened, with the moment. Fields: `visit/<instant>`. */
  readonly visits: readonly { readonly at: Instant; readonly stepId: string }[];
  readonly prep: Preparation;
  readonly scores: Readonly<Record<string, ScoreEntry>>;
  readonly weakness: string;
  readonly readBack: { readonly at: Instant; readonly amendments: string } | null;
  readonly minutes: Readonly<Record<string, EditedSection>>;
  readonly signatures: { readonly chair: Signature | null; readonly clerk: Signature | null };
  readonly postedOn: CalendarDate | null;
}

const str = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const strOrNull = <T extends string = string>(value: Json | undefined): T | null => (typeof value === 'string' && value !== '' ? (value as T) : null);
const obj = <T>(value: Json | undefined): T | null => (value !== null && typeof value === 'object' ? (value as unknown as T) : null);

/** Groups `prefix/<id>` and `prefix/<id>/<part>` by id, in the order of `at` where there is one. */
function collect(fields: Fields, prefix: string): { id: string; head: Record<string, Json>; part: (name: string) => string }[] {
  const ids = Object.keys(fields).filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'));
  return ids
    .map((name) => ({
      id: name.slice(prefix.length),
      head: (obj<Record<string, Json>>(fields[name]) ?? {}),
      part: (part: string) => str(fields[`${name}/${part}`]),
    }))
    .sort((a, b) => (str(a.head['at']) < str(b.head['at']) ? -1 : str(a.head['at']) > str(b.head['at']) ? 1 : a.id < b.id ? -1 : 1));
}

function readSteps(fields: Fields): Record<string, StepRecord> {
  const steps: Record<string, { -readonly [K in keyof StepRecord]: StepRecord[K] }> = {};
  for (const [name, value] of Object.entries(fields)) {
    const match = /^step\/([^/]+)\/(done|skipped|note|say)$/.exec(name);
    if (!match) continue;
    const step = (steps[match[1]!] ??= { doneAt: null, skipped: null, note: '', say: null });
    if (match[2] === 'done') step.doneAt = strOrNull(value);
    else if (match[2] === 'skipped') step.skipped = strOrNull(value);
    else if (match[2] === 'note') step.note = str(value);
    else step.say = strOrNull(value);
  }
  return steps;
}

function stateOf(fields: Fields): MeetingState {
  if (fields['closedAt']) return 'closed';
  if (fields['cancelled']) return 'cancelled';
  if (fields['endedAt']) return 'ended';
  return fields['startedAt'] ? 'open' : 'planned';
}

function prefixed<T>(fields: Fields, prefix: string): Record<string, T> {
  const out: Record<string, T> = {};
  for (const [name, value] of Object.entries(fields)) if (name.startsWith(prefix)) out[name.slice(prefix.length)] = value as T;
  return out;
}

/** Reads a meeting from its record's values. Anything missing or of another shape reads as not there. */
export function readMeeting(id: string, fields: Fields): Meeting {
  const procedure = obj<{ id: string; version: number }>(fields['procedure']);
  return {
    id: id as MeetingId,
    kind: (strOrNull<MeetingKind>(fields['kind']) ?? 'regular'),
    state: stateOf(fields),
    date: str(fields['date']),
    time: str(fields['time']),
    place: str(fields['place']),
    procedure: procedure ?? { id: '', version: 0 },
    startedAt: strOrNull(fields['startedAt']),
    endedAt: strOrNull(fields['endedAt']),
    closedAt: strOrNull(fields['closedAt']),
    closedHash: strOrNull(fields['closedHash']),
    chairId: strOrNull<MemberId>(fields['chairId']),
    clerkId: strOrNull<MemberId>(fields['clerkId']),
    roster: Array.isArray(fields['roster']) ? (fields['roster'] as unknown as RosterEntry[]) : [],
    marks: prefixed<Mark>(fields, 'att/'),
    guests: collect(fields, 'guest/').map(({ id: guestId, head }) => ({ id: guestId, name: str(head['name']), role: str(head['role']) })),
    agenda: str(fields['agenda']),
    dues: obj<{ paid: number; note: string }>(fields['dues']),
    documents: collect(fields, 'doc/').map(({ id: docId, head }) => ({ id: docId, number: str(head['number']), title: str(head['title']) })),
    contributions: collect(fields, 'con/').map(({ id: conId, head, part }) => ({
      id: conId,
      memberId: str(head['memberId']) as MemberId,
      kind: (strOrNull<ContributionKind>(head['kind']) ?? 'opinion'),
      at: str(head['at']),
      stepId: str(head['stepId']),
      text: part('text'),
    })),
    votes: collect(fields, 'vote/').map(({ id: voteId, head, part }) => ({
      id: voteId,
      stepId: str(head['stepId']),
      decision: (strOrNull<Decision>(head['decision']) ?? 'other'),
      question: part('question'),
      yes: Number(head['yes'] ?? 0),
      no: Number(head['no'] ?? 0),
      other: Number(head['other'] ?? 0),
      base: Number(head['base'] ?? 0),
      inRoom: Number(head['inRoom'] ?? 0),
      at: str(head['at']),
    })),
    conclusion: str(fields['conclusion']),
    steps: readSteps(fields),
    visits: Object.entries(prefixed<string>(fields, 'visit/'))
      .map(([at, stepId]) => ({ at, stepId }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    prep: {
      committeeMetOn: strOrNull(fields['prep/committeeMetOn']),
      preparerId: strOrNull<MemberId>(fields['prep/preparerId']),
      noticeSentOn: strOrNull(fields['prep/noticeSentOn']),
      documentsSentOn: strOrNull(fields['prep/documentsSentOn']),
      scorerId: strOrNull<MemberId>(fields['prep/scorerId']),
      rosterCheckedOn: strOrNull(fields['prep/rosterCheckedOn']),
      overrides: prefixed<string>(fields, 'prep/override/'),
    },
    scores: prefixed<ScoreEntry>(fields, 'score/'),
    weakness: str(fields['weakness']),
    readBack: obj<{ at: Instant; amendments: string }>(fields['readBack']),
    minutes: prefixed<EditedSection>(fields, 'minutes/'),
    signatures: { chair: obj<Signature>(fields['sign/chair']), clerk: obj<Signature>(fields['sign/clerk']) },
    postedOn: strOrNull(fields['post/postedOn']),
  };
}
