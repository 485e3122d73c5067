import { useEffect, useMemo, useState } from 'react';
import { dutyKey, isCellMeeting, readDuty, readMeeting, readNote, readTask, recordKey, yearEvidence, type CalendarDate, type Meeting, type YearEvidence } from '@/domain';
import { useBook, useCollection, useDirectory, useFields } from '@/storage';

/** What the book knows of a member's year [APR-11]; undefined until read, and for the cell as a whole. Only that year's meetings are opened. */
export function useEvidence(memberId: string | null, day: CalendarDate | undefined): YearEvidence | undefined {
  const book = useBook();
  const directory = useDirectory();
  const tasks = useCollection('task');
  const notes = useCollection('note');
  const duty = useFields(dutyKey(memberId ?? 'none', Number(day?.slice(0, 4) ?? 0)));
  const [meetings, setMeetings] = useState<readonly Meeting[]>();
  const year = memberId === null ? undefined : day?.slice(0, 4);
  const wanted = year && directory?.filter(({ kind, date, state }) => isCellMeeting(kind) && date.startsWith(year) && (state === 'ended' || state === 'closed')).map(({ id }) => id).join(' ');
  useEffect(() => {
    if (wanted === undefined) return;
    let live = true;
    Promise.all((wanted === '' ? [] : wanted.split(' ')).map(async (id) => readMeeting(id, await book.read(recordKey('meeting', id))))).then(
      (all) => live && setMeetings(all),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted]);
  return useMemo(() => {
    if (memberId === null || !day || !meetings || !tasks || !notes || !duty) return undefined;
    return yearEvidence(memberId, day, meetings, tasks.map(({ id, fields }) => readTask(id, fields)), notes.flatMap(({ id, fields }) => readNote(id, fields) ?? []), readDuty(duty));
  }, [memberId, day, meetings, tasks, notes, duty]);
}
