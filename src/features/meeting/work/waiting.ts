import { useEffect, useState } from 'react';
import { isCellMeeting, lifeState, type LifeEvent, type MeetingKind } from '@/domain';
import { loadNamespaces, useRecordT } from '@/i18n';
import { useCollection } from '@/storage';
import { useLives } from '@/storage/lives';

/** An event in a member's life that waits for the cell's vote, and what is to be voted on in words of the record. */
export interface Waiting {
  readonly life: LifeEvent;
  readonly name: string;
  readonly question: string;
}

/** What the members' lives have to be voted on in a meeting of a kind; nothing in one that is not the cell's. Undefined until it is known. */
export function useWaiting(kind: MeetingKind): readonly Waiting[] | undefined {
  const recordT = useRecordT('life');
  const [ready, setReady] = useState(false);
  const lives = useLives();
  const members = useCollection('member');
  useEffect(() => {
    let live = true;
    loadNamespaces(['life']).then(
      () => live && setReady(true),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, []);
  if (!ready || !lives || !members) return undefined;
  if (!isCellMeeting(kind)) return [];
  const names = new Map(members.map(({ id, fields }) => [id, fields['name']]));
  return lives
    .filter(({ life, vote }) => lifeState(life, vote).next?.id === 'vote')
    .map(({ life }) => {
      const own = names.get(life.memberId ?? '') ?? life.name;
      const name = typeof own === 'string' && own !== '' ? own : recordT('person.unnamed');
      return { life, name, question: recordT(`about.question.${life.kind}`, { name, reason: life.reason && recordT(`reason.${life.reason}`).toLowerCase() }) };
    });
}
