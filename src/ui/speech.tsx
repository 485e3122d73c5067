import type { ComponentProps } from 'react';
import { cx } from './cx';

/** Words to be read aloud: large, with air, along the red rule of the margin. */
export const Speech = ({ className, ...rest }: ComponentProps<'blockquote'>) => <blockquote className={cx('ui-speech', className)} {...rest} />;
