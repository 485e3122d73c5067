import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

export interface TimerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** What is timed. */
  label: string;
  seconds: number;
  suggestedMinutes?: number | undefined;
  /** Stands behind the time, such as "of 15 minutes". */
  caption?: ReactNode;
  /** Takes the caption's place once the suggested minutes are over. */
  overCaption?: ReactNode;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** m:ss, or h:mm:ss from one hour on. */
export function formatElapsed(seconds: number): string {
  const all = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

/** Time gone against time suggested. It keeps no clock: the owner passes the seconds. */
export function Timer({ label, seconds, suggestedMinutes, caption, overCaption, className, ...rest }: TimerProps) {
  const over = suggestedMinutes !== undefined && seconds > suggestedMinutes * 60;
  const note = over ? (overCaption ?? caption) : caption;
  return (
    <div role="timer" aria-label={label} className={cx('ui-row ui-num', over && 'ui-tone ui-tone-warn', className)} {...rest}>
      <Icon name={over ? 'warning' : 'clock'} />
      <span className="ui-strong">{formatElapsed(seconds)}</span>
      {note ? <span className="ui-caption">{note}</span> : null}
    </div>
  );
}
