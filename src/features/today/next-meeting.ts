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

/** Every procedure numbers its opening alike; the letters before are those of the kind of meeting. */
const LETTERS: Readonly<Record<string, string>> = { thematic: 'cd', extraordinary: 'bt', cellCommittee: 'cu', committee: 'ca' };
const openingStep = (kind: string, number: string): string => `${LETTERS[kind] ?? 'tk'}-md-${number}`;

/** The step of the roll: what a secretary opens the book for while people come in. */
const ROLL = '03';

/** The step that begins the sitting, with the list of what is ready and what is not. */
const OPENING = '01';

/** Where the card's button leads: on its day to the opening, else to where the meeting was left. */
export const meetingHref = (entry: DirectoryEntry, today: CalendarDate): string => {
  const step = entry.state === 'planned' && entry.date === today ? openingStep(entry.kind, OPENING) : entry.stepId;
  return `/cuoc-hop/${entry.id}${step ? `/${step}` : ''}`;
};
/** Straight to the roll. */
export const rollHref = (entry: DirectoryEntry): string => `/cuoc-hop/${entry.id}/${openingStep(entry.kind, ROLL)}`;
