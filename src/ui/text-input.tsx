import { forwardRef, type ChangeEvent, type ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { useControl } from './field';

export interface TextInputProps extends ComponentPropsWithoutRef<'input'> {
  /** Gets the new text; `onChange` still gets the event. */
  onValue?: ((value: string) => void) | undefined;
}

/**
 * [PRIV-4] Nothing typed is left with the browser: without `off` it writes what stands in a field into its session file, readable, to
 * bring it back after a crash; and a spelling check may send words away.
 */
export const NOT_KEPT = { autoComplete: 'off', spellCheck: false } as const;

export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput({ onValue, onChange, className, ...rest }, ref) {
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    onChange?.(event);
    onValue?.(event.target.value);
  };
  return <input type="text" {...NOT_KEPT} {...useControl(rest)} ref={ref} className={cx('ui-input', className)} onChange={change} />;
});

/** The browser's own date picker; the value is yyyy-MM-dd whatever the device shows. */
export const DateInput = (props: Omit<TextInputProps, 'type'>) => <TextInput {...props} type="date" />;

/** The browser's own time picker; the value is HH:mm. */
export const TimeInput = (props: Omit<TextInputProps, 'type'>) => <TextInput {...props} type="time" />;
