import { BodiesAnswer, BodyChangeAnswer, BodyChangeRequest, CodesAnswer, CodesRequest } from '@/protocol';
import { issueCodes } from '../accounts';
import type { Context } from '../context';
import { changeOrganisation, organisation } from '../organisation';
import { route, type AnyRoute } from './route';

/** The committee's organisation. [COM-2] Each committee its own. */
export function bodyRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/v1/committee/bodies',
      summary: 'All bodies of the committee with their history.',
      who: 'committee',
      needs: { may: 'view', about: 'names' },
      answer: BodiesAnswer,
      refuses: [],
      handle: ({ caller }) => organisation(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/bodies/changes',
      summary: 'Adds, renames, moves, merges, splits, ends bodies from a day on; all of it or nothing.',
      who: 'committee',
      needs: { may: 'administer', about: 'whole', confirmed: true },
      body: BodyChangeRequest,
      answer: BodyChangeAnswer,
      refuses: ['forbidden', 'contentMismatch', 'bodyTaken', 'bodyGone', 'bodyLater', 'bodyPlace', 'bodyBeneath'],
      handle: ({ caller, body }) => changeOrganisation(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/codes',
      summary: 'Fresh activation codes for cells without a device, shown once.',
      who: 'committee',
      needs: { may: 'administer', about: 'cells', confirmed: true },
      body: CodesRequest,
      answer: CodesAnswer,
      refuses: ['notFound', 'forbidden'],
      handle: ({ caller, body }) => issueCodes(ctx, caller, body.cells),
    }),
  ];
}
