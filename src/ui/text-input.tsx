import { forwardRef, type ChangeEvent, type ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { useControl } from './field';

export interface TextInputProps extends ComponentPropsWithoutRef<'input'> {
  /** Gets the new text; `onChange` still gets the event. */
  onValue?: ((value: string) => void) | undefined;
}

export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput({ onValue, onChange, className, ...rest }, ref) {
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    onChange?.(event);
    onValue?.(event.target.value);
  };
  return <input type="text" {...useControl(rest)} ref={ref} className={cx('ui-input', className)} onChange={change} />;
});

/** The browser's own date picker; the value is yyyy-MM-dd whatever the device shows. */
export const DateInput = (props: Omit<TextInputProps, 'type'>) => <TextInput {...props} type="date" />;

/** The browser's own time picker; the value is HH:mm. */
export const TimeInput = (props: Omit<TextInputProps, 'type'>) => <TextInput {...props} type="time" />;
