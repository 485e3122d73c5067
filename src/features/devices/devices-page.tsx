import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { reasonKey, type CellDevice } from '@/sync';
import { Badge, Banner, Button, EmptyState, Icon, List, ListRow, PageHeader, Section, Spinner, Stack } from '@/ui';
import { AddDevice } from './add-device';
import { KeptList } from './kept-list';
import { Revoke } from './revoke';
import { RevokedList } from './revoked-list';
import { SpareKeySection } from './spare-key';
import { useDevices } from './use-devices';

/** The cell's devices, how a second one gets in, and how a lost one is shut out. */
export function DevicesPage({ connected, onSyncNow }: { connected: boolean; onSyncNow: () => Promise<void> }) {
  const t = useT('devices');
  const { known, refresh } = useDevices(connected);
  const [leaving, setLeaving] = useState<CellDevice | null>(null);
  const title = <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />;
  if (!known) return <>{title}<Spinner>{t('asking')}</Spinner></>;
  if (!known.connection) {
    return (
      <>
        {title}
        <Stack gap={5}>
          <EmptyState icon="phone" title={t('alone.title')} action={<Button variant="primary" href="/gui-nhan">{t('alone.connect')}</Button>}>{t('alone.text')}</EmptyState>
          <WithoutNetwork />
        </Stack>
      </>
    );
  }
  return (
    <>
      {title}
      <Stack gap={5}>
        {known.failed && (
          <Banner tone="warn" action={<Button onClick={refresh}>{t('again')}</Button>}>{t(reasonKey(known.failed))}</Banner>
        )}
        <Section title={t('list')}>
          {known.devices.length === 0 ? (
            <p className="ui-muted">{t('unknown')}</p>
          ) : (
            <List boxed>
              {known.devices.map((device) => (
                <ListRow
                  key={device.id}
                  leading={<Icon name="phone" />}
                  title={device.name}
                  subtitle={device.awaited ? t('awaited.listed') : t(device.lastSeenAt ? 'seen' : 'joined', { moment: formatMoment(device.lastSeenAt ?? device.joinedAt) })}
                  trailing={device.self ? <Badge tone="ok">{t('self')}</Badge> : undefined}
                  actions={device.self ? undefined : <Button variant="quiet" aria-label={t('revoke.one', { name: device.name })} onClick={() => setLeaving(device)}>{t('revoke.button')}</Button>}
                />
              ))}
            </List>
          )}
        </Section>
        <KeptList kept={known.kept} onDone={refresh} onSyncNow={onSyncNow} />
        <RevokedList revoked={known.revoked} />
        <AddDevice connection={known.connection} onSyncNow={onSyncNow} onJoined={refresh} />
        <WithoutNetwork />
        <SpareKeySection connection={known.connection} />
      </Stack>
      <Revoke connection={known.connection} device={leaving} onClose={() => setLeaving(null)} onDone={refresh} />
    </>
  );
}

/** The way for two devices that lie side by side. */
function WithoutNetwork() {
  const t = useT('devices');
  return (
    <Section title={t('near.title')}>
      <p>{t('near.text')}</p>
      <Button icon="qr" size="large" block href="/sao-luu/trao-so">{t('near.button')}</Button>
    </Section>
  );
}
