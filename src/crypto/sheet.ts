import { foldCode } from '@/protocol/code';
import { fromBase64, fromUtf8, randomBytes, toBase64, toHex, utf8, type Bytes } from './bytes';
import { EnvelopeError, importKey, open, seal, type SealingKey } from './envelope';
import type { DeriveKey } from './kdf';
import type { StoredKeyPair } from './key-pair';
import { ringFromBytes, ringToBytes, type StoredRing } from './keyring';
import { writeSheet } from './sheet-code';

/** What a recovery sheet opens: the key pair that later epochs are sealed to, and the ring as it was when the sheet was made. */
export interface SheetContent {
  readonly cell: string;
  readonly pair: StoredKeyPair;
  readonly ring: StoredRing;
}

/** A new recovery sheet as typed groups: 128 random bits. */
export const newSheet = (): string => writeSheet(randomBytes(16));

/**
 * [KEY-8] What the server finds a sheet by: 128 bits of a hash over its secret, hex. It leads back to nothing, and opens nothing.
 */
export async function sheetLookup(sheet: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(`so-chi-bo.sheet.${foldCode(sheet)}`));
  return toHex(new Uint8Array(digest.slice(0, 16)));
}

/** Fixed for version 1 of the sheet: it is written nowhere, so that the paper alone opens what the server keeps. `memory` in KiB. */
const COST = { memory: 32 * 1024, passes: 3 } as const;

/** The key that a sheet's typed groups give; slow, by Argon2id. */
export async function sheetKey(sheet: string, lookup: string, derive: DeriveKey): Promise<SealingKey> {
  return importKey(await derive(foldCode(sheet), { kdf: 'argon2id', ...COST, salt: utf8(`so-chi-bo.sheet.${lookup}`) }));
}

const context = (lookup: string): string => `sheet.${lookup}`;

/** Seals what the sheet opens, for the server to keep. Base64. */
export async function sealForSheet(content: SheetContent, sheet: string, derive: DeriveKey): Promise<{ lookup: string; sealedKey: string }> {
  const lookup = await sheetLookup(sheet);
  const plain = utf8(JSON.stringify({ v: 1, cell: content.cell, pair: content.pair, ring: toBase64(ringToBytes(content.ring)) }));
  return { lookup, sealedKey: toBase64(await seal(await sheetKey(sheet, lookup, derive), plain, context(lookup))) };
}

/** Opens what {@link sealForSheet} sealed. @throws EnvelopeError */
export async function openBySheet(sealedKey: string, sheet: string, derive: DeriveKey): Promise<SheetContent> {
  const lookup = await sheetLookup(sheet);
  const plain: Bytes = await open(await sheetKey(sheet, lookup, derive), fromBase64(sealedKey), context(lookup));
  const content = JSON.parse(fromUtf8(plain)) as { v: number; cell: string; pair: StoredKeyPair; ring: string };
  if (content.v !== 1) throw new EnvelopeError('newer');
  return { cell: content.cell, pair: content.pair, ring: await ringFromBytes(fromBase64(content.ring)) };
}
