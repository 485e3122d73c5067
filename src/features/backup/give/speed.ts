import type { Translate } from '@/i18n';

/** Pictures a second: each stays long enough for a slow phone's camera to see it twice. */
export const PER_SECOND = 6;
/** For cameras that do not keep up. */
export const SLOWLY = 3;
/** Pictures shown for each that is needed, where one in five is missed (measured, see `series.test.ts`). */
const MISSED = 1.3;
/** Seconds beyond which a file is the better way. */
export const TOO_LONG = 180;

/** Seconds that a camera needs for so many pictures. */
export const secondsFor = (count: number): number => Math.ceil((count * MISSED) / PER_SECOND);

/** "40 giây", "3 phút": rounded up to what a person can use. */
export const inWords = (t: Translate, seconds: number): string =>
  seconds <= 90 ? t('time.seconds', { count: Math.max(5, Math.ceil(seconds / 5) * 5) }) : t('time.minutes', { count: Math.ceil(seconds / 60) });
