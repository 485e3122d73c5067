/** Printed cards, read as a person with a phone and their eyes does: rasterised, every code decoded, the name beside it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';

const DPI = 200;
const px = (mm: number): number => Math.round((mm / 25.4) * DPI);
/** A4, two columns of five cards, in the middle of its width, mm. */
const SHEET = { width: 85.6, height: 54, left: (210 - 2 * 85.6) / 2, top: 10, columns: 2, rows: 5 } as const;

export interface PrintedCard {
  readonly page: number;
  /** What a camera reads. */
  readonly code: string;
  /** All that is to be read on the card. */
  readonly words: string;
}

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A PGM, binary, as pdftoppm writes it. */
function readGrey(file: string): Grey {
  const bytes = readFileSync(file);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error(`${file} is no picture in grey`);
  return { width: Number(head[1]), height: Number(head[2]), data: bytes.subarray(head[0].length) };
}

function cut(page: Grey, left: number, top: number, width: number, height: number): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.fill(page.data[(top + y) * page.width + left + x] ?? 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { width, height, data };
}

/** Every card of a PDF, page by page, row by row. A place without a code has no card. */
export function printedCards(pdf: string, folder: string): { pages: number; size: string; cards: PrintedCard[] } {
  execFileSync('pdftoppm', ['-r', String(DPI), '-gray', pdf, join(folder, 'page')]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.pgm')).sort();
  const cards: PrintedCard[] = [];
  let size = '';
  for (const [index, name] of files.entries()) {
    const page = readGrey(join(folder, name));
    size = `${Math.round((page.width / DPI) * 25.4)} × ${Math.round((page.height / DPI) * 25.4)}`;
    for (let at = 0; at < SHEET.columns * SHEET.rows; at += 1) {
      const [left, top] = [px(SHEET.left + (at % SHEET.columns) * SHEET.width), px(SHEET.top + Math.floor(at / SHEET.columns) * SHEET.height)];
      let code: string;
      try {
        code = decodeQR(cut(page, left, top, px(38), px(SHEET.height)));
      } catch {
        continue;
      }
      const area = ['-x', left, '-y', top, '-W', px(SHEET.width), '-H', px(SHEET.height)].map(String);
      const words = execFileSync('pdftotext', ['-r', String(DPI), '-f', String(index + 1), '-l', String(index + 1), ...area, pdf, '-'], { encoding: 'utf8' });
      cards.push({ page: index + 1, code, words: words.normalize('NFC').replace(/\s+/g, ' ').trim() });
    }
  }
  return { pages: files.length, size, cards };
}
