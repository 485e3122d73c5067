import type { ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import type { Tone } from './tone';

export interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
}

export function Badge({ tone = 'neutral', icon, className, children, ...rest }: BadgeProps) {
  return (
    <span className={cx('ui-line ui-badge', `ui-tone-${tone}`, className)} {...rest}>
      {icon && <Icon name={icon} filled={icon === 'star'} />}
      <span>{children}</span>
    </span>
  );
}
