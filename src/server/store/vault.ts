import { sql } from 'kysely';
import type { Db, Tx } from './database';

/** One sealed batch on a cell's log. */
export interface LogRow {
  readonly seq: number;
  readonly device: string;
  readonly batch: string;
  /** Null for the asking device's own. */
  readonly box: Uint8Array | null;
}

/** The batches among `ids` that this device has on the log already, by id. */
export async function knownBatches(tx: Tx, cell: string, device: string, ids: readonly string[]): Promise<Map<string, { seq: number; hash: string }>> {
  const rows = await tx
    .selectFrom('vault_log')
    .select(['batch', 'seq', 'hash'])
    .where('cell', '=', cell)
    .where('device', '=', device)
    .where('batch', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ batch, seq, hash }) => [batch, { seq, hash }]));
}

/** Appends batches whose sequence numbers were taken in the same transaction. */
export async function appendBatches(
  tx: Tx,
  at: { cell: string; device: string; now: string },
  batches: readonly { seq: number; id: string; hash: string; box: Uint8Array }[],
): Promise<void> {
  await tx
    .insertInto('vault_log')
    .values(batches.map(({ seq, id, hash, box }) => ({ cell: at.cell, seq, device: at.device, batch: id, hash, box, size: box.length, received_at: at.now })))
    .execute();
}

/** The last sequence number of a cell's log, 0 when it is empty. */
export async function vaultHead(db: Db, cell: string): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('cell', '=', cell).where('name', '=', 'vault').executeTakeFirst();
  return row?.value ?? 0;
}

/** How heavy the next entries would be for this device, in order: [VAULT-2] its own weigh nothing. Bytes. */
export function weightsAfter(db: Db, cell: string, device: string, after: number, limit: number): Promise<{ seq: number; size: number }[]> {
  return db
    .selectFrom('vault_log')
    .select(['seq', sql<number>`case when device = ${device} then 0 else size end`.as('size')])
    .where('cell', '=', cell)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** The entries after one sequence up to another, in order. [VAULT-2] The asking device's own come without their box. */
export function entriesBetween(db: Db, cell: string, device: string, after: number, upTo: number): Promise<LogRow[]> {
  return db
    .selectFrom('vault_log')
    .select(['seq', 'device', 'batch', sql<Uint8Array | null>`case when device = ${device} then null else box end`.as('box')])
    .where('cell', '=', cell)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
}
