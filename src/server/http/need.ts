import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Id, PERMISSIONS, type Permission } from '@/protocol';
import { extentOf, isAmong, type CommitteeCaller } from '../accounts';
import type { Context } from '../context';
import { isConfirmed } from '../persons';
import { Refusal } from '../refusal';
import { findCell } from '../store';

/**
 * [GRANT-4] What a route of the committee asks of the person. `may`: a permission; `person` anybody who has chosen a credential; `newcomer` who has
 * not, too. `about`: over what the permission has to reach. `cell` the cell of `:id` · `document` the cell of the document of `:id`, which the
 * service looks up · `cells` the answer, or the effect, is narrowed to the cells that it reaches · `names` what the committee's bodies are called and
 * where they stand, which every person of it may know · `whole` the whole committee · `self` the person's own.
 */
export interface Need {
  readonly may: Permission | 'person' | 'newcomer';
  readonly about: 'cell' | 'document' | 'cells' | 'names' | 'whole' | 'self';
  /** [ACC-6] The person must have shown a short while ago who they are. */
  readonly confirmed?: true;
}

const isPermission = (may: Need['may']): may is Permission => (PERMISSIONS as readonly string[]).includes(may);

/** [GRANT-4] Whether a person may do what a route does. @throws Refusal credentialNeeded, permissionNeeded, notFound, confirmNeeded */
export async function requireNeed(ctx: Context, need: Need, caller: CommitteeCaller, request: FastifyRequest): Promise<void> {
  if (caller.state === 'invited' && need.may !== 'newcomer') throw new Refusal('credentialNeeded');
  if (isPermission(need.may)) {
    const cells = caller.reach[need.may];
    const extent = extentOf(cells);
    if (extent === 'none' || (need.about === 'whole' && extent !== 'whole')) throw new Refusal('permissionNeeded');
    if (need.about === 'cell') {
      const { id } = request.params as { id: string };
      // Asked of the database before the handler has checked it: what is no id goes no further.
      if (!v.is(Id, id)) throw new Refusal('invalid', { path: 'path.id' });
      if (!isAmong(cells, id) || (await findCell(ctx.store.db, id))?.committee !== caller.committee) throw new Refusal('notFound');
    }
  }
  if (need.confirmed && !isConfirmed(ctx, caller)) throw new Refusal('confirmNeeded');
}
