import { useMemo } from 'react';
import { compareNames, hasDuty, readDuty, type CalendarDate, type Duty, type Member } from '@/domain';
import { useCollection } from '@/storage';
import { useMembers } from '../use-members';

/** One member with their duties of a year and of the year before. */
export interface DutyRow {
  readonly member: Member;
  readonly duty: Duty | null;
  readonly before: Duty | null;
}

/** Everybody who has duties in a year, by given name: those who are given them now, and those who had some. Undefined until loaded. */
export function useDuties(year: number, today: CalendarDate): readonly DutyRow[] | undefined {
  const members = useMembers();
  const records = useCollection('duty');
  return useMemo(() => {
    if (!members || !records) return undefined;
    const duties = records.flatMap(({ fields }) => readDuty(fields) ?? []);
    const of = (id: string, when: number): Duty | null => duties.find((duty) => duty.memberId === id && duty.year === when) ?? null;
    return members
      .map((member) => ({ member, duty: of(member.id, year), before: of(member.id, year - 1) }))
      .filter(({ member, duty }) => member.name !== '' && (hasDuty(member, today) || duty !== null))
      .sort((a, b) => compareNames(a.member.name, b.member.name));
  }, [members, records, year, today]);
}
