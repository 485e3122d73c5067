import { SubmissionAnswer, SubmissionEnvelope } from '@/protocol';
import type { Context } from '../context';
import { submit } from '../submissions';
import { route, type AnyRoute } from './route';

/** Documents on their way up. */
export function submissionRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/submissions',
      summary: 'One document; answered with a signed receipt.',
      who: 'device',
      body: SubmissionEnvelope,
      rawBody: true,
      answer: SubmissionAnswer,
      refuses: ['hashMismatch', 'contentMismatch'],
      handle: ({ caller, raw }) => submit(ctx, caller, raw),
    }),
  ];
}
