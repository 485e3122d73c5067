import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { Icon } from './icon';

export interface DisclosureProps extends ComponentPropsWithoutRef<'details'> {
  summary: ReactNode;
}

export function Disclosure({ summary, className, children, ...rest }: DisclosureProps) {
  return (
    <details className={className} {...rest}>
      <summary className="ui-row ui-strong">
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}
