import { useState, type ReactNode } from 'react';
import { isDate, type CalendarDate, type RecordKey } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, DateInput, Field, Row, TextArea, TextInput, TimeInput } from '@/ui';
import { today } from './clock';

interface DateFieldProps {
  label: string;
  hint?: ReactNode;
  value: CalendarDate | null;
  onValue: (date: CalendarDate | null) => void;
  /** A date there must always be: emptying it changes nothing. */
  required?: boolean;
  /** Offers today with one tap. */
  quick?: boolean;
}

/** A date that is written as soon as it is a real one. */
export function DateField({ label, hint, value, onValue, required, quick }: DateFieldProps) {
  const t = useT('meeting');
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    setTyped(text);
    if (isDate(text)) onValue(text);
    else if (text === '' && !required) onValue(null);
  };
  return (
    <Row top={false} className="meeting-end">
      <Field label={label} hint={hint} className="ui-grow">
        <DateInput value={typed ?? value ?? ''} onValue={change} onBlur={() => setTyped(null)} />
      </Field>
      {quick && value !== today() && (
        <Button
          onClick={() => {
            setTyped(null);
            onValue(today());
          }}
        >
          {t('field.today')}
        </Button>
      )}
    </Row>
  );
}

/** A time of day, HH:mm; an unfinished one is not written. */
export function TimeField({ label, value, onValue }: { label: string; value: string; onValue: (time: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      <TimeInput
        value={typed ?? value}
        onValue={(text) => {
          setTyped(text);
          if (text !== '') onValue(text);
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}

interface DraftFieldProps {
  recordKey: RecordKey;
  field: string;
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Shown while the record has no text of its own. */
  start?: string;
  /** One line instead of a text that grows. */
  line?: boolean;
  speech?: boolean;
}

/** A text that saves itself into one field of a record. */
export function DraftField({ recordKey, field, label, hideLabel, hint, start, line, speech }: DraftFieldProps) {
  const draft = useDraft(recordKey, field, start);
  const bound = { value: draft.value, onValue: draft.set, onBlur: () => void draft.flush() };
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} className="ui-grow">
      {line ? <TextInput autoComplete="off" {...bound} /> : <TextArea speech={speech} {...bound} />}
    </Field>
  );
}
