import { toBase64, utf8, type Bytes } from './bytes';
import { EnvelopeError, importKey, open, seal, type SealingKey } from './envelope';

/** What a passkey gave: 32 bytes that only it can make of its salt. To be zeroed once used. */
export interface PasskeyOutput {
  /** The credential's id. */
  readonly credential: Bytes;
  /** 32 random bytes that the passkey was asked with. */
  readonly salt: Bytes;
  readonly output: Bytes;
}

/**
 * [KEY-30] The data key once more, wrapped by a key that comes out of a passkey (WebAuthn's PRF extension). Kept on this device only:
 * in no backup, on no server. The id and the salt open nothing without the authenticator, which asks for a finger, a face or the phone's code.
 */
export interface PasskeyWrap {
  readonly v: 1;
  readonly credential: Bytes;
  readonly salt: Bytes;
  readonly box: Bytes;
}

const INFO = utf8('so-chi-bo.passkey.1');

/** HKDF-SHA-256 without salt: what comes in is random already, and belongs to this use by the salt that the passkey was asked with. */
async function passkeyKey(output: Bytes): Promise<SealingKey> {
  const material = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: INFO }, material, 256);
  return importKey(new Uint8Array(bits));
}

const context = (credential: Bytes): string => `device-key.passkey.${toBase64(credential)}`;

/** Wraps the data key for a passkey. */
export async function wrapForPasskey(raw: Bytes, { credential, salt, output }: PasskeyOutput): Promise<PasskeyWrap> {
  return { v: 1, credential, salt, box: await seal(await passkeyKey(output), raw, context(credential)) };
}

/** Opens the data key; null when the passkey's answer is not the one that it was wrapped by. @throws EnvelopeError when the wrap is damaged or of a later version. */
export async function openByPasskey(wrap: PasskeyWrap, output: Bytes): Promise<SealingKey | null> {
  if (wrap.v !== 1) throw new EnvelopeError('newer');
  try {
    const raw = await open(await passkeyKey(output), wrap.box, context(wrap.credential));
    const key = await importKey(raw);
    raw.fill(0);
    return key;
  } catch (error) {
    if (error instanceof EnvelopeError && error.reason === 'otherKey') return null;
    throw error;
  }
}
