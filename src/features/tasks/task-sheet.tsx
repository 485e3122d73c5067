import { useRef } from 'react';
import { compareNames, readTask, splitKey, type CalendarDate, type Json, type RecordKey } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useDraft, useFields, useWrite, type DirectoryEntry, type Draft } from '@/storage';
import { Badge, Button, DateInput, Field, Row, Select, Sheet, Slot, Stack, TextArea, useToast } from '@/ui';
import { carried } from './register';

interface TaskSheetProps {
  /** `fresh`: not written yet, the keyboard may come up at once. */
  shown: { readonly key: RecordKey; readonly fresh: boolean } | null;
  people: ReadonlyMap<string, string>;
  /** Resolutions that a task may carry out, by id. */
  papers: ReadonlyMap<string, string>;
  directory: readonly DirectoryEntry[];
  today: CalendarDate;
  onClose: () => void;
}

/** One task whole. Everything is written as it is typed; closing asks nothing. */
export function TaskSheet({ shown, onClose, ...rest }: TaskSheetProps) {
  const t = useT('tasks');
  return (
    <Sheet open={shown !== null} title={t('sheet.title')} closeLabel={t('common:close')} onClose={onClose}>
      {shown && <TaskForm key={shown.key} record={shown.key} fresh={shown.fresh} onClose={onClose} {...rest} />}
    </Sheet>
  );
}

function TaskForm({ record, fresh, people, papers, directory, today, onClose }: Omit<TaskSheetProps, 'shown'> & { record: RecordKey; fresh: boolean }) {
  const t = useT('tasks');
  const write = useWrite();
  const toast = useToast();
  const fields = useFields(record);
  const what = useDraft(record, 'what');
  const result = useDraft(record, 'result');
  const task = readTask(splitKey(record).id, fields ?? {});
  const begun = useRef(!fresh);
  const put = (values: Record<string, Json>): Promise<boolean> => {
    // A new task exists from its first letter on, and is dated then; before that there is nothing to clear away.
    const birth = begun.current ? {} : { createdAt: new Date().toISOString(), state: 'open' };
    begun.current = true;
    return write(Object.entries({ ...birth, ...values }).map(([field, value]) => ({ key: record, field, value })));
  };
  const type = (draft: Draft) => (text: string): void => {
    if (!begun.current) void put({});
    draft.set(text);
  };

  const settle = (state: 'open' | 'done' | 'dropped'): void => {
    void put({ state, doneOn: state === 'done' ? today : null });
    if (state !== 'open') {
      onClose();
      toast({ text: t(`toast.${state}`), action: { label: t('toast.undo'), run: () => void put({ state: 'open', doneOn: null }) } });
    }
  };
  const given = directory.find((entry) => entry.id === task.meetingId);
  const times = carried(task, directory);
  return (
    <Stack>
      {given && (
        <Row>
          <span>{t('sheet.given', { date: formatDate(given.date) })}</span>
          {times > 0 && <Badge>{t('carried', { count: times })}</Badge>}
        </Row>
      )}
      <Field label={t('sheet.what')}>
        <TextArea data-autofocus={fresh || undefined} rows={2} value={what.value} onValue={type(what)} onBlur={() => void what.flush()} maxLength={1000} />
      </Field>
      <Field label={t('sheet.who')}>
        <Select value={task.assigneeId ?? ''} onValue={(id) => void put({ assigneeId: id || null })}>
          <option value="">{t('nobody')}</option>
          {[...people].sort((a, b) => compareNames(a[1], b[1])).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <Field label={t('sheet.due')}>
        <DateInput value={task.due ?? ''} onValue={(due) => void put({ due: due || null })} />
      </Field>
      {papers.size > 0 && (
        <Field label={t('sheet.paper')}>
          <Select value={task.paperId ?? ''} onValue={(id) => void put({ paperId: id || null })}>
            <option value="">{t('sheet.noPaper')}</option>
            {[...papers].map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </Select>
        </Field>
      )}
      <Field label={t('sheet.result')} hint={t('sheet.resultHint')}>
        <TextArea rows={2} value={result.value} onValue={type(result)} onBlur={() => void result.flush()} />
      </Field>
      {fields && Object.keys(fields).length > 0 && <Slot name="attachments" owner={record} />}
      {task.state === 'open' ? (
        <Stack gap={2}>
          <Button variant="primary" size="large" icon="check" block onClick={() => settle('done')}>{t('sheet.done')}</Button>
          <Button variant="quiet" onClick={() => settle('dropped')}>{t('sheet.drop')}</Button>
        </Stack>
      ) : (
        <Button icon="undo" block onClick={() => settle('open')}>{t('sheet.reopen')}</Button>
      )}
    </Stack>
  );
}
