import { statusOn } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Card, Checkbox, Field, TextInput } from '@/ui';
import type { Review } from './use-review';

/** [APR-3] Not graded this year: by status, or because the secretary says so and why. */
export function UngradedCard({ review: { record, member, day, graded, put } }: { review: Review }) {
  const t = useT('appraisal');
  const why = useDraft(record, 'ungradedWhy');
  const exempt = member !== null && statusOn(member, day) === 'exempt';
  return (
    <Card title={t('ungraded.title')}>
      {exempt && <p className="ui-muted">{t('ungraded.exempt')}</p>}
      <Checkbox checked={!graded} onValue={(ungraded) => put({ ungraded })}>{t(member === null ? 'ungraded.cellCheck' : 'ungraded.check')}</Checkbox>
      {!graded && (
        <Field label={t('ungraded.why')}>
          <TextInput maxLength={300} value={why.value} onValue={why.set} onBlur={() => void why.flush()} />
        </Field>
      )}
    </Card>
  );
}
