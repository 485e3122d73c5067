import { useEffect, useMemo, useState } from 'react';
import { alarms, readDues, readMeeting, readMember, recordKey, type Alarm, type CalendarDate, type Held } from '@/domain';
import { useBook, useCollection, useDirectory } from './hooks';

/** What the rules want noticed this year; undefined until this year's meetings have been read. */
export function useAlarms(today: CalendarDate): readonly Alarm[] | undefined {
  const book = useBook();
  const directory = useDirectory();
  const records = useCollection('member');
  const wanted = directory?.filter(({ state, date }) => (state === 'ended' || state === 'closed') && date.slice(0, 4) === today.slice(0, 4)).map(({ id }) => id).join(' ');
  const [read, setRead] = useState<{ wanted: string; held: readonly Held[] }>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let live = true;
    const ids = wanted === '' ? [] : wanted.split(' ');
    Promise.all(ids.map(async (id) => readMeeting(id, await book.read(recordKey('meeting', id))))).then(
      (held) => live && setRead({ wanted, held }),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted]);
  return useMemo(() => {
    if (!records || read?.wanted !== wanted || !read) return undefined;
    const members = records.map(({ id, fields }) => readMember(id, fields));
    return alarms(members, read.held, new Map(records.map(({ id, fields }) => [id, readDues(fields)])), today);
  }, [records, read, wanted, today]);
}
