import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { toneIcon } from './tone';
import type { Tone } from './tone';

export interface BannerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  title?: ReactNode;
  action?: ReactNode;
}

/** Danger interrupts a screen reader, the other tones wait their turn. */
export function Banner({ tone = 'info', icon, title, action, className, children, ...rest }: BannerProps) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={cx('ui-row ui-align-top ui-banner ui-tone', `ui-tone-${tone}`, className)} {...rest}>
      <Icon name={icon ?? toneIcon[tone]} />
      <div className="ui-banner-text">
        {title ? <p className="ui-strong">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
