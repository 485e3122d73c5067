import { useEffect, useState } from 'react';
import { isCellMeeting, lifeFlow, lifeState, type Decision, type LifeEvent } from '@/domain';
import { loadNamespaces, useRecordT, useT } from '@/i18n';
import type { Draft } from '@/storage';
import { useLives } from '@/storage/lives';
import { Field, Select } from '@/ui';
import type { MeetingContext } from '../meeting-context';

interface AboutProps {
  ctx: MeetingContext;
  /** The vote being prepared: `voteDraft/<step>`. */
  field: string;
  setDecision: (decision: Decision) => void;
  question: Draft;
}

/** Which event in a member's life the vote is about, where any waits for one: it names the person and fixes the threshold. */
export default function VoteAbout({ ctx, field, setDecision, question }: AboutProps) {
  const t = useT('life');
  const recordT = useRecordT('life');
  const [ready, setReady] = useState(false);
  const lives = useLives();
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
  if (!ready || !lives || !isCellMeeting(ctx.meeting.kind)) return null;
  const waiting = lives.filter(({ life, vote }) => lifeState(life, vote).next?.id === 'vote').map(({ life }) => life);
  const chosen = ctx.fields[`${field}/about`];
  if (waiting.length === 0) return null;
  const nameOf = (life: LifeEvent): string => ctx.nameOf(life.memberId) || life.name || t('person.unnamed');
  const choose = (id: string): void => {
    const life = waiting.find((one) => one.id === id);
    const decision = life && lifeFlow(life).decision;
    void ctx.set({ [`${field}/about`]: id || null });
    if (!life || !decision) return;
    setDecision(decision);
    question.set(recordT(`about.question.${life.kind}`, { name: nameOf(life), reason: life.reason && recordT(`reason.${life.reason}`).toLowerCase() }));
    void question.flush();
  };
  return (
    <Field label={t('about.label')} hint={t('about.hint')}>
      <Select value={waiting.find(({ id }) => id === chosen)?.id ?? ''} onValue={choose}>
        <option value="">{t('about.none')}</option>
        {waiting.map((life) => <option key={life.id} value={life.id}>{t('about.option', { kind: t(`kind.${life.kind}`), name: nameOf(life) })}</option>)}
      </Select>
    </Field>
  );
}
