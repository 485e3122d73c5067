import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { cx } from './cx';

export interface DefinitionListProps extends Omit<ComponentPropsWithoutRef<'dl'>, 'children'> {
  items: readonly { term: ReactNode; value: ReactNode; id?: string | undefined }[];
}

export function DefinitionList({ items, className, ...rest }: DefinitionListProps) {
  return (
    <dl className={cx('ui-rows ui-dl', className)} {...rest}>
      {items.map(({ term, value, id }, index) => (
        <div key={id ?? index} className="ui-row">
          <dt className="ui-muted">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
