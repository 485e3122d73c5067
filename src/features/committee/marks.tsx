import type { Grade } from '@/domain';
import { formatMoment, formatNumber, useT, type Translate } from '@/i18n';
import type { CellMonth } from '@/sync/committee';
import { Badge, type IconName, type Tone } from '@/ui';
import type { CellState } from './cells';

const STATE: Record<CellState, { tone: Tone; icon: IconName }> = {
  sent: { tone: 'ok', icon: 'check' },
  waiting: { tone: 'warn', icon: 'clock' },
  inactive: { tone: 'neutral', icon: 'phone' },
  silent: { tone: 'danger', icon: 'cloud-off' },
};

/** The state of a cell, and for those that owe a record when their phone was last heard of. */
export function StateMark({ state, cell }: { state: CellState; cell: CellMonth }) {
  const t = useT('committee');
  const quiet = state === 'waiting' || state === 'silent';
  return (
    <span className="cm-state">
      <Badge {...STATE[state]}>{t(`state.${state}`)}</Badge>
      {quiet && <span className="ui-caption">{cell.lastSeenAt ? t('seen.at', { at: formatMoment(cell.lastSeenAt) }) : t('seen.never')}</span>}
    </span>
  );
}

const GRADE: Record<Grade, { tone: Tone; icon?: IconName }> = {
  good: { tone: 'gold', icon: 'star' },
  fair: { tone: 'info' },
  average: { tone: 'neutral' },
  poor: { tone: 'warn' },
};

const isGrade = (grade: string): grade is Grade => Object.hasOwn(GRADE, grade);

/** The committee's own grade in the list, or that it has given none yet. */
export const officialWords = (t: Translate, { official }: CellMonth['meetings'][number]): string =>
  official ? t('list.official', { grade: isGrade(official.grade) ? t(`grade.${official.grade}`) : official.grade, points: official.points === null ? '' : ` ${formatNumber(official.points, 2)}` }) : t('list.ungraded');

/** A grade in words; one that this version does not know is shown as it is written. */
export function GradeMark({ grade }: { grade: string }) {
  const t = useT('committee');
  return isGrade(grade) ? <Badge {...GRADE[grade]}>{t(`grade.${grade}`)}</Badge> : <Badge>{grade}</Badge>;
}
