import type { Cell } from './cell';
import { foldText } from './text';

/*
 * Markings of state secrets. Luật 117/2025/QH15, Điều 5 khoản 2, forbids keeping such documents on a device with a network: no file that bears
 * one comes into the book. Source: facts.md §5 point 1 [V2] S37. How a marking is told from a word that contains "mật" is a decision of ours.
 */

/** The three markings, the lowest first. */
export const MARKINGS = ['secret', 'highlySecret', 'topSecret'] as const;
/** MẬT, TỐI MẬT, TUYỆT MẬT. */
export type Marking = (typeof MARKINGS)[number];

/** The stamps, without spaces, as they are written: with tone marks, and in the two old encodings that PDF files from before Unicode have. */
const STAMPS: ReadonlyMap<string, Marking> = new Map<string, Marking>([
  ['MẬT', 'secret'], ['TỐIMẬT', 'highlySecret'], ['TUYỆTMẬT', 'topSecret'],
  ['TOIMAT', 'highlySecret'], ['TUYETMAT', 'topSecret'],
  ['mËt', 'secret'], ['tèimËt', 'highlySecret'], ['tuyÖtmËt', 'topSecret'],
  ['MAÄT', 'secret'], ['TOÁIMAÄT', 'highlySecret'], ['TUYEÄTMAÄT', 'topSecret'],
]);
/** What comes before or after "mật" in a word of two syllables, folded: there it is no marking. "giải mật" is the opposite of one. */
const BEFORE = new Set('bi bao co than tri giai khong lo lot nghiem can chu tuong ngot ong hoa tui soi gan duong nuoc ran tru tham duoc do'.split(' '));
const AFTER = new Set('khau do danh ong ma thu ngu lenh uoc vu tham phuc dam bao ke hoa mia gau tong thiet nghi chi nguyet lich son'.split(' '));

const nfc = (text: string): string => text.normalize('NFC');
/** True for a word written without tone marks or with just these. */
const reads = (word: string | undefined, marked: string): boolean => word === marked || word === foldText(marked);

/** A stamp that a line is, and nothing else: frames, brackets and spaces between its letters do not matter. */
function stampOf(line: string): Marking | null {
  const labelled = /^[^\p{L}]*độ\s+mật\s*:\s*(.+)$/iu.exec(line)?.[1];
  return STAMPS.get((labelled?.toUpperCase() ?? line).replace(/[^\p{L}\p{N}]/gu, '')) ?? null;
}

const highest = (found: readonly (Marking | null)[]): Marking | null => [...MARKINGS].reverse().find((marking) => found.includes(marking)) ?? null;

/**
 * [FILE-1] The marking that a page bears: MẬT, TỐI MẬT or TUYỆT MẬT in capitals, alone in a line or after "Độ mật:". Columns side by side, with a tab or
 * two spaces between, are lines of their own. A sentence about secrecy is none, nor a heading broken after BÍ or BẢO. Null where there is no marking.
 */
export function markingInText(text: string): Marking | null {
  const lines = nfc(text).replace(/(?<!\p{L})(BÍ|BẢO)\s+MẬT(?!\p{L})/gu, '').split(/\r\n?|\n/);
  return highest(lines.flatMap((line) => [spacedStamp(line), ...line.split(/\t|\f| {2,}/).map((part) => (part.length > 60 ? null : stampOf(part)))]));
}

/** A line of single letters, spaced out as old typists did: "T Ố I   M Ậ T". */
const spacedStamp = (line: string): Marking | null => (/^\s*(?:\p{L}\s+){2,12}\p{L}\s*$/u.test(line) ? stampOf(line) : null);

/** Mật Sơn is a place and mật chỉ a word; but MẬT before Sơn La, Sơn Tây or CHI BỘ is a marking. */
const goesOn = (next = '', then = ''): boolean => AFTER.has(foldText(next)) && next !== 'CHI' && !/^son (la|tay)$/.test(foldText(`${next} ${then}`));
/** Words of "mật" in capitals that are no part of another word (BÍ MẬT, MẬT KHẨU). */
const inCapitals = (words: readonly string[]): boolean => words.some((word, at) => word === 'MẬT' && !BEFORE.has(foldText(words[at - 1] ?? '')) && !goesOn(words[at + 1], words[at + 2]));
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Names that a cell's texts hold as a matter of course: its own, its superior's, its places, its members'. */
export interface OwnNames {
  readonly cell?: Pick<Cell, 'name' | 'superior' | 'placeName' | 'meetingPlace'>;
  readonly roster?: readonly { readonly name: string }[];
}

