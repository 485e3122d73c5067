import { useState } from 'react';
import { mayLeave, question, refusal, shareText, type Leaving } from '@/documents';
import { addDays, daysBetween } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { AskButton, Banner, Disclosure, Field, Row, Section, StatusText, TextArea, useToast } from '@/ui';
import { FileButtons } from '../documents/file-buttons';
import { useKindInput, useKinds } from '../documents/use-input';
import { DateField } from '../fields';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { packageText, POSTED_PARTS } from '../work/package-text';
import { minutesInput } from '../work/use-minutes';
import { Resolutions } from '../work/later';
import { useMeetingTasks } from '../work/use-tasks';

/** Posting to the national handbook app by hand: the text to paste, the file to attach, and the date it was posted, for that scores. */
export function PostBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const { meeting } = ctx;
  const days = ctx.procedure.params.publishWithinDays.value;
  const due = days === null ? null : addDays(meeting.date, days);
  return (
    <Section title={t('post.title')}>
      <p>{t('post.byHand')}</p>
      {due !== null && <p>{t('post.how', { date: formatDate(due) })}</p>}
      {!ctx.locked && <Banner tone="neutral">{t('post.notClosed')}</Banner>}
      <PostText ctx={ctx} />
      <PostFile ctx={ctx} />
      <Resolutions ctx={ctx} step={step} />
      <DateField quick label={t('post.postedOn')} value={meeting.postedOn} onValue={(date) => void ctx.set({ 'post/postedOn': date })} />
      {meeting.postedOn !== null && due !== null && <PostedInTime late={daysBetween(due, meeting.postedOn)} />}
    </Section>
  );
}

/** The text: the copy that may leave the cell. */
function PostText({ ctx }: { ctx: MeetingContext }) {
  const t = useT('meetingWork');
  const toast = useToast();
  const [shown, setShown] = useState(false);
  const tasks = useMeetingTasks(ctx.meeting);
  const text = packageText(minutesInput(ctx, ctx.meeting, tasks));
  const leaving: Leaving = { what: 'posting', text, names: ctx.roster.map(({ name }) => name), closed: ctx.locked, own: ctx };
  const verdict = mayLeave(leaving);
  const refused = refusal(t, verdict);
  const asked = question(t, verdict);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: t('post.copied') });
    } catch {
      setShown(true);
      toast({ text: t('post.copyFailed'), tone: 'warn' });
    }
  };
  const share = async (): Promise<void> => {
    if ((await shareText(text, leaving)) === 'blocked') setShown(true);
  };
  if (refused !== null) return <Banner tone="warn">{refused}</Banner>;
  return (
    <>
      <Row>
        <AskButton question={asked} variant={ctx.meeting.postedOn ? 'secondary' : 'primary'} size="large" icon="document" onGo={() => void copy()}>{t('post.copy')}</AskButton>
        {'share' in navigator && <AskButton question={asked} size="large" icon="share" onGo={() => void share()}>{t('post.share')}</AskButton>}
      </Row>
      <Disclosure summary={t('post.text')} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
        <Field hideLabel label={t('post.text')}><TextArea readOnly lang="vi" rows={6} value={text} /></Field>
      </Disclosure>
    </>
  );
}

/** The same parts as an extract of the minutes, to attach. */
function PostFile({ ctx }: { ctx: MeetingContext }) {
  const t = useT('meetingWork');
  const kinds = useKinds();
  const input = useKindInput(ctx);
  if (typeof kinds === 'string' || !input.outward.sections.some(({ id }) => POSTED_PARTS.includes(id))) return null;
  return (
    <Disclosure summary={t('post.file')}>
      <p className="ui-muted">{t('post.fileText')}</p>
      <FileButtons form={kinds.makeForm('extract', input, { sections: POSTED_PARTS })} kind="extract" meeting={ctx.meeting} own={{ cell: input.cell, roster: ctx.roster }} />
    </Disclosure>
  );
}

/** Whether the day counts for the score. */
function PostedInTime({ late }: { late: number }) {
  const t = useT('meetingWork');
  return late <= 0 ? <StatusText icon="check" tone="ok">{t('post.inTime')}</StatusText> : <StatusText icon="warning" tone="warn">{t('post.late', { count: late })}</StatusText>;
}
