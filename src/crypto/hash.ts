import { canonicalJson, idFromBytes, type Json } from '@/domain';
import { randomBytes, toHex, utf8 } from './bytes';

/** [DOC-1] SHA-256 over the canonical JSON of a value, as hex. */
export async function hashJson(value: Json): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(canonicalJson(value)))));
}

/** A new random id (20 characters, 100 bits). */
export const newId = (): string => idFromBytes(randomBytes(20));
