import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { dateInVietnam, newPlan, recordKey, yearOf, type CalendarDate, type Cell, type YearPlan } from '@/domain';
import { useT } from '@/i18n';
import { useFields, useWrite } from '@/storage';
import { Button, EmptyState, PageHeader, Segmented, Spinner, Stack, useToast } from '@/ui';
import { Days } from './days';
import { Issues } from './issues';
import { Months } from './months';
import { PlanFile } from './plan-file';
import { Quarters } from './quarters';
import { PlanSheet } from './sheet';
import { usePlan, type PlanView, type Shown } from './use-plan';
import { Visits } from './visits';

/** The cell's year at a glance: what is to be minded, the months, the four themes, visits from above. */
export function PlanPage() {
  const t = useT('plan');
  const [, navigate] = useLocation();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const asked = Number(useParams<{ year?: string }>().year);
  const now = yearOf(today);
  const year = asked >= 1900 && asked < 2200 ? asked : now;
  const read = usePlan(year, today);
  const years = [...new Set([now - 1, now, now + 1, year])].sort((a, b) => a - b);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack gap={5}>
        <Segmented label={t('year')} hideLabel options={years.map((one) => ({ value: String(one), label: String(one) }))} value={String(year)} onValue={(to) => navigate(`/ke-hoach-nam/${to}`, { replace: true })} />
        {!read ? <Spinner>{t('common:loading')}</Spinner> : read.view ? <Plan key={year} view={read.view} cell={read.cell} /> : <NoPlan year={year} today={today} plans={read.plans} cell={read.cell} />}
      </Stack>
    </>
  );
}

function NoPlan({ year, today, plans, cell }: { year: number; today: CalendarDate; plans: readonly YearPlan[]; cell: Cell }) {
  const t = useT('plan');
  const write = useWrite();
  const before = plans.filter((plan) => plan.year < year).sort((a, b) => b.year - a.year)[0] ?? null;
  const make = (): void => void write(Object.entries(newPlan(year, before, cell.meetingDay, today)).map(([field, value]) => ({ key: recordKey('plan', String(year)), field, value })));
  return (
    <EmptyState icon="calendar" title={t('none.title', { year })} action={<Button variant="primary" size="large" icon="plus" onClick={make}>{before ? t('none.from', { year, before: before.year }) : t('none.make', { year })}</Button>}>
      <p>{t('none.text')}</p>
      {before && <p>{t('none.carried', { before: before.year })}</p>}
    </EmptyState>
  );
}

function Plan({ view, cell }: { view: PlanView; cell: Cell }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const part = { view, onShow: setShown };
  return (
    <>
      <Issues {...part} />
      <Days {...part} />
      <Months {...part} />
      <Quarters {...part} />
      <Visits {...part} />
      <PlanFile view={view} cell={cell} />
      <Remove view={view} />
      <PlanSheet view={view} cell={cell} shown={shown} onClose={() => setShown(null)} />
    </>
  );
}

function Remove({ view: { key, plan, set } }: { view: PlanView }) {
  const t = useT('plan');
  const toast = useToast();
  const fields = useFields(key);
  if (!fields) return null;
  const remove = (): void => {
    set(Object.fromEntries(Object.keys(fields).map((field) => [field, null])));
    toast({ text: t('removed', { year: plan.year }), action: { label: t('undo'), run: () => set(fields) } });
  };
  return <Button variant="quiet" icon="trash" onClick={remove}>{t('remove', { year: plan.year })}</Button>;
}
