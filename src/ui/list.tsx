import { forwardRef, type ComponentPropsWithoutRef, type MouseEvent, type ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

export interface ListProps extends ComponentPropsWithoutRef<'ul'> {
  /** On paper with a border, for lists outside a card. */
  boxed?: boolean | undefined;
}

export function List({ boxed, className, ...rest }: ListProps) {
  // Safari drops list semantics from unstyled lists unless the role is written out.
  return <ul role="list" className={cx('ui-rows', boxed && 'ui-card', className)} {...rest} />;
}

export interface ListRowProps extends Omit<ComponentPropsWithoutRef<'li'>, 'title' | 'onClick'> {
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

export const ListRow = forwardRef<HTMLLIElement, ListRowProps>(function ListRow(props, ref) {
  const { title, subtitle, leading, trailing, href, onClick, disabled, pressed, actions, className, ...rest } = props;
  const inside = (
    <>
      {leading ? <span className="ui-line ui-muted">{leading}</span> : null}
      <span className="ui-row ui-grow">
        <span className="ui-row-text">
          <span>{title}</span>
          {subtitle ? <span className="ui-caption">{subtitle}</span> : null}
        </span>
        {trailing}
      </span>
      {href !== undefined && <Icon name="chevron-right" className="ui-muted" />}
    </>
  );
  return (
    <li ref={ref} className={className} {...rest}>
      {href !== undefined ? (
        <a className="ui-list-row ui-grow ui-tap" href={href} onClick={onClick}>{inside}</a>
      ) : onClick ? (
        <button type="button" className="ui-list-row ui-grow ui-tap" onClick={onClick} disabled={disabled} aria-pressed={pressed}>{inside}</button>
      ) : (
        <div className="ui-list-row ui-grow">{inside}</div>
      )}
      {actions}
    </li>
  );
});
