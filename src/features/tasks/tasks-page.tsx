import { useMemo, useState } from 'react';
import { compareNames, dateInVietnam, readTask, recordKey, type RecordKey } from '@/domain';
import { useT } from '@/i18n';
import { newId, useCollection, useDirectory } from '@/storage';
import { Button, ChipGroup, EmptyState, Field, List, PageHeader, Select, Stack } from '@/ui';
import { inPart, sortTasks, type Part } from './register';
import { TaskRow } from './task-row';
import { TaskSheet } from './task-sheet';

const PARTS: readonly Part[] = ['open', 'overdue', 'done', 'dropped'];

/** The register of tasks: what is open, late or done, and whose it is. */
export function TasksPage() {
  const t = useT('tasks');
  const records = useCollection('task');
  const people = useNames();
  const directory = useDirectory() ?? [];
  const [part, setPart] = useState<Part>('open');
  const [person, setPerson] = useState('');
  const [shown, setShown] = useState<{ key: RecordKey; fresh: boolean } | null>(asked);
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const tasks = useMemo(() => records?.map(({ id, fields }) => readTask(id, fields)), [records]);
  if (!tasks) return <PageHeader title={t('title')} back={{ label: t('common:back'), href: '/them' }} />;

  const theirs = tasks.filter((task) => person === '' || task.assigneeId === person);
  const list = sortTasks(theirs.filter((task) => inPart(task, part, today)), part);
  const busy = [...people].filter(([id]) => tasks.some((task) => task.assigneeId === id)).sort((a, b) => compareNames(a[1], b[1]));
  const options = PARTS.map((value) => ({ value, label: t(`part.${value}`), count: theirs.filter((task) => inPart(task, value, today)).length }));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack>
        {tasks.length > 0 && <ChipGroup label={t('part.label')} options={options.filter(({ value, count }) => value !== 'dropped' || count > 0)} value={part} onValue={(value) => setPart(value ?? 'open')} />}
        {busy.length > 1 && (
          <Field label={t('person')}>
            <Select value={person} onValue={setPerson}>
              <option value="">{t('everybody')}</option>
              {busy.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
            </Select>
          </Field>
        )}
        <div aria-live="polite" className="ui-hidden">{t('count', { count: list.length })}</div>
        {list.length > 0 ? (
          <List boxed aria-label={t(`part.${part}`)}>
            {list.map((task) => (
              <TaskRow key={task.id} task={task} who={task.assigneeId ? people.get(task.assigneeId) : undefined} directory={directory} today={today} onOpen={() => setShown({ key: recordKey('task', task.id), fresh: false })} />
            ))}
          </List>
        ) : (
          <EmptyState icon="task" title={t(tasks.length === 0 ? 'empty.title' : `empty.${part}`)}>{tasks.length === 0 ? t('empty.text') : undefined}</EmptyState>
        )}
        <Button icon="plus" block onClick={() => setShown({ key: recordKey('task', newId()), fresh: true })}>{t('add')}</Button>
        {tasks.length > 0 && <Button icon="download" block href="/xuat-excel/nhiem-vu">{t('export')}</Button>}
      </Stack>
      <TaskSheet shown={shown && (shown.fresh || tasks.some(({ id }) => recordKey('task', id) === shown.key)) ? shown : null} people={people} directory={directory} today={today} onClose={() => setShown(null)} />
    </>
  );
}

/** The task that an address asks for (`?mo=`): by its id, which names nobody. */
function asked(): { key: RecordKey; fresh: boolean } | null {
  const [, id] = /^\?mo=([a-z0-9-]{1,64})$/.exec(location.search) ?? [];
  return id ? { key: recordKey('task', id), fresh: false } : null;
}

/** Names by id; tasks may be older than the list of members. */
function useNames(): ReadonlyMap<string, string> {
  const members = useCollection('member');
  return useMemo(() => new Map(members?.map(({ id, fields }) => [id, typeof fields['name'] === 'string' ? fields['name'] : ''])), [members]);
}
