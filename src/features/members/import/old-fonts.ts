import table from './old-fonts.json';
import { isBlankRow, type Cell } from './sheet';

/**
 * Registers typed before Unicode use the TCVN3 code of the `.Vn…` fonts: "NguyÔn V¨n An". The letters stand in the
 * place of Western ones, so a text alone does not always tell; the sheet as a whole does.
 */
const unicodeOf = new Map<string, string>(Object.entries(table));

/** Signs that no Vietnamese text in Unicode has. */
const MARKERS = /[µ¸¶·¹¨»¾¼½Æ©ÇË®ÐÎÏÑª«¬\u00adÖ×ØÜÞßäåæçëïîñöøûüþ÷§¤¥¦]/;
/** Letters that only Unicode has: such a cell is right already. */
const MODERN = /[\u0100-\u01b0\u1ea0-\u1ef9]|\p{M}/u;

/** [IMP-20] Turns the cells of a sheet written in the old fonts into Unicode; any other sheet comes back as it was. */
export function decodeOldFonts(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const texts = rows.filter((row) => !isBlankRow(row)).flatMap((row) => row.filter((cell): cell is string => typeof cell === 'string'));
  const words = texts.filter((text) => /[a-z]{2}/i.test(text));
  const marked = words.filter((text) => MARKERS.test(text) && !MODERN.test(text));
  if (marked.length < 3 || marked.length * 5 < words.length) return rows;
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' && !MODERN.test(cell) ? decode(cell) : cell)));
}

const decode = (text: string): string => [...text].map((letter) => unicodeOf.get(letter) ?? letter).join('');
