import { forwardRef, useId } from 'react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';

export type Level = 1 | 2 | 3 | 4;

export interface HeadingProps extends ComponentPropsWithoutRef<'h2'> {
  level?: Level | undefined;
}

export const Heading = forwardRef<HTMLHeadingElement, HeadingProps>(function Heading({ level = 2, className, ...rest }, ref) {
  const Tag = `h${level}` as const;
  return <Tag ref={ref} className={cx(`ui-h${level}`, className)} {...rest} />;
});

export interface SectionProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  title?: ReactNode;
  level?: Level | undefined;
  /** Stands at the end of the heading's line. */
  actions?: ReactNode;
}

/** A part of a page under its own heading, on the bare ground. */
export const Section = forwardRef<HTMLElement, SectionProps>(function Section({ title, level, actions, className, children, ...rest }, ref) {
  const id = useId();
  return (
    <section ref={ref} aria-labelledby={title ? id : undefined} className={cx('ui-stack ui-gap-3', className)} {...rest}>
      {title || actions ? (
        <div className="ui-row ui-spread">
          {title ? <Heading level={level} id={id}>{title}</Heading> : null}
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
});

export interface CardProps extends SectionProps {
  /** Marks what matters now with the red rule of the margin. */
  marked?: boolean | undefined;
}

/** A section on paper. */
export const Card = ({ marked, className, ...rest }: CardProps) => <Section className={cx('ui-card', marked && 'ui-marked', className)} {...rest} />;
