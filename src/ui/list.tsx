import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

export interface ListProps extends ComponentProps<'ul'> {
  /** On paper with a border, for lists outside a card. */
  boxed?: boolean | undefined;
}

export function List({ boxed, className, ...rest }: ListProps) {
  // Safari drops list semantics from unstyled lists unless the role is written out.
  return <ul role="list" className={cx('ui-list', boxed && 'ui-boxed', className)} {...rest} />;
}

export interface ListRowProps extends Omit<ComponentProps<'li'>, 'title' | 'onClick'> {
  title: ReactNode;
  subtitle?: ReactNode;
  leading?: ReactNode;
  trailing?: ReactNode;
  /** Makes the row a link. */
  href?: string | undefined;
  /** Makes the row a button. */
  onClick?: ((event: MouseEvent<HTMLElement>) => void) | undefined;
  disabled?: boolean | undefined;
  /** For a row that is switched on and off. */
  pressed?: boolean | undefined;
  /** Controls beside the row that are not part of its target. */
  actions?: ReactNode;
}

export function ListRow(props: ListRowProps) {
  const { title, subtitle, leading, trailing, href, onClick, disabled, pressed, actions, className, ...rest } = props;
  const inside = (
    <>
      {leading ? <span className="ui-row-lead">{leading}</span> : null}
      <span className="ui-row-text">
        <span className="ui-row-title">{title}</span>
        {subtitle ? <span className="ui-row-sub">{subtitle}</span> : null}
      </span>
      {trailing ? <span className="ui-row-trail">{trailing}</span> : null}
      {href !== undefined && <Icon name="chevron-right" className="ui-row-chevron" />}
    </>
  );
  return (
    <li className={cx('ui-row-item', className)} {...rest}>
      {href !== undefined ? (
        <a className="ui-list-row" href={href} onClick={onClick}>{inside}</a>
      ) : onClick ? (
        <button type="button" className="ui-list-row" onClick={onClick} disabled={disabled} aria-pressed={pressed}>{inside}</button>
      ) : (
        <div className="ui-list-row">{inside}</div>
      )}
      {actions ? <div className="ui-row-actions">{actions}</div> : null}
    </li>
  );
}
