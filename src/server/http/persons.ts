import * as v from 'valibot';
import { ActsAnswer, Id, InvitationAnswer, PersonChange, PersonRequest, PersonsAnswer } from '@/protocol';
import type { Context } from '../context';
import { acts, changePerson, endPerson, endPersonSessions, inviteAgain, invitePerson, persons } from '../persons';
import type { Need } from './need';
import { route, type AnyRoute } from './route';

const ById = v.object({ id: Id });
const Nothing = v.object({});
const Before = v.object({ before: v.optional(v.pipe(v.string(), v.maxLength(120))) });
const ADMINISTER: Need = { may: 'administer', about: 'whole', confirmed: true };

/** Persons of the committee, for its administrators. */
export function personRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/v1/committee/accounts',
      summary: "The committee's persons, and the cells that a grant can name.",
      who: 'committee',
      needs: { may: 'administer', about: 'whole' },
      answer: PersonsAnswer,
      refuses: [],
      handle: ({ caller }) => persons(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/accounts',
      summary: 'Another person; answered with the link that lets them in once.',
      who: 'committee',
      needs: ADMINISTER,
      body: PersonRequest,
      answer: InvitationAnswer,
      refuses: ['forbidden', 'loginTaken'],
      handle: ({ caller, body }) => invitePerson(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/accounts/:id',
      summary: 'Name, office and grants of a person anew.',
      who: 'committee',
      needs: ADMINISTER,
      params: ById,
      body: PersonChange,
      answer: Nothing,
      refuses: ['forbidden', 'notFound', 'lastAdministrator'],
      handle: ({ caller, params, body }) => changePerson(ctx, caller, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/accounts/:id/invite',
      summary: 'A new link for a person; what they came in with is ended.',
      who: 'committee',
      needs: ADMINISTER,
      params: ById,
      answer: InvitationAnswer,
      refuses: ['forbidden', 'notFound', 'lastAdministrator'],
      handle: ({ caller, params }) => inviteAgain(ctx, caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/accounts/:id/end',
      summary: 'Ends a person: nothing of theirs lets anybody in any more.',
      who: 'committee',
      needs: ADMINISTER,
      params: ById,
      answer: Nothing,
      refuses: ['forbidden', 'notFound', 'lastAdministrator'],
      handle: ({ caller, params }) => endPerson(ctx, caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/accounts/:id/sessions/end',
      summary: 'Closes all sessions of a person.',
      who: 'committee',
      needs: ADMINISTER,
      params: ById,
      answer: Nothing,
      refuses: ['forbidden', 'notFound'],
      handle: ({ caller, params }) => endPersonSessions(ctx, caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/v1/committee/acts',
      summary: 'What persons of the committee have done, the newest first.',
      who: 'committee',
      needs: { may: 'administer', about: 'whole' },
      query: Before,
      answer: ActsAnswer,
      refuses: [],
      handle: ({ caller, query }) => acts(ctx, caller, query.before),
    }),
  ];
}
