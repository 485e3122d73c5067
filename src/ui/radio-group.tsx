import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { FieldError } from './field-error';

export interface Option<V extends string = string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

export interface RadioGroupProps<V extends string> extends Omit<ComponentProps<'fieldset'>, 'onChange' | 'children'> {
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
    <fieldset className={cx('ui-field', className)} aria-describedby={described} {...rest}>
      <legend className={hideLabel ? 'ui-hidden' : 'ui-label'}>{label}</legend>
      {hint ? <p id={`${id}h`} className="ui-hint">{hint}</p> : null}
      <div className={strip ? 'ui-segmented' : 'ui-radios'}>
        {options.map((option, index) => (
          <label key={option.value} className={strip ? 'ui-segment' : 'ui-choice'}>
            <input
              type="radio"
              name={id}
              className={strip ? 'ui-cover' : 'ui-radio'}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onValue(option.value)}
              aria-labelledby={`${id}l${index}`}
              aria-describedby={option.hint ? `${id}d${index}` : undefined}
            />
            <span className="ui-choice-text">
              <span id={`${id}l${index}`}>{option.label}</span>
              {option.hint ? <span id={`${id}d${index}`} className="ui-hint">{option.hint}</span> : null}
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
