import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { BOOK_NAMES } from '@/storage';
import { wipeDatabase } from '@/storage/wipe';
import { Banner, Button, Icon, Stack } from '@/ui';
import { SHUT_OUT_KEY, startSession } from './session';

/** In place of the book that is deleted now: why, what is not lost, what to do. */
export function ShutOut() {
  const t = useT('app');
  const heading = useRef<HTMLHeadingElement>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    heading.current?.focus();
    void wipeDatabase(BOOK_NAMES.real).finally(() => setGone(true));
  }, []);
  const again = (): void => {
    localStorage.removeItem(SHUT_OUT_KEY);
    void startSession();
  };
  return (
    <main className="ui-main">
      <Stack gap={5}>
        <p className="ui-line ui-strong"><Icon name="book" />{t('common:appName')}</p>
        <h1 className="ui-h1" tabIndex={-1} ref={heading}>{t('shutOut.title')}</h1>
        <Banner tone="warn" icon="shield" role="note" title={t('shutOut.what')}>{t('shutOut.text')}</Banner>
        <p>{t('shutOut.mistake')}</p>
        <Button variant="primary" size="large" block busy={!gone} onClick={again}>{t('shutOut.again')}</Button>
      </Stack>
    </main>
  );
}
