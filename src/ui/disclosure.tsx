import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

export interface DisclosureProps extends ComponentProps<'details'> {
  summary: ReactNode;
}

export function Disclosure({ summary, className, children, ...rest }: DisclosureProps) {
  return (
    <details className={cx('ui-details', className)} {...rest}>
      <summary>
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div className="ui-details-body">{children}</div>
    </details>
  );
}
