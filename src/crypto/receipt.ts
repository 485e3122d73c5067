import { canonicalJson, type Json } from '@/domain';
import { fromBase64, utf8 } from './bytes';

/**
 * Checks a server's Ed25519 signature over the canonical JSON of a value.
 * @returns true or false; null where the browser has no Ed25519 (the receipt is kept, and said to be unchecked).
 */
export async function verifySignature(value: Json, signature: string, publicKey: string): Promise<boolean | null> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', fromBase64(publicKey), { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    return false;
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, fromBase64(signature), utf8(canonicalJson(value)));
}
