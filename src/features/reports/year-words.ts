import type { AnnualRule, YearLack } from '@/domain';
import type { Translate } from '@/i18n';

/** A rule of the year in words. */
export function ruleWords({ every, atLeast }: AnnualRule['rules'][number], t: Translate): string {
  const grade = (one: string): string => t(`meeting:grade.${one}`);
  // The lowest grade asks for no more than that there was one.
  const all = every === 'poor' ? t('yearGrade.everyAny') : t('yearGrade.every', { grade: grade(every) });
  return atLeast ? t('yearGrade.and', { one: all, other: t('yearGrade.atLeast', { count: atLeast.count, grade: grade(atLeast.grade) }) }) : all;
}

/** What a better grade still needs, or why it cannot be reached any more. */
export function lackWords({ grade, below, every, short, of, reachable }: YearLack, left: number, t: Translate): string {
  const words = { grade: t(`meeting:grade.${grade}`), every: t(`meeting:grade.${every}`), of: of ? t(`meeting:grade.${of}`) : '', short, left };
  if (below.length > 0) return t(every === 'poor' ? 'yearGrade.belowAny' : 'yearGrade.below', { ...words, months: below.map((month) => t('yearGrade.month', { month: Number(month.slice(5)) }).toLocaleLowerCase('vi')).join(', ') });
  if (!reachable) return t(left === 0 ? 'yearGrade.missed' : 'yearGrade.tooFew', words);
  return t(short > 0 ? 'yearGrade.reach' : 'yearGrade.keep', words);
}
