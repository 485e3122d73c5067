/**
 * How much a passcode keeps out, said honestly. `short`: not taken · `guessable`: taken, but among the first that anybody tries ·
 * `pin`: keeps out a curious hand, not someone who has copied the phone's storage and lets a computer try ·
 * `phrase`: keeps out that one too.
 */
export type PasscodeStrength = 'short' | 'guessable' | 'pin' | 'phrase';

/** Fewest characters of a passcode. */
export const PASSCODE_MIN = 6;
/** From here on, and with enough different letters, a passcode is a phrase. */
const PHRASE_LENGTH = 14;
const PHRASE_DIFFERENT = 8;

/** [KEY-3] The strength of a passcode; blanks at the ends do not count. Length is what costs a computer time. */
export function passcodeStrength(passcode: string): PasscodeStrength {
  const letters = [...passcode.normalize('NFC').trim()];
  if (letters.length < PASSCODE_MIN) return 'short';
  const different = new Set(letters).size;
  if (different <= 2 || isRun(letters) || isBirthDate(letters.join(''))) return 'guessable';
  return letters.length >= PHRASE_LENGTH && different >= PHRASE_DIFFERENT ? 'phrase' : 'pin';
}

/** 123456, 987654, abcdef. */
function isRun(letters: readonly string[]): boolean {
  const steps = new Set(letters.slice(1).map((letter, index) => letter.codePointAt(0)! - letters[index]!.codePointAt(0)!));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** A birthday as eight or six digits is what someone who knows the owner tries first. */
function isBirthDate(text: string): boolean {
  const match = /^(\d{2})(\d{2})(?:19|20)?(\d{2})$/.exec(text);
  if (!match) return false;
  const day = Number(match[1]);
  const month = Number(match[2]);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
