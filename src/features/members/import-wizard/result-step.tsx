import { useT } from '@/i18n';
import { Button, EmptyState } from '@/ui';
import { UndoButton } from './last-import';
import type { WizardProps } from './use-wizard';

/** What came of it. */
export function ResultStep({ state, set, restart }: WizardProps) {
  const t = useT('members');
  const { added, updated } = state.result ?? { added: 0, updated: 0 };
  return (
    <EmptyState
      icon="check"
      title={t('import.result.title')}
      action={
        <>
          <Button variant="primary" size="large" icon="members" href="/dang-vien">{t('import.result.list')}</Button>
          <Button size="large" icon="upload" onClick={restart}>{t('import.result.again')}</Button>
          <UndoButton state={state} set={set} />
        </>
      }
    >
      <p role="status">{[added > 0 ? t('import.result.added', { count: added }) : '', updated > 0 ? t('import.result.updated', { count: updated }) : ''].filter((text) => text !== '').join(' ')}</p>
    </EmptyState>
  );
}
