import { sql } from 'kysely';
import type { Db, Tx } from './database';

/** A device (điện thoại, máy tính) let into a cell. */
export interface DeviceRow {
  readonly cell: string;
  readonly device: string;
  readonly name: string;
  readonly attemptHash: string | null;
  readonly joinedAt: string;
  readonly lastSeenAt: string | null;
  readonly revokedAt: string | null;
  /** Base64; null until the device has said it. */
  readonly publicKey: string | null;
  readonly voucher: string | null;
  /** JSON list of base64, see [KEY-12]; null when nobody of the cell shut it out. */
  readonly revokeProofs: string | null;
}

const DEVICE = [
  'cell',
  'device',
  'name',
  'attempt_hash as attemptHash',
  'joined_at as joinedAt',
  'last_seen_at as lastSeenAt',
  'revoked_at as revokedAt',
  'public_key as publicKey',
  'voucher',
  'revoke_proofs as revokeProofs',
] as const;

/** Lets a device in. `tokenHash`: SHA-256 of its token, hex. */
export async function insertDevice(
  tx: Tx,
  row: { cell: string; device: string; name: string; tokenHash: string; attemptHash: string | null; now: string },
): Promise<void> {
  const { cell, device, name, tokenHash, attemptHash, now } = row;
  await tx.insertInto('devices').values({ cell, device, name, token_hash: tokenHash, attempt_hash: attemptHash, joined_at: now }).execute();
}

/** The device of a token, revoked or not. */
export function deviceByToken(db: Db, tokenHash: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('devices').select(DEVICE).where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** One device of a cell. */
export function findDevice(db: Db, cell: string, device: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('devices').select(DEVICE).where('cell', '=', cell).where('device', '=', device).executeTakeFirst();
}

/** A cell's devices that are not revoked, oldest first. */
export function devicesOf(db: Db, cell: string): Promise<DeviceRow[]> {
  return db.selectFrom('devices').select(DEVICE).where('cell', '=', cell).where('revoked_at', 'is', null).orderBy('joined_at').orderBy('device').execute();
}

/** A cell's devices that were shut out, the latest first. */
export function revokedDevicesOf(db: Db, cell: string, limit: number): Promise<DeviceRow[]> {
  return db.selectFrom('devices').select(DEVICE).where('cell', '=', cell).where('revoked_at', 'is not', null).orderBy('revoked_at', 'desc').orderBy('device').limit(limit).execute();
}

/** The device of a cell that came in with this attempt. */
export function deviceByAttempt(db: Db, cell: string, attemptHash: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('devices').select(DEVICE).where('cell', '=', cell).where('attempt_hash', '=', attemptHash).executeTakeFirst();
}

/** Gives a device another token; the former one is dead. */
export async function replaceToken(tx: Tx, cell: string, device: string, tokenHash: string): Promise<void> {
  await tx.updateTable('devices').set({ token_hash: tokenHash }).where('cell', '=', cell).where('device', '=', device).execute();
}

/** Notes that a device was heard of. */
export async function touchDevice(tx: Tx, cell: string, device: string, now: string): Promise<void> {
  await tx.updateTable('devices').set({ last_seen_at: now }).where('cell', '=', cell).where('device', '=', device).execute();
}

/**
 * Shuts a device out, and notes the epoch whose key it knows. [ADMIT-6] Those that it let in and that have not come yet go with it.
 * Returns false when there is none, or it was out already.
 */
export async function revokeDevice(tx: Tx, device: string, now: string): Promise<boolean> {
  const epoch = sql<number>`coalesce((select max(epoch) from epochs where epochs.cell = devices.cell), 1)`;
  const awaited = tx.selectFrom('admissions').select('device').where('made_by', '=', device).where('used_at', 'is', null);
  const rows = await tx
    .updateTable('devices')
    .set({ revoked_at: now, revoked_epoch: epoch })
    .where((eb) => eb.or([eb('device', '=', device), eb('device', 'in', awaited)]))
    .where('revoked_at', 'is', null)
    .returning('device')
    .execute();
  return rows.some((row) => row.device === device);
}

/** [KEY-12] Keeps the cell's own word on a device that is shut out. */
export async function setRevokeProofs(tx: Tx, cell: string, device: string, proofs: string): Promise<void> {
  await tx.updateTable('devices').set({ revoke_proofs: proofs }).where('cell', '=', cell).where('device', '=', device).execute();
}

/** How many devices that are let in were heard of since a moment; with '' all of them. */
export async function devicesHeardOf(db: Db, since: string): Promise<number> {
  const all = db.selectFrom('devices').select(({ fn }) => fn.countAll<number>().as('count')).where('revoked_at', 'is', null);
  return (await (since === '' ? all : all.where('last_seen_at', '>=', since)).executeTakeFirstOrThrow()).count;
}
