import { MAX_PULL, type PullAnswer } from '@/protocol';
import type { DeviceCaller } from '../accounts';
import type { Context } from '../context';
import { entriesBetween, keyState, vaultHead, weightsAfter } from '../store';

/** Bytes of boxes in one answer, so that a phone on a thin line gets something whole. One entry always fits. */
const MAX_ANSWER = 1_048_576;

/**
 * [VAULT-2] The cell's log after a sequence, in order, at most 200 entries or about 1 MiB; the device's own without
 * their box unless it asks for them in `full`, as a device does that no longer has them.
 */
export async function pull(ctx: Context, caller: DeviceCaller, after: number, full = false): Promise<PullAnswer> {
  const { db } = ctx.store;
  const without = full ? '' : caller.device;
  const head = await vaultHead(db, caller.cell);
  const weights = await weightsAfter(db, caller.cell, without, after, MAX_PULL);
  let sum = 0;
  let upTo = after;
  for (const { seq, size } of weights) {
    sum += size;
    if (sum > MAX_ANSWER && upTo > after) break;
    upTo = seq;
  }
  const rows = upTo > after ? await entriesBetween(db, caller.cell, without, after, upTo) : [];
  return {
    entries: rows.map(({ seq, device, batch, box }) => ({ seq, device, batch, box: box === null ? null : Buffer.from(box).toString('base64') })),
    head: Math.max(head, upTo),
    more: upTo < head,
    keys: await keyState(db, caller.cell),
  };
}
