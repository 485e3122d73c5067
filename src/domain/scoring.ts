import { countAttendance, speakersOf } from './attendance';
import { daysBetween } from './dates';
import { criteriaOf, type Criterion, type EvidenceKey, type Frame, type Grade } from './frame';
import type { Meeting } from './meeting';
import { stepsOf, type MeetingKind, type Procedure } from './procedure';
import { completionPercent, type Task } from './task';
import { durationMinutes, timing } from './timing';

/** What the records say about a criterion: `part` of `whole` (minutes, people, steps, %), and whether the rule is met. */
export interface EvidenceValue {
  readonly key: EvidenceKey;
  readonly part: number;
  readonly whole: number;
  readonly met: boolean;
  /** Of attendance: somebody was absent without a reason. */
  readonly unexcused?: boolean;
}

/** Everything the evidence is computed from. */
export interface ScoringInput {
  readonly meeting: Meeting;
  readonly procedure: Procedure;
  readonly reviewedTasks: readonly Task[];
  /** The moment that "so far" means while the meeting goes on. */
  readonly now: string;
  readonly hasCommittee: boolean;
  /** The frame, for what it asks beyond the procedure. */
  readonly frame?: Frame;
  /** Earlier meetings of the year, for absences in a row ([ALARM-4]); not there: the records cannot say. */
  readonly earlier?: readonly Pick<Meeting, 'date' | 'kind' | 'roster' | 'marks'>[];
  /** Tasks given in this meeting; not there: the records cannot say. */
  readonly tasksGiven?: number;
}

/** Preparation and after-work as the frame asks: how many of the parts are there. */
function preparation({ meeting, procedure, hasCommittee }: ScoringInput): EvidenceValue {
  const { prep } = meeting;
  const parts = [
    !hasCommittee || (prep.committeeMetOn !== null && prep.committeeMetOn <= meeting.date),
    prep.noticeSentOn !== null && prep.noticeSentOn <= meeting.date,
    prep.documentsSentOn !== null && daysBetween(prep.documentsSentOn, meeting.date) >= procedure.params.documentsLeadDays.value,
  ];
  const part = parts.filter(Boolean).length;
  return { key: 'preparation', part, whole: parts.length, met: part === parts.length };
}

function ending({ meeting, procedure }: ScoringInput): EvidenceValue {
  const days = procedure.params.publishWithinDays.value;
  const posted = meeting.postedOn !== null && daysBetween(meeting.date, meeting.postedOn) <= (days ?? 0);
  const parts = [meeting.conclusion.trim() !== '', meeting.readBack !== null, ...(days === null ? [] : [posted])];
  const part = parts.filter(Boolean).length;
  return { key: 'ending', part, whole: parts.length, met: part === parts.length };
}

function steps({ meeting, procedure }: ScoringInput): EvidenceValue {
  const required = procedure.phases.filter((p) => p.id === 'opening' || p.id === 'content' || p.id === 'closing').flatMap((p) => p.steps.filter((s) => s.required));
  // The steps that come after the scoring itself are taken as going to be done: the score is given before they begin.
  const scoring = stepsOf(procedure).findIndex((s) => s.blocks.includes('score'));
  const order = new Map(stepsOf(procedure).map((s, index) => [s.id, index]));
  const done = required.filter((s) => meeting.steps[s.id]?.doneAt || (scoring >= 0 && (order.get(s.id) ?? 0) >= scoring)).length;
  return { key: 'steps', part: done, whole: required.length, met: done === required.length };
}

