import { lazy, Suspense, useState } from 'react';
import { useT } from '@/i18n';
import { Button, Sheet, Spinner } from '@/ui';
import type { MeetingContext } from '../../meeting-context';
import { restSound, wakeSound } from './signal';

const Scanner = lazy(() => import('./scanner'));

/** Opens the camera at the door, and closes it. */
export default function Door({ ctx }: { ctx: MeetingContext }) {
  const t = useT('cards');
  const [open, setOpen] = useState(false);
  const show = (): void => {
    wakeSound();
    setOpen(true);
  };
  const hide = (): void => {
    restSound();
    setOpen(false);
  };
  return (
    <>
      <Button icon="qr" onClick={show}>{t('door.open')}</Button>
      <Sheet open={open} title={t('door.title')} closeLabel={t('common:close')} onClose={hide} dismissible={false}>
        <Suspense fallback={<Spinner>{t('common:loading')}</Spinner>}>
          <Scanner ctx={ctx} />
        </Suspense>
      </Sheet>
    </>
  );
}
