import type { Db, Tx } from './database';

/** The cell's key left for a second device, sealed under a secret that the server never sees. */
export interface InviteRow {
  readonly cell: string;
  readonly invitedBy: string;
  /** Base64. Empty once the invite is over. */
  readonly sealedKey: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly usedBy: string | null;
}

/** Leaves an invite, and clears away the cell's former ones that are over. */
export async function insertInvite(tx: Tx, row: { cell: string; mac: string; device: string; sealedKey: string; now: string; expiresAt: string }): Promise<void> {
  await tx.updateTable('invites').set({ sealed_key: '' }).where('cell', '=', row.cell).where('expires_at', '<=', row.now).where('sealed_key', '!=', '').execute();
  await tx
    .insertInto('invites')
    .values({ cell: row.cell, lookup_mac: row.mac, invited_by: row.device, sealed_key: row.sealedKey, expires_at: row.expiresAt })
    .execute();
}

/** The invite with this keyed hash of its lookup, used and expired ones too. */
export function inviteByMac(db: Db, mac: string): Promise<InviteRow | undefined> {
  return db
    .selectFrom('invites')
    .select(['cell', 'invited_by as invitedBy', 'sealed_key as sealedKey', 'expires_at as expiresAt', 'used_at as usedAt', 'used_by as usedBy'])
    .where('lookup_mac', '=', mac)
    .executeTakeFirst();
}

/** [JOIN-1] Uses an invite up. */
export async function useInvite(tx: Tx, cell: string, mac: string, device: string, now: string): Promise<void> {
  await tx.updateTable('invites').set({ used_at: now, used_by: device }).where('cell', '=', cell).where('lookup_mac', '=', mac).execute();
}

/** [JOIN-4] Ends the cell's invites that nobody has used: they carry no key of the epoch that begins. */
export async function endInvites(tx: Tx, cell: string, now: string): Promise<void> {
  await tx.updateTable('invites').set({ sealed_key: '', expires_at: now }).where('cell', '=', cell).where('used_at', 'is', null).execute();
}
