import type { Db, Tx } from './database';

/** A person of a committee as kept. `grants` is JSON. */
export interface AccountRow {
  readonly committee: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly office: string;
  readonly state: string;
  readonly grants: string;
  readonly createdAt: string;
  readonly seenAt: string | null;
  readonly endedAt: string | null;
}

const ROW = ['committee', 'account', 'login', 'name', 'office', 'state', 'grants', 'created_at as createdAt', 'seen_at as seenAt', 'ended_at as endedAt'] as const;

/** Keeps a person. The login name is the server's own: see {@link accountByLogin}. */
export async function insertAccount(tx: Tx, row: Omit<AccountRow, 'seenAt' | 'endedAt'>): Promise<void> {
  const { createdAt, ...rest } = row;
  await tx.insertInto('accounts').values({ ...rest, created_at: createdAt }).execute();
}

/** A person by id. */
export function findAccount(db: Db, account: string): Promise<AccountRow | undefined> {
  return db.selectFrom('accounts').select(ROW).where('account', '=', account).executeTakeFirst();
}

/** A person by login name, those that are ended too: a name is never given to another. */
export function accountByLogin(db: Db, login: string): Promise<AccountRow | undefined> {
  return db.selectFrom('accounts').select(ROW).where('login', '=', login).executeTakeFirst();
}

/** The persons of a committee, the oldest first. */
export function accountsOf(db: Db, committee: string): Promise<AccountRow[]> {
  return db.selectFrom('accounts').select(ROW).where('committee', '=', committee).orderBy('created_at').orderBy('account').execute();
}

/** Writes what is known of a person anew. */
export async function updateAccount(tx: Tx, account: string, change: Partial<Pick<AccountRow, 'name' | 'office' | 'state' | 'grants'>> & { endedAt?: string }): Promise<void> {
  const { endedAt, ...rest } = change;
  await tx.updateTable('accounts').set({ ...rest, ...(endedAt === undefined ? {} : { ended_at: endedAt }) }).where('account', '=', account).execute();
}

/**
 * Takes the lock on a committee's persons: until the transaction ends, nobody else changes who administers, so that two administrators
 * who end each other at once cannot both succeed.
 */
export async function lockAccounts(tx: Tx, committee: string): Promise<void> {
  await tx.updateTable('committees').set((eb) => ({ name: eb.ref('name') })).where('committee', '=', committee).execute();
}
