import type { ChangeEvent, ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { useControl } from './field';
import { Icon } from './icon';

export interface SelectProps extends ComponentPropsWithoutRef<'select'> {
  onValue?: ((value: string) => void) | undefined;
}

export function Select({ onValue, onChange, className, ...rest }: SelectProps) {
  const change = (event: ChangeEvent<HTMLSelectElement>): void => {
    onChange?.(event);
    onValue?.(event.target.value);
  };
  return (
    <div className={cx('ui-overlay', className)}>
      <select {...useControl(rest)} className="ui-input" onChange={change} />
      <Icon name="chevron-down" />
    </div>
  );
}
