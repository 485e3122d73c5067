import { createContext, useContext, useId, useMemo } from 'react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { FieldError } from './field-error';

/** What ties a control to its label, hint and error. */
export interface ControlProps {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: ComponentPropsWithoutRef<'input'>['aria-invalid'];
  'aria-required'?: ComponentPropsWithoutRef<'input'>['aria-required'];
}

const FieldContext = /* @__PURE__ */ createContext<ControlProps>({});

/** Gives a control the wiring of the Field around it; its own props win, descriptions add up. */
export function useControl<P extends ControlProps>(props: P): P {
  const field = useContext(FieldContext);
  return {
    ...field,
    ...props,
    'aria-describedby': cx(field['aria-describedby'], props['aria-describedby']) || undefined,
  };
}

export interface FieldProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  /** One control of this room, which wires itself, or a function that hands the wiring to any other element. */
  children: ReactNode | ((control: ControlProps) => ReactNode);
}

export function Field({ label, hint, error, required, hideLabel, children, className, ...rest }: FieldProps) {
  const id = useId();
  const hasHint = Boolean(hint);
  const invalid = Boolean(error);
  const control = useMemo<ControlProps>(
    () => ({
      id,
      'aria-describedby': cx(hasHint && `${id}h`, invalid && `${id}e`) || undefined,
      ...(invalid && { 'aria-invalid': true }),
      ...(required && { 'aria-required': true }),
    }),
    [id, hasHint, invalid, required],
  );
  return (
    <div className={cx('ui-stack ui-gap-1', className)} {...rest}>
      <label htmlFor={id} className={hideLabel ? 'ui-hidden' : 'ui-strong'}>
        {label}
        {required && <span className="ui-required" aria-hidden="true">{' *'}</span>}
      </label>
      {hasHint && <p id={`${id}h`} className="ui-caption">{hint}</p>}
      {typeof children === 'function' ? children(control) : <FieldContext.Provider value={control}>{children}</FieldContext.Provider>}
      <FieldError id={`${id}e`}>{error}</FieldError>
    </div>
  );
}
