import { useT, type Translate } from '@/i18n';
import type { YearPlan } from '@/domain';
import { Button, Card, DefinitionList } from '@/ui';
import type { PlanView, Shown } from './use-plan';

/** The fixed day in words. */
export function fixedWords(t: Translate, { fixed }: YearPlan): string {
  if (!fixed) return t('days.none');
  return 'day' in fixed ? t('days.each', { day: fixed.day }) : t('days.nth', { week: t(`week.${fixed.week}`), weekday: t(`weekday.${fixed.weekday}`) });
}

/** What holds in every month. */
export function Days({ view: { plan, rules }, onShow }: { view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  const { committeeDays, unitDay } = plan;
  return (
    <Card title={t('days.title')} actions={<Button icon="edit" aria-label={t('days.editOf')} onClick={() => onShow({ part: 'days' })}>{t('edit')}</Button>}>
      <DefinitionList
        items={[
          { term: t('days.cell'), value: fixedWords(t, plan) },
          ...(rules.hasCommittee ? [{ term: t('days.committee'), value: committeeDays === null ? t('days.none') : committeeDays === 0 ? t('days.sameDay') : t('days.before', { count: committeeDays }) }] : []),
          { term: t('days.unit'), value: unitDay === null ? t('days.noUnit') : t('days.each', { day: unitDay }) },
        ]}
      />
    </Card>
  );
}
