import type { ChangeEvent, ComponentProps } from 'react';
import { cx } from './cx';
import { useControl } from './field';

export interface TextInputProps extends ComponentProps<'input'> {
  /** Gets the new text; `onChange` still gets the event. */
  onValue?: ((value: string) => void) | undefined;
}

export function TextInput({ onValue, onChange, className, ...rest }: TextInputProps) {
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    onChange?.(event);
    onValue?.(event.target.value);
  };
  return <input type="text" {...useControl(rest)} className={cx('ui-input', className)} onChange={change} />;
}

/** The browser's own date picker; the value is yyyy-MM-dd whatever the device shows. */
export const DateInput = (props: Omit<TextInputProps, 'type'>) => <TextInput {...props} type="date" />;

/** The browser's own time picker; the value is HH:mm. */
export const TimeInput = (props: Omit<TextInputProps, 'type'>) => <TextInput {...props} type="time" />;
