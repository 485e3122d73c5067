import type { LifeEvent, LifeProblem, LifeVote } from '@/domain';
import { formatDate, formatNumber, useT } from '@/i18n';
import { Banner } from '@/ui';

/** What does not fit, in words. A failed vote stops everything; the rest is for a person to look at. */
export function Problems({ problems, life, vote }: { problems: readonly LifeProblem[]; life: LifeEvent; vote: LifeVote }) {
  const t = useT('life');
  const counts = vote.kind === 'failed' ? { yes: formatNumber(vote.yes), base: formatNumber(vote.base), needed: formatNumber(vote.needed) } : {};
  return problems.map(({ reason, step, on }) => (
    <Banner key={`${reason}.${step}`} tone={reason === 'voteFailed' || reason === 'voteGone' || reason === 'notTheCell' ? 'danger' : 'warn'}>
      {t(`problem.${reason}`, { step: t(`step.${life.kind}.${step}`), date: on ? formatDate(on) : '', ...counts })}
    </Banner>
  ));
}
