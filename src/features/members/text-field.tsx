import { useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { cleanText, type RecordKey } from '@/domain';
import { useDraft, useWrite } from '@/storage';
import { Field, TextArea, TextInput } from '@/ui';

/** The fields of a member that are plain text. */
export type TextFieldName = 'name' | 'phone' | 'job' | 'cardNumber' | 'note';

export interface TextFieldProps {
  record: RecordKey;
  field: TextFieldName;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  /** Several lines. */
  long?: boolean;
  /** Says why a text must not be kept; it is shown then, and nothing of it is written. */
  refuse?: (text: string) => string | null;
  /** What the keyboard and the browser should know. */
  input?: Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'autoComplete' | 'autoCapitalize' | 'autoFocus'>;
}

/** A text of a member, on the disk as it is typed. Tidied when left: single spaces, marks composed, empty means none. */
export function TextField({ record, field, label, hint, required, long, refuse, input }: TextFieldProps) {
  const draft = useDraft(record, field);
  const write = useWrite();
  const [refused, setRefused] = useState<string | null>(null);
  const touched = useRef(false);
  const value = refused ?? draft.value;
  const reason = refuse?.(value) ?? null;
  const onValue = (text: string): void => {
    touched.current = true;
    const no = (refuse?.(text) ?? null) !== null;
    setRefused(no ? text : null);
    draft.set(no ? '' : text);
  };
  const onBlur = (): void => {
    // Passing through a field writes nothing.
    if (!touched.current) return;
    touched.current = false;
    const text = refused === null ? draft.value : '';
    const tidy = long ? text.normalize('NFC').trim() : cleanText(text);
    if (tidy !== draft.value) draft.set(tidy);
    void draft.flush().then(() => (tidy === '' ? write([{ key: record, field, value: null }]) : true));
  };
  return (
    <Field label={label} hint={hint} required={required} error={reason}>
      {long ? (
        <TextArea value={value} onValue={onValue} onBlur={onBlur} />
      ) : (
        <TextInput autoComplete="off" {...input} value={value} onValue={onValue} onBlur={onBlur} />
      )}
    </Field>
  );
}
