import { useState } from 'react';
import { yearOf, type Cell, type Json } from '@/domain';
import { useT } from '@/i18n';
import { useFields, useWrite } from '@/storage';
import { Field, Grid, Segmented, Select, Stack } from '@/ui';
import type { PlanView } from './use-plan';

const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);
const BEFORE = [0, 1, 2, 3, 4, 5, 6, 7, 10, 14];
const numberOf = (value: Json | undefined): number | '' => (typeof value === 'number' ? value : '');

/** The fixed day, chi ủy before it, the professional meeting after it. This year's fixed day is also what the rest of the book suggests. */
export function DaysForm({ view, cell }: { view: PlanView; cell: Cell }) {
  const t = useT('plan');
  const write = useWrite();
  const { key, plan, today, rules, set } = view;
  const fields = useFields(key) ?? {};
  const [way, setWay] = useState<'day' | 'weekday'>(plan.fixed && 'week' in plan.fixed ? 'weekday' : 'day');
  const choose = (to: 'day' | 'weekday'): void => {
    setWay(to);
    if (to === 'day') set({ week: null, weekday: null });
  };
  const fix = (text: string): void => {
    const day = text === '' ? null : Number(text);
    const usual = plan.year === yearOf(today) && day !== cell.meetingDay ? [{ key: 'cell:cell' as const, field: 'meetingDay', value: day }] : [];
    void write([{ key, field: 'day', value: day }, ...usual]);
  };
  const number = (field: string, label: string, options: readonly number[], word: (n: number) => string, none: string, hint?: string) => (
    <Field label={label} hint={hint}>
      <Select value={numberOf(fields[field])} onValue={(text) => set({ [field]: text === '' ? null : Number(text) })}>
        <option value="">{none}</option>
        {options.map((n) => <option key={n} value={n}>{word(n)}</option>)}
      </Select>
    </Field>
  );
  return (
    <Stack>
      <Segmented label={t('days.cell')} hint={t('days.cellHint')} options={[{ value: 'day', label: t('days.byDay') }, { value: 'weekday', label: t('days.byWeekday') }]} value={way} onValue={choose} />
      {way === 'day' ? (
        <Field label={t('days.day')}>
          <Select value={numberOf(fields['day'])} onValue={fix}>
            <option value="">{t('days.none')}</option>
            {DAYS.map((day) => <option key={day} value={day}>{t('days.option', { day })}</option>)}
          </Select>
        </Field>
      ) : (
        <Grid column="small">
          {number('week', t('days.week'), [1, 2, 3, 4, 5], (n) => t(`week.${n}`), t('days.choose'))}
          {number('weekday', t('days.weekday'), [1, 2, 3, 4, 5, 6, 7], (n) => t(`weekday.${n}`), t('days.choose'))}
        </Grid>
      )}
      {rules.hasCommittee && number('committeeDays', t('days.committee'), BEFORE, (n) => (n === 0 ? t('days.sameDay') : t('days.before', { count: n })), t('days.none'), t('days.committeeHint'))}
      {number('unitDay', t('days.unit'), DAYS, (day) => t('days.option', { day }), t('days.noUnit'), t('days.unitHint'))}
    </Stack>
  );
}
