import { useT } from '@/i18n';
import { Button } from '@/ui';
import type { BlockProps } from '../meeting-context';

/** [NOTE-1] The way to the notebook of self-criticism and criticism: it has pages of its own, so that nothing of it stands in the meeting's record. */
export function ReviewNotesBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  return <Button icon="lock" size="large" block href={`/so-phe-binh?hop=${ctx.id}/${step.id}`}>{t('notebook')}</Button>;
}
