import type { CalendarDate } from './dates';
import type { CellBody, Directive } from './directive';
import type { Fields } from './records';

/** How the cell is called and what stands over its documents. */
export interface CellHead {
  readonly name: string;
  readonly superior: string;
  readonly placeName: string;
}

/** What a change of the cell itself says. */
export interface BodyWords extends CellHead {
  /** What held until its day. */
  readonly before: CellHead;
  /** Whether the cell goes on, or why it is no more. */
  readonly state: 'there' | 'merged' | 'split' | 'ended';
  /** Names of what took its place. */
  readonly successors: readonly string[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const headIn = (value: unknown): CellHead => {
  const { name, superior, placeName } = (value ?? {}) as Partial<Record<keyof CellHead, unknown>>;
  return { name: text(name), superior: text(superior), placeName: text(placeName) };
};

/** Reads what a change of the cell itself says; what is missing reads as empty. */
export function bodyOf({ body }: Pick<CellBody, 'body'>): BodyWords {
  const state = (['merged', 'split', 'ended'] as const).find((one) => one === body['state']) ?? 'there';
  const successors = Array.isArray(body['successors']) ? body['successors'].map(text).filter(Boolean) : [];
  return { ...headIn(body), before: headIn(body['before']), state, successors };
}

/**
 * [CELL-4] The cell, or the values of its record, with its name, superior and place as they were on a day: what an older meeting's documents are
 * headed by. From the day of the last change on, the record itself says it (see {@link headChanges}).
 */
export function cellOn<T extends object>(cell: T, directives: readonly Directive[], day: CalendarDate): T {
  const said = directives.filter((one): one is CellBody => one.kind === 'body').sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.seq - b.seq));
  const next = said.find(({ from }) => from > day);
  if (!next) return cell;
  const last = said.filter(({ from }) => from <= day).at(-1);
  const { name, superior, placeName } = last ? bodyOf(last) : bodyOf(next).before;
  return { ...cell, name, superior, placeName };
}

/**
 * [CELL-5] What a change of the cell's body brings into its record: the new texts in place of the old ones. A text that the cell has worded
 * otherwise itself stays.
 */
export function headChanges(cell: Fields, said: Pick<CellBody, 'body'>): Partial<Record<keyof CellHead, string>> {
  const { before, ...now } = bodyOf(said);
  return Object.fromEntries((['name', 'superior', 'placeName'] as const).filter((field) => now[field] !== before[field] && (cell[field] ?? '') === before[field]).map((field) => [field, now[field]]));
}
