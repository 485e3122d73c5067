import { useState } from 'react';
import { findStep, isOverdue, recordKey, type Change, type Task } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { newId, useBook } from '@/storage';
import { Badge, Button, Checkbox, List, ListRow, ProgressBar, Section } from '@/ui';
import { today } from '../clock';
import type { BlockProps, MeetingContext } from '../meeting-context';
import { DeleteButton } from '../work/delete-button';
import { useMeetingTasks } from '../work/use-tasks';
import { TaskForm } from './tasks-form';

/** Tasks given in this meeting; after it, how far they have got. */
export function TasksBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const { given } = useMeetingTasks(ctx.meeting);
  const [open, setOpen] = useState<string | null>(null);
  const after = findStep(ctx.procedure, step.id)?.phase.id === 'after';
  const done = given.filter(({ state }) => state === 'done').length;
  return (
    <Section title={t('task.title', { count: given.length })}>
      {after && given.length > 0 && <ProgressBar label={t('task.progress')} value={done} max={given.length} detail={`${done}/${given.length}`} tone="ok" />}
      {given.length === 0 && <p className="ui-muted">{t('task.none')}</p>}
      {given.length > 0 && (
        <List boxed aria-label={t('task.listLabel')}>
          {given.map((task) => (after ? <Progress key={task.id} ctx={ctx} task={task} /> : <Line key={task.id} ctx={ctx} task={task} onOpen={() => setOpen(task.id)} />))}
        </List>
      )}
      {!ctx.locked && !after && (
        <Button variant="primary" size="large" icon="plus" onClick={() => setOpen(newId())}>
          {t('task.add')}
        </Button>
      )}
      {open && <TaskForm key={open} ctx={ctx} id={open} task={given.find(({ id }) => id === open)} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function useWords({ nameOf }: MeetingContext): (task: Task) => { title: string; subtitle: string } {
  const t = useT('meetingWork');
  return (task) => {
    const who = nameOf(task.assigneeId);
    return {
      title: task.what.trim() || t('task.noWhat'),
      subtitle: [who || t('task.noWho'), task.due ? t('task.by', { date: formatDate(task.due) }) : t('task.noDue')].join(' · '),
    };
  };
}

function Line({ ctx, task, onOpen }: { ctx: MeetingContext; task: Task; onOpen: () => void }) {
  const t = useT('meetingWork');
  const book = useBook();
  const { title, subtitle } = useWords(ctx)(task);
  const incomplete = task.what.trim() === '' || !task.assigneeId || !task.due;
  const remove = async (): Promise<void> => {
    const key = recordKey('task', task.id);
    const gone: Change[] = Object.keys(await book.read(key)).map((field) => ({ key, field, value: null }));
    await ctx.write(gone);
  };
  return (
    <ListRow
      title={title}
      subtitle={subtitle}
      trailing={incomplete && <Badge tone="warn" icon="warning">{t('task.incomplete')}</Badge>}
      {...(!ctx.locked && { onClick: onOpen, actions: <DeleteButton label={t('task.delete', { what: title })} onDelete={() => void remove()} /> })}
    />
  );
}

function Progress({ ctx, task }: { ctx: MeetingContext; task: Task }) {
  const t = useT('meetingWork');
  const { title, subtitle } = useWords(ctx)(task);
  const key = recordKey('task', task.id);
  const mark = (done: boolean): void =>
    void ctx.write([
      { key, field: 'state', value: done ? 'done' : 'open' },
      { key, field: 'doneOn', value: done ? today() : null },
    ]);
  return (
    <li className="ui-row">
      <Checkbox className="ui-grow" checked={task.state === 'done'} onValue={mark} hint={subtitle}>{title}</Checkbox>
      {isOverdue(task, today()) && <Badge tone="danger" icon="clock">{t('task.overdue')}</Badge>}
    </li>
  );
}
