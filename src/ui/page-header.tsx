import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import { IconButton } from './icon-button';

export interface PageHeaderProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  title: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** A link when it has `href`, else a button. */
  back?: { label: string; href?: string | undefined; onClick?: (() => void) | undefined } | undefined;
}

/** The h1 takes focus by script, so that a change of page can be announced. */
export function PageHeader({ title, subtitle, actions, back, className, ...rest }: PageHeaderProps) {
  return (
    <div className={cx('ui-row ui-align-top ui-page-header', className)} {...rest}>
      {back &&
        (back.href === undefined ? (
          <IconButton icon="back" label={back.label} onClick={back.onClick} />
        ) : (
          <a className="ui-line ui-icon-button ui-tap" href={back.href} aria-label={back.label} title={back.label} onClick={back.onClick}>
            <Icon name="back" />
          </a>
        ))}
      <div className="ui-page-title">
        <h1 className="ui-h1" tabIndex={-1}>{title}</h1>
        {subtitle ? <p className="ui-muted">{subtitle}</p> : null}
      </div>
      {actions}
    </div>
  );
}
