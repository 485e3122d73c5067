import { useParams } from 'wouter';
import { splitAppraisalId } from '@/domain';
import { useT } from '@/i18n';
import { Button, EmptyState } from '@/ui';
import { PersonPage } from './person-page';
import { YearPage } from './year-page';

/** `/kiem-diem`: a year's list; `/kiem-diem/2026` another year's; `/kiem-diem/2026-…` one review. */
export function AppraisalsPage() {
  const t = useT('appraisal');
  const { id } = useParams<{ id?: string }>();
  if (id === undefined || /^\d{4}$/.test(id)) return <YearPage asked={id === undefined ? null : Number(id)} />;
  const whose = splitAppraisalId(id);
  if (!whose) return <EmptyState icon="star" level={1} title={t('unknown')} action={<Button href="/kiem-diem">{t('title')}</Button>}>{t('unknownText')}</EmptyState>;
  return <PersonPage key={id} id={id} year={whose.year} memberId={whose.memberId} />;
}
