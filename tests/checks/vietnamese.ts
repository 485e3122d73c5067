/** Words a person reads live in the locale files: no Vietnamese in strings or markup elsewhere. Comments are free. */
import { VIETNAMESE } from './locale-files';
import type { Check, Problem } from './problem';
import { shippedOf, type Source } from './source';

/** Where Vietnamese is the content itself: locale files, rule data, the forms of documents, tables of the alphabet. */
const HOME = [
  /^src\/(i18n|packs|documents)\//,
  /^src\/domain\/text[^/]*\.ts$/,
  /^src\/server\/(messages\.ts$|demo\/)/,
  // Specimens on the page that shows the components; it is no part of the app.
  /^src\/ui\/gallery-words\.ts$/,
];

export const vietnamese: Check = (root) =>
  shippedOf(root).filter(({ file }) => !HOME.some((home) => home.test(file))).flatMap(vietnameseIn);

/** Strings, templates and markup text with Vietnamese letters. */
export function vietnameseIn(source: Source): Problem[] {
  const found: Problem[] = [];
  const look = (text: string | null, start: number): void => {
    if (text === null || !VIETNAMESE.test(text.normalize('NFC'))) return;
    const shown = text.trim().replace(/\s+/g, ' ').slice(0, 40);
    found.push({ file: source.file, line: source.lineAt(start), message: `"${shown}" belongs in ${source.file.startsWith('src/server/') ? 'src/server/messages.ts' : 'a locale file'}` });
  };
  source.visit({
    Literal: (node) => look(typeof node.value === 'string' ? node.value : null, node.start),
    TemplateElement: (node) => look(node.value.cooked, node.start),
    JSXText: (node) => look(node.value, node.start),
  });
  return found;
}
