import { askSignInPasskey, createSignInPasskey } from '@/crypto/sign-in-passkey';
import { ActsAnswer, InvitationAnswer, MeAnswer, OwnAnswer, PasskeyOptions, PersonsAnswer, RecoveryCodesAnswer, SecondFactorOffer, type FirstRequest, type PasswordRequest, type PasswordSignIn, type PersonChange, type PersonRequest } from '@/protocol';
import * as v from 'valibot';
import { Api, type Fetch } from './api';

export { canSignInByPasskey } from '@/crypto/sign-in-passkey';
export { MIN_PASSWORD, PERMISSIONS } from '@/protocol';
export type { ActsAnswer, Grant, InvitationAnswer, OwnAnswer, Permission, PersonsAnswer, PersonView, SecondFactorOffer, SessionView } from '@/protocol';

const Nothing = v.object({});
const api = (send?: Fetch): Api => new Api('', null, send);
const post = async (path: string, body?: unknown, send?: Fetch): Promise<void> => void (await api(send).ask(Nothing, 'POST', `/v1/committee/${path}`, body));

/** [ACC-1] Becomes the first administrator by the link that the server printed. @throws ApiError loginTaken, codeUsed */
export const becomeFirst = (request: FirstRequest, send?: Fetch): Promise<MeAnswer> => api(send).ask(MeAnswer, 'POST', '/v1/committee/first', request);

/** [ACC-4] Signs in by name, password and second factor. @throws ApiError signInWrong, tooManyRequests */
export const signInByPassword = (request: PasswordSignIn, send?: Fetch): Promise<MeAnswer> => api(send).ask(MeAnswer, 'POST', '/v1/committee/sign-in/password', request);

async function signed(send?: Fetch): Promise<unknown> {
  const { options } = await api(send).ask(PasskeyOptions, 'POST', '/v1/committee/sign-in/passkey/begin');
  return askSignInPasskey(options);
}

/** [ACC-3] Signs in by passkey. @throws ApiError signInWrong; PasskeyError */
export async function signInByPasskey(send?: Fetch): Promise<MeAnswer> {
  return api(send).ask(MeAnswer, 'POST', '/v1/committee/sign-in/passkey', { response: await signed(send) });
}

/** [ACC-6] Shows anew who one is, by passkey. @throws ApiError signInWrong; PasskeyError */
export const confirmByPasskey = async (send?: Fetch): Promise<void> => post('confirm', { response: await signed(send) }, send);
/** [ACC-6] Shows anew who one is, by password and second factor. @throws ApiError signInWrong, tooManyRequests */
export const confirmByPassword = (request: PasswordRequest, send?: Fetch): Promise<void> => post('confirm', request, send);

/** How the person comes in, and where they are in. @throws ApiError */
export const own = (send?: Fetch): Promise<OwnAnswer> => api(send).ask(OwnAnswer, 'GET', '/v1/committee/own');

/** [ACC-3] Makes a passkey on this device; `name` is what its person knows it by. @throws ApiError; PasskeyError */
export async function addPasskey(name: string, send?: Fetch): Promise<void> {
  const { options } = await api(send).ask(PasskeyOptions, 'POST', '/v1/committee/own/passkeys/begin');
  await post('own/passkeys', { response: await createSignInPasskey(options), name }, send);
}
/** [ACC-7] Takes a passkey away. @throws ApiError lastCredential, notFound */
export const endPasskey = (id: string, send?: Fetch): Promise<void> => post(`own/passkeys/${encodeURIComponent(id)}/end`, undefined, send);

/** The secret of a second factor, for the person's telephone. @throws ApiError */
export const offerSecondFactor = (send?: Fetch): Promise<SecondFactorOffer> => api(send).ask(SecondFactorOffer, 'POST', '/v1/committee/own/password/begin');
/** [ACC-4] Sets the password with the second factor that was offered; gives recovery codes, once. @throws ApiError passwordWeak, signInWrong */
export const setPassword = async (request: PasswordRequest, send?: Fetch): Promise<readonly string[]> => (await api(send).ask(RecoveryCodesAnswer, 'POST', '/v1/committee/own/password', request)).codes;

/** [ACC-5] Closes a session of the person; null for all but this one. @throws ApiError */
export const endSession = (id: string | null, send?: Fetch): Promise<void> => post(id === null ? 'own/sessions/end' : `own/sessions/${encodeURIComponent(id)}/end`, undefined, send);

/** The committee's persons. @throws ApiError permissionNeeded */
export const persons = (send?: Fetch): Promise<PersonsAnswer> => api(send).ask(PersonsAnswer, 'GET', '/v1/committee/accounts');
/** [ACC-2] Another person; gives the link that lets them in once. @throws ApiError loginTaken */
export const invite = (request: PersonRequest, send?: Fetch): Promise<InvitationAnswer> => api(send).ask(InvitationAnswer, 'POST', '/v1/committee/accounts', request);
const at = (id: string, what = ''): string => `accounts/${encodeURIComponent(id)}${what}`;
/** Name, office and grants anew. @throws ApiError lastAdministrator */
export const changePerson = (id: string, change: PersonChange, send?: Fetch): Promise<void> => post(at(id), change, send);
/** [ACC-2] A new link for a person; what they came in with is ended. @throws ApiError lastAdministrator */
export const inviteAgain = (id: string, send?: Fetch): Promise<InvitationAnswer> => api(send).ask(InvitationAnswer, 'POST', `/v1/committee/${at(id, '/invite')}`);
/** [ACC-8] Ends a person. @throws ApiError lastAdministrator */
export const endPerson = (id: string, send?: Fetch): Promise<void> => post(at(id, '/end'), undefined, send);
/** [ACC-5] Closes all sessions of a person. @throws ApiError */
export const endSessionsOf = (id: string, send?: Fetch): Promise<void> => post(at(id, '/sessions/end'), undefined, send);
/** [AUDIT-3] What persons have done, the newest first; `before` is where the last page ended. @throws ApiError */
export const acts = (before: string, send?: Fetch): Promise<ActsAnswer> => api(send).ask(ActsAnswer, 'GET', `/v1/committee/acts${before && `?before=${encodeURIComponent(before)}`}`);
