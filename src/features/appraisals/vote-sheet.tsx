import { gradeOutcome, YEAR_GRADES, type Ballots, type GradeVote } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Banner, Button, Checkbox, DateInput, Field, Select, Sheet, Stack, Stepper, useToast } from '@/ui';
import { outcomeWords } from './outcome-words';
import type { Review } from './use-review';
import { useVote } from './use-vote';

const PAPERS = ['handedOut', 'returned', 'valid', 'invalid'] as const;
const FIELDS = ['vote', 'voteMeetingId', 'votedOn'] as const;

/** The vote being counted: where, of how many, by hands or secret, how many for each grade. */
export function VoteSheet({ review, open, onClose }: { review: Review; open: boolean; onClose: () => void }) {
  const t = useT('appraisal');
  return (
    <Sheet open={open} title={t('vote.sheet')} closeLabel={t('common:close')} onClose={onClose}>
      <VoteForm review={review} onClose={onClose} />
    </Sheet>
  );
}

function VoteForm({ review, onClose }: { review: Review; onClose: () => void }) {
  const t = useT('appraisal');
  const toast = useToast();
  const { appraisal, put } = review;
  const { vote, meetingId, on, set, chooseMeeting, meetings } = useVote(review);
  const outcome = gradeOutcome(vote);
  const clear = (): void => {
    const was = Object.fromEntries(FIELDS.map((field) => [field, review.fields[field] ?? null]));
    put(Object.fromEntries(FIELDS.map((field) => [field, null])));
    onClose();
    toast({ text: t('vote.cleared'), action: { label: t('undo'), run: () => put(was) } });
  };
  const secret = (on: boolean): void => {
    const { ballots: _papers, ...hands } = vote;
    set(on ? { ...hands, ballots: { handedOut: vote.base, returned: vote.base, valid: vote.base, invalid: 0 } } : hands);
  };
  return (
    <Stack>
      <Field label={t('vote.meeting')}>
        <Select value={meetingId ?? ''} onValue={(id) => void chooseMeeting(id)}>
          <option value="">{t('vote.noMeeting')}</option>
          {meetings.map(({ id, kind, date }) => <option key={id} value={id}>{t('vote.meetingOn', { kind: t(`today:kind.${kind}`), date: formatDate(date) })}</option>)}
        </Select>
      </Field>
      {!meetingId && (
        <Field label={t('vote.on')}>
          <DateInput value={on} onValue={(day) => day && put({ votedOn: day })} />
        </Field>
      )}
      <Counter label={t('vote.base')} value={vote.base} onValue={(base) => set({ ...vote, base })} />
      <p className="ui-caption">{t(meetingId ? 'vote.baseFromMeeting' : 'vote.baseHint')}</p>
      <Checkbox checked={vote.ballots !== undefined} onValue={secret}>{t('vote.secret')}</Checkbox>
      {vote.ballots && <Papers vote={vote} ballots={vote.ballots} set={set} />}
      <Stack gap={2} role="group" aria-label={t('vote.counts')}>
        {YEAR_GRADES.map((grade) => (
          <Counter key={grade} label={t(`grade.${grade}`)} value={vote.counts[grade]} onValue={(count) => set({ ...vote, counts: { ...vote.counts, [grade]: count } })} />
        ))}
        <Counter label={t('vote.other')} value={vote.other} onValue={(other) => set({ ...vote, other })} />
      </Stack>
      <div role="status">
        {outcome.kind === 'decided' ? <p className="ui-strong">{outcomeWords(outcome, t)}</p> : <Banner tone={outcome.kind === 'empty' ? 'neutral' : 'warn'} role="presentation">{outcomeWords(outcome, t)}</Banner>}
        {'needed' in outcome && <p className="ui-caption">{`${t('vote.needed', { needed: outcome.needed, base: outcome.base })} ${t('vote.threshold')}`}</p>}
      </div>
      <Button variant="primary" size="large" block onClick={onClose}>{t('done')}</Button>
      {appraisal?.vote && <Button variant="quiet" icon="trash" onClick={clear}>{t('vote.clear')}</Button>}
    </Stack>
  );
}

function Papers({ vote, ballots, set }: { vote: GradeVote; ballots: Ballots; set: (vote: GradeVote) => void }) {
  const t = useT('appraisal');
  return (
    <Stack gap={2} role="group" aria-label={t('vote.papers')}>
      {PAPERS.map((name) => <Counter key={name} label={t(`vote.${name}`)} value={ballots[name]} onValue={(value) => set({ ...vote, ballots: { ...ballots, [name]: value } })} />)}
    </Stack>
  );
}

function Counter({ label, value, onValue }: { label: string; value: number; onValue: (value: number) => void }) {
  const t = useT('appraisal');
  return <Stepper label={label} value={value} max={999} onValue={onValue} decreaseLabel={t('vote.less')} increaseLabel={t('vote.more')} />;
}
