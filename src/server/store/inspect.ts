import { sql } from 'kysely';
import type { Db } from './database';
import type { Store } from './store';

/**
 * Runs `work` on one unchanging view of the data; others go on writing meanwhile. What it asks sees no half of a transaction, so
 * counters and rows can be compared.
 */
export async function onOneView<T>(store: Store, work: (db: Db) => Promise<T>): Promise<T> {
  return store.db.connection().execute(async (db) => {
    await sql.raw(store.kind === 'libsql' ? 'begin' : 'begin transaction isolation level repeatable read read only').execute(db);
    try {
      return await work(db);
    } finally {
      await sql.raw('rollback').execute(db);
    }
  });
}

/** A shared value of the server (`receipt-key`, `code-secret`), if it was ever made. */
export async function metaOf(db: Db, name: string): Promise<string | undefined> {
  return (await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst())?.value;
}

/** All counters of a cell, by name. */
export async function countersOf(db: Db, cell: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('counters').select(['name', 'value']).where('cell', '=', cell).execute();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** The log of a cell after a sequence, a few entries, boxes too. */
export function logAfter(db: Db, cell: string, after: number, limit: number): Promise<{ seq: number; device: string; batch: string; hash: string; box: Uint8Array; size: number }[]> {
  return db.selectFrom('vault_log').select(['seq', 'device', 'batch', 'hash', 'box', 'size']).where('cell', '=', cell).where('seq', '>', after).orderBy('seq').limit(limit).execute();
}

/** A cell's documents after a number, a few of them. */
export function submissionsAfter(
  db: Db,
  cell: string,
  after: number,
  limit: number,
): Promise<{ submission: string; number: number; hash: string; body: string; receipt: string; receivedAt: string }[]> {
  return db
    .selectFrom('submissions')
    .select(['submission', 'number', 'hash', 'body', 'receipt', 'received_at as receivedAt'])
    .where('cell', '=', cell)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** How many directives a cell has, and the last sequence among them. */
export async function directivesThere(db: Db, cell: string): Promise<{ count: number; last: number }> {
  const row = await db
    .selectFrom('directives')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('seq').as('last')])
    .where('cell', '=', cell)
    .executeTakeFirst();
  return { count: row?.count ?? 0, last: row?.last ?? 0 };
}

/** One part of a snapshot as kept. */
export function keptPart(db: Db, cell: string, snapshot: string, part: number): Promise<{ hash: string; size: number; box: Uint8Array } | undefined> {
  return db.selectFrom('snapshot_parts').select(['hash', 'size', 'box']).where('cell', '=', cell).where('snapshot', '=', snapshot).where('part', '=', part).executeTakeFirst();
}

/** One piece of an attached file as kept. */
export function keptPiece(db: Db, cell: string, file: string, piece: number): Promise<{ hash: string; box: Uint8Array } | undefined> {
  return db.selectFrom('file_pieces').select(['hash', 'box']).where('cell', '=', cell).where('file', '=', file).where('piece', '=', piece).executeTakeFirst();
}

/** Whether a store has the data of any cell. */
export async function hasCells(db: Db): Promise<boolean> {
  return (await db.selectFrom('cells').select('cell').limit(1).executeTakeFirst()) !== undefined;
}
