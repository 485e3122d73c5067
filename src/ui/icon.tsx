import type { ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import type { IconName } from './icon-names';
import drawings from './icons.svg';

export interface IconProps extends Omit<ComponentPropsWithoutRef<'svg'>, 'name'> {
  name: IconName;
  /** Says what the icon means when no text beside it does; without it the icon is decoration. */
  label?: string | undefined;
  filled?: boolean | undefined;
}

export function Icon({ name, label, filled, className, ...rest }: IconProps) {
  return (
    <svg
      className={cx('ui-icon', filled && 'ui-icon-filled', className)}
      viewBox="0 0 24 24"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      {...rest}
    >
      <use href={`${drawings}#${name}`} />
    </svg>
  );
}
