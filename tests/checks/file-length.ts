/** A file that no longer fits in the head is split. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './problem';
import { filesUnder } from './source';

export const LONGEST = 300;

export const fileLength: Check = (root) =>
  filesUnder(root, 'src')
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/i18n/locales/'))
    .map((file) => ({ file, lines: linesOf(readFileSync(join(root, file), 'utf8')) }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => ({ file, message: `has ${lines} lines, more than ${LONGEST}: split it` }));

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
