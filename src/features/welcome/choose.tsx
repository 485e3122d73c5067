import { setLanguage, useLanguage, useT } from '@/i18n';
import { Button, Icon, List, ListRow, Stack, type IconName } from '@/ui';
import type { Step } from './types';

const WAYS: readonly { step: Step; word: 'code' | 'trial' | 'alone' | 'receive' | 'restore' | 'sheet'; icon: IconName }[] = [
  { step: 'code', word: 'code', icon: 'key' },
  { step: 'trial', word: 'trial', icon: 'book' },
  { step: 'cell', word: 'alone', icon: 'phone' },
  { step: 'receive', word: 'receive', icon: 'qr' },
  { step: 'restore', word: 'restore', icon: 'upload' },
  { step: 'sheet', word: 'sheet', icon: 'document' },
];

/** The ways to begin, and what stays private whichever is taken. */
export function Choose({ onStep }: { onStep: (step: Step) => void }) {
  const t = useT('welcome');
  const language = useLanguage();
  const turn = async (): Promise<void> => {
    const next = language === 'vi' ? 'en' : 'vi';
    await setLanguage(next);
    // The same key as in the settings; without storage the choice holds until the app is closed.
    if (typeof localStorage !== 'undefined') localStorage.setItem('so-chi-bo.lang', next);
  };
  return (
    <Stack gap={5}>
      <div>
        <h1 className="ui-h1" tabIndex={-1}>{t('choose.title')}</h1>
        <p className="ui-muted">{t('choose.lead')}</p>
      </div>
      <List boxed aria-label={t('choose.ways')}>
        {WAYS.map(({ step, word, icon }) => (
          <ListRow
            key={step}
            leading={<Icon name={icon} />}
            title={<span className="ui-line ui-strong">{t(`choose.${word}`)}<Icon name="chevron-right" /></span>}
            subtitle={t(`choose.${word}Hint`)}
            onClick={() => onStep(step)}
          />
        ))}
      </List>
      <Stack gap={2}>
        <h2 className="ui-line ui-h2"><Icon name="shield" />{t('promise.title')}</h2>
        <ul>
          <li>{t('promise.phone')}</li>
          <li>{t('promise.committee')}</li>
          <li>{t('promise.criticism')}</li>
        </ul>
      </Stack>
      <Button variant="quiet" onClick={() => void turn()} lang={language === 'vi' ? 'en' : 'vi'}>{t('choose.otherLanguage')}</Button>
    </Stack>
  );
}
