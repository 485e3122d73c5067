import type { Translate } from '@/i18n';
import type { Verdict } from './guard';

/** A question before something leaves, in words. */
export interface Question {
  readonly title: string;
  readonly lines: readonly string[];
  readonly yes: string;
  readonly no: string;
}

/** What is asked first; null where nothing is. */
export function question(t: Translate, verdict: Verdict): Question | null {
  if (verdict.may !== 'ask') return null;
  return { title: t('common:leave.title'), lines: [...verdict.reasons.map((reason) => t(`common:leave.ask.${reason}`)), t('common:leave.advice')], yes: t('common:leave.yes'), no: t('common:leave.no') };
}

/** Why it does not leave; null where it may. */
export const refusal = (t: Translate, verdict: Verdict): string | null => (verdict.may === 'refused' ? t(`common:leave.refused.${verdict.reason}`) : null);
