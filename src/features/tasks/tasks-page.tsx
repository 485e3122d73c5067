import { useMemo, useState } from 'react';
import { compareNames, dateInVietnam, isResolution, paperProgress, readPaper, readTask, recordKey, type RecordKey } from '@/domain';
import { useT } from '@/i18n';
import { newId, useCollection, useDirectory } from '@/storage';
import { Button, ChipGroup, EmptyState, Field, Grid, List, PageHeader, ProgressBar, Select, Stack } from '@/ui';
import { inPart, sortTasks, type Part } from './register';
import { TaskRow } from './task-row';
import { TaskSheet } from './task-sheet';

const PARTS: readonly Part[] = ['open', 'overdue', 'carried', 'done', 'dropped'];
/** Parts that are shown also when nothing is in them. */
const ALWAYS: readonly Part[] = ['open', 'overdue', 'done'];

/** The register of tasks: what is open, late, carried over or done, whose it is and which resolution it carries out. */
export function TasksPage() {
  const t = useT('tasks');
  const records = useCollection('task');
  const people = useNames();
  const papers = usePapers();
  const directory = useDirectory() ?? [];
  const [part, setPart] = useState<Part>('open');
  const [person, setPerson] = useState('');
  const [paper, setPaper] = useState(() => new URLSearchParams(location.search).get('nghi-quyet') ?? '');
  const [shown, setShown] = useState<{ key: RecordKey; fresh: boolean } | null>(asked);
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const tasks = useMemo(() => records?.map(({ id, fields }) => readTask(id, fields)), [records]);
  if (!tasks) return <PageHeader title={t('title')} back={{ label: t('common:back'), href: '/them' }} />;

  const chosen = tasks.filter((task) => (person === '' || task.assigneeId === person) && (paper === '' || task.paperId === paper));
  const list = sortTasks(chosen.filter((task) => inPart(task, part, today, directory)), part);
  const busy = [...people].filter(([id]) => tasks.some((task) => task.assigneeId === id)).sort((a, b) => compareNames(a[1], b[1]));
  const carrying = [...papers].filter(([id]) => id === paper || tasks.some((task) => task.paperId === id));
  const options = PARTS.map((value) => ({ value, label: t(`part.${value}`), count: chosen.filter((task) => inPart(task, value, today, directory)).length }));
  const progress = paper === '' ? null : paperProgress(tasks, paper);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack>
        {tasks.length > 0 && <ChipGroup label={t('part.label')} options={options.filter(({ value, count }) => ALWAYS.includes(value) || value === part || count > 0)} value={part} onValue={(value) => setPart(value ?? 'open')} />}
        <Grid>
          {busy.length > 1 && (
            <Field label={t('person')}>
              <Select value={person} onValue={setPerson}>
                <option value="">{t('everybody')}</option>
                {busy.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
              </Select>
            </Field>
          )}
          {carrying.length > 0 && (
            <Field label={t('paper')}>
              <Select value={paper} onValue={setPaper}>
                <option value="">{t('everything')}</option>
                {carrying.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
              </Select>
            </Field>
          )}
        </Grid>
        {progress && progress.all > 0 && <ProgressBar label={t('progress')} value={progress.done} max={progress.all} detail={`${progress.done}/${progress.all}`} tone="ok" />}
        <div aria-live="polite" className="ui-hidden">{t('count', { count: list.length })}</div>
        {list.length > 0 ? (
          <List boxed aria-label={t(`part.${part}`)}>
            {list.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                who={task.assigneeId ? people.get(task.assigneeId) : undefined}
                paper={paper === '' && task.paperId ? papers.get(task.paperId) : undefined}
                directory={directory}
                today={today}
                onOpen={() => setShown({ key: recordKey('task', task.id), fresh: false })}
              />
            ))}
          </List>
        ) : (
          <EmptyState icon="task" title={t(tasks.length === 0 ? 'empty.title' : `empty.${part}`)}>{tasks.length === 0 ? t('empty.text') : undefined}</EmptyState>
        )}
        <Button icon="plus" block onClick={() => setShown({ key: recordKey('task', newId()), fresh: true })}>{t('add')}</Button>
        {tasks.length > 0 && <Button icon="download" block href="/xuat-excel/nhiem-vu">{t('export')}</Button>}
      </Stack>
      <TaskSheet shown={shown && (shown.fresh || tasks.some(({ id }) => recordKey('task', id) === shown.key)) ? shown : null} people={people} papers={papers} directory={directory} today={today} onClose={() => setShown(null)} />
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

/** Names of the resolutions in the register, newest first. */
function usePapers(): ReadonlyMap<string, string> {
  const t = useT('tasks');
  const records = useCollection('paper');
  return useMemo(() => {
    const resolutions = records?.flatMap(({ id, fields }) => readPaper(id, fields) ?? []).filter(isResolution) ?? [];
    return new Map(resolutions.sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1)).map(({ id, number, title }) => [id, [number, title].filter(Boolean).join(', ') || t('unnamedPaper')]));
  }, [records, t]);
}
