import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, Field, Stack, TextArea, useToast } from '@/ui';
import { PlanDate } from './plan-date';
import type { PlanView } from './use-plan';

/** A visit: who, when planned, when made, and what they said. */
export function VisitForm({ view, id, onClose }: { view: PlanView; id: string; onClose: () => void }) {
  const t = useT('plan');
  const toast = useToast();
  const field = (name: string): string => `coming/${id}/${name}`;
  const who = useDraft(view.key, field('who'));
  const note = useDraft(view.key, field('note'));
  const visit = view.plan.visits.find((one) => one.id === id);
  if (!visit) return null;
  const remove = (): void => {
    const was = { [field('who')]: visit.who, [field('on')]: visit.on, [field('madeOn')]: visit.madeOn, [field('note')]: visit.note || null };
    view.set(Object.fromEntries(Object.keys(was).map((name) => [name, null])));
    onClose();
    toast({ text: t('visits.removed'), action: { label: t('undo'), run: () => view.set(was) } });
  };
  return (
    <Stack>
      <Field label={t('visits.who')} hint={t('visits.whoHint')}>
        <TextArea data-autofocus={visit.who === '' || undefined} rows={2} maxLength={200} value={who.value} onValue={who.set} onBlur={() => void who.flush()} />
      </Field>
      <PlanDate label={t('visits.on')} value={visit.on} onDate={(on) => view.set({ [field('on')]: on })} />
      <PlanDate label={t('visits.madeOn')} hint={t('visits.madeHint')} value={visit.madeOn} onDate={(on) => view.set({ [field('madeOn')]: on })} />
      <Field label={t('visits.note')}>
        <TextArea rows={3} maxLength={2000} value={note.value} onValue={note.set} onBlur={() => void note.flush()} />
      </Field>
      <Button variant="primary" size="large" block onClick={onClose}>{t('done')}</Button>
      <Button variant="quiet" icon="trash" onClick={remove}>{t('visits.remove')}</Button>
    </Stack>
  );
}
