import type { ChangeEvent, ComponentPropsWithoutRef, ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './cx';

export interface CheckboxProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'children'> {
  children: ReactNode;
  hint?: ReactNode;
  onValue?: ((checked: boolean) => void) | undefined;
}

/** The whole row is the target. */
export function Checkbox({ children, hint, onValue, onChange, className, role, ...rest }: CheckboxProps) {
  const id = useId();
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    onChange?.(event);
    onValue?.(event.target.checked);
  };
  return (
    <label className={cx('ui-row ui-choice', className)}>
      <input
        {...rest}
        type="checkbox"
        role={role}
        className={role === 'switch' ? 'ui-mark ui-switch' : 'ui-mark ui-check'}
        aria-labelledby={`${id}l`}
        aria-describedby={cx(rest['aria-describedby'], hint ? `${id}h` : undefined) || undefined}
        onChange={change}
      />
      <span className="ui-stack ui-gap-0 ui-grow">
        <span id={`${id}l`}>{children}</span>
        {hint ? <span id={`${id}h`} className="ui-caption">{hint}</span> : null}
      </span>
    </label>
  );
}

/** On or off at once, with no further step; text first, as the eye reads it. */
export const Switch = ({ className, ...rest }: Omit<CheckboxProps, 'role'>) => (
  <Checkbox {...rest} className={cx('ui-choice-switch', className)} role="switch" />
);
