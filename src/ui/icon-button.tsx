import type { ComponentProps } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName;
  label: string;
  bordered?: boolean | undefined;
}

export function IconButton({ icon, label, bordered, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className={cx('ui-line ui-icon-button ui-tap', bordered && 'ui-edged', className)} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
