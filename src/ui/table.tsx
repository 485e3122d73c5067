import { useId } from 'react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';

export interface TableProps extends ComponentPropsWithoutRef<'table'> {
  caption: ReactNode;
  hideCaption?: boolean | undefined;
}

/** A real table in a box that scrolls sideways by finger or by keyboard. Give numeric cells the class `ui-num`. */
export function Table({ caption, hideCaption, className, children, ...rest }: TableProps) {
  const id = useId();
  return (
    <div className="ui-card ui-table-box" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={cx('ui-table', className)} {...rest}>
        <caption id={id} className={hideCaption ? 'ui-hidden' : 'ui-strong'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
