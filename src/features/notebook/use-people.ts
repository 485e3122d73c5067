import { useMemo } from 'react';
import { compareNames, isPresent, readMeeting, readMember, recordKey, statusOn, type CalendarDate, type NotebookEntry } from '@/domain';
import { useCollection, useFields } from '@/storage';
import type { FromMeeting } from './place';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Whose pages there are: at a meeting those who are in the room, otherwise everybody who belongs to the cell or has notes. By given name. */
export function usePeople(from: FromMeeting | null, notes: readonly NotebookEntry[] | undefined, today: CalendarDate): readonly Person[] | undefined {
  const members = useCollection('member');
  const held = useFields(recordKey('meeting', from?.meetingId ?? 'none'));
  return useMemo(() => {
    if (!members || !held || !notes) return undefined;
    const meeting = from ? readMeeting(from.meetingId, held) : null;
    const people: readonly Person[] =
      meeting && meeting.roster.length > 0
        ? meeting.roster.filter((entry) => isPresent(entry, meeting.marks))
        : members.map(({ id, fields }) => readMember(id, fields)).filter((member) => statusOn(member, today) !== 'left' || notes.some((note) => note.memberId === member.id));
    return [...people].sort((a, b) => compareNames(a.name, b.name));
  }, [members, held, notes, from, today]);
}
