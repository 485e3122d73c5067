import { useId, useState } from 'react';
import type { ComponentPropsWithoutRef, KeyboardEvent, ReactNode } from 'react';
import { cx } from './cx';
import { useControl } from './field';
import { IconButton } from './icon-button';

export interface StepperProps extends Omit<ComponentPropsWithoutRef<'div'>, 'onChange' | 'children'> {
  label: ReactNode;
  value: number;
  onValue: (value: number) => void;
  decreaseLabel: string;
  increaseLabel: string;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  disabled?: boolean | undefined;
  /** How the number is written; the default is plain digits with a comma for decimals. */
  format?: ((value: number) => string) | undefined;
}

const plain = (value: number): string => String(value).replace('.', ',');

/** A number changed by one tap or typed; what is typed is brought inside the bounds when the field is left. */
export function Stepper(props: StepperProps) {
  const { label, value, onValue, decreaseLabel, increaseLabel, min = 0, max = Infinity, step = 1, disabled, format = plain, className, ...rest } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const control = useControl({});
  const set = (next: number): void => {
    // Twelve significant digits drop the dust of 0.1 + 0.2.
    const kept = Number(Math.min(max, Math.max(min, next)).toPrecision(12));
    setDraft(null);
    if (kept !== value) onValue(kept);
  };
  const type = (text: string): void => {
    const next = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
    setDraft(text);
    if (next >= min && next <= max && next !== value) onValue(next);
  };
  const leave = (): void => {
    const typed = draft === null || draft.trim() === '' ? NaN : Number(draft.replace(',', '.'));
    set(Number.isNaN(typed) ? value : typed);
  };
  const key = (event: KeyboardEvent): void => {
    const move = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    set(value + move);
  };
  const button = (icon: 'minus' | 'plus', text: string, move: number, stop: boolean) => (
    // aria-disabled and not disabled: a thumb or a screen reader that reaches the bound keeps its place.
    <IconButton bordered icon={icon} label={text} aria-describedby={`${id}l`} disabled={disabled} aria-disabled={stop || undefined} onClick={() => set(value + move)} />
  );
  return (
    <div className={cx('ui-row', className)} {...rest}>
      <label id={`${id}l`} htmlFor={id} className="ui-strong ui-stepper-label">
        {label}
      </label>
      <div className="ui-line">
        {button('minus', decreaseLabel, -step, value <= min)}
        <input
          {...control}
          id={id}
          className="ui-input ui-num ui-stepper-input"
          role="spinbutton"
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={Number.isFinite(max) ? max : undefined}
          inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
          autoComplete="off"
          disabled={disabled}
          value={draft ?? format(value)}
          onFocus={(event) => event.target.select()}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          onKeyDown={key}
        />
        {button('plus', increaseLabel, step, value >= max)}
      </div>
    </div>
  );
}
