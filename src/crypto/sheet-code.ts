import { CODE_ALPHABET, foldCode } from '@/protocol/code';
import type { Bytes } from './bytes';

/**
 * The typed form of a recovery sheet: 28 letters and digits that carry a version and 128 random bits, then 4 that check them, in eight
 * groups of four. The check is the remainder by the largest prime under 2^20: one wrong character, or two neighbours exchanged, never pass.
 */
const VERSION = 1;
const SECRET = 16;
const DATA = 28;
const CHECK = 4;
const PRIME = 1_048_573;

/** How many groups a sheet has, and how long each is. */
export const SHEET_GROUPS = { count: (DATA + CHECK) / 4, length: 4 } as const;

/** Letters and digits of a whole sheet, hyphens not counted. */
export const SHEET_LENGTH = DATA + CHECK;

/** What is wrong with a typed sheet. `newer`: made by a later version of this app; `typo`: the last group does not fit the others. */
export type SheetProblem = 'empty' | 'accents' | 'letter' | 'length' | 'newer' | 'typo';

function encode(bytes: Bytes): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) text += CODE_ALPHABET[(held >> (bits -= 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + CODE_ALPHABET[(held << (5 - bits)) & 31] : text;
}

function decode(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    held = (held << 5) | CODE_ALPHABET.indexOf(letter);
    bits += 5;
    if (bits >= 8) bytes[at++] = (held >> (bits -= 8)) & 255;
    held &= (1 << bits) - 1;
  }
  return bytes;
}

function checkOf(data: string): string {
  let rest = 0;
  for (const letter of data) rest = (rest * 32 + CODE_ALPHABET.indexOf(letter)) % PRIME;
  return [15, 10, 5, 0].map((shift) => CODE_ALPHABET[(rest >> shift) & 31]).join('');
}

/** Groups of four, as far as something has been typed; what is no letter or digit is dropped, O read as 0, I and L as 1. */
export function groupSheet(typed: string): string {
  return foldCode(typed.replace(/[^\p{L}\p{M}\d]/gu, ''))
    .slice(0, SHEET_LENGTH)
    .replace(/(.{4})(?=.)/gu, '$1-');
}

/** The sheet of 16 secret bytes, in its groups. */
export function writeSheet(secret: Bytes): string {
  if (secret.length !== SECRET) throw new RangeError('a sheet holds 16 bytes');
  const bytes = new Uint8Array(1 + SECRET);
  bytes[0] = VERSION;
  bytes.set(secret, 1);
  const data = encode(bytes);
  return groupSheet(data + checkOf(data));
}

/** What is wrong with a sheet before anybody is asked; null when it is whole and right. */
export function sheetProblem(typed: string): SheetProblem | null {
  const folded = foldCode(typed);
  if (folded === '') return 'empty';
  if (/[^\x20-\x7e]/.test(folded)) return 'accents';
  if ([...folded].some((letter) => !CODE_ALPHABET.includes(letter))) return 'letter';
  if (folded.length !== SHEET_LENGTH) return 'length';
  if (checkOf(folded.slice(0, DATA)) !== folded.slice(DATA)) return 'typo';
  return decode(folded.slice(0, DATA))[0] === VERSION ? null : 'newer';
}
