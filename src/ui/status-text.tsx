import type { ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import type { Tone } from './tone';

export interface StatusTextProps extends ComponentPropsWithoutRef<'span'> {
  icon: IconName;
  tone?: Tone | undefined;
}

/** A quiet line such as "saved" that is read out when it changes. */
export function StatusText({ icon, tone = 'neutral', className, children, ...rest }: StatusTextProps) {
  return (
    <span role="status" className={cx('ui-line ui-status', `ui-tone-${tone}`, className)} {...rest}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
