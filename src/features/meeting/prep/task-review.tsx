import { isOverdue, type Task } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useCollection } from '@/storage';
import { Badge, Segmented, Section, Stack } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { ResolutionReview } from '../work/later';
import { NONE, useMeetingTasks } from '../work/use-tasks';

function TaskLine({ ctx, task, number }: { ctx: MeetingContext; task: Task; number: number }) {
  const t = useT('meeting');
  const { date } = ctx.meeting;
  const key = `task:${task.id}` as const;
  const answer = (state: 'open' | 'done'): void => {
    void ctx.write([
      { key, field: 'state', value: state },
      { key, field: 'doneOn', value: state === 'done' ? date : null },
    ]);
  };
  return (
    <Section className="ui-card" title={`${number}. ${task.what || t('taskReview.unnamed')}`} level={3}>
      <p className="ui-caption">
        {[ctx.nameOf(task.assigneeId), task.due && t('taskReview.due', { date: formatDate(task.due) })].filter(Boolean).join(' · ')}{' '}
        {isOverdue(task, date) && <Badge tone="warn">{t('taskReview.overdue')}</Badge>}
      </p>
      <Segmented
        label={t('taskReview.state', { n: number })}
        hideLabel
        options={[
          { value: 'done', label: t('taskReview.done') },
          { value: 'open', label: t('taskReview.open') },
        ]}
        value={task.state === 'done' ? 'done' : 'open'}
        onValue={answer}
      />
      <DraftField recordKey={key} field="result" label={t('taskReview.result')} />
    </Section>
  );
}

/** The tasks given before, and what came of each. */
export function TaskReviewBlock({ ctx, step }: BlockProps) {
  const t = useT('meeting');
  const { reviewed: tasks } = useMeetingTasks(ctx.meeting);
  const papers = useCollection('paper');
  if (tasks === NONE.reviewed) return null;
  const done = tasks.filter((task) => task.state === 'done').length;
  return (
    <>
      <Section title={t('taskReview.title')}>
        <p role="status">{tasks.length === 0 ? t('taskReview.none') : t('taskReview.count', { done, count: tasks.length })}</p>
        <Stack gap={3}>
          {tasks.map((task, index) => (
            <TaskLine key={task.id} ctx={ctx} task={task} number={index + 1} />
          ))}
        </Stack>
      </Section>
      {papers && papers.length > 0 && <ResolutionReview ctx={ctx} step={step} />}
    </>
  );
}
