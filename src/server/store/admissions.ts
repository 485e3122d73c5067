import { sql } from 'kysely';
import type { Db, Tx } from './database';

/** A device that another one let in without a network. Its row among the devices is there from the beginning; nobody has its token yet. */
export interface AdmissionRow {
  readonly cell: string;
  readonly device: string;
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** Notes an admission. */
export async function insertAdmission(tx: Tx, row: { cell: string; mac: string; device: string; madeBy: string; expiresAt: string }): Promise<void> {
  await tx.insertInto('admissions').values({ cell: row.cell, lookup_mac: row.mac, device: row.device, made_by: row.madeBy, expires_at: row.expiresAt }).execute();
}

/** The admission with this keyed hash of its lookup, used and expired ones too. */
export function admissionByMac(db: Db, mac: string): Promise<AdmissionRow | undefined> {
  return db
    .selectFrom('admissions')
    .select(['cell', 'device', 'made_by as madeBy', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('lookup_mac', '=', mac)
    .executeTakeFirst();
}

/** The devices of a cell that have not come for their token yet. */
export async function awaitedDevices(db: Db, cell: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('admissions').select('device').where('cell', '=', cell).where('used_at', 'is', null).execute();
  return new Set(rows.map(({ device }) => device));
}

/** The device has come: its token, the name that it gives itself, and the attempt by which it may ask again. */
export async function useAdmission(tx: Tx, row: { cell: string; device: string; name: string; tokenHash: string; attemptHash: string | null; now: string }): Promise<void> {
  await tx.updateTable('admissions').set({ used_at: row.now }).where('cell', '=', row.cell).where('device', '=', row.device).execute();
  await tx
    .updateTable('devices')
    .set({ name: row.name, token_hash: row.tokenHash, attempt_hash: row.attemptHash, joined_at: row.now })
    .where('cell', '=', row.cell)
    .where('device', '=', row.device)
    .execute();
}

/** [ADMIT-6] Shuts out the cell's devices that were awaited for too long: they hold its keys. */
export async function endAdmissions(tx: Tx, cell: string, now: string): Promise<void> {
  const late = tx.selectFrom('admissions').select('device').where('cell', '=', cell).where('used_at', 'is', null).where('expires_at', '<=', now);
  const epoch = sql<number>`coalesce((select max(epoch) from epochs where epochs.cell = devices.cell), 1)`;
  await tx.updateTable('devices').set({ revoked_at: now, revoked_epoch: epoch }).where('cell', '=', cell).where('revoked_at', 'is', null).where('device', 'in', late).execute();
}
