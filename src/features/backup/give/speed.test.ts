import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { startI18n, type Translate } from '@/i18n';
import { inWords, secondsFor, TOO_LONG } from './speed';

beforeAll(() => startI18n('vi', ['backup']));

describe('how long the pictures take, told before', () => {
  it('is rounded up to what a person can use', () => {
    const fixed = i18next.getFixedT('vi', 'backup');
    const t: Translate = (key, values) => fixed(key, values ?? {});
    expect([1, 7, 40, 89, 91, 170].map((seconds) => inWords(t, seconds))).toEqual(['5 giây', '10 giây', '40 giây', '90 giây', '2 phút', '3 phút']);
  });

  it('a book of some hundred kilobytes still goes, one of half a megabyte is for a file', () => {
    expect(secondsFor(Math.ceil(100_000 / 480))).toBeLessThan(60);
    expect(secondsFor(Math.ceil(500_000 / 480))).toBeGreaterThan(TOO_LONG);
  });
});
