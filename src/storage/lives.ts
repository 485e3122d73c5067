import { useEffect, useMemo, useState } from 'react';
import { ARRIVALS, LIFE_STEPS, lifeVote, readLife, readMeeting, recordKey, type LifeEvent, type LifeWithVote, type Meeting } from '@/domain';
import { useBook, useCollection } from './hooks';

/** Begun and left again before a name was written: nothing is known of anybody. */
const isBlank = (life: LifeEvent): boolean =>
  ARRIVALS.includes(life.kind) && life.memberId === null && life.name === '' && life.link === null && LIFE_STEPS.every((step) => life.steps[step].on === null);

/** All events in the members' lives, each with what became of its vote; undefined until they and the meetings that they name have been read. */
export function useLives(): readonly LifeWithVote[] | undefined {
  const book = useBook();
  const records = useCollection('life');
  const lives = useMemo(() => records?.flatMap(({ id, fields }) => readLife(id, fields) ?? []).filter((life) => !isBlank(life)), [records]);
  const wanted = useMemo(() => lives && [...new Set(lives.flatMap(({ link }) => link?.meetingId ?? []))].sort().join(' '), [lives]);
  const [read, setRead] = useState<{ wanted: string; meetings: ReadonlyMap<string, Meeting> }>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let live = true;
    const ids = wanted === '' ? [] : wanted.split(' ');
    Promise.all(ids.map(async (id) => [id, readMeeting(id, await book.read(recordKey('meeting', id)))] as const)).then(
      (all) => live && setRead({ wanted, meetings: new Map(all) }),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted]);
  return useMemo(() => {
    if (!lives || !read || read.wanted !== wanted) return undefined;
    return lives.map((life) => ({ life, vote: lifeVote(life, life.link ? read.meetings.get(life.link.meetingId) : undefined) }));
  }, [lives, read, wanted]);
}
