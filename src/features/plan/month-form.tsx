import { fixedDate, type CalendarDate, type Month } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, Field, Stack, TextArea } from '@/ui';
import { arrangeHref, meetingHref } from './arrange';
import { fixedWords } from './days';
import { PlanDate } from './plan-date';
import type { PlanView } from './use-plan';

/** A month: its own day where it was moved, chi ủy's, and the way to the meeting itself. */
export function MonthForm({ view, month }: { view: PlanView; month: Month }) {
  const t = useT('plan');
  const { key, plan, state, rules, set } = view;
  const number = month.slice(5);
  const why = useDraft(key, `move/${number}/why`);
  const of = state.months.find((one) => one.month === month)!;
  const usual = fixedDate(plan.fixed, month);
  const move = (on: CalendarDate | null): void => set(on === null || on === usual ? { [`move/${number}`]: null, [`move/${number}/why`]: null } : { [`move/${number}`]: on });
  return (
    <Stack>
      <PlanDate label={t('months.cellDay')} hint={plan.fixed ? t('months.usual', { fixed: fixedWords(t, plan) }) : undefined} value={of.planned} onDate={move} />
      {of.moved && (
        <>
          <Field label={t('months.why')} hint={t('months.whyHint')}>
            <TextArea rows={2} maxLength={500} value={why.value} onValue={why.set} onBlur={() => void why.flush()} />
          </Field>
          {usual && <Button icon="undo" onClick={() => move(null)}>{t('months.back')}</Button>}
        </>
      )}
      {rules.hasCommittee && <PlanDate label={t('months.committeeDay')} hint={t('months.committeeHint')} value={of.committee} onDate={(on) => set({ [`committee/${number}`]: on })} />}
      {of.meeting ? (
        <Button size="large" block icon="meeting" href={meetingHref(of.meeting)}>{t('months.open')}</Button>
      ) : (
        of.standing !== 'before' && <Button size="large" block icon="plus" href={arrangeHref(of.theme ? 'combined' : 'regular', of.planned, of.theme?.quarter)}>{t(of.theme ? 'months.arrangeBoth' : 'months.arrange')}</Button>
      )}
      {rules.hasCommittee &&
        (of.committeeMeeting ? (
          <Button size="large" block icon="meeting" href={meetingHref(of.committeeMeeting)}>{t('months.openCommittee')}</Button>
        ) : (
          (of.standing === 'ahead' || of.standing === 'arranged' || of.standing === 'late') && <Button size="large" block icon="plus" href={arrangeHref('cellCommittee', of.committee)}>{t('months.arrangeCommittee')}</Button>
        ))}
    </Stack>
  );
}
