import { dateInVietnam } from '@/domain';
import type { BodiesAnswer } from '@/protocol';
import { isAmong, type CommitteeCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { bodyChanges, bodyHistory, presenceOf } from '../store';

/** [ORG-8] All bodies of the committee, of any day, with what was changed and how many devices each cell has that the person may view. */
export async function organisation(ctx: Context, { committee, reach }: CommitteeCaller): Promise<BodiesAnswer> {
  const { db } = ctx.store;
  const { bodies, periods } = await bodyHistory(db, committee);
  const devices = Object.fromEntries((await presenceOf(db, committee)).filter(({ id }) => isAmong(reach.view, id)).map((cell) => [cell.id, cell.devices]));
  const changes = (await bodyChanges(db, committee)).map(({ change: id, from, person, note, acts, madeAt }) => ({ id, from, person, note, acts, madeAt }));
  return { today: dateInVietnam(instantOf(ctx.now())), bodies: [...bodies], periods: periods.map((period) => ({ ...period, successors: [...period.successors] })), changes, devices };
}
