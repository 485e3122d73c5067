import type { GradeOutcome } from '@/domain';
import { formatPercent, type Translate } from '@/i18n';

/** The result of a vote on a grade in words, or what does not agree. */
export function outcomeWords(outcome: GradeOutcome, t: Translate): string {
  switch (outcome.kind) {
    case 'decided':
      return t('vote.outcome.decided', { grade: t(`grade.${outcome.grade}`), votes: outcome.votes, base: outcome.base, percent: formatPercent(outcome.percent) });
    case 'empty':
    case 'undecided':
      return t(`vote.outcome.${outcome.kind}`, { needed: outcome.needed, base: outcome.base });
    default:
      return t(`vote.outcome.${outcome.kind}`, { found: outcome.found, expected: outcome.expected });
  }
}
