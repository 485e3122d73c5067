import { quarterNumeral, type ReportPeriod } from '@/domain';
import type { Translate } from '@/i18n';

/** "Báo cáo quý III năm 2026". */
export const periodName = (t: Translate, { kind, number, year }: ReportPeriod): string =>
  t(`report:name.${kind === 'half' ? `half${number}` : kind}`, { number, roman: quarterNumeral(number), year });
