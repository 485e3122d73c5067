import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { CellActsAnswer, ConfirmRequest, FirstRequest, Id, MeAnswer, OwnAnswer, PasskeyOptions, PasskeyRequest, PasskeySignIn, PasswordRequest, PasswordSignIn, RecoveryCodesAnswer, SecondFactorOffer, SignInRequest } from '@/protocol';
import { extentOf, signIn, signOut, type CommitteeCaller, type SignedIn } from '../accounts';
import type { Context } from '../context';
import { addPasskey, askPasskey, becomeFirst, cellActs, confirm, deviceNameOf, endOtherSessions, endOwnSession, endPasskey, offerPasskey, offerSecondFactor, own, passkeySignIn, passwordSignIn, setPassword, type Site } from '../persons';
import type { Need } from './need';
import { route, type AnyRoute } from './route';
import { clearSession, sessionOf, setSession } from './session';

const Nothing = v.object({});
const ById = v.object({ id: Id });
const After = v.object({ after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)) });
/** A passkey's own id, base64url. */
const ByCredential = v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{8,1400}$/)) });
const NEWCOMER: Need = { may: 'newcomer', about: 'self' };
const OWN: Need = { may: 'person', about: 'self' };
/** What a newcomer may do at once, and others once they have shown who they are. */
const CREDENTIALS: Need = { may: 'newcomer', about: 'self', confirmed: true };

const me = ({ committee, name, signedInAt, account, person, office, login, state, reach }: CommitteeCaller): v.InferInput<typeof MeAnswer> => ({
  committee: { id: committee, name },
  signedInAt,
  person: { id: account, name: person, office, login, state },
  may: { view: extentOf(reach.view), grade: extentOf(reach.grade), direct: extentOf(reach.direct), administer: extentOf(reach.administer) },
});

/** The page's own address, by which passkeys know it: the public one, or the one that the request came to. */
function siteOf({ host, hostname, protocol }: FastifyRequest, publicUrl: string | undefined): Site {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl);
  return { host: known?.hostname ?? hostname, origins: known ? [known.origin] : [`${protocol}://${host}`] };
}

const deviceIn = ({ headers }: FastifyRequest): string => deviceNameOf(headers['user-agent']);

