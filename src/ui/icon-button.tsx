import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-names';

export interface IconButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'> {
  icon: IconName;
  label: string;
  bordered?: boolean | undefined;
}

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton({ icon, label, bordered, className, ...rest }, ref) {
  return (
    <button ref={ref} type="button" aria-label={label} title={label} className={cx('ui-line ui-icon-button ui-tap', bordered && 'ui-edged', className)} {...rest}>
      <Icon name={icon} />
    </button>
  );
});
