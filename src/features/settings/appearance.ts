import { setLanguage, type Language } from '@/i18n';

/** Choices of how the app looks. They stand outside the book: the lock screen must look so too. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large', 'xlarge'] as const;
export type Theme = (typeof THEMES)[number];
export type TextSize = (typeof TEXT_SIZES)[number];

const PREFIX = 'so-chi-bo.';

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Without storage the choice holds until the app is closed.
  }
}

/** Puts a choice on the page and keeps it; the first of a list is the plain case and leaves no mark. */
function choose<T extends string>(name: 'theme' | 'text', all: readonly T[], value: T): void {
  const { dataset } = document.documentElement;
  if (value === all[0]) delete dataset[name];
  else dataset[name] = value;
  keep(name, value);
}

/** What is on the page now. */
export function appearanceNow(): { theme: Theme; text: TextSize } {
  const { theme, text } = document.documentElement.dataset;
  return { theme: THEMES.find((one) => one === theme) ?? 'auto', text: TEXT_SIZES.find((one) => one === text) ?? 'normal' };
}

/** Light, dark, or as the device says. */
export const setTheme = (theme: Theme): void => choose('theme', THEMES, theme);

/** Letter size of everything. */
export const setTextSize = (text: TextSize): void => choose('text', TEXT_SIZES, text);

/** The interface's language; documents stay Vietnamese. Kept only when its words are here. */
export async function setInterfaceLanguage(language: Language): Promise<void> {
  await setLanguage(language);
  keep('lang', language);
}
