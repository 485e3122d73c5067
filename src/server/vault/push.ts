import type * as v from 'valibot';
import { MAX_BOX_LENGTH, type PushAnswer, type PushRequest } from '@/protocol';
import { sha256, type DeviceCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { appendBatches, knownBatches, raiseCounter } from '../store';
import { ENTRY_WEIGHT } from './weight';

type Batch = v.InferOutput<typeof PushRequest>['batches'][number];
type Result = PushAnswer['results'][number];

/**
 * [VAULT-1] Appends sealed batches to the cell's log, all in one transaction. The same batch again is `same`, with the sequence it
 * has; the same id with another box is refused, and so is a box that is too large. One answer per batch, in order; a refused
 * one keeps nothing else back.
 */
export async function push(ctx: Context, caller: DeviceCaller, batches: readonly Batch[]): Promise<PushAnswer> {
  const sealed = batches.map(({ id, box }) => {
    const bytes = Buffer.from(box, 'base64');
    return { id, box: bytes, hash: sha256(bytes), fits: box.length <= MAX_BOX_LENGTH };
  });
  const ids = [...new Set(sealed.map(({ id }) => id))];
  return ctx.store.transact(async (tx) => {
    // The lock first: a batch that another connection is writing this very moment is then seen below.
    const head = await raiseCounter(tx, caller.cell, 'vault', 0);
    const known = await knownBatches(tx, caller.cell, caller.device, ids);
    const fresh: { seq: number; id: string; hash: string; box: Uint8Array }[] = [];
    const results = sealed.map(({ id, box, hash, fits }): Result => {
      const before = known.get(id);
      if (before) return before.hash === hash ? { state: 'same', id, seq: before.seq } : { state: 'refused', id, reason: 'contentMismatch' };
      if (!fits) return { state: 'refused', id, reason: 'tooLarge' };
      const seq = head + fresh.length + 1;
      fresh.push({ seq, id, hash, box });
      known.set(id, { seq, hash });
      return { state: 'stored', id, seq };
    });
    if (fresh.length === 0) return { results, head };
    await raiseCounter(tx, caller.cell, 'vault', fresh.length);
    await raiseCounter(tx, caller.cell, 'weight', fresh.reduce((sum, { box }) => sum + box.length + ENTRY_WEIGHT, 0));
    await appendBatches(tx, { cell: caller.cell, device: caller.device, now: instantOf(ctx.now()) }, fresh);
    return { results, head: head + fresh.length };
  });
}
