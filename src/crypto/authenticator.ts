import { randomBytes, toBase64, type Bytes } from './bytes';
import type { PasskeyOutput } from './passkey';

/**
 * Why a passkey gave nothing. `cancelled`: put off, out of time, or the passkey is gone (the browser does not say which, by design) ·
 * `noPrf`: there is a passkey, but it derives no keys · `unsupported`: this browser, or this address, has no passkeys.
 */
export type PasskeyReason = 'cancelled' | 'noPrf' | 'unsupported';

/** A passkey that gave nothing. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
  constructor(readonly reason: PasskeyReason) {
    super(reason);
  }
}

/** How long a person has for their finger, ms. */
const PATIENCE = 60_000;
/** ES256, then RS256, which is all that some Windows machines have. Nobody checks a signature here: there is nobody to sign for. */
const ALGORITHMS = [-7, -257] as const;

type Answer = PublicKeyCredential | null;

/** The browser's errors by what they mean to a person. */
async function asked(ask: () => Promise<Credential | null> | undefined): Promise<PublicKeyCredential> {
  let answer: Answer | undefined;
  try {
    answer = (await ask()) as Answer | undefined;
  } catch (error) {
    const { name } = error as { name?: string };
    throw new PasskeyError(name === 'SecurityError' || name === 'NotSupportedError' ? 'unsupported' : 'cancelled');
  }
  if (answer === undefined) throw new PasskeyError('unsupported');
  if (answer === null) throw new PasskeyError('cancelled');
  return answer;
}

function outputOf(answer: PublicKeyCredential): Bytes | null {
  const first = answer.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  const bytes = ArrayBuffer.isView(first) ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : new Uint8Array(first);
  return new Uint8Array(bytes);
}

/**
 * Whether a passkey can be tried here: a name for an address (an IP has none), an authenticator in the machine that knows its owner,
 * and a browser that does not rule key derivation out. Whether the authenticator derives keys shows only when it is asked.
 */
export async function passkeysPossible(): Promise<boolean> {
  if (typeof PublicKeyCredential === 'undefined' || /^[\d.]+$|:/.test(location.hostname)) return false;
  const [own, abilities] = await Promise.all([
    PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable(),
    PublicKeyCredential.getClientCapabilities?.().catch(() => undefined),
  ]);
  return own && abilities?.['extension:prf'] !== false;
}

/**
 * [KEY-31] Makes a passkey in this machine's own authenticator, and asks it for its output. Needs no network: the relying party is the
 * page's host, and nobody checks the challenge. The user's id is random and their name the app's: it tells nothing of the cell.
 * @param name what the phone's list of passkeys shows
 * @throws PasskeyError
 */
export async function makePasskey(name: string): Promise<PasskeyOutput> {
  const salt = randomBytes(32);
  const made = await asked(() =>
    navigator.credentials?.create({
      publicKey: {
        challenge: randomBytes(32),
        rp: { id: location.hostname, name },
        user: { id: randomBytes(16), name, displayName: name },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { authenticatorAttachment: 'platform', residentKey: 'preferred', userVerification: 'required' },
        attestation: 'none',
        timeout: PATIENCE,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const credential = new Uint8Array(made.rawId);
  try {
    if (made.getClientExtensionResults().prf?.enabled === false) throw new PasskeyError('noPrf');
    // Many authenticators derive nothing while they make a passkey, and have to be asked once more.
    return { credential, salt, output: outputOf(made) ?? (await askPasskey(credential, salt)) };
  } catch (error) {
    dropPasskey(credential);
    throw error;
  }
}

/** Asks a passkey for its output. @throws PasskeyError; nothing is changed then */
export async function askPasskey(credential: Bytes, salt: Bytes, signal?: AbortSignal): Promise<Bytes> {
  const answer = await asked(() =>
    navigator.credentials?.get({
      publicKey: {
        challenge: randomBytes(32),
        rpId: location.hostname,
        allowCredentials: [{ type: 'public-key', id: credential, transports: ['internal'] }],
        userVerification: 'required',
        timeout: PATIENCE,
        extensions: { prf: { eval: { first: salt } } },
      },
      ...(signal && { signal }),
    }),
  );
  const output = outputOf(answer);
  if (!output) throw new PasskeyError('noPrf');
  return output;
}

/**
 * Lets the phone know that nobody needs this passkey any more, where it can be told; elsewhere it stays in the phone's list and opens
 * nothing. Nobody waits for it: a browser may take its time.
 */
export function dropPasskey(credential: Bytes): void {
  if (typeof PublicKeyCredential === 'undefined') return;
  const credentialId = toBase64(credential).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  PublicKeyCredential.signalUnknownCredential?.({ rpId: location.hostname, credentialId }).catch(() => undefined);
}
