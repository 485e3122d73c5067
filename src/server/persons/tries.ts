import { codeMac } from '../accounts';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { countTry, forgetTries, triesOf } from '../store';

/** Wrong tries are forgotten after so long without another, in milliseconds. */
const REMEMBERED = 3_600_000;
/** Wrong tries that cost nothing: of one name, from one address (behind which many may sit). */
const FREE = { login: 5, address: 30 } as const;
/** The longest wait, in seconds. */
const LONGEST_WAIT = 900;

/** Who tries: a login name, whether there is one or not, and the address that it is tried from. */
export interface Trier {
  readonly login: string;
  readonly address: string;
}

const subjects = (ctx: Context, { login, address }: Trier): { login: string; address: string } => ({ login: codeMac(ctx.secrets, 'try', `login ${login}`), address: codeMac(ctx.secrets, 'try', `address ${address}`) });

/** [ACC-4] After a few wrong tries the next has to wait: 4 seconds, then twice as long each time, a quarter of an hour at most. @throws Refusal tooManyRequests */
export async function mayTry(ctx: Context, trier: Trier): Promise<void> {
  const now = ctx.now();
  const of = subjects(ctx, trier);
  for (const kind of ['login', 'address'] as const) {
    const [tries] = await triesOf(ctx.store.db, [of[kind]], instantAfter(now, -REMEMBERED));
    const over = (tries?.count ?? 0) - FREE[kind];
    if (!tries || over < 0) continue;
    const wait = Math.min(LONGEST_WAIT, 4 * 2 ** Math.min(over, 20)) - (now.getTime() - Date.parse(tries.lastAt)) / 1000;
    if (wait > 0) throw new Refusal('tooManyRequests', { retryAfter: Math.ceil(wait) });
  }
}

/** Counts a wrong try, by name and by address. */
export async function wrongTry(ctx: Context, trier: Trier): Promise<void> {
  const now = ctx.now();
  const of = subjects(ctx, trier);
  await ctx.store.transact((tx) => countTry(tx, [of.login, of.address].sort(), instantOf(now), instantAfter(now, -REMEMBERED)));
}

/** A right try: the name's wrong ones are forgotten; those of the address stay, lest one own account open the way to try all others. */
export async function rightTry(ctx: Context, trier: Trier): Promise<void> {
  await ctx.store.transact((tx) => forgetTries(tx, subjects(ctx, trier).login));
}
