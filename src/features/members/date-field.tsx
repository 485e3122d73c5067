import { useState, type ReactNode } from 'react';
import { parseDate, type CalendarDate, type RecordKey } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useFields, useWrite } from '@/storage';
import { Field, TextInput } from '@/ui';

export interface DateInputProps {
  label: string;
  hint?: ReactNode;
  value: CalendarDate | null;
  /** Gets a date once one is typed, and null when the field is emptied. */
  onDate: (date: CalendarDate | null) => void;
  /** The last day that makes sense. */
  latest?: CalendarDate | undefined;
  /** What to say of an empty field, where it was asked for and is not there. */
  missing?: string | undefined;
}

/**
 * A date typed as dd/mm/yyyy. The browser's own picker asks for sixty swipes to reach a birth date, so digits are typed
 * and the strokes between them come by themselves.
 */
export function TypedDate({ label, hint, value, onDate, latest, missing }: DateInputProps) {
  const t = useT('members');
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const shown = typed ?? (value ? formatDate(value) : '');
  const date = parseDate(shown);
  const late = date !== null && latest !== undefined && date > latest;
  const wrong = shown !== '' && (date === null || late);
  const onValue = (text: string): void => {
    const next = withStrokes(text, shown);
    setTyped(next);
    const read = parseDate(next);
    if (next === '') onDate(null);
    else if (read !== null && read !== value && !(latest !== undefined && read > latest)) onDate(read);
  };
  const onBlur = (): void => {
    setLeft(true);
    if (!wrong) setTyped(null);
  };
  return (
    <Field label={label} hint={hint} error={wrong && (left || late) ? t(late ? 'form.dateLate' : 'form.dateWrong') : shown === '' ? missing : undefined}>
      <TextInput inputMode="numeric" autoComplete="off" placeholder={t('form.datePlaceholder')} value={shown} onValue={onValue} onFocus={() => setLeft(false)} onBlur={onBlur} />
    </Field>
  );
}

/** Adds the stroke after day and month as digits are typed; a stroke typed as well does not double it. */
export function withStrokes(text: string, before: string): string {
  const plain = text.replace(/[-.\s]/g, '/').replace(/\/{2,}/g, '/');
  if (/^\d{8}$/.test(plain)) return `${plain.slice(0, 2)}/${plain.slice(2, 4)}/${plain.slice(4)}`;
  const grows = text.length > before.length;
  return grows && /^(\d{2}|\d{1,2}\/\d{2})$/.test(plain) ? `${plain}/` : plain;
}

/** A date of a member, on the disk once it is whole. */
export function DateField({ record, field, ...rest }: Omit<DateInputProps, 'value' | 'onDate'> & { record: RecordKey; field: 'birthDate' | 'joinedOn' | 'officialOn' | 'cellFrom' }) {
  const fields = useFields(record);
  const write = useWrite();
  const value = fields?.[field];
  return <TypedDate {...rest} value={typeof value === 'string' && value !== '' ? value : null} onDate={(date) => void write([{ key: record, field, value: date }])} />;
}
