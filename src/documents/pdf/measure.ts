import type { Layout } from '../form/layout';

/** Millimetres in points, the unit of PDF. */
export const points = (mm: number): number => (mm * 72) / 25.4;

/** Height of a line of the faces in units of its size, as the PDF library counts it: ascent and descent, no gap. */
const FACE = 0.891 + 0.216;
/** The same as word processors count it, with the gap. */
const SINGLE = FACE + 0.042;

/** The library's factor for a line of its own height, as capitals with two marks need it. */
export const OWN = SINGLE / FACE;
/** The library's factor for lines of exactly so many points. */
export const exactly = (lineExact: number, size: number): number => lineExact / (size * FACE);

/** Paper and margins of the text in points: left, top, right, bottom. */
export const marginsOf = ({ page }: Layout): [number, number, number, number] => [points(page.left), points(page.top), points(page.right), points(page.bottom)];

/** A word that the library would take apart at its hyphen or slash, and pull its halves asunder where it justifies: "42-HD/BTCTW". */
const TIED = /^\S*[^\s-][-–/][^\s-]\S*$/u;
/** Letters of a word that surely fits on a line; a longer one the library would write over the edge of the paper. */
const MOST_LETTERS = 40;

/** A piece of a text, and how it may be broken. */
interface Piece {
  readonly text: string;
  readonly noWrap?: true;
  readonly wordBreak?: 'break-all';
}

/** A text in pieces: what is tied stays whole, and a word too long for a line breaks anywhere. `most`: letters that fit. */
export function tied(text: string, most = MOST_LETTERS): Piece[] {
  const out: Piece[] = [];
  let plain = '';
  for (const word of text.split(/(?<=[ \n])/)) {
    const bare = word.trim();
    if (bare.length <= most && !TIED.test(bare)) {
      plain += word;
      continue;
    }
    if (plain !== '') out.push({ text: plain });
    plain = '';
    out.push(bare.length > most ? { text: word, wordBreak: 'break-all' } : { text: word, noWrap: true });
  }
  return plain === '' && out.length > 0 ? out : [...out, { text: plain }];
}
