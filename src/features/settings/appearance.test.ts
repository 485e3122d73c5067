// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentLanguage, startI18n } from '@/i18n';
import { appearanceNow, setInterfaceLanguage, setTextSize, setTheme } from './appearance';

beforeAll(() => startI18n('vi', ['common']));
beforeEach(() => localStorage.clear());

describe('appearance', () => {
  it('is seen at once and kept; the plain choice leaves no mark on the page', () => {
    setTheme('dark');
    setTextSize('xlarge');
    expect(appearanceNow()).toEqual({ theme: 'dark', text: 'xlarge' });
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', text: 'xlarge' });
    expect([localStorage.getItem('so-chi-bo.theme'), localStorage.getItem('so-chi-bo.text')]).toEqual(['dark', 'xlarge']);
    setTheme('auto');
    setTextSize('normal');
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
    expect(appearanceNow()).toEqual({ theme: 'auto', text: 'normal' });
  });

  it('keeps the language for the next start', async () => {
    await setInterfaceLanguage('en');
    expect(currentLanguage()).toBe('en');
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('so-chi-bo.lang')).toBe('en');
    await setInterfaceLanguage('vi');
  });
});
