import type { FindAnswer, FindRequest } from '@/protocol';
import type { DeviceCaller } from '../accounts';
import type { Context } from '../context';
import { findBatches } from '../store';

/** [SNAP-6] Which of these batches stand in the cell's log, and where. */
export async function find(ctx: Context, { cell }: DeviceCaller, { batches }: FindRequest): Promise<FindAnswer> {
  const found: FindAnswer['found'] = [];
  for (const device of new Set(batches.map((batch) => batch.device))) {
    const ids = batches.filter((batch) => batch.device === device).map(({ id }) => id);
    found.push(...(await findBatches(ctx.store.db, cell, device, ids)));
  }
  return { found };
}
