import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Card, Field, TextArea } from '@/ui';
import type { Review } from './use-review';

/** What the cell's committee says of the member; of the cell as a whole, the committee above. */
export function CommentCard({ review: { record, member } }: { review: Review }) {
  const t = useT('appraisal');
  const draft = useDraft(record, 'comment');
  return (
    <Card title={t(member === null ? 'comment.cellTitle' : 'comment.title')}>
      <Field label={t('comment.label')}>
        <TextArea rows={4} maxLength={8000} value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
      </Field>
    </Card>
  );
}
