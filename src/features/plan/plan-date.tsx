import { useState, type ReactNode } from 'react';
import { isDate, type CalendarDate } from '@/domain';
import { DateInput, Field } from '@/ui';

/** A date that is written as soon as it is a real one, and taken out when the field is emptied. */
export function PlanDate({ label, hint, value, onDate }: { label: string; hint?: ReactNode; value: CalendarDate | null; onDate: (date: CalendarDate | null) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    setTyped(text);
    if (isDate(text)) onDate(text);
    else if (text === '') onDate(null);
  };
  return (
    <Field label={label} hint={hint}>
      <DateInput value={typed ?? value ?? ''} onValue={change} onBlur={() => setTyped(null)} />
    </Field>
  );
}
