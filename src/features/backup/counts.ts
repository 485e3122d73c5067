import { currentLanguage, formatNumber, type Translate } from '@/i18n';
import type { Counts } from '@/storage/backup';

const KINDS = ['member', 'meeting', 'task', 'note', 'paper', 'life', 'duty', 'plan', 'appraisal', 'report', 'file', 'submission', 'directive', 'review', 'cell'] as const;

/** "9 members, 12 meetings and 4 tasks", and further things that are not counted. */
export function listCounts(t: Translate, counts: Counts, more: readonly string[] = []): string {
  const words = [...KINDS.filter((kind) => (counts[kind] ?? 0) > 0).map((kind) => t(`count.${kind}`, { count: counts[kind] ?? 0 })), ...more];
  return words.length > 0 ? new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(words) : t('nothing');
}

/** The same of what a file holds: a record of an attached file is not yet the file. */
export const listHeld = (t: Translate, counts: Counts): string => listCounts(t, { ...counts, file: 0 });

/** A number as a table shows it. */
export const shownCount = (count: number | undefined): string => formatNumber(count ?? 0);
