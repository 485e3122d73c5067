import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import type { Tone } from './tone';

export interface CounterProps extends ComponentPropsWithoutRef<'div'> {
  value: ReactNode;
  /** Stands smaller behind the number, such as "/30". */
  of?: ReactNode;
  caption: ReactNode;
  tone?: Tone | undefined;
  /** Reads the number out when it changes. */
  live?: boolean | undefined;
}

export function Counter({ value, of, caption, tone, live, className, ...rest }: CounterProps) {
  return (
    <div className={cx('ui-stack ui-gap-0 ui-num', tone && `ui-tone ui-tone-${tone}`, className)} {...(live && { 'aria-live': 'polite', 'aria-atomic': true })} {...rest}>
      <span className="ui-strong ui-counter">
        {value}
        {of ? <span>{of}</span> : null}
      </span>
      <span className="ui-caption">{caption}</span>
    </div>
  );
}
