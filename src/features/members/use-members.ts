import { useMemo, useState } from 'react';
import { dateInVietnam, readMember, type CalendarDate, type Member } from '@/domain';
import { useCollection } from '@/storage';

/** The day on which the screen was opened. */
export function useToday(): CalendarDate {
  return useState(() => dateInVietnam(new Date().toISOString()))[0];
}

/** All members of the book, in no order; undefined until loaded. A record whose texts were all cleared again is none. */
export function useMembers(): readonly Member[] | undefined {
  const records = useCollection('member');
  return useMemo(
    () => records?.filter(({ fields }) => Object.values(fields).some((value) => value !== '')).map(({ id, fields }) => readMember(id, fields)),
    [records],
  );
}
