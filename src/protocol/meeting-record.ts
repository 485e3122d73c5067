import * as v from 'valibot';
import { CONTRIBUTION_KINDS, DECISIONS, GRADES, CELL_KINDS, isDate, type Decision } from '@/domain';
import { ReportRecord } from './report-record';

/** Plain text for a person, bounded. */
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const filled = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const date = v.pipe(v.string(), v.check(isDate, 'not a date'));
const instant = v.pipe(v.string(), v.isoTimestamp());
const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const category = v.object({ total: people, present: people });

/**
 * [SUB-1] The record of a closed meeting as it goes up to the committee: readable, of a fixed schema. It holds what the
 * committee needs and nothing else: no self-criticism, no restricted step, no member's dates or card.
 */
export const MeetingRecord = v.object({
  type: v.literal('meeting'),
  schema: v.literal(1),
  meetingId: filled(64),
  /** [SUB-5] Only meetings of the whole cell go up: minutes of chi ủy and cấp ủy are refused. */
  kind: v.picklist(CELL_KINDS),
  cellName: filled(200),
  procedure: v.object({ id: filled(80), version: v.pipe(v.number(), v.integer(), v.minValue(1)), basis: filled(200) }),
  date,
  place: text(200),
  startedAt: instant,
  endedAt: instant,
  closedAt: instant,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60)),
  chair: filled(120),
  clerk: filled(120),
  attendance: v.object({
    strength: people,
    expected: people,
    present: people,
    ratePercent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
    official: category,
    probationary: category,
    temporaryIn: category,
    temporaryOut: category,
    exempt: category,
    excused: v.array(v.object({ name: filled(120), reason: text(300) })),
    unexcused: v.array(v.object({ name: filled(120) })),
    late: people,
    leftEarly: people,
  }),
  guests: v.array(v.object({ name: filled(120), role: text(200) })),
  documents: v.array(v.object({ number: text(80), title: filled(500) })),
  steps: v.array(v.object({ id: filled(64), label: filled(200), required: v.boolean(), done: v.boolean(), minutes: people, skipped: v.optional(text(500)) })),
  warnings: v.array(v.object({ rule: filled(40), reason: text(500) })),
  contributions: v.object({ count: people, speakers: people, byKind: v.record(v.picklist(CONTRIBUTION_KINDS), people) }),
  votes: v.array(
    v.object({
      decision: v.picklist(Object.keys(DECISIONS) as [Decision, ...Decision[]]),
      /** Empty where it belongs to a step whose content stays in the cell. */
      question: text(1000),
      yes: people,
      no: people,
      other: people,
      base: people,
      passed: v.boolean(),
      /** The papers of a secret ballot. */
      ballots: v.optional(v.object({ handedOut: people, returned: people, valid: people, invalid: people })),
    }),
  ),
  conclusion: text(20_000),
  tasks: v.array(v.object({ what: filled(1000), who: text(120), due: v.nullable(date) })),
  reviewedTasks: v.object({ due: people, done: people }),
  petitions: v.array(text(2000)),
  score: v.nullable(
    v.object({
      frame: filled(80),
      points: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
      total: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
      grade: v.picklist(GRADES),
      lines: v.array(v.object({ id: filled(40), label: filled(300), points: v.pipe(v.number(), v.finite()), max: v.pipe(v.number(), v.finite()), reason: v.optional(text(500)) })),
      weakness: text(4000),
    }),
  ),
  /** The closed minutes as sections of plain text, and their fingerprint (SHA-256, hex) on the phone. */
  minutesText: v.array(v.object({ heading: text(300), text: text(40_000) })),
  minutesHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
/** See {@link MeetingRecord}. */
export type MeetingRecord = v.InferOutput<typeof MeetingRecord>;

/** Everything that can be sent up, told apart by `type`. */
export const SubmissionBody = v.variant('type', [MeetingRecord, ReportRecord]);
/** See {@link SubmissionBody}. */
export type SubmissionBody = v.InferOutput<typeof SubmissionBody>;
