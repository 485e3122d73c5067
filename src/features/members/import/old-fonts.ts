import tcvn3 from './old-fonts.json';
import { isBlankRow, type Cell, type OldFont, type Sheet } from './sheet';
import { decodeVni } from './vni';

/**
 * Registers typed before Unicode use the TCVN3 code of the `.Vn…` fonts ("NguyÔn V¨n An") or that of the VNI fonts ("Nguyeãn Vaên An").
 * Both write Western letters and signs, so a text alone does not always tell; the sheet as a whole does.
 */
const fromTcvn3 = new Map<string, string>(Object.entries(tcvn3));
const decodeTcvn3 = (text: string): string => [...text].map((letter) => fromTcvn3.get(letter) ?? letter).join('');

/** Signs that TCVN3 puts for its commonest letters, and neither Unicode nor VNI has; a Western capital within a word is one too. */
const OF_TCVN3 = /[µ¸¶·¹¨»¾¼½©ª«¬\u00ad®§×ßÞ]|[a-z][\u00c0-\u00de]/;
/** A vowel and the letter that gives it its mark, where no Vietnamese word in Unicode has these two side by side; Đ at the beginning of a word. */
const OF_VNI = /[ae][\u00e0-\u00ff]|[AE][\u00c0-\u00de]|[ouyôö][øûõïåäëü]|[OUYÔÖ][ØÛÕÏÅÄËÜ]|(?:^|\s)[ñÑ]/;
/** Signs of either that no Vietnamese text in Unicode has. */
const MARKERS = /[µ¸¶·¹¨»¾¼½Æ©ÇË®ÐÎÏÑª«¬\u00adÖ×ØÜÞßäåæçëïîñöøûüþ÷§¤¥¦]/;
/** Letters that only Unicode has: such a cell is right already. */
const MODERN = /[\u0100-\u01b0\u1ea0-\u1ef9]|\p{M}/u;
/** Western letters that Vietnamese does not have: left over where a text was decoded by the wrong code. */
const FOREIGN = /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;

const DECODERS: Record<OldFont, (text: string) => string> = { tcvn3: decodeTcvn3, vni: decodeVni };

/**
 * [IMP-20] Turns the cells of a sheet written in an old code into Unicode, and says which it was; any other sheet comes back as it was. A code
 * counts as known when it leaves next to no letter behind that Vietnamese does not have; else the sheet stays as it is, and is `unclear`.
 */
export function decodeOldFonts(rows: Sheet['rows']): Pick<Sheet, 'rows' | 'font'> {
  const texts = rows.filter((row) => !isBlankRow(row)).flatMap((row) => row.filter((cell): cell is string => typeof cell === 'string'));
  const words = texts.filter((text) => /[a-z]{2}/i.test(text));
  const marked = words.filter((text) => (MARKERS.test(text) || OF_VNI.test(text)) && !MODERN.test(text));
  if (marked.length < 3 || marked.length * 5 < words.length) return { rows };
  const count = (sign: RegExp): number => marked.filter((text) => sign.test(text)).length;
  const font: OldFont = count(OF_TCVN3) >= count(OF_VNI) ? 'tcvn3' : 'vni';
  const decode = DECODERS[font];
  const wrong = marked.filter((text) => FOREIGN.test(decode(text)));
  if (wrong.length * 10 > marked.length) return { rows, font: 'unclear' };
  return { rows: rows.map((row) => row.map((cell: Cell) => (typeof cell === 'string' && !MODERN.test(cell) ? decode(cell) : cell))), font };
}
