import { formatMoment, useT } from '@/i18n';
import { reasonKey } from '@/sync';
import { Badge, Banner, Button, EmptyState, Icon, List, ListRow, PageHeader, Section, Spinner, Stack } from '@/ui';
import { AddDevice } from './add-device';
import { useDevices } from './use-devices';

/** The cell's devices, and how a second one gets in. */
export function DevicesPage({ connected }: { connected: boolean }) {
  const t = useT('devices');
  const { known, refresh } = useDevices(connected);
  const title = <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />;
  if (!known) return <>{title}<Spinner>{t('asking')}</Spinner></>;
  if (!known.connection) {
    return (
      <>
        {title}
        <EmptyState icon="phone" title={t('alone.title')} action={<Button variant="primary" href="/gui-nhan">{t('alone.connect')}</Button>}>{t('alone.text')}</EmptyState>
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
              {known.devices.map(({ id, name, joinedAt, lastSeenAt, self }) => (
                <ListRow
                  key={id}
                  leading={<Icon name="phone" />}
                  title={name}
                  subtitle={t(lastSeenAt ? 'seen' : 'joined', { moment: formatMoment(lastSeenAt ?? joinedAt) })}
                  trailing={self ? <Badge tone="ok">{t('self')}</Badge> : undefined}
                />
              ))}
            </List>
          )}
        </Section>
        <AddDevice connection={known.connection} onJoined={refresh} />
      </Stack>
    </>
  );
}
