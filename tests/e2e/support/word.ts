/** Looks into a Word file: the package by unzip, the pages as a person sees them by LibreOffice and pdftotext. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** LibreOffice and pdftotext are there. Where the whole suite must run, they have to be. */
export const CAN_PRINT = has('soffice') && has('pdftotext');

/** The document's part of the package; the package itself is tested for damage. */
export function documentXml(file: string): string {
  execFileSync('unzip', ['-t', '-qq', file]);
  return execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8', maxBuffer: 32 << 20 });
}

/** Every part of the package as one text: nothing may hide in properties or headers. */
export const everyPart = (file: string): string => execFileSync('unzip', ['-p', file], { encoding: 'utf8', maxBuffer: 32 << 20 });

/** The text of the printed pages, blanks and line ends made one. */
export function printed(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  try {
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore', timeout: 90_000 });
    const pdf = join(folder, basename(file).replace(/\.docx$/, '.pdf'));
    execFileSync('pdftotext', ['-layout', pdf, join(folder, 'text')]);
    return readFileSync(join(folder, 'text'), 'utf8').normalize('NFC').replace(/\s+/g, ' ');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
