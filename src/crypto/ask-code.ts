import { CODE_ALPHABET, foldCode } from '@/protocol/code';
import { CHECK, checkOf, fromBase32, toBase32 } from './base32';
import { fromBase64, utf8, type Bytes } from './bytes';
import type { DeriveKey } from './kdf';
import { newKeyPair, type StoredKeyPair } from './key-pair';

/**
 * [ADMIT-1] What a blank device shows to be let in without a network: its public key and nothing else. 52 letters carry the x of the
 * point (256 bits) and a version, 4 check them, in fourteen groups of four. The y is always the even one, so that it need not be said.
 */
const VERSION = 1;
const DATA = 52;
const LENGTH = DATA + CHECK;
const COORDINATE = 32;

/** How many groups an ask has, and how long each is. */
export const ASK_GROUPS = { count: LENGTH / 4, length: 4 } as const;

/** What is wrong with a typed ask. `newer`: made by a later version of this app; `typo`: the last group does not fit the others. */
export type AskProblem = 'empty' | 'accents' | 'letter' | 'length' | 'newer' | 'typo';

/** P-256, as in FIPS 186-4. */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let [square, rest] = [base % P, exponent]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
const bytesOf = (number: bigint): Bytes => Uint8Array.from({ length: COORDINATE }, (_, at) => Number((number >> BigInt(8 * (COORDINATE - 1 - at))) & 255n));

/** The point of the curve over x whose y is even, uncompressed; null where the curve has none. Nothing here is secret. */
function pointOver(x: Bytes): Bytes | null {
  const value = numberOf(x);
  const square = (power(value, 3n) + 3n * (P - value) + B) % P;
  // P is 3 modulo 4: this is the root, if there is one.
  const root = power(square, (P + 1n) / 4n);
  if (value >= P || (root * root) % P !== square) return null;
  const point = new Uint8Array(1 + 2 * COORDINATE);
  point[0] = 4;
  point.set(x, 1);
  point.set(bytesOf(root & 1n ? P - root : root), 1 + COORDINATE);
  return point;
}

/** A new key pair whose public half can be written as an ask. */
export async function newAskPair(): Promise<StoredKeyPair> {
  for (;;) {
    const pair = await newKeyPair();
    if ((fromBase64(pair.publicKey).at(-1)! & 1) === 0) return pair;
  }
}

/** Groups of four, as far as something has been typed; what is no letter or digit is dropped, O read as 0, I and L as 1. */
export function groupAsk(typed: string): string {
  return foldCode(typed.replace(/[^\p{L}\p{M}\d]/gu, ''))
    .slice(0, LENGTH)
    .replace(/(.{4})(?=.)/gu, '$1-');
}

/** Writes a public key (65 bytes, y even) as an ask. */
export function writeAsk(publicKey: Bytes): string {
  const bytes = new Uint8Array(COORDINATE + 1);
  bytes.set(publicKey.subarray(1, 1 + COORDINATE));
  bytes[COORDINATE] = VERSION << 4;
  const data = toBase32(bytes).slice(0, DATA);
  return groupAsk(data + checkOf(data));
}

/** What is wrong with an ask; null when it is whole and right. */
export function askProblem(typed: string): AskProblem | null {
  const folded = foldCode(typed);
  if (folded === '') return 'empty';
  if (/[^\x20-\x7e]/.test(folded)) return 'accents';
  if ([...folded].some((letter) => !CODE_ALPHABET.includes(letter))) return 'letter';
  if (folded.length !== LENGTH) return 'length';
  if (checkOf(folded.slice(0, DATA)) !== folded.slice(DATA)) return 'typo';
  if (fromBase32(`${folded.slice(0, DATA)}0`)[COORDINATE] !== VERSION << 4) return 'newer';
  return pointOfAsk(folded) ? null : 'typo';
}

const pointOfAsk = (folded: string): Bytes | null => pointOver(fromBase32(folded.slice(0, DATA)));

/** The public key of an ask, uncompressed, 65 bytes; null where it has a problem. */
export const readAsk = (typed: string): Bytes | null => (askProblem(typed) === null ? pointOfAsk(foldCode(typed)) : null);

/** What is compared: the key that asks, the sealed answer to it, or a committee's spare key. */
export type Compared = 'ask' | 'grant' | 'escrow';

/**
 * [ADMIT-2] Eight letters (40 bits) that both screens show and a person compares. Each try at another key with the same letters costs an
 * Argon2id, so that nobody finds one while two phones lie side by side, nor in years.
 */
export async function compareCode(what: Compared, bytes: Bytes, derive: DeriveKey): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const slow = await derive(toBase32(digest), { kdf: 'argon2id', memory: 32 * 1024, passes: 3, salt: utf8(`so-chi-bo.compare.${what}`) });
  return toBase32(slow.subarray(0, 5)).replace(/^(.{4})/, '$1-');
}
