import type { ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { usePublishedHeight } from './use-published-height';

/** The step's main buttons, always under the thumb; the last child takes the room that is left. */
export function BottomActions({ className, ...rest }: Omit<ComponentPropsWithoutRef<'div'>, 'ref'>) {
  return <div ref={usePublishedHeight<HTMLDivElement>('--ui-actions-height')} className={cx('ui-row ui-actions', className)} {...rest} />;
}
