import type { Db, Tx } from './database';

/** An activation code as kept: never the code, only its keyed hash. */
export interface CodeRow {
  readonly cell: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly usedBy: string | null;
}

/** Keeps a fresh code. */
export async function insertCode(tx: Tx, row: { cell: string; mac: string; now: string; expiresAt: string }): Promise<void> {
  await tx.insertInto('activation_codes').values({ cell: row.cell, code_mac: row.mac, created_at: row.now, expires_at: row.expiresAt }).execute();
}

/** The code with this keyed hash, used and expired ones too. */
export function codeByMac(db: Db, mac: string): Promise<CodeRow | undefined> {
  return db
    .selectFrom('activation_codes')
    .select(['cell', 'expires_at as expiresAt', 'used_at as usedAt', 'used_by as usedBy'])
    .where('code_mac', '=', mac)
    .executeTakeFirst();
}

/** [ACT-1] Uses a code up. */
export async function useCode(tx: Tx, cell: string, mac: string, device: string, now: string): Promise<void> {
  await tx.updateTable('activation_codes').set({ used_at: now, used_by: device }).where('cell', '=', cell).where('code_mac', '=', mac).execute();
}
