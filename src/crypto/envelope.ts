import { randomBytes, toHex, utf8, type Bytes } from './bytes';

/**
 * The one sealed form, version 1:
 * `[0]` version = 1 · `[1]` algorithm (1 = AES-256-GCM) · `[2..9]` key id · `[10..21]` nonce · then ciphertext and tag.
 * Version, algorithm and key id are bound as associated data together with what the box is for (`context`),
 * so that a box cannot be put in another's place.
 */
const VERSION = 1;
const AES_256_GCM = 1;
const HEADER = 10;
const NONCE = 12;

/** A key and the id that boxes carry. The id is the first 8 bytes of SHA-256 over the raw key: it names, and tells nothing. */
export interface SealingKey {
  readonly key: CryptoKey;
  readonly id: Bytes;
}

/** Why a box does not open. `newer`: sealed by a later version; `otherKey`: not this key; `damaged`: altered, cut short or moved. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
  constructor(readonly reason: 'newer' | 'otherKey' | 'damaged') {
    super(reason);
  }
}

function associated(header: Uint8Array, context: string): Bytes {
  const text = utf8(context);
  const all = new Uint8Array(header.length + text.length);
  all.set(header);
  all.set(text, header.length);
  return all;
}

/** Makes a sealing key from 32 raw bytes. The key cannot be read back out. */
export async function importKey(raw: Bytes): Promise<SealingKey> {
  const [key, digest] = await Promise.all([
    crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.digest('SHA-256', raw),
  ]);
  return { key, id: new Uint8Array(digest.slice(0, 8)) };
}

function requireBox(box: Uint8Array): void {
  if (box.length < HEADER + NONCE + 16) throw new EnvelopeError('damaged');
  if (box[0] !== VERSION || box[1] !== AES_256_GCM) throw new EnvelopeError('newer');
}

/** The id of the key that a box names, in hex. @throws EnvelopeError `newer` or `damaged` when it is no box of this version */
export function boxKeyId(box: Uint8Array): string {
  requireBox(box);
  return toHex(box.subarray(2, HEADER));
}

/** Seals bytes for a context (where the box belongs). */
export async function seal(key: SealingKey, plain: Bytes, context: string): Promise<Bytes> {
  const nonce = randomBytes(NONCE);
  const header = new Uint8Array(HEADER);
  header[0] = VERSION;
  header[1] = AES_256_GCM;
  header.set(key.id, 2);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: associated(header, context) }, key.key, plain);
  const box = new Uint8Array(HEADER + NONCE + sealed.byteLength);
  box.set(header);
  box.set(nonce, HEADER);
  box.set(new Uint8Array(sealed), HEADER + NONCE);
  return box;
}

/** Opens a box. @throws EnvelopeError */
export async function open(key: SealingKey, box: Uint8Array, context: string): Promise<Bytes> {
  requireBox(box);
  for (let at = 0; at < 8; at += 1) if (box[2 + at] !== key.id[at]) throw new EnvelopeError('otherKey');
  const header = box.slice(0, HEADER);
  const iv = box.slice(HEADER, HEADER + NONCE);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: associated(header, context) },
      key.key,
      box.slice(HEADER + NONCE),
    );
    return new Uint8Array(plain);
  } catch {
    throw new EnvelopeError('damaged');
  }
}
