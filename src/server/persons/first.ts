import type { FirstRequest, Grant } from '@/protocol';
import { PERMISSIONS } from '@/protocol';
import { administratorsOf, goodLink, newId, note, openSession, sha256, signedIn, type SignedIn } from '../accounts';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { accountByLogin, accountsOf, insertAccount, lockAccounts, useLink } from '../store';

/** All that a person can be allowed, over the whole committee. */
export const ALL: readonly Grant[] = [{ over: 'whole', may: [...PERMISSIONS] }];

/**
 * [ACC-1] The committee's first administrator, by the link that the server printed. Nothing is open to them before they have chosen a passkey or
 * a password. @throws Refusal codeUnknown, codeUsed (also where there is an administrator), codeExpired, loginTaken
 */
export async function becomeFirst(ctx: Context, { token, name, login, office }: FirstRequest, device: string): Promise<SignedIn> {
  const tokenHash = sha256(token);
  const session = await ctx.store.transact(async (tx) => {
    const { committee, account: whose } = await goodLink(ctx, tx, tokenHash);
    await lockAccounts(tx, committee);
    if (whose !== null || administratorsOf(await accountsOf(tx, committee)).length > 0) throw new Refusal('codeUsed');
    if (await accountByLogin(tx, login)) throw new Refusal('loginTaken', { path: 'login' });
    if (!(await useLink(tx, tokenHash, instantOf(ctx.now())))) throw new Refusal('codeUsed');
    const account = newId();
    await insertAccount(tx, { committee, account, login, name, office, state: 'invited', grants: JSON.stringify(ALL), createdAt: instantOf(ctx.now()) });
    await note(ctx, tx, { committee, account, person: name, office }, 'firstAdministrator');
    return openSession(ctx, tx, { committee, account }, device);
  });
  return signedIn(ctx, session);
}
