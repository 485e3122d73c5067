import * as v from 'valibot';
import { CodeAnswer, Id, MeAnswer, OverviewAnswer, SignInRequest, SubmissionView } from '@/protocol';
import { issueCode, signIn, signOut, type CommitteeCaller } from '../accounts';
import type { Context } from '../context';
import { Refusal } from '../refusal';
import { findCell } from '../store';
import { overview, view } from '../submissions';
import { route, type AnyRoute } from './route';
import { clearSession, sessionOf, setSession } from './session';

const ById = v.object({ id: Id });
const OverviewQuery = v.object({ month: OverviewAnswer.entries.month });
const Nothing = v.object({});

const me = ({ committee, name, signedInAt }: CommitteeCaller): v.InferInput<typeof MeAnswer> => ({ committee: { id: committee, name }, signedInAt });

/** The committee's page. [COM-2] It sees its own cells and no others. */
export function committeeRoutes(ctx: Context, publicUrl: string | undefined): AnyRoute[] {
  return [
    route({
      method: 'POST',
      path: '/v1/committee/sign-in',
      summary: "A one-time link's token for a session cookie.",
      who: 'anyone',
      limit: 'entry',
      body: SignInRequest,
      answer: MeAnswer,
      refuses: ['codeUnknown', 'codeUsed', 'codeExpired', 'forbidden'],
      handle: async ({ body, reply }) => {
        const { session, caller } = await signIn(ctx, body.token);
        setSession(reply, session, publicUrl);
        return me(caller);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/committee/sign-out',
      summary: 'Closes the session.',
      who: 'committee',
      answer: Nothing,
      refuses: ['forbidden'],
      handle: async ({ request, reply }) => {
        await signOut(ctx, sessionOf(request) ?? '');
        clearSession(reply);
        return {};
      },
    }),
    route({
      method: 'GET',
      path: '/v1/committee/me',
      summary: 'Who is signed in.',
      who: 'committee',
      answer: MeAnswer,
      refuses: [],
      handle: ({ caller }) => me(caller),
    }),
    route({
      method: 'GET',
      path: '/v1/committee/overview',
      summary: "Every cell of the committee with a month's meetings.",
      who: 'committee',
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
      params: ById,
      answer: CodeAnswer,
      refuses: ['notFound', 'forbidden'],
      handle: async ({ caller, params }) => {
        const cell = await findCell(ctx.store.db, params.id);
        if (cell?.committee !== caller.committee) throw new Refusal('notFound');
        return issueCode(ctx, cell.id);
      },
    }),
  ];
}