/** How persons of the committee come and go, and what each does with their own way in. */
export function signInRoutes(ctx: Context, publicUrl: string | undefined): AnyRoute[] {
  const enter = (reply: FastifyReply, { session, caller }: SignedIn): v.InferInput<typeof MeAnswer> => {
    setSession(reply, session, publicUrl);
    return me(caller);
  };
  return [
    route({
      method: 'POST',
      path: '/v1/committee/sign-in',
      summary: "A one-time link's token for a session cookie.",
      who: 'anyone',
      limit: 'entry',
      body: SignInRequest,
      answer: MeAnswer,
      refuses: ['codeUnknown', 'codeUsed', 'codeExpired', 'accountNeeded', 'forbidden'],
      handle: async ({ body, request, reply }) => enter(reply, await signIn(ctx, body.token, deviceIn(request))),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/first',
      summary: "The committee's first administrator, by the link that the server printed.",
      who: 'anyone',
      limit: 'entry',
      body: FirstRequest,
      answer: MeAnswer,
      refuses: ['codeUnknown', 'codeUsed', 'codeExpired', 'loginTaken', 'forbidden'],
      handle: async ({ body, request, reply }) => enter(reply, await becomeFirst(ctx, body, deviceIn(request))),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/sign-in/password',
      summary: 'Name, password and second factor for a session cookie.',
      who: 'anyone',
      limit: 'entry',
      body: PasswordSignIn,
      answer: MeAnswer,
      refuses: ['signInWrong', 'forbidden'],
      handle: async ({ body, request, reply }) => enter(reply, await passwordSignIn(ctx, body, request.ip, deviceIn(request))),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/sign-in/passkey/begin',
      summary: 'What a passkey is to sign.',
      who: 'anyone',
      limit: 'entry',
      answer: PasskeyOptions,
      refuses: ['forbidden'],
      handle: ({ request }) => askPasskey(ctx, siteOf(request, publicUrl)),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/sign-in/passkey',
      summary: "A passkey's answer for a session cookie.",
      who: 'anyone',
      limit: 'entry',
      body: PasskeySignIn,
      answer: MeAnswer,
      refuses: ['signInWrong', 'forbidden'],
      handle: async ({ body, request, reply }) => enter(reply, await passkeySignIn(ctx, body.response, siteOf(request, publicUrl), deviceIn(request))),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/sign-out',
      summary: 'Closes the session.',
      who: 'committee',
      needs: NEWCOMER,
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
      summary: 'Who is signed in, and what they may do.',
      who: 'committee',
      needs: NEWCOMER,
      answer: MeAnswer,
      refuses: [],
      handle: ({ caller }) => me(caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/confirm',
      summary: 'The person shows anew who they are.',
      who: 'committee',
      limit: 'entry',
      needs: OWN,
      body: ConfirmRequest,
      answer: Nothing,
      refuses: ['forbidden', 'signInWrong'],
      handle: ({ caller, body, request }) => confirm(ctx, caller, body, siteOf(request, publicUrl), request.ip),
    }),
    route({
      method: 'GET',
      path: '/v1/committee/own',
      summary: 'How the person comes in, and where they are in.',
      who: 'committee',
      needs: NEWCOMER,
      answer: OwnAnswer,
      refuses: [],
      handle: ({ caller }) => own(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/passkeys/begin',
      summary: 'What a new passkey is to be made with.',
      who: 'committee',
      needs: CREDENTIALS,
      answer: PasskeyOptions,
      refuses: ['forbidden'],
      handle: ({ caller, request }) => offerPasskey(ctx, caller, siteOf(request, publicUrl)),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/passkeys',
      summary: 'A passkey that was just made.',
      who: 'committee',
      needs: CREDENTIALS,
      body: PasskeyRequest,
      answer: Nothing,
      refuses: ['forbidden', 'signInWrong'],
      handle: ({ caller, body, request }) => addPasskey(ctx, caller, body, siteOf(request, publicUrl)),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/passkeys/:id/end',
      summary: 'Takes a passkey away.',
      who: 'committee',
      needs: { ...OWN, confirmed: true },
      params: ByCredential,
      answer: Nothing,
      refuses: ['forbidden', 'notFound', 'lastCredential'],
      handle: ({ caller, params }) => endPasskey(ctx, caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/password/begin',
      summary: "The second factor's secret, for the person's telephone.",
      who: 'committee',
      needs: CREDENTIALS,
      answer: SecondFactorOffer,
      refuses: ['forbidden'],
      handle: ({ caller }) => offerSecondFactor(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/password',
      summary: 'A password with its second factor; answered with recovery codes, shown once.',
      who: 'committee',
      needs: CREDENTIALS,
      body: PasswordRequest,
      answer: RecoveryCodesAnswer,
      refuses: ['forbidden', 'passwordWeak', 'signInWrong'],
      handle: ({ caller, body }) => setPassword(ctx, caller, body),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/sessions/end',
      summary: 'Closes all sessions of the person but this one.',
      who: 'committee',
      needs: OWN,
      answer: Nothing,
      refuses: ['forbidden'],
      handle: ({ caller }) => endOtherSessions(ctx, caller),
    }),
    route({
      method: 'POST',
      path: '/v1/committee/own/sessions/:id/end',
      summary: 'Closes a session of the person.',
      who: 'committee',
      needs: OWN,
      params: ById,
      answer: Nothing,
      refuses: ['forbidden', 'notFound'],
      handle: ({ caller, params }) => endOwnSession(ctx, caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/v1/acts',
      summary: "What persons of the committee have done with the cell's own after a sequence, in order.",
      who: 'device',
      query: After,
      answer: CellActsAnswer,
      refuses: [],
      handle: ({ caller, query }) => cellActs(ctx, caller, query.after),
    }),
  ];
}
