import type { Mark } from './attendance';
import type { MeetingId, MemberId } from './ids';
import type { Json } from './json';
import type { ClosedMinutes, ContributionKind, EditedSection, Meeting, MeetingState, Outcome, ScoreEntry, Signature, StepRecord, VoteDraft } from './meeting';
import type { RosterEntry } from './member';
import type { MeetingKind } from './procedure';
import type { Fields } from './records';
import type { Ballots, Decision } from './votes';

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

/** A text is a field of its own so that it can be typed into; records written whole keep it inside the head. */
const textOf = (fields: Fields, name: string, head: Record<string, Json>, part: string): string =>
  typeof fields[`${name}/${part}`] === 'string' ? str(fields[`${name}/${part}`]) : str(head[part]);

function readScores(fields: Fields): Record<string, ScoreEntry> {
  return Object.fromEntries(
    collect(fields, 'score/')
      .filter(({ head }) => typeof head['points'] === 'number')
      .map(({ id, head }) => {
        const reason = textOf(fields, `score/${id}`, head, 'reason');
        return [id, { points: head['points'] as number, ...(reason === '' ? {} : { reason }) }];
      }),
  );
}

function readEdits(fields: Fields): Record<string, EditedSection> {
  return Object.fromEntries(
    collect(fields, 'minutes/').map(({ id, head }) => [id, { text: textOf(fields, `minutes/${id}`, head, 'text'), basis: str(head['basis']) }]),
  );
}

/** The ballots of a secret vote, where it was one. */
const secretOf = (head: Record<string, Json>, tellers?: string): { ballots?: Ballots; tellers?: string } => {
  const ballots = obj<Ballots>(head['ballots']);
  return ballots ? { ballots, ...(tellers === undefined ? {} : { tellers }) } : {};
};

function readVoteDrafts(fields: Fields): Record<string, VoteDraft> {
  return Object.fromEntries(
    collect(fields, 'voteDraft/').map(({ id, head }) => [
      id,
      { decision: strOrNull<Decision>(head['decision']), yes: Number(head['yes'] ?? 0), no: Number(head['no'] ?? 0), other: Number(head['other'] ?? 0), ...secretOf(head) },
    ]),
  );
}

function readReadBack(fields: Fields): Meeting['readBack'] {
  const head = obj<Record<string, Json>>(fields['readBack']);
  return head && { at: str(head['at']), amendments: textOf(fields, 'readBack', head, 'amendments') };
}

function readDues(fields: Fields): Meeting['dues'] {
  const head = obj<Record<string, Json>>(fields['dues']) ?? {};
  const paid = typeof head['paid'] === 'number' ? head['paid'] : null;
  const note = textOf(fields, 'dues', head, 'note');
  return paid === null && note === '' ? null : { paid, note };
}

/** Fingerprints of what a closed text follows. */
const list = (value: Json | undefined): readonly string[] | null => (Array.isArray(value) ? (value as string[]) : null);

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
    frame: strOrNull(fields['frame']),
    reason: str(fields['reason']),
    theme: { title: str(fields['theme']), group: strOrNull(fields['themeGroup']), presenterId: strOrNull<MemberId>(fields['presenterId']) },
    startedAt: strOrNull(fields['startedAt']),
    endedAt: strOrNull(fields['endedAt']),
    closedAt: strOrNull(fields['closedAt']),
    closedHash: strOrNull(fields['closedHash']),
    closedPrev: list(fields['closedPrev']),
    closedHead: obj<{ name: string; superior: string }>(fields['closedHead']),
    chairId: strOrNull<MemberId>(fields['chairId']),
    clerkId: strOrNull<MemberId>(fields['clerkId']),
    roster: Array.isArray(fields['roster']) ? (fields['roster'] as unknown as RosterEntry[]) : [],
    marks: prefixed<Mark>(fields, 'att/'),
    guests: collect(fields, 'guest/')
      .map(({ id: guestId, head }) => ({ id: guestId, name: textOf(fields, `guest/${guestId}`, head, 'name'), role: textOf(fields, `guest/${guestId}`, head, 'role') }))
      .filter((guest) => guest.name !== '' || guest.role !== ''),
    agenda: str(fields['agenda']),
    dues: readDues(fields),
    documents: collect(fields, 'doc/')
      .map(({ id: docId, head }) => ({ id: docId, number: textOf(fields, `doc/${docId}`, head, 'number'), title: textOf(fields, `doc/${docId}`, head, 'title') }))
      .filter((doc) => doc.number !== '' || doc.title !== ''),
    contributions: collect(fields, 'con/').map(({ id: conId, head, part }) => ({
      id: conId,
      memberId: str(head['memberId']) as MemberId,
      kind: (strOrNull<ContributionKind>(head['kind']) ?? 'opinion'),
      at: str(head['at']),
      stepId: str(head['stepId']),
      text: part('text'),
      outcome: strOrNull<Outcome>(fields[`con/${conId}/outcome`]),
      answer: part('answer'),
    })),
    votes: collect(fields, 'vote/').map(({ id: voteId, head, part }) => ({
      id: voteId,
      stepId: str(head['stepId']),
      decision: (strOrNull<Decision>(head['decision']) ?? 'other'),
      question: part('question'),
      ...secretOf(head, part('tellers')),
      yes: Number(head['yes'] ?? 0),
      no: Number(head['no'] ?? 0),
      other: Number(head['other'] ?? 0),
      base: Number(head['base'] ?? 0),
      inRoom: Number(head['inRoom'] ?? 0),
      at: str(head['at']),
    })),
    voteDrafts: readVoteDrafts(fields),
    paperReviews: collect(fields, 'paper/').map(({ id: reviewId, head, part }) => ({
      id: reviewId,
      what: reviewId.startsWith('summary.') ? 'summary' : 'review',
      title: str(head['title']),
      number: str(head['number']),
      percent: typeof head['percent'] === 'number' ? head['percent'] : null,
      result: part('result'),
    })),
    conclusion: str(fields['conclusion']),
    steps: readSteps(fields),
    visits: Object.entries(prefixed<string>(fields, 'visit/'))
      .map(([at, stepId]) => ({ at, stepId }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    prep: {
      committeeMetOn: strOrNull(fields['prep/committeeMetOn']),
      draftApprovedOn: strOrNull(fields['prep/draftApprovedOn']),
      preparerId: strOrNull<MemberId>(fields['prep/preparerId']),
      noticeSentOn: strOrNull(fields['prep/noticeSentOn']),
      documentsSentOn: strOrNull(fields['prep/documentsSentOn']),
      scorerId: strOrNull<MemberId>(fields['prep/scorerId']),
      rosterCheckedOn: strOrNull(fields['prep/rosterCheckedOn']),
      overrides: prefixed<string>(fields, 'prep/override/'),
    },
    scores: readScores(fields),
    weakness: str(fields['weakness']),
    readBack: readReadBack(fields),
    minutes: readEdits(fields),
    signatures: { chair: obj<Signature>(fields['sign/chair']), clerk: obj<Signature>(fields['sign/clerk']) },
    postedOn: strOrNull(fields['post/postedOn']),
    final: obj<ClosedMinutes>(fields['final']),
    corrections: collect(fields, 'corrections/').map(({ id: correctionId, head }) => ({
      id: correctionId,
      at: str(head['at']),
      text: str(head['text']),
      reason: str(head['reason']),
      by: str(head['by']) as MemberId,
      prev: list(head['prev']),
      hash: strOrNull(head['hash']),
    })),
  };
}
