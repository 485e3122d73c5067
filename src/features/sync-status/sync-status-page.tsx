import { useT } from '@/i18n';
import type { BookMode } from '@/storage';
import { Banner, PageHeader, Stack } from '@/ui';
import { Connect, type Connecting } from './connect';
import { FilesRoom } from './files-room';
import { Documents, Records } from './outbox';
import { Received } from './received';
import { ReviewList } from './review-list';
import { StateCard } from './state-card';
import { useOutbox } from './use-outbox';

export interface SyncStatusPageProps {
  connected: boolean;
  mode: BookMode;
  onSyncNow: () => Promise<void>;
  onConnect: Connecting;
}

/** What waits to be sent, what was sent, and what two devices wrote differently. */
export function SyncStatusPage({ connected, mode, onSyncNow, onConnect }: SyncStatusPageProps) {
  const t = useT('syncStatus');
  const outbox = useOutbox();
  return (
    <>
      <PageHeader title={t('title')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack gap={5}>
        {mode === 'trial' ? (
          <Banner tone="gold" role="note">{t('trial')}</Banner>
        ) : (
          <>
            <StateCard connected={connected} onSyncNow={onSyncNow} onConnect={onConnect} />
            {!connected && <Connect onConnect={onConnect} />}
          </>
        )}
        <Received />
        <ReviewList />
        <FilesRoom />
        {connected && outbox && <Documents all={outbox.submissions} />}
        {outbox && (connected ? <Records all={outbox.records} /> : mode === 'real' && outbox.records.length > 0 && <p className="ui-muted">{t('records.later', { count: outbox.records.length })}</p>)}
      </Stack>
    </>
  );
}
