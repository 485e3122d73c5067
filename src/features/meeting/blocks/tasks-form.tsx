import { lazy, Suspense, useRef, useState } from 'react';
import { isPresent, recordKey, type CalendarDate, type Json, type MemberId, type Task } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, ChipGroup, DateInput, Field, Sheet, Stack, TextArea } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { PersonField } from '../person-picker';
import { dueChoices } from '../work/due';
import { useEcho } from '../work/use-echo';

const TaskPaper = lazy(() => import('../resolutions/task-paper'));

export interface TaskFormProps {
  ctx: MeetingContext;
  id: string;
  /** The task as stored; undefined while nothing of it is. */
  task: Task | undefined;
  onClose: () => void;
}

/** One task: what, who, by when. It is in the book from the first letter or tap. */
export function TaskForm({ ctx, id, task, onClose }: TaskFormProps) {
  const t = useT('meetingWork');
  const key = recordKey('task', id);
  const [old] = useState(task !== undefined);
  const begun = useRef(old);
  const write = (values: Readonly<Record<string, Json>>): Promise<boolean> => {
    const first = begun.current ? {} : { meetingId: ctx.id, createdAt: new Date().toISOString(), state: 'open' };
    begun.current = true;
    return ctx.write(Object.entries({ ...first, ...values }).map(([field, value]) => ({ key, field, value })));
  };
  const what = useDraft(key, 'what');
  const [who, setWho] = useEcho<MemberId | null>(task?.assigneeId ?? null, (assigneeId) => write({ assigneeId }));
  const [due, setDue] = useEcho<CalendarDate | null>(task?.due ?? null, (date) => write({ due: date }));
  const choices = dueChoices(ctx.meeting.date, ctx.cell.meetingDay);
  const close = (): void => {
    void what.flush();
    onClose();
  };
  const people = ctx.roster.filter(({ status }) => status !== 'suspended');
  return (
    <Sheet
      open
      title={t(old ? 'task.edit' : 'task.new')}
      closeLabel={t('common:close')}
      onClose={close}
      footer={<Button variant="primary" size="large" icon="check" onClick={close}>{t('common:done')}</Button>}
    >
      <Stack>
        <Field label={t('task.what')}>
          <TextArea
            data-autofocus
            value={what.value}
            onValue={(text) => {
              if (!begun.current) void write({});
              what.set(text);
            }}
            onBlur={() => void what.flush()}
          />
        </Field>
        <PersonField label={t('task.who')} people={people} nameOf={ctx.nameOf} value={who} onPick={(next) => void setWho(next)} clearable suggestions={suggested(ctx)} />
        <ChipGroup
          clearable
          label={t('task.due')}
          options={choices.map(({ name, date }) => ({ value: date, label: t(`task.dues.${name}`, { date: formatDate(date).slice(0, 5) }) }))}
          value={due}
          onValue={(next) => void setDue(next)}
        />
        <Field label={t('task.otherDue')}>
          <DateInput min={ctx.meeting.date} value={due ?? ''} onValue={(date) => void setDue(date || null)} />
        </Field>
        <Suspense><TaskPaper date={ctx.meeting.date} value={task?.paperId ?? null} onValue={(paperId) => void write({ paperId })} /></Suspense>
      </Stack>
    </Sheet>
  );
}

/** The committee's members who are there: most tasks go to one of them. */
const suggested = ({ roster, meeting }: MeetingContext): MemberId[] =>
  roster.filter((entry) => entry.position !== 'none' && entry.position !== 'secretary' && isPresent(entry, meeting.marks)).map(({ id }) => id).slice(0, 3);
