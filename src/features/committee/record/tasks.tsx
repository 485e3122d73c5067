import { formatDate, useT } from '@/i18n';
import { Table } from '@/ui';
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
        <Table caption={t('tasks.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('tasks.what')}</th>
              <th scope="col">{t('tasks.who')}</th>
              <th scope="col">{t('tasks.due')}</th>
            </tr>
          </thead>
          <tbody>
            {body.tasks.map((task, index) => (
              <tr key={index}>
                <td className="cm-text">{task.what}</td>
                <td>{task.who.trim() || t('record.notNoted')}</td>
                <td className="ui-num">{task.due ? formatDate(task.due) : t('record.notNoted')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}
