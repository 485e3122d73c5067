import { meetingPoint, type MeetingPoint } from './history';
import { criteriaOf, type Frame } from './frame';
import type { Meeting } from './meeting';
import { findStep, type Procedure } from './procedure';
import { resolutionsPassed } from './resolution';
import { outcomeOf } from './votes';

/** [PRIV-2] Steps whose content stays in the cell; a step that this procedure does not know is taken as one of them. */
export function staysInside(procedure: Procedure | null, stepId: string): boolean {
  const found = procedure && findStep(procedure, stepId);
  return !found || found.step.sensitivity !== undefined;
}

/** [PRIV-2] Petitions to the committee, word by word: those of steps whose content may leave the cell. */
export const petitionsOf = (meeting: Meeting, procedure: Procedure | null): string[] =>
  meeting.contributions.filter((one) => one.kind === 'petition' && one.text.trim() !== '' && !staysInside(procedure, one.stepId)).map((one) => one.text);

/** Points that a meeting did not get on a criterion, and what was said to it. */
export interface LostPoints {
  readonly label: string;
  readonly lost: number;
  readonly reason: string;
}

/** One meeting of the cell as reports need it: what the histories measure, and the words that go up anyway. */
export interface ReportMeeting {
  readonly point: MeetingPoint;
  readonly votes: number;
  readonly votesPassed: number;
  readonly resolutions: number;
  readonly theme: string;
  readonly petitions: readonly string[];
  readonly weakness: string;
  readonly lost: readonly LostPoints[];
}

/**
 * What a report takes of a meeting's record. [REP-6] Measures are those of the histories ([HIST-3]), whether a vote passed is read from the vote itself.
 * [REP-11] Nothing of what was said is in it but petitions and what the self-score calls weak, which go up with the meeting's own document.
 * @param procedure null where the app does not have it: then no petition is told
 */
export function reportMeeting(meeting: Meeting, procedure: Procedure | null, frame: Frame | null): ReportMeeting {
  const scored = frame && frame.scale !== 'met' ? criteriaOf(frame, meeting.kind) : [];
  return {
    point: meetingPoint(meeting, procedure?.params ?? null),
    votes: meeting.votes.length,
    votesPassed: meeting.votes.filter((vote) => outcomeOf(vote).kind === 'passed').length,
    resolutions: resolutionsPassed(meeting).length,
    theme: meeting.theme.title,
    petitions: petitionsOf(meeting, procedure),
    weakness: meeting.weakness,
    lost: scored.flatMap(({ id, label, max }): LostPoints[] => {
      const entry = meeting.scores[id];
      return entry && entry.points < max ? [{ label, lost: Math.round((max - entry.points) * 100) / 100, reason: entry.reason ?? '' }] : [];
    }),
  };
}
