import { sql } from 'kysely';
import type { Tx } from './database';

/** What is counted per cell. `devices` is only a lock: who comes in is decided one after another. */
export type CounterName = 'vault' | 'submissions' | 'devices';

/**
 * Raises a cell's counter and returns its new value. With `by` 0 it only takes the row's lock: until the transaction ends,
 * nobody else gets past this line for the same cell, so what is read after it stays true.
 */
export async function raiseCounter(tx: Tx, cell: string, name: CounterName, by: number): Promise<number> {
  const row = await tx
    .insertInto('counters')
    .values({ cell, name, value: by })
    .onConflict((conflict) => conflict.columns(['cell', 'name']).doUpdateSet({ value: sql<number>`counters.value + ${by}` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
