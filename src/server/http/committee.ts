import * as v from 'valibot';
import { CodeAnswer, Id, OverviewAnswer, SubmissionView } from '@/protocol';
import { issueCode } from '../accounts';
import type { Context } from '../context';
import { overview, view } from '../submissions';
import { route, type AnyRoute } from './route';

const ById = v.object({ id: Id });
const OverviewQuery = v.object({ month: OverviewAnswer.entries.month });

/** The committee's page. [COM-2] It sees its own cells and no others. */
export function committeeRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/v1/committee/overview',
      summary: "Every cell of the committee with a month's meetings.",
      who: 'committee',
      needs: { may: 'view', about: 'cells' },
      query: OverviewQuery,
      answer: OverviewAnswer,
      refuses: [],
      handle: ({ caller, query }) => overview(ctx, caller, query.month),
    }),
    route({
      method: 'GET',
      path: '/v1/committee/submissions/:id',
      summary: 'A document whole, with its receipt.',
      who: 'committee',
      needs: { may: 'view', about: 'document' },
      params: ById,
      answer: SubmissionView,
      refuses: ['notFound'],
      handle: ({ caller, params }) => view(ctx, caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/cells/:id/codes',
      summary: 'A fresh activation code for a cell, shown once.',
      who: 'committee',
      needs: { may: 'administer', about: 'cell', confirmed: true },
      params: ById,
      answer: CodeAnswer,
      refuses: ['notFound', 'forbidden'],
      handle: ({ caller, params }) => issueCode(ctx, params.id, caller),
    }),
  ];
}
