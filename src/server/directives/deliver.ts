import { MAX_DIRECTIVES, type DirectivesAnswer, type SeenRequest } from '@/protocol';
import type { DeviceCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { counterOf, directivesAfter, noteSeen } from '../store';
import { envelopeOf } from './look';

/** [DIR-4] What the committee has sent the cell after a sequence, in order. */
export async function deliver(ctx: Context, { cell }: DeviceCaller, after: number): Promise<DirectivesAnswer> {
  const { db } = ctx.store;
  const head = await counterOf(db, cell, 'directives');
  const rows = await directivesAfter(db, cell, after, MAX_DIRECTIVES);
  const last = rows.at(-1)?.seq ?? after;
  return { directives: rows.map(envelopeOf), head: Math.max(head, rows.at(-1)?.seq ?? 0), more: last < head };
}

/** [DIR-5] Somebody of the cell has had these before them. Again, and of what the cell does not have, changes nothing. */
export async function seen(ctx: Context, { cell, device }: DeviceCaller, { ids }: SeenRequest): Promise<object> {
  await ctx.store.transact((tx) => noteSeen(tx, { cell, device, now: instantOf(ctx.now()) }, ids));
  return {};
}
