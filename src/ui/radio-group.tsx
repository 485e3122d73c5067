import { useId } from 'react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { FieldError } from './field-error';

export interface Option<V extends string = string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

export interface RadioGroupProps<V extends string> extends Omit<ComponentPropsWithoutRef<'fieldset'>, 'onChange' | 'children'> {
  label: ReactNode;
  hideLabel?: boolean | undefined;
  options: readonly Option<V>[];
  value: V | null | undefined;
  onValue: (value: V) => void;
  hint?: ReactNode;
  error?: ReactNode;
  /** Side by side in one strip, for two to four short answers. */
  strip?: boolean | undefined;
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, hideLabel, options, value, onValue, hint, error, strip, className, ...rest } = props;
  const id = useId();
  const described = cx(hint ? `${id}h` : undefined, error ? `${id}e` : undefined) || undefined;
  return (
    <fieldset className={cx('ui-stack ui-gap-1', className)} aria-describedby={described} {...rest}>
      <legend className={hideLabel ? 'ui-hidden' : 'ui-strong'}>{label}</legend>
      {hint ? <p id={`${id}h`} className="ui-caption">{hint}</p> : null}
      <div className={strip ? 'ui-segmented' : 'ui-rows ui-card ui-edged'}>
        {options.map((option, index) => (
          <label key={option.value} className={strip ? 'ui-segment' : 'ui-row ui-choice'}>
            <input
              type="radio"
              name={id}
              className={strip ? undefined : 'ui-mark ui-radio'}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onValue(option.value)}
              aria-labelledby={`${id}l${index}`}
              aria-describedby={option.hint ? `${id}d${index}` : undefined}
            />
            <span className="ui-stack ui-gap-0 ui-grow">
              <span id={`${id}l${index}`}>{option.label}</span>
              {option.hint ? <span id={`${id}d${index}`} className="ui-caption">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}e`}>{error}</FieldError>
    </fieldset>
  );
}

export type SegmentedProps<V extends string> = Omit<RadioGroupProps<V>, 'strip'>;

/** Radio buttons in one strip: arrows move, one tab stop, one choice. */
export const Segmented = <V extends string>(props: SegmentedProps<V>) => <RadioGroup {...props} strip />;
