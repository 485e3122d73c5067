import { votedGrade, YEAR_GRADES } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Banner, Card, DateInput, Field, Select, TextInput } from '@/ui';
import type { Review } from './use-review';

/** The grade that the committee decided: it is the year's. */
export function CommitteeCard({ review: { record, appraisal, put } }: { review: Review }) {
  const t = useT('appraisal');
  const number = useDraft(record, 'committee/number');
  const { grade = null, on = null } = appraisal?.committee ?? {};
  const voted = votedGrade(appraisal);
  return (
    <Card title={t('committee.title')}>
      <Field label={t('committee.grade')}>
        <Select value={grade ?? ''} onValue={(value) => put({ 'committee/grade': value || null })}>
          <option value="">{t('committee.noGrade')}</option>
          {YEAR_GRADES.map((one) => <option key={one} value={one}>{t(`grade.${one}`)}</option>)}
        </Select>
      </Field>
      {grade && (
        <>
          {voted && voted !== grade && <Banner tone="neutral">{t('committee.differs', { grade: t(`grade.${voted}`) })}</Banner>}
          <Field label={t('committee.on')}>
            <DateInput value={on ?? ''} onValue={(value) => put({ 'committee/on': value || null })} />
          </Field>
          <Field label={t('committee.number')}>
            <TextInput maxLength={60} value={number.value} onValue={number.set} onBlur={() => void number.flush()} />
          </Field>
        </>
      )}
    </Card>
  );
}
