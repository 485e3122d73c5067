import { monthsOfQuarter, THEME_GROUPS, type Month, type Quarter } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Field, Section, Segmented, Select, Stack, TextArea } from '@/ui';
import { milestoneFields } from './milestones';
import { PlanDate } from './plan-date';
import type { PlanView } from './use-plan';

/** A quarter's theme: what, who, when, and when each milestone was reached. */
export function QuarterForm({ view, quarter: number }: { view: PlanView; quarter: number }) {
  const t = useT('plan');
  const draft = useDraft(view.key, `q/${number}/theme`);
  const quarter = view.state.quarters.find(({ theme }) => theme.quarter === number)!;
  const { theme, milestones } = quarter;
  const set = (name: string, value: string | null): void => view.set({ [`q/${number}/${name}`]: value });
  return (
    <Stack>
      <Field label={t('quarters.theme')} hint={t('quarters.themeHint')}>
        <TextArea rows={2} maxLength={500} value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
      </Field>
      <Field label={t('quarters.group')}>
        <Select value={theme.group ?? ''} onValue={(value) => set('group', value || null)}>
          <option value="">{t('quarters.noGroup')}</option>
          {THEME_GROUPS.map((group) => <option key={group} value={group}>{t(`meeting:kinds.groups.${group}`)}</option>)}
        </Select>
      </Field>
      <Field label={t('quarters.who')} hint={view.people.length === 0 ? t('quarters.nobody') : undefined}>
        <Select value={theme.presenterId ?? ''} onValue={(value) => set('presenterId', value || null)}>
          <option value="">{t('quarters.noPresenter')}</option>
          {view.people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          {theme.presenterId && !view.people.some(({ id }) => id === theme.presenterId) && <option value={theme.presenterId}>{view.nameOf(theme.presenterId) || t('quarters.gone')}</option>}
        </Select>
      </Field>
      <When view={view} number={theme.quarter} set={set} />
      <Section level={3} title={t('milestone.title')}>
        <p className="ui-caption">{t('milestone.hint', { days: view.rules.leadDays })}</p>
        {milestones.map(({ milestone, due, doneOn }) => (
          <PlanDate key={milestone} label={t(`milestone.${milestone}.name`)} hint={due ? t('milestone.due', { date: formatDate(due) }) : undefined} value={doneOn} onDate={(on) => view.put(milestoneFields(view.key, quarter, milestone, on))} />
        ))}
      </Section>
    </Stack>
  );
}

function When({ view: { plan, state }, number, set }: { view: PlanView; number: Quarter; set: (name: string, value: string | null) => void }) {
  const t = useT('plan');
  const { theme } = state.quarters[number - 1]!;
  const months = monthsOfQuarter(plan.year, number);
  // The first month that has not had its meeting, else the quarter's last.
  const likely = (): Month => state.months.find(({ month, standing }) => months.includes(month) && (standing === 'ahead' || standing === 'late'))?.month ?? months[2]!;
  return (
    <>
      <Segmented
        label={t('quarters.how')}
        options={[{ value: 'own', label: t('quarters.own') }, { value: 'shared', label: t('quarters.withRegular') }]}
        value={theme.withMonth ? 'shared' : 'own'}
        onValue={(way) => set('withMonth', way === 'own' ? null : likely())}
      />
      {theme.withMonth ? (
        <Field label={t('quarters.month')}>
          <Select value={theme.withMonth} onValue={(month) => set('withMonth', month)}>
            {months.map((month) => <option key={month} value={month}>{t('months.month', { month: Number(month.slice(5)) })}</option>)}
          </Select>
        </Field>
      ) : (
        <PlanDate label={t('quarters.day')} value={theme.on} onDate={(on) => set('on', on)} />
      )}
    </>
  );
}
