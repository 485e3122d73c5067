import { decode, readFonts, type PdfFont } from './letters';
import { entry, PdfObjects } from './objects';
import { tokens } from './tokens';

/** A stretch of words where it stands, in points from the lower left corner. */
interface Piece {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  text: string;
}
type Matrix = readonly [number, number, number, number, number, number];

const SAME: Matrix = [1, 0, 0, 1, 0, 0];
const MAX_PIECES = 4000;
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];

/** Draws a page's words into `pieces`; also those of the forms that it is put together from. */
async function draw(objects: PdfObjects, content: string, resources: string, base: Matrix, pieces: Piece[], depth: number): Promise<void> {
  const fonts = await readFonts(objects, resources);
  let [ctm, line, at]: [Matrix, Matrix, Matrix] = [base, SAME, SAME];
  let [font, size, leading, fresh]: [PdfFont | undefined, number, number, boolean] = [undefined, 1, 0, true];
  let [numbers, strings, name]: [number[], (string | number)[], string] = [[], [], ''];
  const kept: Matrix[] = [];
  const move = (x: number, y: number): void => {
    at = line = times([1, 0, 0, 1, x, y], line);
    fresh = true;
  };
  const show = (text: string): void => {
    if (text === '' || pieces.length > MAX_PIECES) return;
    const [, b, , d, x, y] = times(at, ctm);
    if (fresh || pieces.length === 0) pieces.push({ x, y, size: Math.abs(size) * (Math.hypot(b, d) || 1), text });
    else pieces[pieces.length - 1]!.text += text;
    fresh = false;
  };
  for (const token of tokens(content)) {
    if ('number' in token) void (numbers.push(token.number), strings.push(token.number));
    else if ('codes' in token) strings.push(token.codes);
    else if ('name' in token) ({ name } = token);
    else if (token.op === '[') strings = [];
    else if (token.op !== ']') {
      const [a = 0, b = 0] = numbers.slice(-2);
      const six = numbers.slice(-6) as unknown as Matrix;
      switch (token.op) {
        case 'q': kept.push(ctm); break;
        case 'Q': ctm = kept.pop() ?? base; break;
        case 'cm': if (six.length === 6) ctm = times(six, ctm); break;
        case 'BT': at = line = SAME; fresh = true; break;
        case 'Tf': [font, size] = [fonts.get(name), numbers.at(-1) ?? 1]; break;
        case 'TL': leading = numbers.at(-1) ?? 0; break;
        case 'Td': move(a, b); break;
        case 'TD': leading = -b; move(a, b); break;
        case 'Tm': if (six.length === 6) { at = line = six; fresh = true; } break;
        case 'T*': move(0, -leading); break;
        case "'": case '"': move(0, -leading); show(decode(String(strings.at(-1) ?? ''), font)); break;
        case 'Tj': show(decode(String(strings.at(-1) ?? ''), font)); break;
        // A wide step back between two strings is a space, or the gap between columns; a small one only moves letters together.
        case 'TJ': show(strings.map((part) => (typeof part === 'string' ? decode(part, font) : part < -2500 ? '\t' : part < -180 ? ' ' : '')).join('')); break;
        case 'Do': if (depth < 3) await form(objects, resources, name, ctm, pieces, depth); break;
      }
      [numbers, strings] = [[], []];
    }
  }
}

async function form(objects: PdfObjects, resources: string, name: string, ctm: Matrix, pieces: Piece[], depth: number): Promise<void> {
  const number = PdfObjects.number(entry(objects.resolve(entry(resources, 'XObject')), name.replace(/[^\w.-]/g, '')));
  if (number === null || !/\/Subtype\s*\/Form\b/.test(objects.dict(number))) return;
  const dict = objects.dict(number);
  const matrix = (entry(dict, 'Matrix').match(/[-+.\d]+/g) ?? []).map(Number);
  await draw(objects, await objects.stream(number), objects.resolve(entry(dict, 'Resources')) || resources, matrix.length === 6 ? times(matrix as unknown as Matrix, ctm) : ctm, pieces, depth + 1);
}

/** How wide a stretch is at least likely to be, generously: what reads as one line is then never taken apart into columns. */
const width = ({ text, size }: Piece): number => size * [...text].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? 0.56 : 0.78), 0);

/** Stretches at one height are a line, with a tab where a column ends. */
function toLines(pieces: readonly Piece[]): string {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((one, other) => other.y - one.y)) {
    const last = lines.at(-1);
    if (last && Math.abs(last[0]!.y - piece.y) < Math.min(last[0]!.size, piece.size) * 0.5) last.push(piece);
    else lines.push([piece]);
  }
  const join = (line: readonly Piece[]): string => line.reduce((text, piece, index) => text + (index === 0 ? '' : piece.x - line[index - 1]!.x - width(line[index - 1]!) > 2 * piece.size ? '\t' : ' ') + piece.text, '');
  return lines.map((line) => join(line.sort((one, other) => one.x - other.x)).replace(/ {2,}/g, ' ')).join('\n');
}

/**
 * The words on a PDF's first page, a line each as it is seen; '' where there are none: a scan, an encrypted file, another way of packing, or rubbish. It never
 * throws, and nothing of it leaves the device.
 */
export async function firstPageText(bytes: Uint8Array): Promise<string> {
  try {
    const objects = await PdfObjects.open(bytes);
    const first = objects?.firstPage();
    if (!objects || !first) return '';
    const contents = entry(first.page, 'Contents');
    const whole = PdfObjects.number(contents);
    const list = contents.startsWith('[') ? contents : whole !== null && objects.dict(whole).trim().startsWith('[') ? objects.dict(whole) : contents;
    const numbers = [...list.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, number]) => Number(number));
    const parts = await Promise.all(numbers.map((number) => objects.stream(number)));
    const pieces: Piece[] = [];
    await draw(objects, parts.join('\n'), first.resources, SAME, pieces, 0);
    return toLines(pieces);
  } catch {
    return '';
  }
}
