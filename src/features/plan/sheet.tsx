import type { Cell } from '@/domain';
import { useT } from '@/i18n';
import { Button, Sheet, Stack } from '@/ui';
import { DaysForm } from './days-form';
import { MonthForm } from './month-form';
import { QuarterForm } from './quarter-form';
import type { PlanView, Shown } from './use-plan';
import { VisitForm } from './visit-form';
import { quarterWords } from './words';

/** One part of the plan whole, on the disk as it is typed. */
export function PlanSheet({ view, cell, shown, onClose }: { view: PlanView; cell: Cell; shown: Shown | null; onClose: () => void }) {
  const t = useT('plan');
  return (
    <Sheet open={shown !== null} title={shown ? titleOf() : ''} closeLabel={t('common:close')} onClose={onClose}>
      <Stack>
        {shown?.part === 'days' && <DaysForm view={view} cell={cell} />}
        {shown?.part === 'month' && <MonthForm key={shown.month} view={view} month={shown.month} />}
        {shown?.part === 'quarter' && <QuarterForm key={shown.quarter} view={view} quarter={shown.quarter} />}
        {shown?.part === 'visit' && <VisitForm key={shown.id} view={view} id={shown.id} onClose={onClose} />}
        {shown?.part !== 'visit' && <Button variant="primary" size="large" block onClick={onClose}>{t('done')}</Button>}
      </Stack>
    </Sheet>
  );

  function titleOf(): string {
    if (shown?.part === 'month') return t('months.sheet', { month: Number(shown.month.slice(5)), year: view.plan.year });
    if (shown?.part === 'quarter') return t('quarters.of', { quarter: quarterWords(t, [shown.quarter]) });
    return t(shown?.part === 'visit' ? 'visits.sheet' : 'days.title');
  }
}
