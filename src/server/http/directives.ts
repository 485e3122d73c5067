import * as v from 'valibot';
import { DirectiveRequest, DirectivesAnswer, DirectiveView, GuidanceAnswer, GuidanceRequest, GuidanceView, Id, SeenRequest } from '@/protocol';
import type { Context } from '../context';
import { deliver, guidance, guide, issue, seen } from '../directives';
import { route, type AnyRoute } from './route';

const After = v.object({ after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)) });

/** What the committee sends down. */
export function directiveRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/v1/directives',
      summary: "The committee's directives to the cell after a sequence, in order.",
      who: 'device',
      query: After,
      answer: DirectivesAnswer,
      refuses: [],
      handle: ({ caller, query }) => deliver(ctx, caller, query.after),
    }),
    route({
      method: 'POST',
      path: '/v1/directives/seen',
      summary: 'Somebody of the cell has had these before them.',
      who: 'device',
      body: SeenRequest,
      answer: v.object({}),
      refuses: [],
      handle: ({ caller, body }) => seen(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/submissions/:id/directives',
      summary: 'What the committee says to a document: the official grade.',
      who: 'committee',
      needs: { may: 'grade', about: 'document' },
      params: v.object({ id: Id }),
      body: DirectiveRequest,
      answer: DirectiveView,
      refuses: ['notFound', 'forbidden', 'contentMismatch', 'gradeTaken'],
      handle: ({ caller, params, body }) => issue(ctx, caller, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/guidance',
      summary: 'Which guidance the cells that the person directs follow from a day on, and its official wording.',
      who: 'committee',
      needs: { may: 'direct', about: 'cells' },
      body: GuidanceRequest,
      answer: GuidanceView,
      refuses: ['notFound', 'forbidden', 'contentMismatch'],
      handle: ({ caller, body }) => guide(ctx, caller, body),
    }),
    route({
      method: 'GET',
      path: '/v1/committee/guidance',
      summary: 'What the committee has said of guidance, the newest first.',
      who: 'committee',
      needs: { may: 'view', about: 'cells' },
      answer: GuidanceAnswer,
      refuses: [],
      handle: ({ caller }) => guidance(ctx, caller),
    }),
  ];
}
