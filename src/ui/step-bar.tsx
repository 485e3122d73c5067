import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

export interface Step {
  id: string;
  label: ReactNode;
  state: 'done' | 'current' | 'todo';
}

export interface StepBarProps extends Omit<ComponentPropsWithoutRef<'nav'>, 'children'> {
  label: string;
  /** Read after the label of a step that is done. */
  doneLabel: string;
  steps: readonly Step[];
  onStep: (id: string) => void;
}

/** Where one is; any step can be opened at any time. */
export function StepBar({ label, doneLabel, steps, onStep, className, ...rest }: StepBarProps) {
  return (
    <nav aria-label={label} className={cx('ui-steps', className)} {...rest}>
      <ol role="list">
        {steps.map(({ id, label: text, state }) => (
          <li key={id} className={`ui-step ui-step-${state}`}>
            <button type="button" className="ui-line ui-tap ui-muted" aria-current={state === 'current' ? 'step' : undefined} onClick={() => onStep(id)}>
              {state === 'done' && <Icon name="check" />}
              <span className="ui-step-label">{text}</span>
              {state === 'done' && <span className="ui-hidden">{doneLabel}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
