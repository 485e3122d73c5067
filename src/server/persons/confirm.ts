import type { ConfirmRequest } from '@/protocol';
import type { CommitteeCaller } from '../accounts';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { confirmSession } from '../store';
import { checkPassword } from './password';
import { checkPasskey, type Site } from './passkeys';

/** [ACC-6] How long a person who has shown who they are need not do it again, in milliseconds. */
export const CONFIRMED_FOR = 10 * 60_000;

/** [ACC-6] Whether the person has shown who they are a short while ago. Who has no credential yet, or needs none, cannot be asked for one. */
export const isConfirmed = (ctx: Context, { state, confirmedAt }: CommitteeCaller): boolean => state !== 'active' || (confirmedAt !== null && confirmedAt > instantAfter(ctx.now(), -CONFIRMED_FOR));

/** [ACC-6] The person shows anew who they are. @throws Refusal signInWrong, tooManyRequests */
export async function confirm(ctx: Context, caller: CommitteeCaller, request: ConfirmRequest, site: Site, address: string): Promise<object> {
  if ('response' in request) {
    if ((await checkPasskey(ctx, request.response, site)).account !== caller.account) throw new Refusal('signInWrong');
  } else await checkPassword(ctx, { login: caller.login, ...request }, address);
  await ctx.store.transact((tx) => confirmSession(tx, caller.session, instantOf(ctx.now())));
  return {};
}
