import type { Db, Tx } from './database';

/** Keeps a one-time sign-in link by the SHA-256 (hex) of its token; clears away what expired before `staleBefore`. */
export async function insertLink(tx: Tx, row: { tokenHash: string; committee: string; expiresAt: string; staleBefore: string }): Promise<void> {
  await tx.deleteFrom('sign_in_links').where('expires_at', '<', row.staleBefore).execute();
  await tx.insertInto('sign_in_links').values({ token_hash: row.tokenHash, committee: row.committee, expires_at: row.expiresAt }).execute();
}

/** The link with this hash, used and expired ones too. */
export function findLink(db: Db, tokenHash: string): Promise<{ committee: string; expiresAt: string } | undefined> {
  return db
    .selectFrom('sign_in_links')
    .select(['committee', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** [COM-1] Uses a link up; false when somebody else was quicker. */
export async function useLink(tx: Tx, tokenHash: string, now: string): Promise<boolean> {
  const rows = await tx.updateTable('sign_in_links').set({ used_at: now }).where('token_hash', '=', tokenHash).where('used_at', 'is', null).returning('committee').execute();
  return rows.length > 0;
}

/** Opens a session; clears away the expired ones. */
export async function insertSession(tx: Tx, row: { tokenHash: string; committee: string; now: string; expiresAt: string }): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<=', row.now).execute();
  await tx.insertInto('sessions').values({ token_hash: row.tokenHash, committee: row.committee, signed_in_at: row.now, expires_at: row.expiresAt }).execute();
}

/** The open session with this hash and its committee. */
export function findSession(db: Db, tokenHash: string, now: string): Promise<{ committee: string; name: string; signedInAt: string } | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('committees', 'committees.committee', 'sessions.committee')
    .select(['sessions.committee', 'name', 'signed_in_at as signedInAt'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Closes a session. */
export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}
