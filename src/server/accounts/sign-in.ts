import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { accountsOf, deleteSession, findAccount, findLink, insertLink, insertSession, touchSession, useLink, type AccountRow, type Tx } from '../store';
import { committeeOf, type CommitteeCaller } from './callers';
import { note } from './note';
import { newId, newToken, sha256 } from './tokens';

const LINK_LIFE = 24 * 3_600_000;
const LINK_KEPT = 7 * 86_400_000;

/** [ACC-5] How long a session lasts at most, in milliseconds. */
export const SESSION_LIFE = 12 * 3_600_000;

/** A one-time link, on its way to whom it lets in. */
export interface IssuedLink {
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Makes the token of a one-time link, good for 24 hours, as part of a transaction.
 * @param account whom it lets in; null for whoever becomes the first administrator
 */
export async function makeLink(ctx: Context, tx: Tx, committee: string, account: string | null): Promise<IssuedLink> {
  const token = newToken();
  const now = ctx.now();
  const expiresAt = instantAfter(now, LINK_LIFE);
  await insertLink(tx, { tokenHash: sha256(token), committee, account, expiresAt, staleBefore: instantAfter(now, -LINK_KEPT) });
  return { token, expiresAt };
}

/** [GRANT-3] Those who can administer persons: over the whole committee, and able to come in. */
export const administratorsOf = (rows: readonly AccountRow[]): AccountRow[] =>
  rows.filter(({ state, endedAt, grants }) => endedAt === null && state !== 'invited' && administersAll(grants));

/** Whether grants (JSON) administer the whole committee. */
export const administersAll = (grants: string): boolean => (JSON.parse(grants) as { over: string; may: string[] }[]).some(({ over, may }) => over === 'whole' && may.includes('administer'));

/**
 * [ACC-1] The link that the terminal prints: for an administrator there is, otherwise for whoever becomes the first one. A link for somebody
 * is a rescue, and is written down.
 * @param login whose; without one the first administrator's
 * @returns undefined where no administrator has this login name
 */
export async function issueLink(ctx: Context, committee: string, login?: string): Promise<(IssuedLink & { readonly person: string | null }) | undefined> {
  return ctx.store.transact(async (tx) => {
    const all = (await accountsOf(tx, committee)).filter(({ endedAt, grants }) => endedAt === null && administersAll(grants));
    const who = login === undefined ? (administratorsOf(all)[0] ?? all[0]) : all.find((one) => one.login === login);
    if (!who && login !== undefined) return undefined;
    if (who && who.state !== 'demo') await note(ctx, tx, { committee, account: who.account, person: who.name, office: who.office }, 'rescueLink');
    return { ...(await makeLink(ctx, tx, committee, who?.account ?? null)), person: who?.name ?? null };
  });
}

/** Opens a session for a person, as part of a transaction. The token goes into a cookie. */
export async function openSession(ctx: Context, tx: Tx, { committee, account }: Pick<AccountRow, 'committee' | 'account'>, device: string): Promise<string> {
  const token = newToken();
  const now = ctx.now();
  const session = newId();
  await insertSession(tx, { tokenHash: sha256(token), committee, account, session, device, now: instantOf(now), expiresAt: instantAfter(now, SESSION_LIFE) });
  await touchSession(tx, session, account, instantOf(now));
  return token;
}

/** Who is in, with the token of the session. */
export interface SignedIn {
  readonly session: string;
  readonly caller: CommitteeCaller;
}

/** The person of a session that was just opened. */
export async function signedIn(ctx: Context, session: string): Promise<SignedIn> {
  const caller = await committeeOf(ctx, session);
  if (!caller) throw new Refusal('internal');
  return { session, caller };
}

/** The row of a link that is good. @throws Refusal codeUnknown, codeUsed, codeExpired */
export async function goodLink(ctx: Context, tx: Tx, tokenHash: string): Promise<{ committee: string; account: string | null }> {
  const link = await findLink(tx, tokenHash);
  if (!link) throw new Refusal('codeUnknown');
  if (link.usedAt !== null) throw new Refusal('codeUsed');
  if (link.expiresAt <= instantOf(ctx.now())) throw new Refusal('codeExpired');
  return link;
}

/**
 * [COM-1] A link's token for a session, once, within 24 hours.
 * @throws Refusal codeUnknown, codeUsed, codeExpired; accountNeeded for the first administrator's link, which stays good
 */
export async function signIn(ctx: Context, token: string, device = ''): Promise<SignedIn> {
  const tokenHash = sha256(token);
  const session = await ctx.store.transact(async (tx) => {
    const link = await goodLink(ctx, tx, tokenHash);
    // Somebody became the administrator by another link: this one has nothing to give any more.
    if (link.account === null && administratorsOf(await accountsOf(tx, link.committee)).length > 0) throw new Refusal('codeUsed');
    if (link.account === null) throw new Refusal('accountNeeded');
    const person = await findAccount(tx, link.account);
    if (!person || person.endedAt !== null) throw new Refusal('codeUnknown');
    if (!(await useLink(tx, tokenHash, instantOf(ctx.now())))) throw new Refusal('codeUsed');
    await note(ctx, tx, { ...person, person: person.name }, 'signedIn');
    return openSession(ctx, tx, person, device);
  });
  return signedIn(ctx, session);
}

/** Closes a session. */
export async function signOut(ctx: Context, session: string): Promise<void> {
  await ctx.store.transact((tx) => deleteSession(tx, sha256(session)));
}
