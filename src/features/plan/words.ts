import { quarterNumeral, weekdayOf, type CalendarDate, type Month, type PlanIssue } from '@/domain';
import { currentLanguage, formatDate, type Translate } from '@/i18n';

/** "quý IV", "quý II và quý III". */
export const quarterWords = (t: Translate, quarters: readonly number[]): string => list(quarters.map((number) => t('quarter', { roman: quarterNumeral(number) })));

const list = (words: readonly string[]): string => new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(words);

/** Months of a year as people name them, runs drawn together: "2, 4 và 6–9". */
export function monthWords(months: readonly Month[]): string {
  const runs: [number, number][] = [];
  for (const number of months.map((month) => Number(month.slice(5)))) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return list(runs.flatMap(([from, to]) => (to - from > 1 ? [`${from}–${to}`] : from === to ? [String(from)] : [String(from), String(to)])));
}

/** "thứ Sáu, 20/11/2026". */
export const dayWords = (t: Translate, date: CalendarDate): string => t('day', { weekday: t(`weekday.${weekdayOf(date)}`), date: formatDate(date) });

/** What the words of an issue speak of. */
export const issueWords = (t: Translate, { on, other, months, quarters, milestone }: PlanIssue, leadDays: number): Record<string, string | number> => ({
  date: formatDate(on),
  other: other ? formatDate(other) : '',
  months: monthWords(months ?? []),
  quarters: quarterWords(t, quarters ?? []),
  milestone: milestone ? t(`milestone.${milestone}.do`) : '',
  days: leadDays,
});
