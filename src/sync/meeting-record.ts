import * as v from 'valibot';
import { countAttendance, DECISIONS, durationMinutes, petitionsOf, speakersOf, staysInside, stepsOf, timing, totalScore, votesNeeded, criteriaOf, type Cell, type ContributionKind, type Frame, type Meeting, type MemberId, type Procedure, type Task } from '@/domain';
import { MeetingRecord } from '@/protocol';

/** All that a meeting's record is made of. `minutesSections` is what the closed minutes say, for the committee's eyes. */
export interface MeetingRecordInput {
  readonly cell: Cell;
  readonly meeting: Meeting;
  readonly procedure: Procedure;
  readonly frame: Frame | null;
  readonly reviewedTasks: readonly Task[];
  readonly newTasks: readonly Task[];
  readonly nameOf: (id: MemberId) => string;
  readonly minutesSections: readonly { readonly heading: string; readonly text: string }[];
  readonly minutesHash: string;
  readonly closedAt: string;
}

/** Why a record cannot go up yet: the path of the part that is missing, e.g. `chair`. */
export class IncompleteRecord extends Error {
  override readonly name = 'IncompleteRecord';
  constructor(readonly path: string) {
    super(path);
  }
}

/** [SUB-4] Internal and restricted steps go up as "done" with their minutes, and nothing of what was said or decided in words. */
function steps(meeting: Meeting, procedure: Procedure, closedAt: string): MeetingRecord['steps'] {
  const spent = timing(meeting, closedAt).bySteps;
  return stepsOf(procedure).map((step) => {
    const record = meeting.steps[step.id];
    return {
      id: step.id,
      label: step.label,
      required: step.required,
      done: Boolean(record?.doneAt),
      minutes: Math.round((spent[step.id] ?? 0) / 60),
      ...(record?.skipped && !step.sensitivity ? { skipped: record.skipped } : {}),
    };
  });
}

function votes(meeting: Meeting, procedure: Procedure): MeetingRecord['votes'] {
  return meeting.votes.map(({ stepId, decision, question, yes, no, other, base, ballots }) => ({
    decision,
    question: staysInside(procedure, stepId) ? '' : question.trim(),
    yes,
    no,
    other,
    base,
    passed: yes >= votesNeeded(base, DECISIONS[decision]),
    ...(ballots ? { ballots } : {}),
  }));
}

function score(meeting: Meeting, frame: Frame | null): MeetingRecord['score'] {
  if (!frame) return null;
  const total = totalScore(frame, meeting.scores, meeting.kind);
  if (!total.grade) return null;
  return {
    frame: frame.id,
    points: total.points,
    total: total.total,
    grade: total.grade,
    lines: criteriaOf(frame, meeting.kind).map(({ id, label, max }) => {
      const entry = meeting.scores[id];
      return { id, label, max, points: Math.min(max, entry?.points ?? 0), ...(entry?.reason ? { reason: entry.reason } : {}) };
    }),
    weakness: meeting.weakness,
  };
}

/**
 * [SUB-1] The record of a closed meeting for the committee, made of the records and checked against the wire's schema before it is
 * queued: what the server would refuse is met on the phone, while the secretary can still mend it.
 * @throws IncompleteRecord naming what is missing
 */
export function meetingRecord(input: MeetingRecordInput): MeetingRecord {
  const { cell, meeting, procedure, nameOf } = input;
  const count = countAttendance(meeting.roster, meeting.marks);
  const byKind: Partial<Record<ContributionKind, number>> = {};
  for (const { kind } of meeting.contributions) byKind[kind] = (byKind[kind] ?? 0) + 1;
  const { strength, expected, present, ratePercent, official, probationary, temporaryIn, temporaryOut, exempt } = count;
  const body = {
    type: 'meeting',
    schema: 1,
    meetingId: meeting.id,
    kind: meeting.kind,
    cellName: cell.name,
    procedure: { id: procedure.id, version: procedure.version, basis: procedure.basis },
    date: meeting.date,
    place: meeting.place,
    startedAt: meeting.startedAt ?? '',
    endedAt: meeting.endedAt ?? '',
    closedAt: input.closedAt,
    minutes: durationMinutes(meeting) ?? 0,
    chair: meeting.chairId ? nameOf(meeting.chairId) : '',
    clerk: meeting.clerkId ? nameOf(meeting.clerkId) : '',
    attendance: {
      strength, expected, present, ratePercent, official, probationary, temporaryIn, temporaryOut, exempt,
      excused: count.excused.map((id) => ({ name: nameOf(id), reason: meeting.marks[id]?.reason ?? '' })),
      unexcused: count.unexcused.map((id) => ({ name: nameOf(id) })),
      late: count.late.length,
      leftEarly: count.leftEarly.length,
    },
    guests: meeting.guests.filter((guest) => guest.name.trim() !== '').map(({ name, role }) => ({ name, role })),
    documents: meeting.documents.filter((doc) => doc.title.trim() !== '').map(({ number, title }) => ({ number, title })),
    steps: steps(meeting, procedure, input.closedAt),
    warnings: Object.entries(meeting.prep.overrides).map(([rule, reason]) => ({ rule, reason })),
    contributions: { count: meeting.contributions.length, speakers: speakersOf(meeting), byKind },
    votes: votes(meeting, procedure),
    conclusion: meeting.conclusion,
    tasks: input.newTasks.filter((task) => task.what.trim() !== '').map((task) => ({ what: task.what, who: task.assigneeId ? nameOf(task.assigneeId) : '', due: task.due })),
    reviewedTasks: { due: input.reviewedTasks.length, done: input.reviewedTasks.filter((task) => task.state === 'done').length },
    petitions: petitionsOf(meeting, procedure),
    score: score(meeting, input.frame),
    minutesText: input.minutesSections.map(({ heading, text }) => ({ heading, text })),
    minutesHash: input.minutesHash,
  };
  const checked = v.safeParse(MeetingRecord, body);
  if (checked.success) return checked.output;
  throw new IncompleteRecord(v.getDotPath(checked.issues[0]) ?? 'body');
}
