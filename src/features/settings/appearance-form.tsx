import { useState } from 'react';
import { LANGUAGES, useLanguage, useT, type Language } from '@/i18n';
import { Section, Segmented } from '@/ui';
import { appearanceNow, setInterfaceLanguage, setTextSize, setTheme, TEXT_SIZES, THEMES, type TextSize, type Theme } from './appearance';

/** Theme, letter size and language: seen at once, kept on this device. */
export function AppearanceForm() {
  const t = useT('settings');
  const language = useLanguage();
  const [look, setLook] = useState(appearanceNow);
  const theme = (value: Theme): void => {
    setTheme(value);
    setLook({ ...look, theme: value });
  };
  const text = (value: TextSize): void => {
    setTextSize(value);
    setLook({ ...look, text: value });
  };
  return (
    <Section title={t('look.title')}>
      <Segmented label={t('look.text')} options={TEXT_SIZES.map((value) => ({ value, label: t(`look.texts.${value}`) }))} value={look.text} onValue={text} />
      <Segmented label={t('look.theme')} options={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))} value={look.theme} onValue={theme} />
      <Segmented
        label={t('look.language')}
        hint={t('look.languageHint')}
        options={LANGUAGES.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
        value={language}
        onValue={(value: Language) => void setInterfaceLanguage(value)}
      />
    </Section>
  );
}
