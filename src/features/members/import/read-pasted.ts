import { fail, ok, type Result } from '@/domain';
import { decodeOldFonts } from './old-fonts';
import { isBlankRow, LIMITS, type ImportError, type Sheet } from './sheet';

/** What may stand between two cells of a pasted line, the likeliest first. */
const SEPARATORS: readonly RegExp[] = [/\t/, /;/, /\|/, /,/, / {2,}|\u00a0{2,}/, / [-–—] /];

/**
 * [IMP-5] Reads rows copied from a spreadsheet, a table in a document or a message: cells separated by tabs, semicolons,
 * bars, commas, wide gaps or dashes, with or without a row of headings. Cells in quotation marks may hold line breaks.
 */
export function readPasted(text: string): Result<Sheet, ImportError> {
  if (text.length > LIMITS.pastedChars) return fail('tooLarge');
  const lines = splitLines(text).filter((line, index, all) => line.trim() !== '' || index < all.length - 1);
  if (lines.length > LIMITS.rows) return fail('tooManyRows');
  const separator = findSeparator(lines);
  const rows = lines.map((line) => splitCells(line, separator).map((cell) => (cell === '' ? null : cell)));
  const decoded = decodeOldFonts(rows);
  return decoded.rows.every(isBlankRow) ? fail('empty') : ok({ ...decoded, hidden: [] });
}

/** Lines of one cell between quotation marks: an address, not a page. More, and the mark was only a mark. */
const QUOTED_LINES = 20;

/** Lines, where a line break between quotation marks that open a cell does not end one. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  let pending: string[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    pending.push(line);
    const cell = pending.join('\n');
    const isOpen = /(?:^|[\t;,|])"/.test(cell) && (cell.split('"').length - 1) % 2 === 1;
    if (!isOpen) lines.push(cell);
    else if (pending.length >= QUOTED_LINES) lines.push(...pending);
    else continue;
    pending = [];
  }
  return [...lines, ...pending];
}

/** The first separator that most lines share; null when each line is one cell. */
function findSeparator(lines: readonly string[]): RegExp | null {
  // Spaces at the ends separate nothing; tabs there do.
  const filled = lines.filter((line) => line.trim() !== '').map((line) => line.replace(/^[ \u00a0]+|[ \u00a0]+$/g, ''));
  return SEPARATORS.find((separator) => filled.filter((line) => separator.test(line)).length * 2 > filled.length) ?? null;
}

function splitCells(line: string, separator: RegExp | null): string[] {
  if (!separator) return [line.trim()];
  const cells: string[] = [];
  const quoted = new RegExp(`^\\s*"((?:[^"]|"")*)"\\s*(?:${separator.source}|$)`);
  // A wide gap at the start of a line is an indent, not an empty cell.
  let rest = separator.source.startsWith(' ') ? line.trim() : line;
  for (;;) {
    const match = quoted.exec(rest);
    const plain = match ? null : separator.exec(rest);
    if (match) cells.push((match[1] ?? '').replaceAll('""', '"').trim());
    else cells.push((plain ? rest.slice(0, plain.index) : rest).trim());
    const used = match ? match[0].length : plain ? plain.index + plain[0].length : rest.length;
    const ended = match ? used === rest.length && !endsWithSeparator(match[0], separator) : !plain;
    rest = rest.slice(used);
    if (ended) return cells;
  }
}

const endsWithSeparator = (text: string, separator: RegExp): boolean => new RegExp(`(?:${separator.source})$`).test(text);
