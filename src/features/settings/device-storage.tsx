import { useCallback, useEffect, useState } from 'react';
import { formatBytes, useT } from '@/i18n';
import { Banner, Button, DefinitionList, Section } from '@/ui';

interface Room {
  /** Null where the browser does not say. */
  readonly persisted: boolean | null;
  readonly usage: number | null;
  readonly quota: number | null;
}

async function look(): Promise<Room> {
  const manager = navigator.storage as StorageManager | undefined;
  const [persisted, estimate] = await Promise.all([manager?.persisted?.() ?? null, manager?.estimate?.() ?? ({} as StorageEstimate)]);
  return { persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
}

/** Whether the browser keeps the data for good, how much room there is, and whether the app runs without a network. */
export function DeviceStorage({ offlineReady }: { offlineReady: boolean | null }) {
  const t = useT('settings');
  const [room, setRoom] = useState<Room | null>(null);
  const [refused, setRefused] = useState(false);
  const refresh = useCallback(() => look().then(setRoom, () => setRoom({ persisted: null, usage: null, quota: null })), []);
  useEffect(() => void refresh(), [refresh]);
  const ask = async (): Promise<void> => {
    const granted = await navigator.storage.persist().catch(() => false);
    setRefused(!granted);
    await refresh();
  };
  const kept = room === null ? 'asking' : room.persisted === null ? 'unknown' : room.persisted ? 'kept' : 'notKept';
  return (
    <Section title={t('device.title')}>
      <DefinitionList
        items={[
          { term: t('device.offline'), value: t(offlineReady === null ? 'device.offlines.asking' : offlineReady ? 'device.offlines.ready' : 'device.offlines.notReady') },
          { term: t('device.keeping'), value: t(`device.keep.${kept}`) },
          ...(room?.usage != null ? [{ term: t('device.usage'), value: t('device.used', { used: formatBytes(room.usage), quota: room.quota === null ? '?' : formatBytes(room.quota) }) }] : []),
          { term: t('device.version'), value: __APP_VERSION__ },
        ]}
      />
      {kept === 'notKept' && (
        <>
          <p>{t('device.keepText')}</p>
          <Button icon="shield" block onClick={() => void ask()}>{t('device.ask')}</Button>
          {refused && <Banner tone="warn">{t('device.refused')}</Banner>}
        </>
      )}
    </Section>
  );
}
