import { finalGrade, type CalendarDate } from '@/domain';
import { useT } from '@/i18n';
import { useWrite } from '@/storage';
import { useLocation } from 'wouter';
import { Banner, Button, PageHeader, Spinner, Stack, useToast } from '@/ui';
import { CommentCard } from './comment-card';
import { CommitteeCard } from './committee-card';
import { EvidenceCard } from './evidence-card';
import { FormCard } from './form-card';
import { GradeBadge } from './grade-badge';
import { PaperCard } from './paper-card';
import { SelfCard } from './self-card';
import { UngradedCard } from './ungraded-card';
import { useEvidence } from './use-evidence';
import { useReview, type Review } from './use-review';
import { useReviewYear } from './use-year';
import { VoteCard } from './vote-card';

/** One review from the paper that was handed in to the committee's decision, and beside it what the book knows. */
export function PersonPage({ id, year, memberId }: { id: string; year: number; memberId: string | null }) {
  const t = useT('appraisal');
  const review = useReview(id, year, memberId);
  const evidence = useEvidence(memberId, review?.day);
  if (!review) return <Spinner>{t('common:loading')}</Spinner>;
  const { member, appraisal, graded } = review;
  const grade = graded ? finalGrade(appraisal) : null;
  return (
    <>
      <PageHeader
        title={member === null ? t('cell') : member.name || t('noOne')}
        subtitle={<span className="ui-line">{t('ofYear', { year })}{grade && <GradeBadge grade={grade} />}</span>}
        back={{ label: t('toYear', { year }), href: `/kiem-diem/${year}` }}
      />
      <Stack gap={5}>
        <Banner icon="shield">{t('privacyShort')}</Banner>
        {graded ? (
          <>
            {evidence && member && <EvidenceCard evidence={evidence} memberId={member.id} />}
            <FormCard review={review} evidence={evidence} />
            <SelfCard review={review} />
            <CommentCard review={review} />
            <VoteCard review={review} />
            <CommitteeCard review={review} />
            <PaperCard review={review} />
            <UngradedCard review={review} />
          </>
        ) : (
          <UngradedCard review={review} />
        )}
        <Next id={id} year={year} today={review.today} />
        {appraisal && <Remove review={review} />}
      </Stack>
    </>
  );
}

/** On to the next on the year's list, so that a whole cell is written down without going back each time. */
function Next({ id, year, today }: { id: string; year: number; today: CalendarDate }) {
  const t = useT('appraisal');
  const list = useReviewYear(year, today);
  const lines = list ? [list.cell, ...list.people] : [];
  const next = lines[lines.findIndex((line) => line.id === id) + 1];
  return <Button size="large" block icon="next" href={next ? `/kiem-diem/${next.id}` : `/kiem-diem/${year}`}>{next?.member ? t('next', { name: next.member.name }) : t('toYear', { year })}</Button>;
}

function Remove({ review: { record, fields, year } }: { review: Review }) {
  const t = useT('appraisal');
  const write = useWrite();
  const toast = useToast();
  const [, navigate] = useLocation();
  const remove = async (): Promise<void> => {
    const put = (back: boolean): Promise<boolean> => write(Object.entries(fields).map(([field, value]) => ({ key: record, field, value: back ? value : null })));
    if (!(await put(false))) return;
    navigate(`/kiem-diem/${year}`);
    toast({ text: t('removed'), action: { label: t('undo'), run: () => void put(true) } });
  };
  return <Button variant="quiet" icon="trash" onClick={() => void remove()}>{t('remove')}</Button>;
}
