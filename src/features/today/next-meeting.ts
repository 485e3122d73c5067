import type { CalendarDate } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/**
 * The meeting that the day is about: one going on; today's; one whose minutes are not closed; the next planned;
 * else one whose day has passed without it. `directory` is newest first.
 */
export function nextMeeting(directory: readonly DirectoryEntry[], today: CalendarDate): DirectoryEntry | undefined {
  const planned = directory.filter((entry) => entry.state === 'planned').reverse();
  return (
    directory.find((entry) => entry.state === 'open') ??
    planned.find((entry) => entry.date === today) ??
    directory.find((entry) => entry.state === 'ended') ??
    planned.find((entry) => entry.date > today) ??
    planned.at(-1)
  );
}

/** The step of the roll: what a secretary opens the book for while people come in. */
const ROLL = 'tk-md-03';

/** Where the card's buttons lead. */
export const meetingHref = (entry: DirectoryEntry): string => `/cuoc-hop/${entry.id}${entry.stepId ? `/${entry.stepId}` : ''}`;
/** Straight to the roll. */
export const rollHref = (entry: DirectoryEntry): string => `/cuoc-hop/${entry.id}/${ROLL}`;
