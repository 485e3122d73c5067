import { entry, PdfObjects } from './objects';

/** How the codes of a font are read. */
export interface PdfFont {
  /** Bytes of a code. */
  readonly bytes: 1 | 2;
  readonly letter: (code: number) => string;
}

const utf16 = (hex: string): string => {
  let text = '';
  for (let at = 0; at + 4 <= hex.length; at += 4) text += String.fromCharCode(parseInt(hex.slice(at, at + 4), 16));
  return text;
};
const hexes = (text: string): string[] => [...text.matchAll(/<([0-9A-Fa-f\s]*)>/g)].map(([, hex]) => (hex ?? '').replace(/\s/g, ''));

/** The table from codes to letters that a font carries. */
export function readCodes(cmap: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  for (const [, body] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    const all = hexes(body ?? '');
    for (let at = 0; at + 1 < all.length; at += 2) codes.set(parseInt(all[at]!, 16), utf16(all[at + 1]!));
  }
  for (const [, body] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, first, list] of (body ?? '').matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]+)>|\[([^\]]*)\])/g)) {
      const [low, high] = [parseInt(from!, 16), Math.min(parseInt(to!, 16), parseInt(from!, 16) + 0xffff)];
      const listed = hexes(list ?? '');
      const start = utf16((first ?? '').replace(/\s/g, ''));
      for (let code = low; code <= high; code += 1) codes.set(code, first === undefined ? utf16(listed[code - low] ?? '') : start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - low));
    }
  }
  return codes;
}

/** The fonts that a page names. */
export async function readFonts(objects: PdfObjects, resources: string): Promise<ReadonlyMap<string, PdfFont>> {
  const fonts = new Map<string, PdfFont>();
  for (const [, name, reference] of objects.resolve(entry(resources, 'Font')).matchAll(/\/([^\s/<>[\]()]+)\s+(\d+\s+\d+\s+R)/g)) {
    const font = objects.resolve(reference!);
    const table = PdfObjects.number(entry(font, 'ToUnicode'));
    const codes = table === null ? null : readCodes(await objects.stream(table));
    const wide = /\/Subtype\s*\/Type0\b/.test(font);
    fonts.set(name!, { bytes: wide ? 2 : 1, letter: (code) => codes?.get(code) ?? (wide ? '' : String.fromCharCode(code)) });
  }
  return fonts;
}

/** What a string of codes says. */
export function decode(codes: string, font: PdfFont | undefined): string {
  if (!font) return '';
  let text = '';
  for (let at = 0; at + font.bytes <= codes.length; at += font.bytes) text += font.letter(font.bytes === 2 ? (codes.charCodeAt(at) << 8) | codes.charCodeAt(at + 1) : codes.charCodeAt(at));
  return text;
}
