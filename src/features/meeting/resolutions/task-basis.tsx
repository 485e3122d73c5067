import { completionPercent, dueTasks } from '@/domain';
import { formatDate, formatPercent, useT } from '@/i18n';
import { Disclosure, Icon, List, ListRow } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { useMeetingTasks } from '../work/use-tasks';

/** What the share of tasks done was worked out from ([TASK-2]): the tasks themselves, done and not. */
export function TaskBasis({ ctx }: BlockProps) {
  const t = useT('resolutions');
  const { reviewed } = useMeetingTasks(ctx.meeting);
  const due = dueTasks(reviewed, ctx.meeting.date);
  const percent = completionPercent(reviewed, ctx.meeting.date);
  if (percent === null) return null;
  const left = reviewed.length - due.length;
  return (
    <Disclosure summary={t('basis.title')}>
      <p>{t('basis.sum', { done: due.filter(({ state }) => state === 'done').length, all: due.length, percent: formatPercent(percent) })} {left > 0 && t('basis.left', { count: left })}</p>
      <List boxed>
        {due.map((task) => (
          <ListRow
            key={task.id}
            leading={<Icon name={task.state === 'done' ? 'check' : 'clock'} />}
            title={task.what.trim() || t('unnamed')}
            subtitle={[ctx.nameOf(task.assigneeId), task.due ? t('due', { date: formatDate(task.due) }) : '', t(task.state === 'done' ? 'basis.done' : 'basis.open')].filter(Boolean).join(' · ')}
          />
        ))}
      </List>
    </Disclosure>
  );
}
