import type { AccountRow } from './accounts';
import type { Db, Tx } from './database';

/** Keeps a one-time sign-in link by the SHA-256 (hex) of its token; clears away what expired before `staleBefore`. */
export async function insertLink(tx: Tx, row: { tokenHash: string; committee: string; account: string | null; expiresAt: string; staleBefore: string }): Promise<void> {
  await tx.deleteFrom('sign_in_links').where('expires_at', '<', row.staleBefore).execute();
  await tx.insertInto('sign_in_links').values({ token_hash: row.tokenHash, committee: row.committee, account: row.account, expires_at: row.expiresAt }).execute();
}

/** A link as kept; `account` null: for whoever becomes the first administrator. */
export interface LinkRow {
  readonly committee: string;
  readonly account: string | null;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** The link with this hash, used and expired ones too. */
export function findLink(db: Db, tokenHash: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom('sign_in_links')
    .select(['committee', 'account', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** [COM-1] Uses a link up; false when somebody else was quicker. */
export async function useLink(tx: Tx, tokenHash: string, now: string): Promise<boolean> {
  const rows = await tx.updateTable('sign_in_links').set({ used_at: now }).where('token_hash', '=', tokenHash).where('used_at', 'is', null).returning('committee').execute();
  return rows.length > 0;
}

/** Ends the links of a person that nobody has used. */
export async function dropLinks(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('sign_in_links').where('account', '=', account).where('used_at', 'is', null).execute();
}

/** A session on its way into the store. */
export interface NewSession {
  readonly tokenHash: string;
  readonly committee: string;
  readonly account: string;
  readonly session: string;
  readonly device: string;
  readonly now: string;
  readonly expiresAt: string;
}

/** Opens a session; clears away the expired ones. */
export async function insertSession(tx: Tx, { tokenHash, now, expiresAt, ...row }: NewSession): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await tx.insertInto('sessions').values({ ...row, token_hash: tokenHash, signed_in_at: now, seen_at: now, confirmed_at: now, expires_at: expiresAt }).execute();
}

/** The open session of a token, with its person and committee. */
export interface SessionRow extends Pick<AccountRow, 'committee' | 'account' | 'login' | 'office' | 'state' | 'grants'> {
  readonly session: string;
  readonly committeeName: string;
  readonly person: string;
  readonly signedInAt: string;
  readonly seenAt: string;
  readonly confirmedAt: string | null;
}

/** [ACC-5] The session with this hash, while it is neither over nor idle since before `idleSince`, and its person is not ended. */
export async function findSession(db: Db, tokenHash: string, now: string, idleSince: string): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('committees', 'committees.committee', 'sessions.committee')
    .innerJoin('accounts', 'accounts.account', 'sessions.account')
    .select(['sessions.committee', 'sessions.account as account', 'committees.name as committeeName', 'accounts.name as person', 'login', 'office', 'state', 'grants'])
    .select(['sessions.session', 'signed_in_at as signedInAt', 'sessions.seen_at as seenAt', 'confirmed_at as confirmedAt'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('sessions.seen_at', '>', idleSince)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, account: row.account!, session: row.session!, seenAt: row.seenAt! };
}

/** The open sessions of persons of a committee, the one last used first. */
export function sessionsOf(db: Db, by: { committee: string; account?: string }, now: string, idleSince: string): Promise<{ account: string | null; session: string | null; device: string | null; signedInAt: string; seenAt: string | null }[]> {
  const query = db
    .selectFrom('sessions')
    .select(['account', 'session', 'device', 'signed_in_at as signedInAt', 'seen_at as seenAt'])
    .where('committee', '=', by.committee)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince)
    .orderBy('seen_at', 'desc');
  return (by.account === undefined ? query : query.where('account', '=', by.account)).execute();
}

/** Notes that a session is in use. */
export async function touchSession(tx: Tx, session: string, account: string, now: string): Promise<void> {
  await tx.updateTable('sessions').set({ seen_at: now }).where('session', '=', session).execute();
  await tx.updateTable('accounts').set({ seen_at: now }).where('account', '=', account).execute();
}

/** [ACC-6] Notes that the person has shown anew who they are. */
export async function confirmSession(tx: Tx, session: string, now: string): Promise<void> {
  await tx.updateTable('sessions').set({ confirmed_at: now }).where('session', '=', session).execute();
}

/** Closes a session. */
export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Closes sessions of a person: one, all, or all but one. Returns how many. */
export async function endSessions(tx: Tx, account: string, which: { only?: string; but?: string } = {}): Promise<number> {
  let query = tx.deleteFrom('sessions').where('account', '=', account);
  if (which.only !== undefined) query = query.where('session', '=', which.only);
  if (which.but !== undefined) query = query.where('session', '!=', which.but);
  return (await query.returning('session').execute()).length;
}
