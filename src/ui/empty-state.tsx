import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { Heading } from './card';
import type { Level } from './card';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';

export interface EmptyStateProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  icon: IconName;
  title: ReactNode;
  level?: Level | undefined;
  action?: ReactNode;
}

export function EmptyState({ icon, title, level, action, className, children, ...rest }: EmptyStateProps) {
  return (
    <div className={cx('ui-stack ui-empty', className)} {...rest}>
      <Icon name={icon} />
      <Heading level={level}>{title}</Heading>
      {children ? <div className="ui-muted">{children}</div> : null}
      {action}
    </div>
  );
}
