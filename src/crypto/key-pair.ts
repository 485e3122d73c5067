import { fromBase64, toBase64, type Bytes } from './bytes';
import { EnvelopeError, importKey, open, seal } from './envelope';

/**
 * Sealing for somebody by their public key: an ephemeral ECDH P-256 key, HKDF-SHA-256, then the one envelope. Version 1:
 * `[0]` version = 1 · `[1]` algorithm (2 = this) · `[2..9]` id of the recipient's key · `[10..74]` ephemeral public key · then an
 * envelope under the derived key. Both public keys salt the derivation, so that neither can be exchanged.
 * Anybody can seal to a public key: who sealed must be proved by what is inside (see `keyring.ts`).
 */
const VERSION = 1;
const ECDH_P256 = 2;
const HEADER = 10;
const POINT = 65;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const INFO = new TextEncoder().encode('so-chi-bo.seal-to.1');

/** A device's key pair, ready for use. The private half cannot be read back out. */
export interface KeyPair {
  /** Uncompressed point, 65 bytes. */
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

/** A key pair as it is kept, inside something sealed. Base64. */
export interface StoredKeyPair {
  /** The uncompressed point, 65 bytes. */
  readonly publicKey: string;
  /** PKCS #8. */
  readonly privateKey: string;
}

/** Makes a key pair in the form in which it is kept. */
export async function newKeyPair(): Promise<StoredKeyPair> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const [point, pkcs8] = await Promise.all([crypto.subtle.exportKey('raw', pair.publicKey), crypto.subtle.exportKey('pkcs8', pair.privateKey)]);
  return { publicKey: toBase64(new Uint8Array(point)), privateKey: toBase64(new Uint8Array(pkcs8)) };
}

/** Readies a stored key pair. @throws EnvelopeError `damaged` when it is none */
export async function openKeyPair({ publicKey, privateKey }: StoredKeyPair): Promise<KeyPair> {
  try {
    const pkcs8 = fromBase64(privateKey);
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['deriveBits']);
    pkcs8.fill(0);
    return { publicKey: fromBase64(publicKey), privateKey: key };
  } catch {
    throw new EnvelopeError('damaged');
  }
}

async function idOf(publicKey: Bytes): Promise<Bytes> {
  return new Uint8Array((await crypto.subtle.digest('SHA-256', publicKey)).slice(0, 8));
}

function importPoint(point: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', point, CURVE, false, []);
}

async function derive(privateKey: CryptoKey, publicKey: CryptoKey, ephemeral: Bytes, recipient: Bytes): Promise<ReturnType<typeof importKey>> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const salt = new Uint8Array(2 * POINT);
  salt.set(ephemeral);
  salt.set(recipient, POINT);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  return importKey(new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: INFO }, material, 256)));
}

/** Seals bytes so that only the holder of the private half can open them. @throws EnvelopeError `damaged` when `publicKey` is no point of the curve */
export async function sealTo(publicKey: Bytes, plain: Bytes, context: string): Promise<Bytes> {
  const recipient = await importPoint(publicKey).catch(() => {
    throw new EnvelopeError('damaged');
  });
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const inner = await seal(await derive(pair.privateKey, recipient, ephemeral, publicKey), plain, context);
  const box = new Uint8Array(HEADER + POINT + inner.length);
  box[0] = VERSION;
  box[1] = ECDH_P256;
  box.set(await idOf(publicKey), 2);
  box.set(ephemeral, HEADER);
  box.set(inner, HEADER + POINT);
  return box;
}

/** Opens what {@link sealTo} sealed. @throws EnvelopeError */
export async function openSealed(pair: KeyPair, box: Uint8Array, context: string): Promise<Bytes> {
  if (box.length < HEADER + POINT) throw new EnvelopeError('damaged');
  if (box[0] !== VERSION || box[1] !== ECDH_P256) throw new EnvelopeError('newer');
  const id = await idOf(pair.publicKey);
  if (id.some((byte, at) => box[2 + at] !== byte)) throw new EnvelopeError('otherKey');
  const ephemeral = box.slice(HEADER, HEADER + POINT) as Bytes;
  try {
    const key = await derive(pair.privateKey, await importPoint(ephemeral), ephemeral, pair.publicKey);
    return await open(key, box.slice(HEADER + POINT), context);
  } catch (error) {
    if (error instanceof EnvelopeError && error.reason === 'newer') throw error;
    throw new EnvelopeError('damaged');
  }
}
