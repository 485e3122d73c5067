import { gradeOfPoints, pointsOf, YEAR_GRADES } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { Banner, Card, Disclosure, RadioGroup, Stack, Stepper } from '@/ui';
import type { Review } from './use-review';

/** The grade that the member (or the cell) proposes, and the points of the form behind it. */
export function SelfCard({ review }: { review: Review }) {
  const t = useT('appraisal');
  const { member, appraisal, put } = review;
  const cell = member === null;
  return (
    <Card title={t(cell ? 'self.cellTitle' : 'self.title')}>
      <RadioGroup
        label={t(cell ? 'self.cellGrade' : 'self.grade')}
        value={appraisal?.selfGrade}
        onValue={(selfGrade) => put({ selfGrade })}
        options={YEAR_GRADES.map((value) => ({ value, label: t(`grade.${value}`) }))}
      />
      {review.form.points && <Points review={review} />}
    </Card>
  );
}

function Points({ review: { rules, form, appraisal, put } }: { review: Review }) {
  const t = useT('appraisal');
  const points = appraisal?.points ?? {};
  const total = pointsOf(form, points);
  const grade = total && gradeOfPoints(rules, total.sum);
  const own = appraisal?.selfGrade;
  const higher = grade && own && YEAR_GRADES.indexOf(own) < YEAR_GRADES.indexOf(grade);
  return (
    <Disclosure summary={t('self.points')} open={total !== null || undefined}>
      <Stack>
        {form.points?.map(({ id, label, max }) => (
          <Stepper key={id} label={`${label} (/${max})`} value={points[id] ?? 0} max={max} step={0.5} onValue={(value) => put({ [`points/${id}`]: value })} decreaseLabel={t('vote.less')} increaseLabel={t('vote.more')} />
        ))}
        {total && grade && <p role="status">{t('self.sum', { sum: formatNumber(total.sum), max: total.max, grade: t(`grade.${grade}`) })}</p>}
        {higher && <Banner tone="warn">{t('self.higher')}</Banner>}
        <p className="ui-caption">{t('self.pointsSource')}</p>
      </Stack>
    </Disclosure>
  );
}
