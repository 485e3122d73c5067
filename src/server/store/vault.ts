import { sql } from 'kysely';
import { counterOf } from './counters';
import type { Db, Tx } from './database';

/** One sealed batch on a cell's log. */
export interface LogRow {
  readonly seq: number;
  readonly device: string;
  readonly batch: string;
  /** Null for the asking device's own. */
  readonly box: Uint8Array | null;
  /** Bytes of the box; 0 once it was let go. */
  readonly size: number;
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
  return counterOf(db, cell, 'vault');
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
    .select(['seq', 'device', 'batch', 'size', sql<Uint8Array | null>`case when device = ${device} then null else box end`.as('box')])
    .where('cell', '=', cell)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
}

/** Bytes of the boxes after one sequence up to another; those of `without` weigh nothing. */
export async function bytesBetween(db: Db, cell: string, without: string, after: number, upTo: number): Promise<number> {
  const row = await db
    .selectFrom('vault_log')
    .select(sql<number | null>`sum(case when device = ${without} then 0 else size end)`.as('size'))
    .where('cell', '=', cell)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .executeTakeFirst();
  return row?.size ?? 0;
}

/** Who put what on the log after one sequence up to another, in order. */
export function namesBetween(db: Db, cell: string, after: number, upTo: number): Promise<{ device: string; batch: string }[]> {
  return db
    .selectFrom('vault_log')
    .select(['device', 'batch'])
    .where('cell', '=', cell)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
}

/** The batches among `ids` of one device that stand on the log. */
export async function findBatches(db: Db, cell: string, device: string, ids: readonly string[]): Promise<{ device: string; id: string; seq: number }[]> {
  const rows = await db.selectFrom('vault_log').select(['batch', 'seq']).where('cell', '=', cell).where('device', '=', device).where('batch', 'in', [...ids]).execute();
  return rows.map(({ batch, seq }) => ({ device, id: batch, seq }));
}

/** What a box is once a snapshot stands for it; libsql takes none that is empty. */
const GONE = Buffer.alloc(1);

/** [SNAP-5] Lets the boxes up to a sequence go. Device, batch, hash and sequence stay. */
export async function letBoxesGo(tx: Tx, cell: string, upTo: number): Promise<void> {
  await tx.updateTable('vault_log').set({ box: GONE, size: 0 }).where('cell', '=', cell).where('seq', '<=', upTo).where('size', '>', 0).execute();
}
