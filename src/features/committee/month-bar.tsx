import { addMonths } from '@/domain';
import { formatMonth, useT } from '@/i18n';
import { Button, Icon } from '@/ui';
import { monthPath } from './month';

/** Links to the months before and after; the month to come has nothing to show. */
export function MonthBar({ month, present }: { month: string; present: string }) {
  const t = useT('committee');
  const step = (by: 1 | -1, label: string) => (
    <a className="ui-line ui-icon-button ui-tap ui-edged cm-step" href={monthPath(addMonths(month, by))} aria-label={label} title={label}>
      <Icon name={by < 0 ? 'back' : 'next'} />
    </a>
  );
  return (
    <nav className="ui-row cm-months ui-no-print" aria-label={t('month.label')}>
      <span className="ui-line">
        {step(-1, t('month.previous'))}
        <span className="ui-strong ui-num cm-month">{t('month.shown', { month: formatMonth(month) })}</span>
        {month < present ? step(1, t('month.next')) : <span className="ui-icon-button cm-step" />}
      </span>
      {month !== present && <Button variant="quiet" href={monthPath(present)}>{t('month.present')}</Button>}
    </nav>
  );
}
