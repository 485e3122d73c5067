import { minutesBetween, type Instant } from './dates';
import type { Meeting } from './meeting';

/** Seconds spent in each step, and in the meeting as a whole. */
export interface Timing {
  readonly bySteps: Readonly<Record<string, number>>;
  /** From opening to the end, or to now while it goes on; seconds. */
  readonly total: number;
}

/**
 * [TIME-1] A step's time runs from opening it to opening the next, also while the app is closed: the meeting goes on in the room.
 * Visits before the start and after the end do not count. Times are the phone's, and are labelled so.
 */
export function timing(meeting: Pick<Meeting, 'startedAt' | 'endedAt' | 'visits'>, now: Instant): Timing {
  if (!meeting.startedAt) return { bySteps: {}, total: 0 };
  const end = Date.parse(meeting.endedAt ?? now);
  const start = Date.parse(meeting.startedAt);
  const bySteps: Record<string, number> = {};
  meeting.visits.forEach((visit, index) => {
    const from = Math.max(start, Date.parse(visit.at));
    const next = meeting.visits[index + 1];
    const to = Math.min(end, next ? Date.parse(next.at) : end);
    if (to > from) bySteps[visit.stepId] = (bySteps[visit.stepId] ?? 0) + (to - from) / 1000;
  });
  return { bySteps, total: Math.max(0, (end - start) / 1000) };
}

/** Length of a meeting in whole minutes; null while it has not ended. */
export function durationMinutes(meeting: Pick<Meeting, 'startedAt' | 'endedAt'>): number | null {
  return meeting.startedAt && meeting.endedAt ? minutesBetween(meeting.startedAt, meeting.endedAt) : null;
}
