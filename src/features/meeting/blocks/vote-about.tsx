import { lifeFlow, type Decision } from '@/domain';
import { useT } from '@/i18n';
import type { Draft } from '@/storage';
import { Field, Select } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { usualDecision } from '../work/vote';
import { useWaiting } from '../work/waiting';

interface AboutProps extends BlockProps {
  /** The vote being prepared: `voteDraft/<step>`. */
  field: string;
  setDecision: (decision: Decision) => void;
  question: Draft;
}

/** Which event in a member's life the vote is about, where any waits for one: it names the person and fixes the threshold. */
export default function VoteAbout({ ctx, step, field, setDecision, question }: AboutProps) {
  const t = useT('life');
  const waiting = useWaiting(ctx.meeting.kind);
  // Where the programme or the points are voted on, nobody's life is.
  if (!waiting || waiting.length === 0 || ['programme', 'selfScore'].includes(usualDecision(step))) return null;
  const chosen = ctx.fields[`${field}/about`];
  const choose = (id: string): void => {
    const one = waiting.find(({ life }) => life.id === id);
    const decision = one && lifeFlow(one.life).decision;
    void ctx.set({ [`${field}/about`]: id || null });
    if (!one || !decision) return;
    setDecision(decision);
    question.set(one.question);
    void question.flush();
  };
  return (
    <Field label={t('about.label')} hint={t('about.hint')}>
      <Select value={waiting.find(({ life }) => life.id === chosen)?.life.id ?? ''} onValue={choose}>
        <option value="">{t('about.none')}</option>
        {waiting.map(({ life, name }) => <option key={life.id} value={life.id}>{t('about.option', { kind: t(`kind.${life.kind}`), name })}</option>)}
      </Select>
    </Field>
  );
}
