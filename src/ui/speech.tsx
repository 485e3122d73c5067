import type { ComponentPropsWithoutRef } from 'react';
import { cx } from './cx';

/** Words to be read aloud: large, with air, along the red rule of the margin. */
export const Speech = ({ className, ...rest }: ComponentPropsWithoutRef<'blockquote'>) => <blockquote className={cx('ui-speech', className)} {...rest} />;
