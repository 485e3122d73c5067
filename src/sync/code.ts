import { CODE_ALPHABET, foldCode } from '@/protocol/code';

/** Letters and digits of an activation code from the committee, and of a joining code from another device. */
const LENGTHS = { activation: 10, join: 20 } as const;

/**
 * [ACT-3] A code as it is being typed or pasted: capitals in groups of five, O read as 0, I and L as 1, everything that is not a
 * letter or digit dropped. No hyphen at the end, so that rubbing out works.
 */
export function groupCode(typed: string): string {
  const plain = foldCode(typed.replace(/[^\p{L}\p{M}\d]/gu, '')).slice(0, LENGTHS.join);
  return plain.replace(/(.{5})(?=.)/gu, '$1-');
}

/** The kind of code, told by its length; null when it is neither. */
export function codeKind(code: string): 'activation' | 'join' | null {
  const length = foldCode(code).length;
  return length === LENGTHS.activation ? 'activation' : length === LENGTHS.join ? 'join' : null;
}

/**
 * What is wrong with a code before anybody is asked. `accents`: the keyboard writes Vietnamese tone marks and has eaten letters ·
 * `letter`: a letter that no code has · `length`: neither of the two kinds.
 */
export function codeProblem(code: string): 'empty' | 'accents' | 'letter' | 'length' | null {
  const folded = foldCode(code);
  if (folded === '') return 'empty';
  if (/[^\x20-\x7e]/.test(folded)) return 'accents';
  if ([...folded].some((letter) => !CODE_ALPHABET.includes(letter))) return 'letter';
  return codeKind(folded) ? null : 'length';
}
