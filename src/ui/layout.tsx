import type { ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';

export type Gap = 0 | 1 | 2 | 3 | 4 | 5 | 6;

interface Spaced extends ComponentPropsWithoutRef<'div'> {
  /** A step of the spacing scale: 0, 4, 8, 12, 16, 24, 32 px. */
  gap?: Gap | undefined;
}

export const Stack = ({ gap = 4, className, ...rest }: Spaced) => <div className={cx('ui-stack', gap !== 4 && `ui-gap-${gap}`, className)} {...rest} />;

export interface RowProps extends Spaced {
  /** Pushes the first and the last child to the edges. */
  spread?: boolean | undefined;
  top?: boolean | undefined;
}

/** Side by side, wrapping when there is no room. */
export const Row = ({ gap = 2, spread, top, className, ...rest }: RowProps) => (
  <div className={cx('ui-row', gap !== 2 && `ui-gap-${gap}`, spread && 'ui-spread', top && 'ui-align-top', className)} {...rest} />
);

export interface GridProps extends Spaced {
  /** How wide a column must at least be: about 8, 14 or 20 rem. */
  column?: 'small' | 'medium' | 'large' | undefined;
}

/** As many equal columns as fit. */
export const Grid = ({ gap = 3, column = 'medium', className, ...rest }: GridProps) => (
  <div className={cx('ui-grid', `ui-grid-${column}`, `ui-gap-${gap}`, className)} {...rest} />
);

/** For screen readers only. */
export const VisuallyHidden = ({ className, ...rest }: ComponentPropsWithoutRef<'span'>) => <span className={cx('ui-hidden', className)} {...rest} />;
