import type { Act } from '@/protocol';
import { instantOf, type Context } from '../context';
import { insertAct, type Tx } from '../store';
import type { CommitteeCaller } from './callers';

/** What an act is about: a cell, and a document of it; or another person, by name. */
export interface About {
  readonly cell?: string;
  readonly subject?: string;
}

/** [AUDIT-1] Writes down what a person does, in the transaction of the act. What is about no cell stands under the committee's own id. */
export async function note(ctx: Context, tx: Tx, by: Pick<CommitteeCaller, 'committee' | 'account' | 'person' | 'office'>, act: Act, { cell, subject = '' }: About = {}): Promise<void> {
  const { committee, account, person, office } = by;
  await insertAct(tx, { cell: cell ?? committee, committee, at: instantOf(ctx.now()), act, account, person, office, subject });
}
