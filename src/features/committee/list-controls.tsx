import { useId } from 'react';
import { useT } from '@/i18n';
import { ChipGroup, Field, Select, TextInput } from '@/ui';
import { CELL_STATES, type CellState, type SortKey, type View } from './cells';
import type { MonthSummary } from './month';

/** The way a column is first sorted: what wants attention, or is new, comes first. */
export const FIRST_DOWN: Record<SortKey, boolean> = { name: false, state: false, date: true, rate: false, points: false, received: true };

const ORDERS = (Object.keys(FIRST_DOWN) as SortKey[]).flatMap((sort) => [
  { sort, down: FIRST_DOWN[sort] },
  { sort, down: !FIRST_DOWN[sort] },
]);
const nameOf = ({ sort, down }: Pick<View, 'sort' | 'down'>): string => `${sort}-${down ? 'down' : 'up'}`;

/** Search, sorting and the filter by state, with how many cells each state has. */
export function ListControls({ view, onView, summary }: { view: View; onView: (view: View) => void; summary: MonthSummary }) {
  const t = useT('committee');
  const id = useId();
  const states = CELL_STATES.filter((state) => summary.states[state] > 0 || state === view.state).reverse();
  return (
    <div className="cm-controls ui-no-print">
      <Field label={t('list.search')} className="cm-search">
        <TextInput type="search" autoComplete="off" value={view.query} onValue={(query) => onView({ ...view, query })} />
      </Field>
      <Field label={t('list.sort')} className="cm-sort">
        <Select
          value={nameOf(view)}
          onValue={(name) => {
            const order = ORDERS.find((one) => nameOf(one) === name);
            if (order) onView({ ...view, ...order });
          }}
        >
          {ORDERS.map((order) => (
            <option key={nameOf(order)} value={nameOf(order)}>{t(`sort.${nameOf(order)}`)}</option>
          ))}
        </Select>
      </Field>
      <ChipGroup<CellState | 'ungraded' | 'all'>
        id={id}
        className="cm-filter"
        label={t('list.filter')}
        value={view.state ?? 'all'}
        onValue={(state) => onView({ ...view, state: state === 'all' ? null : state })}
        options={[
          { value: 'all' as const, label: t('list.all'), count: summary.cells },
          ...(summary.ungraded > 0 || view.state === 'ungraded' ? [{ value: 'ungraded' as const, label: t('list.toGrade'), count: summary.ungraded }] : []),
          ...states.map((state) => ({ value: state, label: t(`state.${state}`), count: summary.states[state] })),
        ]}
      />
    </div>
  );
}
