import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { deleteSession, findLink, findSession, insertLink, insertSession, useLink } from '../store';
import type { CommitteeCaller } from './callers';
import { newToken, sha256 } from './tokens';

const LINK_LIFE = 24 * 3_600_000;
const LINK_KEPT = 7 * 86_400_000;

/** How long a session lasts, in milliseconds. */
export const SESSION_LIFE = 12 * 3_600_000;

/** Makes the token of a one-time sign-in link, good for 24 hours. */
export async function issueLink(ctx: Context, committee: string): Promise<{ token: string; expiresAt: string }> {
  const token = newToken();
  const now = ctx.now();
  const expiresAt = instantAfter(now, LINK_LIFE);
  await ctx.store.transact((tx) => insertLink(tx, { tokenHash: sha256(token), committee, expiresAt, staleBefore: instantAfter(now, -LINK_KEPT) }));
  return { token, expiresAt };
}

/**
 * [COM-1] A link's token for a session, once, within 24 hours. The session's token goes into a cookie.
 * @throws Refusal codeUnknown, codeUsed, codeExpired
 */
export async function signIn(ctx: Context, token: string): Promise<{ session: string; caller: CommitteeCaller }> {
  const tokenHash = sha256(token);
  const session = newToken();
  const sessionHash = sha256(session);
  return ctx.store.transact(async (tx) => {
    const link = await findLink(tx, tokenHash);
    const now = ctx.now();
    if (!link) throw new Refusal('codeUnknown');
    if (!(await useLink(tx, tokenHash, instantOf(now)))) throw new Refusal('codeUsed');
    if (link.expiresAt <= instantOf(now)) throw new Refusal('codeExpired');
    await insertSession(tx, { tokenHash: sessionHash, committee: link.committee, now: instantOf(now), expiresAt: instantAfter(now, SESSION_LIFE) });
    const caller = await findSession(tx, sessionHash, instantOf(now));
    if (!caller) throw new Refusal('internal');
    return { session, caller };
  });
}

/** Closes a session. */
export async function signOut(ctx: Context, session: string): Promise<void> {
  await ctx.store.transact((tx) => deleteSession(tx, sha256(session)));
}
