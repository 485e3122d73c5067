import { useState } from 'react';
import { gradeOutcome } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Banner, Button, Card, Row } from '@/ui';
import { GradeBadge } from './grade-badge';
import { outcomeWords } from './outcome-words';
import type { Review } from './use-review';
import { VoteSheet } from './vote-sheet';

/** The cell's vote on the grade: its result, and the sheet in which it is counted. */
export function VoteCard({ review }: { review: Review }) {
  const t = useT('appraisal');
  const [open, setOpen] = useState(false);
  const { appraisal } = review;
  const outcome = appraisal?.vote ? gradeOutcome(appraisal.vote) : null;
  return (
    <Card title={t('vote.title')} actions={outcome?.kind === 'decided' ? <GradeBadge grade={outcome.grade} /> : undefined}>
      {outcome?.kind === 'decided' ? <p>{outcomeWords(outcome, t)}</p> : outcome ? <Banner tone="warn">{outcomeWords(outcome, t)}</Banner> : <p className="ui-muted">{t('vote.none')}</p>}
      {appraisal?.votedOn && <p className="ui-caption">{`${t('vote.on')}: ${formatDate(appraisal.votedOn)}`}</p>}
      <Row><Button icon="vote" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t(outcome ? 'vote.change' : 'vote.enter')}</Button></Row>
      <VoteSheet review={review} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}
