import { useState } from 'react';
import { addDays } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Banner, Button, Disclosure, Field, Section, TextArea, useToast } from '@/ui';
import { DateField } from '../fields';
import type { BlockProps } from '../meeting-context';
import { packageText } from '../work/package-text';
import { minutesInput } from '../work/use-minutes';
import { Resolutions } from '../work/later';
import { useMeetingTasks } from '../work/use-tasks';

/** Posting to the national handbook app by hand: the text to copy, and the date it was posted. */
export function PostBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const toast = useToast();
  const [shown, setShown] = useState(false);
  const tasks = useMeetingTasks(ctx.meeting);
  const { meeting, procedure } = ctx;
  const days = procedure.params.publishWithinDays.value;
  const text = packageText(minutesInput(ctx, meeting, tasks), meeting.minutes);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t('post.copied') });
    } catch {
      setShown(true);
      toast({ text: t('post.copyFailed'), tone: 'warn' });
    }
  };
  return (
    <Section title={t('post.title')}>
      {days !== null && <p>{t('post.how', { date: formatDate(addDays(meeting.date, days)) })}</p>}
      {!ctx.locked && <Banner tone="neutral">{t('post.notClosed')}</Banner>}
      <Button variant={meeting.postedOn ? 'secondary' : 'primary'} size="large" icon="document" onClick={() => void copy()}>{t('post.copy')}</Button>
      <Disclosure summary={t('post.text')} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
        <Field hideLabel label={t('post.text')}><TextArea readOnly lang="vi" rows={6} value={text} /></Field>
      </Disclosure>
      <Resolutions ctx={ctx} step={step} />
      <DateField quick label={t('post.postedOn')} value={meeting.postedOn} onValue={(date) => void ctx.set({ 'post/postedOn': date })} />
    </Section>
  );
}
