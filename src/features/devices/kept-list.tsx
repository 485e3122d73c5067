import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { useBook } from '@/storage';
import { loadSync } from '@/sync';
import type { KeptAdmission } from '@/sync/admission';
import { Button, ConfirmDialog, Icon, List, ListRow, Section, useToast } from '@/ui';

/** Devices that were let in here without a network and that the server has not been told of yet; each may be taken back. */
export function KeptList({ kept, onDone, onSyncNow }: { kept: readonly KeptAdmission[]; onDone: () => void; onSyncNow: () => Promise<void> }) {
  const t = useT('devices');
  const toast = useToast();
  const book = useBook();
  const [asking, setAsking] = useState<KeptAdmission | null>(null);
  if (kept.length === 0) return null;
  const takeBack = async ({ device }: KeptAdmission): Promise<void> => {
    await (await loadSync()).takeBackAdmission(book, device);
    setAsking(null);
    toast({ text: t('awaited.done') });
    onDone();
    void onSyncNow().then(onDone);
  };
  return (
    <Section title={t('awaited.title')}>
      <p>{t('awaited.text')}</p>
      <List boxed>
        {kept.map((one) => (
          <ListRow
            key={one.device}
            leading={<Icon name="clock" />}
            title={one.name}
            subtitle={t('awaited.at', { moment: formatMoment(one.madeAt) })}
            actions={<Button variant="quiet" aria-label={t('awaited.backOne', { moment: formatMoment(one.madeAt) })} onClick={() => setAsking(one)}>{t('awaited.back')}</Button>}
          />
        ))}
      </List>
      <ConfirmDialog open={asking !== null} title={t('awaited.ask')} confirmLabel={t('awaited.confirm')} cancelLabel={t('awaited.cancel')} danger onConfirm={() => asking && void takeBack(asking)} onCancel={() => setAsking(null)}>
        <p>{t('awaited.askText')}</p>
      </ConfirmDialog>
    </Section>
  );
}
