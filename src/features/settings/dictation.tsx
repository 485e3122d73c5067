import { useState } from 'react';
import { useT } from '@/i18n';
import { DICTATION } from '@/storage';
import { ConfirmDialog, Section, Stack, Switch } from '@/ui';

const offered = (): boolean => 'SpeechRecognition' in globalThis || 'webkitSpeechRecognition' in globalThis;

/** [DICT-3] Words may be taken down by voice: off until it is switched on, after being told where the voice goes. Of this device alone. */
export function Dictation() {
  const t = useT('settings');
  const [on, setOn] = useState(() => localStorage.getItem(DICTATION) !== null);
  const [asking, setAsking] = useState(false);
  const put = (wanted: boolean): void => {
    if (wanted) localStorage.setItem(DICTATION, '1');
    else localStorage.removeItem(DICTATION);
    setOn(wanted);
    setAsking(false);
  };
  return (
    <Section title={t('dictation.title')}>
      {!offered() && !on ? <p>{t('dictation.notOffered')}</p> : (
        <>
          <Switch checked={on} hint={t('dictation.hint')} onValue={(wanted) => (wanted ? setAsking(true) : put(false))}>{t('dictation.switch')}</Switch>
          <p className="ui-muted">{t('dictation.never')}</p>
        </>
      )}
      <ConfirmDialog open={asking} title={t('dictation.sure')} confirmLabel={t('dictation.yes')} cancelLabel={t('common:cancel')} onConfirm={() => put(true)} onCancel={() => setAsking(false)}>
        <Stack gap={2}>
          <p>{t('dictation.where')}</p>
          <p>{t('dictation.room')}</p>
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
