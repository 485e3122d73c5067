/**
 * How much a passcode keeps out, said honestly. `short`: not taken · `guessable`: taken, but among the first that anybody tries ·
 * `pin`: keeps out a curious hand, not someone who has copied the phone's storage and lets a computer try ({@link guessTime} says how
 * long) · `phrase`: keeps out that one too.
 */
export type PasscodeStrength = 'short' | 'guessable' | 'pin' | 'phrase';

/** How long a computer needs, to the nearest word. From `century` on a passcode is a phrase. */
export type GuessTime = 'minute' | 'hour' | 'day' | 'month' | 'year' | 'lifetime' | 'century';

/** Fewest characters of a passcode. */
export const PASSCODE_MIN = 6;

/**
 * Guesses a second, with a copy of the phone's storage: three of today's strong graphics cards. Argon2id is bound by what memory can
 * move: 32 MiB and 3 passes are 8 times 32 MiB a guess, a card moves about 960 GB a second. Who has more cards takes less time.
 */
export const GUESSES_A_SECOND = 10_000;

const DAY = 86_400;
/** The longest time that still goes by a word, seconds. */
const WORDS: readonly (readonly [GuessTime, number])[] = [
  ['minute', 3600],
  ['hour', DAY],
  ['day', 31 * DAY],
  ['month', 365 * DAY],
  ['year', 10 * 365 * DAY],
  ['lifetime', 100 * 365 * DAY],
];

const clean = (passcode: string): string[] => [...passcode.normalize('NFC').trim()];

/** [KEY-3] The strength of a passcode; blanks at the ends do not count. What counts is how many tries it stands. */
export function passcodeStrength(passcode: string): PasscodeStrength {
  const letters = clean(passcode);
  if (letters.length < PASSCODE_MIN) return 'short';
  if (new Set(letters).size <= 2 || isRun(letters) || isBirthDate(letters.join(''))) return 'guessable';
  return guessTime(passcode) === 'century' ? 'phrase' : 'pin';
}

/**
 * [KEY-3] The time in which someone with a copy of the phone's storage has tried all passcodes of this kind. Counted to the owner's
 * disadvantage: a word is one of the five hundred that people choose, not a row of random letters.
 */
export function guessTime(passcode: string): GuessTime {
  const seconds = 2 ** guessBits(clean(passcode).join('').toLowerCase()) / GUESSES_A_SECOND;
  return WORDS.find(([, most]) => seconds < most)?.[0] ?? 'century';
}

const WORD_BITS = 9;
/** Letters of a syllable, on average; a longer run of letters is several. */
const SYLLABLE = 4;
const LETTER_BITS = Math.log2(26);
const DIGIT_BITS = Math.log2(10);
const SIGN_BITS = 3;

/** Bits of a passcode by its different runs of letters, digits and signs; what is repeated counts once. */
function guessBits(text: string): number {
  const runs = new Set(text.match(/\p{L}+|\d+|[^\p{L}\d\s]+/gu) ?? []);
  let bits = 0;
  for (const run of runs) {
    const length = Math.min([...run].length, 2 * new Set(run).size);
    if (/\d/.test(run)) bits += length * DIGIT_BITS;
    else if (/\p{L}/u.test(run)) bits += Math.min(length * LETTER_BITS, Math.ceil(length / SYLLABLE) * WORD_BITS);
    else bits += length * SIGN_BITS;
  }
  return bits;
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
