/** Other people's programs that look into the documents: LibreOffice and poppler. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a program is on this machine, or null. */
const program = (name: string): string | null => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find(existsSync) ?? null;

const NEEDED = ['soffice', 'pdftotext', 'pdffonts'] as const;
const missing = NEEDED.filter((name) => program(name) === null);
if (missing.length > 0 && process.env['CI'] === 'true') throw new Error(`${missing.join(', ')} missing; in CI the documents must be opened`);

/** False where something is not installed; `WHY` says what. */
export const HAS_OFFICE = missing.length === 0;
export const WHY = HAS_OFFICE ? '' : `: skipped, ${missing.join(' and ')} not installed (Debian: apt-get install libreoffice-writer poppler-utils)`;

/** Word files as PDF, all in one call: starting LibreOffice takes longer than the work. */
export function printAll(files: readonly string[], outdir: string): void {
  // A profile of its own: a LibreOffice that is open already would take the work and never answer.
  const profile = pathToFileURL(join(outdir, 'profile')).href;
  execFileSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', outdir, ...files], { stdio: 'ignore', timeout: 150_000 });
}

/** The pages of a PDF as text, lines as they stand on paper. */
export const pagesOf = (pdf: string): string[] => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').filter((page) => page.trim() !== '');

/** A word on a page and its box, in points from the upper left corner. */
export interface PlacedWord {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Every word of a PDF with its place. */
export function wordsOf(pdf: string): PlacedWord[] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 32 << 20 });
  let page = 0;
  return [...html.matchAll(/<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].flatMap(([all, left, top, right, bottom, text = '']) => {
    if (all.startsWith('<page')) page += 1;
    return text === '' ? [] : [{ page, text, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }];
  });
}

/** The fonts of a PDF: name, and whether its letters are in the file and can be read back as text. */
export const fontsOf = (pdf: string): { name: string; embedded: boolean; readable: boolean }[] =>
  execFileSync('pdffonts', [pdf], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const flags = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+/.exec(line);
      return { name: line.split(/\s+/)[0] ?? '', embedded: flags?.[1] === 'yes', readable: flags?.[3] === 'yes' };
    });

/** Writes bytes where the programs can read them. */
export const put = (folder: string, name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
