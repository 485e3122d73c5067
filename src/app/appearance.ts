import { LANGUAGES, type Language } from '@/i18n';

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(`so-chi-bo.${name}`);
  } catch {
    return null;
  }
};

/** Puts the chosen theme and text size on the page before anything is painted. Settings write the same keys. */
export function applyAppearance(): void {
  const { dataset } = document.documentElement;
  const theme = read('theme');
  const text = read('text');
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  if (text === 'large' || text === 'xlarge') dataset['text'] = text;
}

/** The chosen language; Vietnamese until another is chosen. */
export const chosenLanguage = (): Language => LANGUAGES.find((language) => language === read('lang')) ?? 'vi';
