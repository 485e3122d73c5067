import type { ReactNode } from 'react';
import { Icon } from './icon';

/** The live region stands before the error does, so that an error that appears is read out. */
export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <div aria-live="polite">
      {children ? (
        <p id={id} className="ui-line ui-error">
          <Icon name="warning" />
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  );
}
