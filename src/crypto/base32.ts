import { CODE_ALPHABET } from '@/protocol/code';
import type { Bytes } from './bytes';

/** Check letters behind a typed code. */
export const CHECK = 4;
/** The largest prime under 2^20: one wrong letter, or two neighbours exchanged, never leave the remainder as it was. */
const PRIME = 1_048_573;

/** Bytes as letters of codes, five bits each; the last is filled with zeros. */
export function toBase32(bytes: Uint8Array): string {
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

/** Letters of a code (folded before) to the whole bytes that they hold. */
export function fromBase32(text: string): Bytes {
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

/** The letters that check the ones before them. */
export function checkOf(data: string): string {
  let rest = 0;
  for (const letter of data) rest = (rest * 32 + CODE_ALPHABET.indexOf(letter)) % PRIME;
  return [15, 10, 5, 0].map((shift) => CODE_ALPHABET[(rest >> shift) & 31]).join('');
}
