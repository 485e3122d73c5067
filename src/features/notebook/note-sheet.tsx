import { readNote, splitKey, type CalendarDate, type RecordKey } from '@/domain';
import { useT } from '@/i18n';
import { useDraft, useFields, useWrite } from '@/storage';
import { Button, DateInput, Field, Sheet, Stack, TextArea, useToast } from '@/ui';
import { NOTE_FIELDS } from './fields';

interface NoteSheetProps {
  readonly shown: { readonly key: RecordKey; readonly fresh: boolean } | null;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** One note whole, on the disk as it is typed. */
export function NoteSheet({ shown, today, onClose }: NoteSheetProps) {
  const t = useT('notebook');
  return (
    <Sheet open={shown !== null} title={t('sheet')} closeLabel={t('common:close')} onClose={onClose}>
      {shown && <NoteForm key={shown.key} record={shown.key} fresh={shown.fresh} today={today} onClose={onClose} />}
    </Sheet>
  );
}

function NoteForm({ record, fresh, today, onClose }: { record: RecordKey; fresh: boolean; today: CalendarDate; onClose: () => void }) {
  const t = useT('notebook');
  const write = useWrite();
  const toast = useToast();
  const fields = useFields(record);
  const note = fields && readNote(splitKey(record).id, fields);
  if (!note) return null;
  const put = (field: string, value: string | null): void => void write([{ key: record, field, value }]);
  const remove = (): void => {
    const was = NOTE_FIELDS.map((field) => ({ key: record, field, value: fields[field] ?? null }));
    void write(NOTE_FIELDS.map((field) => ({ key: record, field, value: null })));
    onClose();
    toast({ text: t('removed'), action: { label: t('undo'), run: () => void write(was) } });
  };
  return (
    <Stack>
      <Text record={record} field="text" label={t(`words.${note.kind}`)} rows={3} focus={fresh} />
      <Text record={record} field="cause" label={t('field.cause')} />
      <Text record={record} field="remedy" label={t('field.remedy')} />
      <Field label={t('field.due')}>
        <DateInput value={note.due ?? ''} onValue={(due) => put('due', due || null)} />
      </Field>
      <Text record={record} field="followUp" label={t('field.followUp')} hint={t('followUpHint')} />
      {note.settledOn ? (
        <Button icon="undo" block onClick={() => put('settledOn', null)}>{t('reopen')}</Button>
      ) : (
        <Button icon="check" block onClick={() => put('settledOn', today)}>{t('settle')}</Button>
      )}
      <Button variant="primary" size="large" block onClick={onClose}>{t('done')}</Button>
      <Button variant="quiet" icon="trash" onClick={remove}>{t('remove')}</Button>
    </Stack>
  );
}

function Text({ record, field, label, hint, rows = 2, focus = false }: { record: RecordKey; field: string; label: string; hint?: string; rows?: number; focus?: boolean }) {
  const draft = useDraft(record, field);
  return (
    <Field label={label} hint={hint}>
      <TextArea data-autofocus={focus || undefined} rows={rows} maxLength={4000} value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
    </Field>
  );
}
