import { countSecret, voteBase, type Ballots, type Decision, type Json, type SecretOutcome, type VoteDraft } from '@/domain';
import { formatPercent, formatTime, useT } from '@/i18n';
import { newId, type Draft } from '@/storage';
import { Banner, Button, Stack, Stepper } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps } from '../meeting-context';
import { useNow } from '../work/use-now';
import { voteOf } from '../work/vote';

interface SecretProps extends BlockProps {
  draft: VoteDraft;
  ballots: Ballots;
  setDraft: (draft: VoteDraft) => Promise<boolean>;
  decision: Decision;
  question: Draft;
  onRecorded: () => void;
}

const PAPERS = ['handedOut', 'returned', 'valid', 'invalid'] as const;
const SIDES = ['yes', 'no', 'other'] as const;

/** The record of a secret ballot: who counted, the papers, the sides. Recorded only when all sums agree; what does not is said in words. */
export default function SecretBallot({ ctx, step, draft, ballots, setDraft, decision, question, onRecorded }: SecretProps) {
  const t = useT('meetingWork');
  const { meeting, roster } = ctx;
  const draftField = `voteDraft/${step.id}`;
  const now = useNow(20);
  const base = voteBase(roster, meeting.marks, formatTime(meeting.endedAt ?? now));
  const outcome = countSecret(ballots, draft, base, decision);
  const tellers = ctx.fields[`${draftField}/tellers`];
  const decided = outcome.kind === 'passed' || outcome.kind === 'failed';
  const ready = decided && question.value.trim() !== '';
  const all = (): void => {
    const papers = ballots.handedOut;
    void setDraft({ ...draft, yes: papers, no: 0, other: 0, ballots: { handedOut: papers, returned: papers, valid: papers, invalid: 0 } });
  };
  const record = async (): Promise<void> => {
    const id = newId();
    await question.flush();
    const { yes, no, other } = draft;
    const vote = { decision, yes, no, other, base: base.base, inRoom: base.inRoom, at: meeting.endedAt ?? new Date().toISOString(), stepId: step.id, ballots };
    const saved = await ctx.set({
      [`vote/${id}`]: vote as unknown as Json,
      [`vote/${id}/question`]: question.value.trim(),
      [`vote/${id}/tellers`]: typeof tellers === 'string' ? tellers.trim() : '',
      [draftField]: null,
      [`${draftField}/question`]: null,
      [`${draftField}/tellers`]: null,
      [`${draftField}/about`]: null,
    }, voteOf(ctx.id, id, ctx.fields[`${draftField}/about`]));
    if (saved) onRecorded();
  };
  return (
    <Stack>
      <DraftField recordKey={ctx.key} field={`${draftField}/tellers`} label={t('secret.tellers')} hint={t('secret.tellersHint')} />
      <Button size="large" icon="vote" onClick={all}>{t('secret.all', { count: ballots.handedOut })}</Button>
      <Stack gap={2} role="group" aria-label={t('secret.papers')}>
        {PAPERS.map((name) => (
          <Stepper key={name} label={t(`secret.${name}`)} value={ballots[name]} max={999} onValue={(value) => void setDraft({ ...draft, ballots: { ...ballots, [name]: value } })} decreaseLabel={t('less')} increaseLabel={t('more')} />
        ))}
      </Stack>
      <Stack gap={2} role="group" aria-label={t('secret.sides')}>
        {SIDES.map((side) => (
          <Stepper key={side} label={t(`vote.sides.${side}`)} value={draft[side]} max={999} onValue={(value) => void setDraft({ ...draft, [side]: value })} decreaseLabel={t('less')} increaseLabel={t('more')} />
        ))}
      </Stack>
      <div role="status">
        <State outcome={outcome} begun={ballots.returned > 0} />
        {decided && question.value.trim() === '' && <p>{t('vote.questionMissing')}</p>}
      </div>
      {ballots.returned > 0 && (
        <Button size="large" variant={ready ? 'primary' : 'secondary'} icon="check" disabled={!ready} onClick={() => void record()}>
          {t('secret.record')}
        </Button>
      )}
    </Stack>
  );
}

function State({ outcome, begun }: { outcome: SecretOutcome; begun: boolean }) {
  const t = useT('meetingWork');
  switch (outcome.kind) {
    case 'passed':
    case 'failed':
      return <p className="ui-strong">{t(outcome.kind === 'passed' ? 'secret.willPass' : 'secret.willFail', { percent: formatPercent(outcome.percent), needed: outcome.needed })}</p>;
    case 'impossible':
      return null;
    default:
      return begun ? <Banner tone="warn" title={t('secret.mismatch')}>{t(`secret.wrong.${outcome.kind}`, { found: outcome.found, expected: outcome.expected })}</Banner> : <p>{t('secret.begin')}</p>;
  }
}
