import { useId } from 'react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import type { Tone } from './tone';

export interface ProgressBarProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  label: ReactNode;
  /** Absent while nobody can say how much is left: then a ring turns instead. */
  value?: number | undefined;
  max?: number | undefined;
  /** What stands at the end of the label's line, such as "12/30". */
  detail?: ReactNode;
  tone?: Tone | undefined;
}

export function ProgressBar({ label, value, max = 100, detail, tone = 'neutral', className, ...rest }: ProgressBarProps) {
  const id = useId();
  const known = value !== undefined;
  const share = known && max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={cx('ui-stack ui-gap-1', `ui-tone-${tone}`, className)} {...rest}>
      <div className="ui-row">
        {!known && <span className="ui-ring" aria-hidden="true" />}
        <span id={id} className="ui-grow">{label}</span>
        {detail ? <span className="ui-num">{detail}</span> : null}
      </div>
      <div role="progressbar" aria-labelledby={id} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} className={known ? 'ui-track' : 'ui-hidden'}>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  );
}
