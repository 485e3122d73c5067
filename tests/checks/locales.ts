/** Both languages complete, every key asked for exists, and none lies about unused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf, compare, LOCALES, readLocale, type Words } from './locale-files';
import { matches, stringsOf, usesOf, type Pattern } from './locale-uses';
import type { Check, Problem } from './problem';
import { filesUnder, shippedOf, type Source } from './source';

export const locales: Check = (root) => {
  const vi = readLocale(root, 'vi');
  const sources = shippedOf(root);
  return [...compare(vi, readLocale(root, 'en')), ...unknown(vi, sources), ...unused(vi, sources, dataStrings(root))];
};

/** `t('…')` of a key that is nowhere: the person would read the key. */
function unknown(words: Words, sources: readonly Source[]): Problem[] {
  const keys = [...new Set([...words.keys()].map(baseOf))];
  const exists = (namespace: string | null, pattern: Pattern): boolean =>
    keys.some((key) => {
      const colon = key.indexOf(':');
      return (namespace === null || key.slice(0, colon) === namespace) && matches(pattern, key.slice(colon + 1));
    });
  return sources.flatMap((source) =>
    usesOf(source)
      // A key that is one variable could be anything.
      .filter(({ pattern }) => pattern.some((part) => part !== ''))
      .filter(({ namespace, pattern }) => !exists(namespace, pattern))
      .map(({ namespace, pattern, line }) => ({ file: source.file, line, message: `no text for ${namespace ?? '*'}:${pattern.join('…')}` })),
  );
}

/** Texts that no string of the code can reach. Lenient: a key in any string counts, however it gets to `t`. */
function unused(words: Words, sources: readonly Source[], data: readonly string[]): Problem[] {
  const patterns = sources.flatMap((source) => stringsOf(source));
  const plain = new Set([...patterns.filter((pattern) => pattern.length === 1).map(([text]) => text), ...data]);
  // Without a fixed letter a template would reach everything.
  const templates = patterns.filter((pattern) => pattern.length > 1 && /\p{L}{2}/u.test(pattern.join('')));
  const reached = (key: string): boolean => plain.has(key) || templates.some((pattern) => matches(pattern, key));
  return [...new Set([...words.keys()].map(baseOf))].flatMap((full) => {
    const colon = full.indexOf(':');
    const key = full.slice(colon + 1);
    return reached(full) || reached(key) ? [] : [{ file: `${LOCALES}/vi/${full.slice(0, colon)}.json`, message: `${key} is used nowhere` }];
  });
}

/** Keys may also stand in data, as in the packs. */
function dataStrings(root: string): string[] {
  return filesUnder(root, 'src')
    .filter((file) => file.endsWith('.json') && !file.startsWith(LOCALES))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/"([^"\\]*)"/g)].map(([, text]) => text ?? ''));
}
