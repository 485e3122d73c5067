import { useT } from '@/i18n';
import { useSaver, useSaveState } from '@/storage';
import { useSyncStatus } from '@/sync';
import { Button, Icon, StatusText } from '@/ui';

/** Saved on the phone or not, and whether anything waits to be sent: the two things a secretary worries about. */
export function HeaderStatus() {
  const t = useT('app');
  const { pending, failed } = useSaveState();
  const sync = useSyncStatus();
  const saver = useSaver();
  if (failed && failed !== 'closed') {
    return (
      <Button variant="danger" onClick={() => void saver.retry()}>
        {t('save.failed')}
      </Button>
    );
  }
  const cloud = sync.phase === 'none' ? null : sync.toSend > 0 || sync.phase === 'waiting' || sync.phase === 'signedOut' ? 'cloud-wait' : 'cloud-done';
  return (
    <>
      <StatusText icon={pending > 0 ? 'sync' : 'check'} tone={pending > 0 ? 'neutral' : 'ok'}>
        {t(pending > 0 ? 'save.saving' : 'save.saved')}
      </StatusText>
      {cloud && (
        <a className="ui-line ui-icon-button ui-tap" href="/gui-nhan" aria-label={t(cloud === 'cloud-done' ? 'sync.done' : 'sync.waiting', { count: sync.toSend })}>
          <Icon name={cloud} />
        </a>
      )}
    </>
  );
}
