import { useEffect, useState } from 'react';
import { addDays, isCellMeeting, lifeFlow, readMeeting, recordKey, type LifeEvent, type Meeting, type Vote } from '@/domain';
import { useBook, useDirectory } from '@/storage';

/** How long before an event was written down its vote is still looked for, days. */
const BACK = 400;

/** Votes of the cell's meetings that an event could rest on, newest first; undefined while the meetings are being read. */
export function useVotes(life: LifeEvent): readonly { meeting: Meeting; vote: Vote }[] | undefined {
  const book = useBook();
  const directory = useDirectory();
  const since = addDays(life.openedOn, -BACK);
  const wanted = directory?.filter(({ kind, state, date }) => isCellMeeting(kind) && state !== 'planned' && state !== 'cancelled' && date >= since).map(({ id }) => id).join(' ');
  const { decision } = lifeFlow(life);
  const [votes, setVotes] = useState<readonly { meeting: Meeting; vote: Vote }[]>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let live = true;
    const ids = wanted === '' ? [] : wanted.split(' ');
    Promise.all(ids.map(async (id) => readMeeting(id, await book.read(recordKey('meeting', id))))).then(
      (meetings) => live && setVotes(meetings.flatMap((meeting) => meeting.votes.filter((vote) => vote.decision === decision).map((vote) => ({ meeting, vote })))),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted, decision]);
  return votes;
}
