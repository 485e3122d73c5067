import { useState } from 'react';
import { useT } from '@/i18n';
import { Button, ConfirmDialog, Section } from '@/ui';

/** Out of the try-out: keeping it for another look, or deleting it. */
export function TrialExit({ onLeaveTrial }: { onLeaveTrial: (deleteData: boolean) => Promise<void> }) {
  const t = useT('settings');
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('trial.title')}>
      <p>{t('trial.text')}</p>
      <Button icon="back" block onClick={() => void onLeaveTrial(false)}>{t('trial.leave')}</Button>
      <Button variant="danger" icon="trash" block onClick={() => setAsking(true)}>{t('trial.delete')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('trial.sure')}
        confirmLabel={t('trial.delete')}
        cancelLabel={t('common:cancel')}
        danger
        onConfirm={() => void onLeaveTrial(true)}
        onCancel={() => setAsking(false)}
      >
        {t('trial.sureText')}
      </ConfirmDialog>
    </Section>
  );
}
