import { findStep, OUTCOMES, type Contribution } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Card, ChipGroup, Field, Section, TextArea } from '@/ui';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { useEcho } from '../work/use-echo';

function Proposal({ ctx, one }: { ctx: MeetingContext; one: Contribution }) {
  const t = useT('meetingWork');
  const answer = useDraft(ctx.key, `con/${one.id}/answer`);
  const [outcome, setOutcome] = useEcho(one.outcome, (next) => ctx.set({ [`con/${one.id}/outcome`]: next }));
  return (
    <Card title={ctx.nameOf(one.memberId)} level={3}>
      <p><span className="ui-caption">{t(`contribution.kinds.${one.kind}`)}</span><br />{one.text.trim() || t('contribution.empty')}</p>
      {ctx.locked ? (
        <p>{[outcome && t(`proposal.outcomes.${outcome}`), answer.value].filter(Boolean).join(': ')}</p>
      ) : (
        <>
          <ChipGroup
            clearable
            label={t('proposal.outcome')}
            options={OUTCOMES.map((value) => ({ value, label: t(`proposal.outcomes.${value}`) }))}
            value={outcome}
            onValue={(next) => void setOutcome(next)}
          />
          <Field label={t('proposal.answer')}>
            <TextArea rows={1} value={answer.value} onValue={answer.set} onBlur={() => void answer.flush()} />
          </Field>
        </>
      )}
    </Card>
  );
}

/** Proposals, petitions and questions, each with the chair's answer. What was said at a restricted step stays there. */
export function ProposalsBlock({ ctx }: BlockProps) {
  const t = useT('meetingWork');
  const asked = ctx.meeting.contributions.filter(
    ({ kind, stepId }) =>
      (kind === 'proposal' || kind === 'petition' || kind === 'question') && findStep(ctx.procedure, stepId)?.step.sensitivity !== 'restricted',
  );
  return (
    <Section title={t('proposal.title')}>
      {asked.length === 0 && <p className="ui-muted">{t('proposal.none')}</p>}
      {asked.map((one) => <Proposal key={one.id} ctx={ctx} one={one} />)}
    </Section>
  );
}
