import { formatDate, useT } from '@/i18n';
import { List, ListRow } from '@/ui';
import type { PartProps } from '.';

export function Tasks({ submission: { body } }: PartProps) {
  const t = useT('committee');
  const { due, done } = body.reviewedTasks;
  return (
    <>
      <p>{due === 0 ? t('tasks.noneReviewed') : t('tasks.reviewed', { done, due })}</p>
      {body.tasks.length === 0 ? (
        <p className="ui-muted">{t('tasks.none')}</p>
      ) : (
        <List boxed aria-label={t('tasks.caption')}>
          {body.tasks.map((task, index) => (
            <ListRow
              key={index}
              title={<span className="cm-text">{task.what}</span>}
              subtitle={`${t('tasks.who', { name: task.who.trim() || t('record.notNoted') })}. ${t('tasks.due', { date: task.due ? formatDate(task.due) : t('record.notNoted') })}.`}
            />
          ))}
        </List>
      )}
    </>
  );
}
