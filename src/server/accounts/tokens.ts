import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { CODE_ALPHABET, foldCode } from '@/protocol';
import type { Secrets } from '../secrets';

/** A bearer token: 32 random bytes, base64url. Leaves the server once; kept only as its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** An id that the server gives. */
export const newId = (): string => randomUUID();
/** SHA-256 as hex: how tokens and attempts are kept. They are long and random, so no key is needed. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A fresh activation code, `XXXXX-XXXXX`: 50 random bits. */
export function newCode(): string {
  const letters = [...randomBytes(10)].map((byte) => CODE_ALPHABET[byte & 31]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** [ACT-3] How a typed code is kept and found again: folded, then HMAC-SHA256 with the server's secret, hex. */
export function codeMac(secrets: Secrets, kind: 'activation' | 'invite' | 'sheet' | 'admission' | 'recovery' | 'try', code: string): string {
  return createHmac('sha256', secrets.codeSecret).update(`${kind}:${foldCode(code)}`).digest('hex');
}
