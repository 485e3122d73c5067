import { sql } from 'kysely';
import type { Db, Tx } from './database';

/** A passkey as kept: its public half. */
export interface PasskeyRow {
  readonly account: string;
  /** Base64url, as the browser names it. */
  readonly credential: string;
  readonly publicKey: string;
  readonly signCount: number;
  /** JSON. */
  readonly transports: string;
  readonly name: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

const PASSKEY = ['account', 'credential', 'public_key as publicKey', 'sign_count as signCount', 'transports', 'name', 'created_at as createdAt', 'used_at as usedAt'] as const;

/** Keeps a passkey. */
export async function insertPasskey(tx: Tx, { publicKey, signCount, createdAt, usedAt, ...row }: PasskeyRow): Promise<void> {
  await tx.insertInto('passkeys').values({ ...row, public_key: publicKey, sign_count: signCount, created_at: createdAt, used_at: usedAt }).execute();
}

/** A passkey by its id. */
export function findPasskey(db: Db, credential: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkeys').select(PASSKEY).where('credential', '=', credential).executeTakeFirst();
}

/** A person's passkeys, the oldest first. */
export function passkeysOf(db: Db, account: string): Promise<PasskeyRow[]> {
  return db.selectFrom('passkeys').select(PASSKEY).where('account', '=', account).orderBy('created_at').orderBy('credential').execute();
}

/** Notes that a passkey was used, and where its counter stands. */
export async function usePasskey(tx: Tx, credential: string, signCount: number, now: string): Promise<void> {
  await tx.updateTable('passkeys').set({ sign_count: signCount, used_at: now }).where('credential', '=', credential).execute();
}

/** Takes a passkey of a person away; false where there is none. */
export async function deletePasskey(tx: Tx, account: string, credential: string): Promise<boolean> {
  return (await tx.deleteFrom('passkeys').where('account', '=', account).where('credential', '=', credential).returning('credential').execute()).length > 0;
}

/** What a person knows and carries: the password's derivation, the second factor's secret, the last step used. */
export interface PasswordRow {
  readonly password: string | null;
  readonly secret: string | null;
  readonly offered: string | null;
  readonly step: number;
}

/** A person's password; undefined before there was any. */
export function passwordOf(db: Db, account: string): Promise<PasswordRow | undefined> {
  return db.selectFrom('passwords').select(['password', 'secret', 'offered', 'step']).where('account', '=', account).executeTakeFirst();
}

/** Writes a part of a person's password. */
export async function putPassword(tx: Tx, account: string, change: Partial<PasswordRow>): Promise<void> {
  await tx
    .insertInto('passwords')
    .values({ account, step: 0, ...change })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(change))
    .execute();
}

/** Uses up a step of the second factor; false where it, or a later one, was used before. */
export async function spendStep(tx: Tx, account: string, step: number): Promise<boolean> {
  return (await tx.updateTable('passwords').set({ step }).where('account', '=', account).where('step', '<', step).returning('account').execute()).length > 0;
}

/** A person's recovery codes in the place of those before. */
export async function replaceRecoveryCodes(tx: Tx, account: string, macs: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account', '=', account).execute();
  if (macs.length > 0) await tx.insertInto('recovery_codes').values(macs.map((mac) => ({ account, code_mac: mac }))).execute();
}

/** Uses a recovery code up; false where the person has no such code. */
export async function spendRecoveryCode(tx: Tx, account: string, mac: string): Promise<boolean> {
  return (await tx.deleteFrom('recovery_codes').where('account', '=', account).where('code_mac', '=', mac).returning('account').execute()).length > 0;
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(db: Db, account: string): Promise<number> {
  const { left } = await db.selectFrom('recovery_codes').select((eb) => eb.fn.countAll<number>().as('left')).where('account', '=', account).executeTakeFirstOrThrow();
  return Number(left);
}

/** Takes away all that a person came in with. */
export async function dropCredentials(tx: Tx, account: string): Promise<void> {
  for (const table of ['passkeys', 'passwords', 'recovery_codes'] as const) await tx.deleteFrom(table).where('account', '=', account).execute();
}

/** Keeps a challenge; clears away the expired ones. */
export async function insertChallenge(tx: Tx, row: { challenge: string; account: string | null; expiresAt: string; now: string }): Promise<void> {
  await tx.deleteFrom('challenges').where('expires_at', '<=', row.now).execute();
  await tx.insertInto('challenges').values({ challenge: row.challenge, account: row.account, expires_at: row.expiresAt }).execute();
}

/** [ACC-3] Uses a challenge up: it is answered once. Undefined where there is none, or not any more. */
export async function takeChallenge(tx: Tx, challenge: string, now: string): Promise<{ account: string | null } | undefined> {
  const [row] = await tx.deleteFrom('challenges').where('challenge', '=', challenge).where('expires_at', '>', now).returning('account').execute();
  return row;
}

/** Wrong tries by subject; those of before `since` are forgotten. */
export async function triesOf(db: Db, subjects: readonly string[], since: string): Promise<{ count: number; lastAt: string }[]> {
  return db.selectFrom('wrong_tries').select(['count', 'last_at as lastAt']).where('subject', 'in', [...subjects]).where('last_at', '>', since).execute();
}

/** Counts a wrong try for each subject; one after a pause begins anew. */
export async function countTry(tx: Tx, subjects: readonly string[], now: string, since: string): Promise<void> {
  await tx.deleteFrom('wrong_tries').where('last_at', '<=', since).execute();
  for (const subject of subjects) {
    await tx
      .insertInto('wrong_tries')
      .values({ subject, count: 1, last_at: now })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet({ count: sql<number>`wrong_tries.count + 1`, last_at: now }))
      .execute();
  }
}

/** Forgets the wrong tries of a subject. */
export async function forgetTries(tx: Tx, subject: string): Promise<void> {
  await tx.deleteFrom('wrong_tries').where('subject', '=', subject).execute();
}
