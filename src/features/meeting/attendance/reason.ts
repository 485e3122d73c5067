import { ABSENCE_REASONS } from '@/domain';
import type { Translate } from '@/i18n';

/** The usual reasons as they are written into the record: words, in the middle of a sentence. */
export const usualReasons = (t: Translate): string[] => ABSENCE_REASONS.map((key) => t(`reason.${key}`));

/** A stored reason in words; records may also hold a key of {@link ABSENCE_REASONS}. */
export const reasonWords = (t: Translate, reason: string): string =>
  (ABSENCE_REASONS as readonly string[]).includes(reason) ? t(`reason.${reason}`) : reason;

/** As it begins a button. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
