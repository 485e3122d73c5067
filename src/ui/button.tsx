import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';

interface Look {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'large' | undefined;
  icon?: IconName | undefined;
  /** Puts the icon after the text, for "next". */
  iconEnd?: boolean | undefined;
  /** Work is under way: the button keeps its focus and its place but does nothing. */
  busy?: boolean | undefined;
  block?: boolean | undefined;
  children?: ReactNode;
}
type AsButton = Look & ComponentPropsWithoutRef<'button'> & { href?: undefined };
type AsLink = Look & ComponentPropsWithoutRef<'a'> & { href: string };
export type ButtonProps = AsButton | AsLink;

const looks = { primary: 'ui-primary', secondary: 'ui-tap ui-edged', quiet: 'ui-tap ui-quiet', danger: 'ui-tap ui-edged ui-danger' };

/** A button, or with `href` a link that looks like one. */
export function Button({ variant = 'secondary', size, icon, iconEnd, busy, block, className, children, ...rest }: ButtonProps) {
  const look = cx('ui-line ui-button', looks[variant], size === 'large' && 'ui-large', block && 'ui-block', className);
  const mark = busy ? <span className="ui-ring" aria-hidden="true" /> : icon && <Icon name={icon} />;
  const inside = (
    <>
      {!iconEnd && mark}
      <span>{children}</span>
      {iconEnd && mark}
    </>
  );
  if (rest.href !== undefined) {
    return (
      <a className={look} {...rest}>
        {inside}
      </a>
    );
  }
  const { onClick, ...button } = rest;
  const click = (event: MouseEvent<HTMLButtonElement>): void => {
    // aria-disabled buttons still get clicks; a busy submit button must not send its form twice.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button type="button" {...button} className={look} onClick={click} {...(busy && { 'aria-busy': true, 'aria-disabled': true })}>
      {inside}
    </button>
  );
}
