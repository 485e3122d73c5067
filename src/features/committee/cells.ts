import { foldText, matchesText } from '@/domain';
import type { CellMonth } from '@/sync/committee';

/** What the server can know of a cell in a month, the most pressing first. */
export const CELL_STATES = ['silent', 'waiting', 'inactive', 'sent'] as const;
/**
 * `sent` a record is here · `inactive` no device was ever let in · `silent` the devices have not been heard of for a month ·
 * `waiting` none of these: the phone works, the record has not come.
 */
export type CellState = (typeof CELL_STATES)[number];

/** Days without a sign of a cell's phones before they count as silent: they show up with every meeting, so at least monthly. */
export const SILENT_DAYS = 30;

/** The state of a cell; `now` in milliseconds. */
export function cellState({ meetings, devices, lastSeenAt }: CellMonth, now: number): CellState {
  if (meetings.length > 0) return 'sent';
  if (devices === 0) return 'inactive';
  const seen = lastSeenAt === null ? NaN : Date.parse(lastSeenAt);
  return now - seen <= SILENT_DAYS * 86_400_000 ? 'waiting' : 'silent';
}

export const SORT_KEYS = ['name', 'state', 'date', 'rate', 'points', 'received'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** How the list is looked at. `down`: the greatest, or latest, first. */
export interface View {
  /** `ungraded`: those with a record that the committee has not graded. */
  readonly state: CellState | 'ungraded' | null;
  readonly query: string;
  readonly sort: SortKey;
  readonly down: boolean;
}

export const PLAIN_VIEW: View = { state: null, query: '', sort: 'name', down: false };

const names = new Intl.Collator('vi', { numeric: true });
/** Of a cell with several meetings the last one stands for it. */
const last = (cell: CellMonth): CellMonth['meetings'][number] | undefined => [...cell.meetings].sort((a, b) => (a.date < b.date ? 1 : -1))[0];

function valueOf(cell: CellMonth, key: Exclude<SortKey, 'name'>, now: number): string | number | null {
  if (key === 'state') return CELL_STATES.indexOf(cellState(cell, now));
  const meeting = last(cell);
  if (!meeting) return null;
  switch (key) {
    case 'date':
      return meeting.date;
    case 'rate':
      return meeting.ratePercent;
    case 'points':
      return meeting.points;
    case 'received':
      return meeting.receivedAt;
  }
}

/** Has a record of the month that the committee has not graded yet. */
export const isUngraded = ({ meetings }: CellMonth): boolean => meetings.some(({ official }) => !official);

/** The cells that the view asks for, in its order. A cell without the value stands last either way. */
export function lookAt(cells: readonly CellMonth[], view: View, now: number): CellMonth[] {
  const sign = view.down ? -1 : 1;
  const byName = (a: CellMonth, b: CellMonth): number => names.compare(a.cell.name, b.cell.name);
  const compare = (a: CellMonth, b: CellMonth): number => {
    if (view.sort === 'name') return sign * byName(a, b);
    const x = valueOf(a, view.sort, now);
    const y = valueOf(b, view.sort, now);
    if (x === null || y === null) return x === y ? byName(a, b) : x === null ? 1 : -1;
    return x === y ? byName(a, b) : sign * (x < y ? -1 : 1);
  };
  return cells
    .filter((cell) => view.state === null || (view.state === 'ungraded' ? isUngraded(cell) : cellState(cell, now) === view.state))
    .filter(({ cell }) => foldText(view.query) === '' || matchesText(cell.name, view.query))
    .sort(compare);
}
