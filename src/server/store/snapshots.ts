import type { Db, Tx } from './database';

/** A snapshot of a cell's log, without its parts. */
export interface SnapshotRow {
  readonly snapshot: string;
  /** The device that made it. */
  readonly device: string;
  /** It holds what the log says up to here. */
  readonly seq: number;
  readonly epoch: number;
  readonly chain: string;
  readonly parts: number;
  /** Bytes of its parts; 0 until it is committed. */
  readonly size: number;
  /** Weight of the log up to `seq`; 0 until it is committed. */
  readonly weight: number;
  readonly begunAt: string;
  readonly committedAt: string | null;
}

const COLUMNS = ['snapshot', 'device', 'seq', 'epoch', 'chain', 'parts', 'size', 'weight', 'begun_at as begunAt', 'committed_at as committedAt'] as const;

/** A cell's snapshots, newest first, those still coming among them. */
export function snapshotsOf(db: Db, cell: string): Promise<SnapshotRow[]> {
  return db.selectFrom('snapshots').select(COLUMNS).where('cell', '=', cell).orderBy('seq', 'desc').execute();
}

/** Begins a snapshot. */
export async function insertSnapshot(tx: Tx, cell: string, row: Pick<SnapshotRow, 'snapshot' | 'device' | 'seq' | 'epoch' | 'chain' | 'parts' | 'begunAt'>): Promise<void> {
  const { begunAt, ...rest } = row;
  await tx.insertInto('snapshots').values({ cell, ...rest, size: 0, weight: 0, begun_at: begunAt, committed_at: null }).execute();
}

/** From now on it counts. */
export async function commitSnapshot(tx: Tx, cell: string, id: string, told: { size: number; weight: number; now: string }): Promise<void> {
  await tx.updateTable('snapshots').set({ size: told.size, weight: told.weight, committed_at: told.now }).where('cell', '=', cell).where('snapshot', '=', id).execute();
}

/** Drops snapshots with their parts. */
export async function dropSnapshots(tx: Tx, cell: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('snapshot_parts').where('cell', '=', cell).where('snapshot', 'in', [...ids]).execute();
  await tx.deleteFrom('snapshots').where('cell', '=', cell).where('snapshot', 'in', [...ids]).execute();
}

/** Keeps a part. */
export async function insertPart(tx: Tx, cell: string, row: { snapshot: string; part: number; hash: string; box: Uint8Array }): Promise<void> {
  await tx.insertInto('snapshot_parts').values({ cell, ...row, size: row.box.length }).execute();
}

/** Hash of a part that is there. */
export async function partHash(tx: Tx, cell: string, snapshot: string, part: number): Promise<string | undefined> {
  const row = await tx.selectFrom('snapshot_parts').select('hash').where('cell', '=', cell).where('snapshot', '=', snapshot).where('part', '=', part).executeTakeFirst();
  return row?.hash;
}

/** How many parts of a snapshot are there, and their bytes. */
export async function partsThere(tx: Tx, cell: string, snapshot: string): Promise<{ count: number; size: number }> {
  const { count, size } = await tx
    .selectFrom('snapshot_parts')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('size').as('size')])
    .where('cell', '=', cell)
    .where('snapshot', '=', snapshot)
    .executeTakeFirstOrThrow();
  return { count, size: size ?? 0 };
}

/** A part of a snapshot that counts. */
export async function readPart(db: Db, cell: string, snapshot: string, part: number): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('snapshot_parts')
    .innerJoin('snapshots', (join) => join.onRef('snapshots.cell', '=', 'snapshot_parts.cell').onRef('snapshots.snapshot', '=', 'snapshot_parts.snapshot'))
    .select('box')
    .where('snapshot_parts.cell', '=', cell)
    .where('snapshot_parts.snapshot', '=', snapshot)
    .where('part', '=', part)
    .where('committed_at', 'is not', null)
    .executeTakeFirst();
  return row?.box;
}
