import { deriveInWorker, fromBase64, type DeriveKey, type StoredKeyPair } from '@/crypto';
import { compareCode, newAskPair, readAsk, writeAsk } from '@/crypto/ask-code';

/** What a blank device shows, and what it keeps to itself meanwhile. Kept in memory only: there is no passcode yet to seal it under. */
export interface Ask {
  /** Fourteen groups of four, for a QR code or to be typed. Nothing in it is secret. */
  readonly text: string;
  /** What both screens show. */
  readonly code: string;
  readonly pair: StoredKeyPair;
}

/** [ADMIT-1] Makes the key pair of a device that wants to be let in. */
export async function newAsk(derive: DeriveKey = deriveInWorker): Promise<Ask> {
  const pair = await newAskPair();
  const publicKey = fromBase64(pair.publicKey);
  return { text: writeAsk(publicKey), code: await compareCode('ask', publicKey, derive), pair };
}

/** [ADMIT-2] The letters that the new device must show beside this ask; null for an ask that is not right. */
export async function codeOfAsk(text: string, derive: DeriveKey = deriveInWorker): Promise<string | null> {
  const publicKey = readAsk(text);
  return publicKey && compareCode('ask', publicKey, derive);
}
