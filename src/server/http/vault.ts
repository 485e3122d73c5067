import * as v from 'valibot';
import { PullAnswer, PushAnswer, PushRequest } from '@/protocol';
import type { Context } from '../context';
import { pull, push } from '../vault';
import { route, type AnyRoute } from './route';

const PullQuery = v.object({ after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), full: v.optional(v.literal('1')) });

/** The cell's sealed log. */
export function vaultRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/vault/push',
      summary: "Sealed batches onto the cell's log; one answer per batch, in order.",
      who: 'device',
      body: PushRequest,
      answer: PushAnswer,
      refuses: [],
      handle: ({ caller, body }) => push(ctx, caller, body.batches),
    }),
    route({
      method: 'GET',
      path: '/v1/vault/pull',
      summary: 'The log after a sequence, in order.',
      who: 'device',
      query: PullQuery,
      answer: PullAnswer,
      refuses: [],
      handle: ({ caller, query }) => pull(ctx, caller, query.after, query.full === '1'),
    }),
  ];
}
