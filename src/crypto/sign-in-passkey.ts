import { fromBase64, toBase64, type Bytes } from './bytes';
import { PasskeyError } from './authenticator';

/**
 * Passkeys by which a person of the committee signs in. Unlike the one that opens a book they derive no key: the server asks, the passkey signs,
 * the server checks. Options and answers are JSON of WebAuthn's own form; older browsers do not convert it themselves.
 */
const fromUrl = (text: string): Bytes => fromBase64(text.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(text.length / 4) * 4, '='));
const toUrl = (data: ArrayBuffer | null | undefined): string | undefined => (data ? toBase64(new Uint8Array(data)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') : undefined);

/** A JSON object as it came from, or goes to, the server. */
export type PasskeyJson = Readonly<Record<string, unknown>>;
interface Named {
  readonly id: string;
  readonly transports?: AuthenticatorTransport[];
}
const named = (list: unknown): PublicKeyCredentialDescriptor[] => ((list ?? []) as Named[]).map(({ id, ...rest }) => ({ ...rest, type: 'public-key', id: fromUrl(id) }));

async function asked(ask: () => Promise<Credential | null> | undefined): Promise<PublicKeyCredential> {
  let answer: Credential | null | undefined;
  try {
    answer = await ask();
  } catch (error) {
    const { name } = error as { name?: string };
    throw new PasskeyError(name === 'SecurityError' || name === 'NotSupportedError' ? 'unsupported' : 'cancelled');
  }
  if (answer === undefined) throw new PasskeyError('unsupported');
  if (answer === null) throw new PasskeyError('cancelled');
  return answer as PublicKeyCredential;
}

/** Whether this browser, at this address, can have passkeys: an address of numbers has none, nor has one without https. */
export const canSignInByPasskey = (): boolean => typeof PublicKeyCredential !== 'undefined' && globalThis.isSecureContext && !/^[\d.]+$|:/.test(location.hostname);

/** Makes a passkey as the server's options say. @throws PasskeyError */
export async function createSignInPasskey(options: PasskeyJson): Promise<PasskeyJson> {
  const { challenge, user, excludeCredentials, ...rest } = options as PasskeyJson & { challenge: string; user: { id: string; name: string; displayName: string } };
  const publicKey = { ...rest, challenge: fromUrl(challenge), user: { ...user, id: fromUrl(user.id) }, excludeCredentials: named(excludeCredentials) } as unknown as PublicKeyCredentialCreationOptions;
  const made = await asked(() => navigator.credentials?.create({ publicKey }));
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    id: made.id,
    rawId: toUrl(made.rawId),
    type: made.type,
    clientExtensionResults: {},
    response: { clientDataJSON: toUrl(response.clientDataJSON), attestationObject: toUrl(response.attestationObject), transports: response.getTransports?.() ?? [] },
  };
}

/** Lets the person choose a passkey and sign with it. @throws PasskeyError */
export async function askSignInPasskey(options: PasskeyJson): Promise<PasskeyJson> {
  const { challenge, allowCredentials, ...rest } = options as PasskeyJson & { challenge: string };
  const publicKey = { ...rest, challenge: fromUrl(challenge), allowCredentials: named(allowCredentials) } as unknown as PublicKeyCredentialRequestOptions;
  const given = await asked(() => navigator.credentials?.get({ publicKey }));
  const response = given.response as AuthenticatorAssertionResponse;
  return {
    id: given.id,
    rawId: toUrl(given.rawId),
    type: given.type,
    clientExtensionResults: {},
    response: { clientDataJSON: toUrl(response.clientDataJSON), authenticatorData: toUrl(response.authenticatorData), signature: toUrl(response.signature), userHandle: toUrl(response.userHandle) },
  };
}
