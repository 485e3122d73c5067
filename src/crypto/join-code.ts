import { foldCode } from '@/protocol/code';
import { CODE_ALPHABET } from '@/protocol/code';
import { fromBase64, randomBytes, toBase64, utf8 } from './bytes';
import { EnvelopeError, importKey, open, seal } from './envelope';
import type { DeriveKey } from './kdf';
import { ringFromBytes, ringToBytes, type StoredRing } from './keyring';

/** Length of the part of a joining code that the server sees, and of the part that it never does. */
const LOOKUP = 8;
const SECRET = 12;

/** Splits a typed joining code; null when it has not the right length. */
export function splitJoinCode(code: string): { lookup: string; secret: string } | null {
  const folded = foldCode(code);
  return folded.length === LOOKUP + SECRET ? { lookup: folded.slice(0, LOOKUP), secret: folded.slice(LOOKUP) } : null;
}

/** A new joining code: 20 letters and digits in groups of five; 40 bits to find it by, 60 bits to open it with. */
export function newJoinCode(): string {
  const all = Array.from(randomBytes(LOOKUP + SECRET), (byte) => CODE_ALPHABET[byte & 31]).join('');
  return all.replace(/(.{5})(?=.)/g, '$1-');
}

// The lookup is the salt: it is random, used once, and known to both sides.
const inviteKey = async (lookup: string, secret: string, derive: DeriveKey) =>
  importKey(await derive(secret, { kdf: 'argon2id', memory: 32 * 1024, passes: 3, salt: utf8(`so-chi-bo.join.${lookup}`) }));

/** [JOIN-1] Seals the cell's ring under the joining code's secret part, for the server to hold for some minutes. Base64. */
export async function sealRing(ring: StoredRing, code: string, derive: DeriveKey): Promise<{ lookup: string; sealedKey: string }> {
  const parts = splitJoinCode(code);
  if (!parts) throw new RangeError('not a joining code');
  const key = await inviteKey(parts.lookup, parts.secret, derive);
  return { lookup: parts.lookup, sealedKey: toBase64(await seal(key, ringToBytes(ring), `join.${parts.lookup}`)) };
}

/** Opens what {@link sealRing} sealed, and the single key of earlier versions; null when the secret part is wrong. */
export async function openSealedRing(sealedKey: string, code: string, derive: DeriveKey): Promise<StoredRing | null> {
  const parts = splitJoinCode(code);
  if (!parts) return null;
  const key = await inviteKey(parts.lookup, parts.secret, derive);
  try {
    return await ringFromBytes(await open(key, fromBase64(sealedKey), `join.${parts.lookup}`));
  } catch (error) {
    if (error instanceof EnvelopeError) return null;
    throw error;
  }
}