/** [SCORE-1] The evidence of one kind, or null when the records cannot say. What only other frames than the national one ask for is in `evidence-more.ts`. */
export function evidence(key: EvidenceKey, input: ScoringInput): EvidenceValue | null {
  const { meeting, procedure, now } = input;
  const count = countAttendance(meeting.roster, meeting.marks);
  switch (key) {
    case 'duration': {
      if (!meeting.startedAt) return null;
      const part = durationMinutes(meeting) ?? Math.floor(timing(meeting, now).total / 60);
      const long = input.frame?.longMeeting;
      const whole = Math.max(procedure.params.minMinutes.value, long && count.strength >= long.members ? long.minutes : 0);
      return { key, part, whole, met: part >= whole };
    }
    case 'attendance': {
      if (count.expected === 0) return null;
      const target = procedure.params.attendanceTargetPercent.value;
      const reached = procedure.params.attendanceCompare === 'gt' ? count.ratePercent > target : count.ratePercent >= target;
      return { key, part: count.present, whole: count.expected, met: reached && count.unexcused.length === 0, unexcused: count.unexcused.length > 0 };
    }
    case 'speakers': {
      if (count.present === 0) return null;
      const speakers = speakersOf(meeting);
      return { key, part: speakers, whole: count.present, met: speakers * 2 >= count.present };
    }
    case 'selfCriticism': {
      const part = meeting.contributions.filter((c) => c.kind === 'criticism').length;
      return { key, part, whole: Math.max(1, part), met: part > 0 };
    }
    case 'tasks': {
      const percent = completionPercent(input.reviewedTasks, meeting.date);
      return percent === null ? null : { key, part: percent, whole: 100, met: percent >= 90 };
    }
    case 'preparation':
      return preparation(input);
    case 'steps':
      return steps(input);
    case 'ending':
      return ending(input);
    default:
      return null;
  }
}

/**
 * [SCORE-2] Suggested points: full marks when the rule is met; otherwise the share that is there, rounded down.
 * The published national frame has no tiers; the share is this product's convention and the screen says so.
 * Criteria of judgement (no evidence, or `speakers` and `selfCriticism`, which only inform) get no suggestion.
 */
export function suggestPoints(criterion: Criterion, value: EvidenceValue | null): number | null {
  if (!value || value.key === 'speakers' || value.key === 'selfCriticism') return null;
  if (value.met) return criterion.max;
  return Math.max(0, Math.min(criterion.max - 1, Math.floor((criterion.max * value.part) / Math.max(1, value.whole))));
}

/** A score sheet (phiếu chấm điểm) so far. */
export interface ScoreTotal {
  readonly points: number;
  readonly total: number;
  /** Criteria not scored yet. */
  readonly missing: number;
  /** The grade, once every criterion is scored. */
  readonly grade: Grade | null;
}

/**
 * [SCORE-3] Adds the secretary's points up; a point value above the criterion's maximum counts as the maximum.
 * [SCORE-7] What is not asked of the kind of meeting is not in the total either; the grade is then that of the share reached.
 * [SCORE-6] Where the band asks for full marks on a criterion that has not got them, the grade is the next one down.
 */
export function totalScore(frame: Frame, scores: Meeting['scores'], kind?: MeetingKind): ScoreTotal {
  let points = 0;
  let missing = 0;
  let total = 0;
  const criteria = criteriaOf(frame, kind);
  const given = (criterion: Criterion): number => Math.max(0, Math.min(criterion.max, scores[criterion.id]?.points ?? 0));
  for (const criterion of criteria) {
    total += criterion.max;
    points += given(criterion);
    if (!scores[criterion.id]) missing += 1;
  }
  if (missing > 0) return { points, total, missing, grade: null };
  const band = frame.bands.findIndex(({ min }) => points * frame.total >= min * total);
  const full = criteria.every((criterion) => !frame.bands[band]?.full?.includes(criterion.id) || given(criterion) === criterion.max);
  return { points, total, missing, grade: frame.bands[full ? band : band + 1]?.grade ?? 'poor' };
}

/** [SCORE-4] The grade of a total: the highest band that it reaches, its conditions aside. */
export function gradeFor(frame: Frame, points: number): Grade {
  return frame.bands.find((band) => points >= band.min)?.grade ?? 'poor';
}
