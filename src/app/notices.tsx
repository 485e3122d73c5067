import { useEffect } from 'react';
import { useT } from '@/i18n';
import { useDirectory, useSaver, useSaveState } from '@/storage';
import { Banner, Button, StatusText } from '@/ui';
import { takeUpdate, useOffline } from './offline';
import { useSession } from './session';

/** What the whole book must say above any page: try-out data, a failed save, an update to take. */
export function Notices() {
  const t = useT('app');
  const { mode } = useSession();
  const { updateWaiting } = useOffline();
  const { failed } = useSaveState();
  const saver = useSaver();
  useEffect(() => {
    if (!failed || failed === 'closed') return;
    // What could not be written would go with the page: the browser asks first.
    const ask = (event: Event): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [failed]);
  // An update is never offered while a meeting is going on: the room is waiting.
  const inMeeting = useDirectory()?.some((entry) => entry.state === 'open') ?? true;
  const update = async (): Promise<void> => {
    await saver.flush();
    // What could not be written would go with the page.
    if (saver.unwritten.length === 0 || (await saver.retry())) await takeUpdate();
  };
  return (
    <>
      {mode === 'trial' && <StatusText icon="star" tone="gold">{t('trial.text')}</StatusText>}
      {failed && failed !== 'closed' && (
        <Banner tone="danger" className="ui-stay" title={t('save.failedTitle')} action={<><Button onClick={() => void saver.retry()}>{t('save.retry')}</Button><Button href="/sao-luu">{t('save.backup')}</Button></>}>
          {t(failed === 'full' || failed === 'unavailable' ? `save.${failed}` : 'save.failedText')}
        </Banner>
      )}
      {updateWaiting && !inMeeting && (
        <Banner tone="info" title={t('update.title')} action={<Button onClick={() => void update()}>{t('update.take')}</Button>}>
          {t('update.text')}
        </Banner>
      )}
    </>
  );
}
