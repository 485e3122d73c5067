import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';

export interface ChipProps extends ComponentPropsWithoutRef<'button'> {
  pressed?: boolean | undefined;
  icon?: IconName | undefined;
  /** A small number after the text. */
  count?: ReactNode;
}

/** A toggle when `pressed` is given, else a small button such as a suggested answer. */
export function Chip({ pressed, icon, count, className, children, ...rest }: ChipProps) {
  const mark = pressed ? 'check' : icon;
  return (
    <button type="button" className={cx('ui-line ui-chip ui-tap ui-edged', className)} aria-pressed={pressed} {...rest}>
      {mark && <Icon name={mark} />}
      <span>{children}</span>
      {count !== undefined && <span className="ui-strong ui-num">{count}</span>}
    </button>
  );
}

export interface ChipOption<V extends string = string> {
  value: V;
  label: ReactNode;
  icon?: IconName | undefined;
  count?: ReactNode;
  disabled?: boolean | undefined;
}

export interface ChipGroupProps<V extends string> extends Omit<ComponentPropsWithoutRef<'div'>, 'onChange' | 'children'> {
  label: string;
  options: readonly ChipOption<V>[];
  value: V | null | undefined;
  onValue: (value: V | null) => void;
  /** Tapping the pressed chip lifts it again. */
  clearable?: boolean | undefined;
}

export function ChipGroup<V extends string>({ label, options, value, onValue, clearable, className, ...rest }: ChipGroupProps<V>) {
  return (
    <div role="group" aria-label={label} className={cx('ui-row', className)} {...rest}>
      {options.map(({ value: own, label: text, ...chip }) => (
        <Chip
          key={own}
          {...chip}
          pressed={own === value}
          onClick={() => {
            if (own !== value) onValue(own);
            else if (clearable) onValue(null);
          }}
        >
          {text}
        </Chip>
      ))}
    </div>
  );
}
