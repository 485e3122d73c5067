import { daysBetween, isOverdue, type CalendarDate, type Task } from '@/domain';
import { formatDate, useT } from '@/i18n';
import type { DirectoryEntry } from '@/storage';
import { Badge, ListRow } from '@/ui';
import { carried } from './register';

/** What, who, by when, and how it stands. */
export function TaskRow({ task, who, paper, directory, today, onOpen }: { task: Task; who: string | undefined; paper?: string | undefined; directory: readonly DirectoryEntry[]; today: CalendarDate; onOpen: () => void }) {
  const t = useT('tasks');
  const late = isOverdue(task, today) && task.due ? daysBetween(task.due, today) : 0;
  const times = carried(task, directory);
  const due = task.due ? t('due', { date: formatDate(task.due) }) : t('noDue');
  return (
    <ListRow
      onClick={onOpen}
      title={task.what || t('unnamed')}
      subtitle={[who || t('nobody'), due, paper].filter(Boolean).join(' · ')}
      trailing={
        <span className="ui-row">
          {late > 0 && <Badge tone="danger">{t('late', { count: late })}</Badge>}
          {times > 0 && <Badge>{t('carried', { count: times })}</Badge>}
          {task.state === 'done' && <Badge tone="ok" icon="check">{task.doneOn ? t('doneOn', { date: formatDate(task.doneOn) }) : t('part.done')}</Badge>}
        </span>
      }
    />
  );
}
