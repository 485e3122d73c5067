import { sql } from 'kysely';
import type { Db, Tx } from './database';

/**
 * What is counted per cell. `weight`: of all that was ever put on the log (see `vault/weight.ts`). `files`: how often a file came whole
 * or was removed. `devices` and `snapshots` are only locks: who comes in, and which snapshot counts, is decided one after another.
 */
export type CounterName = 'vault' | 'weight' | 'submissions' | 'directives' | 'acts' | 'files' | 'devices' | 'snapshots';

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

/** The value of a cell's counter; 0 before it was first raised. */
export async function counterOf(db: Db, cell: string, name: CounterName): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('cell', '=', cell).where('name', '=', name).executeTakeFirst();
  return row?.value ?? 0;
}
