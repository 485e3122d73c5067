import { instantAfter, type Context } from '../context';
import { clearEnded, type Cleared } from '../store';

const DAY = 24 * 60 * 60_000;
/** How soon after a start the first tidying is, ms: not while everybody comes back at once. */
const FIRST = 10 * 60_000;

/** [KEEP-1] Clears away what has been over for more than `keepEnded` days. Again changes nothing, also from several processes at once. */
export async function tidy(ctx: Context, keepEnded: number): Promise<Cleared> {
  const now = ctx.now();
  return ctx.store.transact((tx) => clearEnded(tx, { ended: instantAfter(now, -keepEnded * DAY), begun: instantAfter(now, -DAY) }));
}

/** [KEEP-2] Tidies soon after the start and then daily, and never keeps the process from ending. @returns a way to stop it */
export function tidyDaily(ctx: Context, keepEnded: number, failed: (error: unknown) => void): () => void {
  const run = (): void => void tidy(ctx, keepEnded).catch(failed);
  const first = setTimeout(run, FIRST);
  const daily = setInterval(run, DAY);
  first.unref();
  daily.unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
