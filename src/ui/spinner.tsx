import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';

export interface SpinnerProps extends ComponentPropsWithoutRef<'span'> {
  /** A turning ring alone says nothing: the text is not optional. */
  children: ReactNode;
}

export function Spinner({ children, className, ...rest }: SpinnerProps) {
  return (
    <span className={cx('ui-line', className)} role="status" {...rest}>
      <span className="ui-ring" aria-hidden="true" />
      {children}
    </span>
  );
}
