import { ESCROW } from '@/protocol';
import type { Db, Tx } from './database';

/** A committee's spare key. */
export interface EscrowKeyRow {
  readonly publicKey: string;
  /** Base64; only the committee's sheet opens it. */
  readonly sealedKey: string;
  readonly madeAt: string;
}

/** A cell's agreement to the spare key. */
export interface EscrowRow {
  readonly cell: string;
  readonly publicKey: string;
  readonly voucher: string;
  readonly sealedRing: string;
  readonly epoch: number;
  readonly agreedBy: string;
  readonly agreedAt: string;
}

const KEY = ['public_key as publicKey', 'sealed_key as sealedKey', 'made_at as madeAt'] as const;
const ROW = ['cell', 'public_key as publicKey', 'voucher', 'sealed_ring as sealedRing', 'epoch', 'agreed_by as agreedBy', 'agreed_at as agreedAt'] as const;

/** A committee's spare key. */
export function escrowKeyOf(db: Db, committee: string): Promise<EscrowKeyRow | undefined> {
  return db.selectFrom('escrow_keys').select(KEY).where('committee', '=', committee).executeTakeFirst();
}

/** The spare key of the committee that a cell belongs to. */
export function escrowKeyForCell(db: Db, cell: string): Promise<EscrowKeyRow | undefined> {
  return db.selectFrom('escrow_keys').innerJoin('cells', 'cells.committee', 'escrow_keys.committee').select(KEY).where('cell', '=', cell).executeTakeFirst();
}

/** [ESC-1] Ends a committee's spare key and all that was sealed to it; puts another in its place, where there is one. */
export async function replaceEscrowKey(tx: Tx, committee: string, next: EscrowKeyRow | null): Promise<void> {
  const cells = tx.selectFrom('cells').select('cell').where('committee', '=', committee);
  await tx.deleteFrom('keyring').where('holder', '=', ESCROW).where('cell', 'in', cells).execute();
  await tx.deleteFrom('escrows').where('cell', 'in', cells).execute();
  await tx.deleteFrom('escrow_keys').where('committee', '=', committee).execute();
  if (next) await tx.insertInto('escrow_keys').values({ committee, public_key: next.publicKey, sealed_key: next.sealedKey, made_at: next.madeAt }).execute();
}

/** A cell's agreement. */
export function escrowOf(db: Db, cell: string): Promise<EscrowRow | undefined> {
  return db.selectFrom('escrows').select(ROW).where('cell', '=', cell).executeTakeFirst();
}

/** Ends a cell's agreement; what was sealed for it is deleted. */
export async function dropEscrow(tx: Tx, cell: string): Promise<void> {
  await tx.deleteFrom('keyring').where('cell', '=', cell).where('holder', '=', ESCROW).execute();
  await tx.deleteFrom('escrows').where('cell', '=', cell).execute();
}

/** Writes a cell's agreement in the place of the one before. */
export async function putEscrow(tx: Tx, row: EscrowRow): Promise<void> {
  await dropEscrow(tx, row.cell);
  await tx
    .insertInto('escrows')
    .values({ cell: row.cell, public_key: row.publicKey, voucher: row.voucher, sealed_ring: row.sealedRing, epoch: row.epoch, agreed_by: row.agreedBy, agreed_at: row.agreedAt })
    .execute();
}

/** The word on the committee's key under a new epoch. */
export async function setEscrowVoucher(tx: Tx, cell: string, voucher: string): Promise<void> {
  await tx.updateTable('escrows').set({ voucher }).where('cell', '=', cell).execute();
}

/** [ESC-4] When the committee last opened what the cell had left with it. */
export async function escrowUsedAt(db: Db, cell: string): Promise<string | null> {
  return (await db.selectFrom('escrow_uses').select('used_at').where('cell', '=', cell).executeTakeFirst())?.used_at ?? null;
}

/** [ESC-4] Writes down that it was opened. */
export async function noteEscrowUse(tx: Tx, cell: string, now: string): Promise<void> {
  await tx.insertInto('escrow_uses').values({ cell, used_at: now }).onConflict((conflict) => conflict.column('cell').doUpdateSet({ used_at: now })).execute();
}

/** A committee's cells with their agreements, in the order of the organisation. */
export function escrowsOf(db: Db, committee: string): Promise<{ id: string; name: string; agreedAt: string | null; usedAt: string | null }[]> {
  return db
    .selectFrom('cells')
    .leftJoin('escrows', 'escrows.cell', 'cells.cell')
    .leftJoin('escrow_uses', 'escrow_uses.cell', 'cells.cell')
    .select(['cells.cell as id', 'name', 'agreed_at as agreedAt', 'used_at as usedAt'])
    .where('committee', '=', committee)
    .orderBy('position')
    .orderBy('name')
    .execute();
}
