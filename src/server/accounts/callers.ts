import { instantOf, type Context } from '../context';
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

/** [ACT-5] The device of a token; null when it is unknown or revoked. Notes that the device was heard of. */
export async function deviceOf(ctx: Context, token: string): Promise<DeviceCaller | null> {
  const found = await deviceByToken(ctx.store.db, sha256(token));
  if (!found || found.revokedAt !== null) return null;
  const now = ctx.now();
  if (found.lastSeenAt === null || now.getTime() - Date.parse(found.lastSeenAt) >= TOUCH_EVERY) {
    await ctx.store.transact((tx) => touchDevice(tx, found.cell, found.device, instantOf(now)));
  }
  return { cell: found.cell, device: found.device };
}

/** The committee of a session token; null when it is unknown, closed or over. */
export async function committeeOf(ctx: Context, token: string): Promise<CommitteeCaller | null> {
  return (await findSession(ctx.store.db, sha256(token), instantOf(ctx.now()))) ?? null;
}
