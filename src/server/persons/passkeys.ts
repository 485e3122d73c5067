import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import type { PasskeyOptions, PasskeyRequest } from '@/protocol';
import { note, openSession, signedIn, type CommitteeCaller, type SignedIn } from '../accounts';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { deletePasskey, findAccount, findPasskey, insertChallenge, insertPasskey, passkeysOf, passwordOf, takeChallenge, updateAccount, usePasskey, type AccountRow } from '../store';

/** Where the page stands that asks: passkeys belong to a host, and are answered to one page alone. */
export interface Site {
  /** Host without port. */
  readonly host: string;
  /** Addresses that the page may have. */
  readonly origins: readonly string[];
}

/** How long a challenge can be answered, in milliseconds. */
const CHALLENGE_LIFE = 5 * 60_000;
const ALGORITHMS = [-7, -257];

const asOptions = (options: object): PasskeyOptions => ({ options: options as Record<string, unknown> });
const transportsOf = (text: string): string[] => JSON.parse(text) as string[];

async function keepChallenge(ctx: Context, challenge: string, account: string | null): Promise<void> {
  const now = ctx.now();
  await ctx.store.transact((tx) => insertChallenge(tx, { challenge, account, expiresAt: instantAfter(now, CHALLENGE_LIFE), now: instantOf(now) }));
}

/** The challenge that an answer was made for, used up: [ACC-3] once, within five minutes, by whom it was made for. @throws Refusal signInWrong */
async function challengeOf(ctx: Context, response: unknown, account: string | null): Promise<string> {
  const text = (response as { response?: { clientDataJSON?: unknown } }).response?.clientDataJSON;
  let challenge: unknown;
  try {
    challenge = (JSON.parse(Buffer.from(String(text), 'base64url').toString('utf8')) as { challenge?: unknown }).challenge;
  } catch {
    throw new Refusal('signInWrong');
  }
  if (typeof challenge !== 'string' || !/^[\w-]{16,200}$/.test(challenge)) throw new Refusal('signInWrong');
  const taken = await ctx.store.transact((tx) => takeChallenge(tx, challenge as string, instantOf(ctx.now())));
  if (!taken || taken.account !== account) throw new Refusal('signInWrong');
  return challenge;
}

/** What a new passkey of the person is to be made with. */
export async function offerPasskey(ctx: Context, { account, login, person, name }: CommitteeCaller, { host }: Site): Promise<PasskeyOptions> {
  const known = await passkeysOf(ctx.store.db, account);
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: host,
    userName: login,
    userID: new Uint8Array(Buffer.from(account)),
    userDisplayName: person,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports: transportsOf(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  await keepChallenge(ctx, options.challenge, account);
  return asOptions(options);
}

/** [ACC-3] Takes a passkey of the person in. @throws Refusal signInWrong */
export async function addPasskey(ctx: Context, caller: CommitteeCaller, { response, name }: PasskeyRequest, { host, origins }: Site): Promise<object> {
  const expectedChallenge = await challengeOf(ctx, response, caller.account);
  const made = await verifyRegistrationResponse({ response: response as unknown as RegistrationResponseJSON, expectedChallenge, expectedOrigin: [...origins], expectedRPID: host, requireUserVerification: true }).catch(() => {
    throw new Refusal('signInWrong');
  });
  if (!made.verified) throw new Refusal('signInWrong');
  const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
  await ctx.store.transact(async (tx) => {
    if (await findPasskey(tx, id)) throw new Refusal('signInWrong');
    await insertPasskey(tx, { account: caller.account, credential: id, publicKey: Buffer.from(publicKey).toString('base64url'), signCount: counter, transports: JSON.stringify(transports), name, createdAt: instantOf(ctx.now()), usedAt: null });
    if (caller.state === 'invited') await updateAccount(tx, caller.account, { state: 'active' });
    await note(ctx, tx, caller, 'passkeyAdded');
  });
  return {};
}

/** What a passkey, of whomever, is to sign. */
export async function askPasskey(ctx: Context, { host }: Site): Promise<PasskeyOptions> {
  const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' });
  await keepChallenge(ctx, options.challenge, null);
  return asOptions(options);
}

/**
 * [ACC-3] Whose passkey this is: signed for this site, this challenge, by a finger, face or code, with a counter that has not gone back.
 * @throws Refusal signInWrong
 */
export async function checkPasskey(ctx: Context, response: unknown, { host, origins }: Site): Promise<AccountRow> {
  const expectedChallenge = await challengeOf(ctx, response, null);
  const { id } = response as { id?: unknown };
  const known = typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? await findPasskey(ctx.store.db, id) : undefined;
  const person = known && (await findAccount(ctx.store.db, known.account));
  if (!known || !person || person.endedAt !== null) throw new Refusal('signInWrong');
  const checked = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin: [...origins],
    expectedRPID: host,
    requireUserVerification: true,
    credential: { id: known.credential, publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')), counter: known.signCount, transports: transportsOf(known.transports) },
  }).catch(() => {
    throw new Refusal('signInWrong');
  });
  if (!checked.verified) throw new Refusal('signInWrong');
  await ctx.store.transact((tx) => usePasskey(tx, known.credential, checked.authenticationInfo.newCounter, instantOf(ctx.now())));
  return person;
}

/** [ACC-3] Signs in by passkey. @throws Refusal signInWrong */
export async function passkeySignIn(ctx: Context, response: unknown, site: Site, device: string): Promise<SignedIn> {
  const person = await checkPasskey(ctx, response, site);
  const session = await ctx.store.transact(async (tx) => {
    await note(ctx, tx, { ...person, person: person.name }, 'signedIn');
    return openSession(ctx, tx, person, device);
  });
  return signedIn(ctx, session);
}

/** [ACC-7] Takes a passkey away, but not what a person comes in with last. @throws Refusal notFound, lastCredential */
export async function endPasskey(ctx: Context, caller: CommitteeCaller, credential: string): Promise<object> {
  await ctx.store.transact(async (tx) => {
    if (!(await deletePasskey(tx, caller.account, credential))) throw new Refusal('notFound');
    const left = (await passkeysOf(tx, caller.account)).length;
    if (left === 0 && !(await passwordOf(tx, caller.account))?.password) throw new Refusal('lastCredential');
    await note(ctx, tx, caller, 'passkeyEnded');
  });
  return {};
}
