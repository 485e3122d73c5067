import { useState } from 'react';
import { formatMoment, formatTime, useT } from '@/i18n';
import { reasonKey, useSyncStatus, type SyncStatus } from '@/sync';
import { Banner, Button, Card, Disclosure, Icon, type IconName } from '@/ui';
import { Connect, type Connecting } from './connect';

type View = 'alone' | 'starting' | 'sent' | 'soon' | 'syncing' | 'waiting' | 'signedOut';

const ICONS: Record<View, IconName> = {
  alone: 'phone',
  starting: 'sync',
  sent: 'cloud-done',
  soon: 'cloud-wait',
  syncing: 'sync',
  waiting: 'cloud-wait',
  signedOut: 'cloud-off',
};

function viewOf({ phase, toSend }: SyncStatus, connected: boolean): View {
  if (!connected) return 'alone';
  if (phase === 'none') return 'starting';
  if (phase === 'idle') return toSend > 0 ? 'soon' : 'sent';
  return phase;
}

/** How things stand with the server, in a sentence, and the button that tries now. */
export function StateCard({ connected, onSyncNow, onConnect }: { connected: boolean; onSyncNow: () => Promise<void>; onConnect: Connecting }) {
  const t = useT('syncStatus');
  const sync = useSyncStatus();
  const [busy, setBusy] = useState(false);
  const view = viewOf(sync, connected);
  const iso = (ms: number): string => new Date(ms).toISOString();
  const send = async (): Promise<void> => {
    setBusy(true);
    await onSyncNow().finally(() => setBusy(false));
  };
  const why = view === 'waiting' ? t(sync.reason === 'storage' ? 'state.storage' : reasonKey(sync.reason ?? 'unknown')) : view === 'signedOut' ? t(reasonKey(sync.reason && sync.reason !== 'storage' ? sync.reason : 'unauthorized')) : null;
  return (
    <Card title={<span className="ui-line"><Icon name={ICONS[view]} />{t(`state.${view}`, { count: sync.toSend })}</span>}>
      <div aria-live="polite" className="ui-stack ui-gap-2">
        {view === 'alone' && <p>{t('state.aloneText')}</p>}
        {why && <p>{why}</p>}
        {view === 'waiting' && sync.toSend > 0 && <p>{t('state.left', { count: sync.toSend })}</p>}
        {view === 'waiting' && sync.nextTryAt !== null && <p className="ui-muted">{t('state.next', { time: formatTime(iso(sync.nextTryAt)) })}</p>}
        {connected && <p className="ui-muted">{sync.lastSyncAt ? t('state.last', { moment: formatMoment(iso(sync.lastSyncAt)) }) : t('state.never')}</p>}
      </div>
      {sync.unreadable > 0 && <Banner tone="warn">{t('state.unreadable', { count: sync.unreadable })}</Banner>}
      {sync.parked > 0 && <Banner tone="info">{t('state.parked', { count: sync.parked })}</Banner>}
      {sync.leftOut && view !== 'signedOut' && <Banner tone="warn">{t(reasonKey('leftOut'))}</Banner>}
      {(view === 'signedOut' || sync.leftOut) && <Connect onConnect={onConnect} />}
      {sync.reason === 'awaiting' && <Disclosure summary={t('state.byCode')}><Connect onConnect={onConnect} /></Disclosure>}
      {connected && view !== 'signedOut' && (
        <Button variant={sync.toSend > 0 ? 'primary' : 'secondary'} size="large" icon="sync" block busy={busy || sync.phase === 'syncing'} onClick={() => void send()}>
          {t(busy || sync.phase === 'syncing' ? 'sending' : 'sendNow')}
        </Button>
      )}
    </Card>
  );
}
