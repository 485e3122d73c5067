import { useRecordT, useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, Field, Section, TextArea, useToast } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { suggestedLines, withSuggestions } from '../work/suggest-conclusion';
import { useMeetingTasks } from '../work/use-tasks';

/** The chair's conclusion: drafted before the meeting, finished in it. */
export function ConclusionBlock({ ctx }: BlockProps) {
  const t = useT('meetingWork');
  const toast = useToast();
  const tasks = useMeetingTasks(ctx.meeting);
  const draft = useDraft(ctx.key, 'conclusion');
  const recordT = useRecordT('meetingWork');
  const lines = suggestedLines(ctx, tasks, recordT);
  const next = withSuggestions(draft.value, lines);
  const add = (): void => {
    if (next === draft.value) return toast({ text: t('conclusion.nothingNew'), tone: 'info' });
    const before = draft.value;
    draft.set(next);
    void draft.flush();
    toast({ text: t('conclusion.added'), action: { label: t('undo'), run: () => draft.set(before) } });
  };
  return (
    <Section title={t('conclusion.title')}>
      <Field label={t('conclusion.label')} hint={t('conclusion.hint')}>
        <TextArea rows={8} readOnly={ctx.locked} value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
      </Field>
      {!ctx.locked && lines.length > 0 && <Button icon="list" onClick={add}>{t('conclusion.suggest')}</Button>}
    </Section>
  );
}
