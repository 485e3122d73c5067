import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

export interface ProgressBarProps extends Omit<ComponentProps<'div'>, 'children'> {
  label: ReactNode;
  /** Absent while nobody can say how much is left. */
  value?: number | undefined;
  max?: number | undefined;
  /** What stands at the end of the label's line, such as "12/30". */
  detail?: ReactNode;
  tone?: 'normal' | 'ok' | 'warn' | 'gold' | undefined;
}

export function ProgressBar({ label, value, max = 100, detail, tone = 'normal', className, ...rest }: ProgressBarProps) {
  const id = useId();
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, max > 0 ? value / max : 0));
  return (
    <div className={cx('ui-progress', `ui-progress-${tone}`, className)} {...rest}>
      <div className="ui-progress-head">
        <span id={id}>{label}</span>
        {detail ? <span className="ui-num">{detail}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className={cx('ui-track', share === undefined && 'ui-track-waiting')}
      >
        <span style={share === undefined ? undefined : { inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  );
}
