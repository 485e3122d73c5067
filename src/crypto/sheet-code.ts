import { CODE_ALPHABET, foldCode } from '@/protocol/code';
import { CHECK, checkOf, fromBase32, toBase32 } from './base32';
import type { Bytes } from './bytes';

/**
 * The typed form of a recovery sheet: 28 letters and digits that carry a version and 128 random bits, then 4 that check them, in eight
 * groups of four. One wrong character, or two neighbours exchanged, never pass the check.
 */
const VERSION = 1;
const SECRET = 16;
const DATA = 28;

/** How many groups a sheet has, and how long each is. */
export const SHEET_GROUPS = { count: (DATA + CHECK) / 4, length: 4 } as const;

/** Letters and digits of a whole sheet, hyphens not counted. */
export const SHEET_LENGTH = DATA + CHECK;

/** What is wrong with a typed sheet. `newer`: made by a later version of this app; `typo`: the last group does not fit the others. */
export type SheetProblem = 'empty' | 'accents' | 'letter' | 'length' | 'newer' | 'typo';

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
  const data = toBase32(bytes);
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
  return fromBase32(folded.slice(0, DATA))[0] === VERSION ? null : 'newer';
}
