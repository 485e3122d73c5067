import { forwardRef, useState } from 'react';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { TextInput } from './text-input';
import type { TextInputProps } from './text-input';

export interface PasscodeInputProps extends Omit<TextInputProps, 'type'> {
  showLabel: string;
  hideLabel: string;
}

export const PasscodeInput = forwardRef<HTMLInputElement, PasscodeInputProps>(function PasscodeInput({ showLabel, hideLabel, className, ...rest }, ref) {
  const [shown, setShown] = useState(false);
  return (
    <div className={cx('ui-overlay', className)}>
      <TextInput autoCapitalize="none" {...rest} ref={ref} type={shown ? 'text' : 'password'} />
      <IconButton icon={shown ? 'eye-off' : 'eye'} label={shown ? hideLabel : showLabel} onClick={() => setShown(!shown)} />
    </div>
  );
});
