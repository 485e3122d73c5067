import { newId } from '../accounts';
import { instantOf, type Context } from '../context';
import { ALL } from '../persons/first';
import { accountByLogin, insertAccount, lockAccounts } from '../store';
import { DEMO_ADMINISTRATOR } from './people';

/** The demonstration's ready administrator, let in by the link that every start prints; made where there is none yet. */
export async function manDemo(ctx: Context, committee: string): Promise<void> {
  await ctx.store.transact(async (tx) => {
    await lockAccounts(tx, committee);
    if (await accountByLogin(tx, DEMO_ADMINISTRATOR.login)) return;
    await insertAccount(tx, { ...DEMO_ADMINISTRATOR, committee, account: newId(), state: 'demo', grants: JSON.stringify(ALL), createdAt: instantOf(ctx.now()) });
  });
}
