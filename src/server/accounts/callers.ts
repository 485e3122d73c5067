import type { Grant } from '@/protocol';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { deviceByToken, findSession, touchDevice, touchSession } from '../store';
import { reachOf, type Reach } from './reach';
import { sha256 } from './tokens';

/** A device that showed its token. */
export interface DeviceCaller {
  readonly cell: string;
  readonly device: string;
}

/** A person of a committee who showed a session. */
export interface CommitteeCaller {
  readonly committee: string;
  /** The committee's name. */
  readonly name: string;
  readonly signedInAt: string;
  readonly account: string;
  readonly login: string;
  readonly person: string;
  readonly office: string;
  readonly state: 'invited' | 'active' | 'demo';
  readonly session: string;
  /** When the person last showed who they are. */
  readonly confirmedAt: string | null;
  readonly reach: Reach;
}

/** Being heard of is noted at most this often. */
const TOUCH_EVERY = 60_000;
/** [ACC-5] A session that nobody uses for so long is over, in milliseconds. */
export const IDLE_LIFE = 2 * 3_600_000;

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

/** [ACC-5] The person of a session token; null when it is unknown, closed, idle or over, or the person is ended. Notes that it is in use. */
export async function committeeOf(ctx: Context, token: string): Promise<CommitteeCaller | null> {
  const now = ctx.now();
  const found = await findSession(ctx.store.db, sha256(token), instantOf(now), instantAfter(now, -IDLE_LIFE));
  if (!found) return null;
  if (now.getTime() - Date.parse(found.seenAt) >= TOUCH_EVERY) await ctx.store.transact((tx) => touchSession(tx, found.session, found.account, instantOf(now)));
  const { committee, committeeName, signedInAt, account, login, person, office, state, session, confirmedAt, grants } = found;
  return { committee, name: committeeName, signedInAt, account, login, person, office, state: state as CommitteeCaller['state'], session, confirmedAt, reach: reachOf(JSON.parse(grants) as Grant[]) };
}

/** A person as what they do is signed: name and office. */
export const signatureOf = ({ person, office }: Pick<CommitteeCaller, 'person' | 'office'>): string => `${person}, ${office}`;