/** The names in which "mật" is a syllable, as words in capitals; a body's also without "chi bộ". A single word is none, nor a stamp: it would hide a marking. */
function namesWithMat({ cell, roster = [] }: OwnNames): (readonly string[])[] {
  const bodies = cell ? [cell.name, cell.superior, cell.placeName, cell.meetingPlace] : [];
  return [...bodies, ...bodies.map((name) => nfc(name).replace(/^\s*(chi|đảng)\s+(bộ|ủy)\s+/iu, '')), ...roster.map(({ name }) => name)]
    .map((name) => wordsOf(nfc(name).toUpperCase()))
    .filter((words) => words.length > 1 && words.includes('MẬT') && !STAMPS.has(words.join('')));
}

/**
 * Whether a text that is about to leave has MẬT in capitals anywhere: stricter than {@link markingInText}, for nothing is lost where it stays. What
 * is part of one of the cell's own names, written whole, is none.
 */
export function speaksOfMarking(text: string, own: OwnNames = {}): boolean {
  const names = namesWithMat(own).sort((a, b) => b.length - a.length);
  // A nought in its place keeps what stood on both sides apart.
  const rest = names.reduce((left, name) => left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${name.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'giu'), ' 0 '), nfc(text));
  return markingInText(rest) !== null || inCapitals(wordsOf(rest));
}

/**
 * [FILE-2] The marking in a file's name. "tối mật" and "tuyệt mật" count in any case, without tone marks and with any sign between; "MẬT" in
 * capitals where it is no part of another word (BÍ MẬT, MẬT KHẨU), or alone, or in brackets. Plain "mat" is too common a word to tell, unless it is
 * all there is. Null where there is no marking.
 */
export function markingInName(name: string): Marking | null {
  const whole = nfc(name).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const words = wordsOf(whole);
  const small = words.map((word) => word.toLowerCase());
  const alone = [...(words.length === 1 ? words : []), ...[...whole.matchAll(/[[({]\s*(\p{L}+)\s*[\])}]/gu)].map(([, word]) => word ?? '')];
  return highest([
    ...small.map((word, at): Marking | null => {
      const next = small[at + 1];
      if (foldText(small[at - 1] ?? '') === 'giai') return null;
      if ((reads(word, 'tuyệt') && reads(next, 'mật')) || reads(word, 'tuyệtmật')) return 'topSecret';
      return (reads(word, 'tối') && reads(next, 'mật')) || reads(word, 'tốimật') ? 'highlySecret' : null;
    }),
    inCapitals(words) ? 'secret' : null,
    ...alone.map((word): Marking | null => (word.toLowerCase() === 'mật' || word === 'MAT' ? 'secret' : null)),
  ]);
}

/** Why a file stays outside, as far as secrecy goes. */
export type SecretRefusal =
  | { readonly why: 'name' | 'text'; readonly marking: Marking }
  /** The person said that it bears a marking. */
  | { readonly why: 'answer' };

/** What is known of a file before it comes in. */
export interface Looked {
  readonly name: string;
  /** What stands on its first page; empty where it cannot be read: a photo, a scan. */
  readonly text: string;
  /** The person's answer to whether it bears a marking; null before they have answered. */
  readonly marked: boolean | null;
}

/**
 * [FILE-3] Whether a file may come in: refused by its name, by its first page, or by the person's own answer, in this order, and none of them can be
 * waved aside. Every file is asked about, for a photo's stamp is not read by any program here. `'ask'` until the person has answered.
 */
export function mayKeep({ name, text, marked }: Looked): 'keep' | 'ask' | SecretRefusal {
  const byName = markingInName(name);
  if (byName) return { why: 'name', marking: byName };
  const byText = markingInText(text);
  if (byText) return { why: 'text', marking: byText };
  return marked === null ? 'ask' : marked ? { why: 'answer' } : 'keep';
}
