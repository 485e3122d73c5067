import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { deviceByToken, findSession, touchDevice } from '../store';
import { sha256 } from './tokens';

/** A device that showed its token. */
export interface DeviceCaller {
  readonly cell: string;
  readonly device: string;
}

/** A committee that showed its session. */
export interface CommitteeCaller {
  readonly committee: string;
  readonly name: string;
  readonly signedInAt: string;
}

/** Being heard of is noted at most this often. */
const TOUCH_EVERY = 60_000;

/**
 * [ACT-5] The device of a token; null when it is unknown. Notes that the device was heard of.
 * @throws Refusal revoked, with the cell's word on it where somebody of the cell gave it
 */
export async function deviceOf(ctx: Context, token: string): Promise<DeviceCaller | null> {
  const found = await deviceByToken(ctx.store.db, sha256(token));
  if (!found) return null;
  const now = ctx.now();
  const unseen = found.lastSeenAt === null || (found.revokedAt !== null && found.lastSeenAt < found.revokedAt);
  if (unseen || now.getTime() - Date.parse(found.lastSeenAt ?? '') >= TOUCH_EVERY) {
    await ctx.store.transact((tx) => touchDevice(tx, found.cell, found.device, instantOf(now)));
  }
  if (found.revokedAt !== null) throw new Refusal('revoked', found.revokeProofs === null ? {} : { proofs: JSON.parse(found.revokeProofs) as string[] });
  return { cell: found.cell, device: found.device };
}

/** The committee of a session token; null when it is unknown, closed or over. */
export async function committeeOf(ctx: Context, token: string): Promise<CommitteeCaller | null> {
  return (await findSession(ctx.store.db, sha256(token), instantOf(ctx.now()))) ?? null;
}
