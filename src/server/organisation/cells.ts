import { letterheadOn, meets, periodOn, treeOn, type BodyHistory, type BodyTree, type Period } from '@/domain';
import type { CellBodyBody } from '@/protocol';
import { speaking } from '../messages';

/** A history with its trees at hand, each worked out once. */
export class Days {
  readonly #trees = new Map<string, BodyTree>();
  readonly #periods = new Map<string, Period[]>();
  constructor(readonly history: BodyHistory) {
    for (const period of history.periods) {
      const known = this.#periods.get(period.body);
      if (known) known.push(period);
      else this.#periods.set(period.body, [period]);
    }
  }

  tree(day: string): BodyTree {
    let tree = this.#trees.get(day);
    if (!tree) this.#trees.set(day, (tree = treeOn(this.history, day)));
    return tree;
  }

  period(body: string, day: string): Period | null {
    return periodOn(this.#periods.get(body) ?? [], day);
  }
}

const WHY = { merge: 'merged', split: 'split' } as const;

/** [ORG-9] How a cell stood on a day, as its phones are told; null before it began. One that has ended keeps its last name, its superior's line as far as it had one. */
export function cellOn(days: Days, cell: string, day: string): Omit<CellBodyBody, 'from' | 'before'> | null {
  const period = days.period(cell, day);
  if (!period) return null;
  const head = letterheadOn(days.tree(day), cell, speaking);
  const successors = period.ended ? period.successors.map((body) => days.period(body, day)?.name ?? '').filter(Boolean) : [];
  if (head) return { ...head, state: 'there', successors };
  const { name, letterhead, placeName, act, superior } = period;
  const above = superior === null ? '' : speaking(days.period(superior, day)?.name ?? '');
  return { name, superior: letterhead || above, placeName, state: act === 'merge' || act === 'split' ? WHY[act] : 'ended', successors };
}

/** The cells among the bodies. */
export const cellsIn = ({ bodies }: BodyHistory): string[] => bodies.filter(({ kind }) => meets(kind)).map(({ id }) => id);
