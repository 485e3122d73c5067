import type { RecordKey } from '@/domain';
import { useDraft } from '@/storage';
import { Field, TextArea, TextInput } from '@/ui';

/** A text of an event, on the disk as it is typed. */
export function LifeText({ record, field, label, long, required }: { record: RecordKey; field: 'name' | 'job' | 'note'; label: string; long?: boolean; required?: boolean }) {
  const draft = useDraft(record, field);
  const flush = (): void => void draft.flush();
  return (
    <Field label={label} required={required}>
      {long ? (
        <TextArea rows={2} maxLength={2000} value={draft.value} onValue={draft.set} onBlur={flush} />
      ) : (
        <TextInput autoComplete="off" autoCapitalize={field === 'name' ? 'words' : undefined} maxLength={120} value={draft.value} onValue={draft.set} onBlur={flush} />
      )}
    </Field>
  );
}
