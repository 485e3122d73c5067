import { daysBetween, isOverdue, type CalendarDate, type Task } from '@/domain';
import { formatDate, useT } from '@/i18n';
import type { DirectoryEntry } from '@/storage';
import { Badge, ListRow } from '@/ui';
import { carriedThrough } from './register';

/** What, who, by when, and how it stands. */
export function TaskRow({ task, who, directory, today, onOpen }: { task: Task; who: string | undefined; directory: readonly DirectoryEntry[]; today: CalendarDate; onOpen: () => void }) {
  const t = useT('tasks');
  const late = isOverdue(task, today) && task.due ? daysBetween(task.due, today) : 0;
  const carried = carriedThrough(task, directory);
  const due = task.due ? t('due', { date: formatDate(task.due) }) : t('noDue');
  return (
    <ListRow
      onClick={onOpen}
      title={task.what || t('unnamed')}
      subtitle={`${who || t('nobody')} · ${due}`}
      trailing={
        <span className="ui-row">
          {late > 0 && <Badge tone="danger">{t('late', { count: late })}</Badge>}
          {carried > 0 && <Badge>{t('carried', { count: carried })}</Badge>}
          {task.state === 'done' && <Badge tone="ok" icon="check">{task.doneOn ? t('doneOn', { date: formatDate(task.doneOn) }) : t('part.done')}</Badge>}
        </span>
      }
    />
  );
}
