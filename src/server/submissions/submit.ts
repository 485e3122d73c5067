import type { Receipt, SubmissionAnswer } from '@/protocol';
import type * as v from 'valibot';
import type { DeviceCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { findSubmission, insertSubmission, raiseCounter } from '../store';
import { checkEnvelope } from './check';
import { dayOf, summaryOf } from './overview';
import { signReceipt } from './receipts';

/**
 * [SUB-2] Takes a document in, once: the same id and hash again gets the first receipt, the same id with another hash is refused.
 * Ids are the cell's own: another cell's document under the same id is another document.
 * @param raw the request as parsed from JSON, not yet checked
 * @throws Refusal invalid, hashMismatch, contentMismatch
 */
export async function submit(ctx: Context, caller: DeviceCaller, raw: unknown): Promise<v.InferOutput<typeof SubmissionAnswer>> {
  const { id, hash, body, text } = checkEnvelope(raw);
  const { cell, device } = caller;
  return ctx.store.transact(async (tx) => {
    const last = await raiseCounter(tx, cell, 'submissions', 0);
    const before = await findSubmission(tx, cell, id);
    if (before && before.hash !== hash) throw new Refusal('contentMismatch');
    if (before) return { state: 'same', receipt: JSON.parse(before.receipt) as Receipt };
    const receivedAt = instantOf(ctx.now());
    const number = last + 1;
    await raiseCounter(tx, cell, 'submissions', 1);
    const receipt = signReceipt(ctx.secrets, { submissionId: id, cell, hash, receivedAt, number });
    await insertSubmission(tx, {
      cell,
      submission: id,
      number,
      device,
      hash,
      body: text,
      receipt: JSON.stringify(receipt),
      receivedAt,
      type: body.type,
      date: dayOf(body),
      summary: JSON.stringify(summaryOf(body)),
    });
    return { state: 'accepted', receipt };
  });
}
