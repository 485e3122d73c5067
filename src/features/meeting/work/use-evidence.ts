import type { EvidenceValue } from '@/domain';
import { formatNumber, formatPercent, useT } from '@/i18n';

/** Puts what the records say about a criterion into words. */
export function useEvidence(): (value: EvidenceValue | null) => string {
  const t = useT('meetingWork');
  return (value) => {
    if (!value) return t('score.noEvidence');
    const { key, part, whole } = value;
    const percent = formatPercent(whole === 0 ? 0 : (part / whole) * 100);
    return t(`score.evidence.${key}`, { part: formatNumber(part), whole: formatNumber(whole), percent });
  };
}
