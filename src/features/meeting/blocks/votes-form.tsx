import { lazy, Suspense } from 'react';
import { DECISIONS, totalScore, type Decision, type HandCount, type Json, type VoteDraft } from '@/domain';
import { formatNumber, formatPercent, formatTime, useRecordT, useT } from '@/i18n';
import { frameFor } from '@/packs';
import { newId, useDraft } from '@/storage';
import { Banner, Button, Checkbox, Field, Select, Stack, Stepper, TextArea } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { useEcho } from '../work/use-echo';
import { useNow } from '../work/use-now';
import { usualDecision, voteNow, voteOf } from '../work/vote';

const Secret = lazy(() => import('./secret-ballot'));
const About = lazy(() => import('./vote-about'));

const NO_HANDS: HandCount = { yes: 0, no: 0, other: 0 };
const SIDES = ['yes', 'no', 'other'] as const;

/** A show of hands being counted. All typed so far is kept; it becomes a vote only when the counts add up and it is recorded. */
export function VoteForm({ ctx, step, onRecorded }: BlockProps & { onRecorded: () => void }) {
  const t = useT('meetingWork');
  const recordT = useRecordT('meetingWork');
  const { meeting, roster } = ctx;
  const draftField = `voteDraft/${step.id}`;
  const [draft, setDraft] = useEcho<VoteDraft>(meeting.voteDrafts[step.id] ?? { ...NO_HANDS, decision: null }, (next) => ctx.set({ [draftField]: { ...next } as unknown as Json }));
  const { ballots: _papers, ...hands } = draft;
  const decision = draft.decision ?? usualDecision(step);
  const frame = frameFor(meeting, ctx.procedure);
  const score = frame && totalScore(frame, meeting.scores, meeting.kind);
  const question = useDraft(
    ctx.key,
    `${draftField}/question`,
    decision === 'selfScore' && score?.grade
      ? recordT('vote.scoreQuestion', { points: formatNumber(score.points), total: score.total, grade: recordT(`grade.${score.grade}`) })
      : decision === 'other' ? '' : recordT(`vote.questions.${decision}`),
  );
  const now = useNow(20);
  const { base, inRoom, needed, outcome } = voteNow(meeting, roster, decision, draft, now);
  /** The event in a member's life that the vote is about, by its id; the rule's decision is fixed then. */
  const about = ctx.fields[`${draftField}/about`];
  const counted = draft.yes + draft.no + draft.other;
  const ready = (outcome.kind === 'passed' || outcome.kind === 'failed') && question.value.trim() !== '';

  const record = async (): Promise<void> => {
    const at = meeting.endedAt ?? new Date().toISOString();
    const last = voteNow(meeting, roster, decision, draft, at);
    // Somebody may have come or gone since the count began.
    if (last.outcome.kind !== 'passed' && last.outcome.kind !== 'failed') return;
    const id = newId();
    const text = question.value.trim();
    await question.flush();
    const { yes, no, other } = draft;
    const saved = await ctx.set({
      [`vote/${id}`]: { decision, yes, no, other, base: last.base, inRoom: last.inRoom, at, stepId: step.id },
      [`vote/${id}/question`]: text,
      [draftField]: null,
      [`${draftField}/question`]: null,
      [`${draftField}/about`]: null,
    }, voteOf(ctx.id, id, about));
    if (saved) onRecorded();
  };

  if (meeting.state === 'planned') return <Banner tone="neutral">{t('vote.notOpen')}</Banner>;
  return (
    <Stack>
      <Suspense><About ctx={ctx} step={step} field={draftField} setDecision={(value) => void setDraft({ ...draft, decision: value })} question={question} /></Suspense>
      <Field label={t('vote.question')}>
        <TextArea rows={2} value={question.value} onValue={question.set} onBlur={() => void question.flush()} />
      </Field>
      <Field label={t('vote.decision')}>
        <Select value={decision} disabled={Boolean(about)} onValue={(value) => void setDraft({ ...draft, decision: value as Decision })}>
          {Object.keys(DECISIONS).map((value) => <option key={value} value={value}>{t(`vote.decisions.${value}`)}</option>)}
        </Select>
      </Field>
      <Checkbox checked={draft.ballots !== undefined} onValue={(secret) => void setDraft({ ...hands, ...(secret ? { ballots: { handedOut: inRoom, returned: 0, valid: 0, invalid: 0 } } : {}) })}>
        {t('secret.title')}
      </Checkbox>
      <p aria-live="polite">
        <strong>{t(`vote.needed.${DECISIONS[decision]}`, { needed, base: formatNumber(base) })}</strong>{' '}
        {t('vote.inRoom', { time: formatTime(meeting.endedAt ?? now), inRoom: formatNumber(inRoom) })}
      </p>
      {outcome.kind === 'impossible' ? (
        <Banner tone="danger" title={t('vote.impossible')}>{t('vote.impossibleWhy', { needed, inRoom })}</Banner>
      ) : draft.ballots ? (
        <Suspense>
          <Secret ctx={ctx} step={step} draft={draft} ballots={draft.ballots} setDraft={setDraft} decision={decision} question={question} onRecorded={onRecorded} />
        </Suspense>
      ) : (
        <>
          <Button
            size="large"
            variant={counted === 0 ? 'primary' : 'secondary'}
            icon="vote"
            onClick={() => void setDraft({ ...draft, yes: Math.max(0, inRoom - draft.no - draft.other) })}
          >
            {t(draft.no + draft.other === 0 ? 'vote.allYes' : 'vote.restYes', { count: Math.max(0, inRoom - draft.no - draft.other) })}
          </Button>
          <Stack gap={2}>
            {SIDES.map((side) => (
              <Stepper
                key={side}
                label={t(`vote.sides.${side}`)}
                value={draft[side]}
                max={inRoom}
                onValue={(value) => void setDraft({ ...draft, [side]: value })}
                decreaseLabel={t('less')}
                increaseLabel={t('more')}
              />
            ))}
          </Stack>
          <p role="status" className="ui-strong">
            {outcome.kind === 'incomplete'
              ? t('vote.incomplete', { counted, inRoom, missing: inRoom - counted })
              : outcome.kind === 'tooMany'
                ? t('vote.tooMany', { counted, inRoom, extra: counted - inRoom })
                : t(outcome.kind === 'passed' ? 'vote.willPass' : 'vote.willFail', { percent: formatPercent(outcome.percent), needed })}
            {outcome.kind !== 'incomplete' && question.value.trim() === '' && ` ${t('vote.questionMissing')}`}
          </p>
          {counted > 0 && (
            <Button size="large" variant={ready ? 'primary' : 'secondary'} icon="check" disabled={!ready} onClick={() => void record()}>
              {t('vote.record')}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
