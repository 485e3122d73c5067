import { DRAFT_WORDS, HOW_WORDS, PROPERTY, readCarriedInPdf, readPrintLine } from './mark';
import { openPdf, textOf, valueOf, type PdfObjects } from './pdf-objects';
import { lettersOf, tidyLine } from './text';
import { Unread, type FileFault, type ReadFile } from './types';

/** Of the paper, in points: what stands above and below is page number and foot. Our own margins are wider. */
const MARGIN = 54;
const FOOT = lettersOf([HOW_WORDS]);

const hexText = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');

/** Which letters the signs of a font stand for, by its own table. */
function lettersByCode(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', to = '', list = '', first = ''] of cmap.matchAll(/<([\da-f]{4})>\s*<([\da-f]{4})>\s*(?:\[([^\]]*)\]|<([\da-f]+)>)/gi)) {
    const texts = [...list.matchAll(/<([\da-f]+)>/gi)].map(([, hex = '']) => hexText(hex));
    const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    for (let code = low; code <= high; code += 1) {
      const text = list === '' ? String.fromCharCode(Number.parseInt(first, 16) + code - low) : (texts[code - low] ?? '');
      letters.set(code.toString(16).padStart(4, '0'), text);
    }
  }
  return letters;
}

/** What one page shows: the text, and what stands in its margins, line by line. */
interface Page {
  readonly text: string;
  readonly margins: readonly string[];
  readonly hidden: boolean;
}

/** @throws Unread for an operator by which a page could show what is not read here */
function readPage(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>, [width, height]: readonly [number, number]): Page {
  let text = '';
  const margins = new Map<number, string>();
  let font: ReadonlyMap<string, string> | undefined;
  let [x, y] = [0, 0];
  // Letters in any other colour than black, or beside the paper.
  let hidden = /(?:^|\s)(?!0 0 0\s)[\d.]+ [\d.]+ [\d.]+ scn\b/.test(content);
  if (/(?:^|\s)(?:Do|BI|Tr|T\*|'|"|Tj|Td|TD)(?:\s|$)/.test(content)) throw new Unread('saved');
  for (const [, fontName, place, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|1 0 0 1 (-?[\d.]+ -?[\d.]+) Tm|\[([^\]]*)\] TJ/g)) {
    if (fontName !== undefined) font = fonts.get(fontName);
    else if (place !== undefined) [x = 0, y = 0] = place.split(' ').map(Number);
    else {
      const letters = [...(shown ?? '').matchAll(/<([\da-f]*)>/gi)].flatMap(([, codes = '']) => codes.toLowerCase().match(/.{4}/g) ?? []).map((code) => font?.get(code) ?? '\ufffd').join('');
      hidden ||= x < 0 || x > width || y < 0 || y > height;
      if (y > MARGIN && y < height - MARGIN) text += letters;
      else margins.set(Math.round(y), (margins.get(Math.round(y)) ?? '') + letters);
    }
  }
  return { text: lettersOf([tidyLine(text)]), margins: [...margins.values()].map(tidyLine).filter((line) => line !== ''), hidden };
}

const paperOf = (page: string): [number, number] => {
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
  if (width === undefined) throw new Unread('saved');
  return [Number(width), Number(height)];
};

async function readPages(pdf: PdfObjects): Promise<Page[]> {
  const known = new Map<string, ReadonlyMap<string, string>>();
  const kids = /\/Kids \[([\d R]*)\]/.exec(pdf.body(valueOf(pdf.body(valueOf(pdf.trailer, 'Root')), 'Pages')))?.[1]?.match(/\d+ 0 R/g) ?? [];
  if (kids.length === 0 || kids.length > 500) throw new Unread('saved');
  const pages: Page[] = [];
  for (const kid of kids) {
    const page = pdf.body(kid);
    const resources = pdf.body(valueOf(page, 'Resources'));
    const fonts = new Map<string, ReadonlyMap<string, string>>();
    for (const [, name = '', reference = ''] of (/\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '').matchAll(/\/(F\d+) (\d+ 0 R)/g)) {
      if (!known.has(reference)) known.set(reference, lettersByCode(await pdf.stream(valueOf(pdf.body(reference), 'ToUnicode'))));
      fonts.set(name, known.get(reference) ?? new Map());
    }
    pages.push(readPage(await pdf.stream(valueOf(page, 'Contents')), fonts, paperOf(page)));
  }
  return pages;
}

/** [PROOF-4] Reads a PDF of our own making: the letters that its pages show, and what it carries of itself. @throws Unread; `saved` for a PDF of any other making */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  const pdf = openPdf(bytes);
  const pages = await readPages(pdf);
  const info = pdf.body(valueOf(pdf.trailer, 'Info'));
  const property = textOf(pdf.body(valueOf(info, PROPERTY)));
  const carried = property === '' ? null : readCarriedInPdf(property);
  const faults = new Set<FileFault>();
  if (pages.some(({ hidden }) => hidden)) faults.add('hidden');
  const margins = pages.flatMap((page) => page.margins);
  const prints = new Set(margins.map(readPrintLine).filter((print) => print !== null));
  if (prints.size > 1) faults.add('footPrint');
  const strange = margins.filter((line) => readPrintLine(line) === null && line !== DRAFT_WORDS && lettersOf([line]) !== FOOT && !/^\d+$/.test(line));
  if (strange.length > 0) faults.add('notes');
  return { format: 'pdf', lines: carried?.lines ?? null, pages: pages.map(({ text }) => text), carried, printed: [...prints][0] ?? null, draft: margins.includes(DRAFT_WORDS), faults: [...faults] };
}
