/** The locale files as flat lists of keys, and what can be wrong in them alone. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from './problem';
import { filesUnder } from './source';

export const LOCALES = 'src/i18n/locales';

/** `namespace:group.key` to the text. */
export type Words = ReadonlyMap<string, string>;

/** Plural endings of i18next, and those that each language must have once a key is plural. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const FORMS: Readonly<Record<string, readonly string[]>> = { vi: ['other'], en: ['one', 'other'] };

/** Texts that are rightly the same in both languages. */
const SAME = new Set(['Sổ Chi bộ', 'Tiếng Việt']);

export const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/** The key without a plural ending: what the code asks for. */
export function baseOf(key: string): string {
  return key.replace(PLURAL, '');
}

export function readLocale(root: string, language: string): Words {
  const words = new Map<string, string>();
  for (const file of filesUnder(root, `${LOCALES}/${language}`).filter((name) => name.endsWith('.json'))) {
    flatten(JSON.parse(readFileSync(join(root, file), 'utf8')), `${basename(file, '.json')}:`, words);
  }
  return words;
}

function flatten(value: unknown, key: string, into: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    into.set(key, typeof value === 'string' ? value : '');
    return;
  }
  for (const [name, inner] of Object.entries(value)) flatten(inner, key.endsWith(':') ? key + name : `${key}.${name}`, into);
}

/** Twins, plural forms, empty or untranslated texts, variables, spelling. */
export function compare(vi: Words, en: Words): Problem[] {
  return [
    ...lacking(vi, en, 'en'),
    ...lacking(en, vi, 'vi'),
    ...plurals(vi, 'vi'),
    ...plurals(en, 'en'),
    ...[...vi].flatMap(([key, text]) => inVietnamese(key, text)),
    ...[...en].flatMap(([key, text]) => inEnglish(key, text, vi)),
    ...variables(vi, en),
  ];
}

function lacking(words: Words, others: Words, language: string): Problem[] {
  const there = new Set([...others.keys()].map(baseOf));
  return unique([...words.keys()].map(baseOf)).filter((key) => !there.has(key)).map((key) => problem(language, key, 'is missing'));
}

function plurals(words: Words, language: string): Problem[] {
  const plural = unique([...words.keys()].filter((key) => PLURAL.test(key)).map(baseOf));
  return plural.flatMap((key) =>
    (FORMS[language] ?? []).filter((form) => !words.has(`${key}_${form}`)).map((form) => problem(language, key, `has no plural form _${form}`)),
  );
}

function inVietnamese(key: string, text: string): Problem[] {
  if (text.trim() === '') return [problem('vi', key, 'is empty')];
  if (text !== text.normalize('NFC')) return [problem('vi', key, 'is not NFC: the tone marks stand apart from their letters')];
  // Elsewhere (quỷ) the mark on y is right.
  return /(?<!\p{L})uỷ/iu.test(text) ? [problem('vi', key, 'writes "uỷ": here it is "ủy"')] : [];
}

function inEnglish(key: string, text: string, vi: Words): Problem[] {
  if (text.trim() === '') return [problem('en', key, 'is empty')];
  const untranslated = VIETNAMESE.test(text) && text === (vi.get(key) ?? vi.get(`${baseOf(key)}_other`)) && !SAME.has(text);
  return untranslated ? [problem('en', key, 'is not translated')] : [];
}

function variables(vi: Words, en: Words): Problem[] {
  const viVariables = grouped(vi);
  return [...grouped(en)].flatMap(([key, names]) => {
    const expected = viVariables.get(key);
    return expected === undefined || expected === names ? [] : [problem('en', key, `has the variables {${names}}, vi has {${expected}}`)];
  });
}

/** The variables over all plural forms together: `_one` may do without the number. */
function grouped(words: Words): Map<string, string> {
  const names = new Map<string, Set<string>>();
  for (const [key, text] of words) {
    const set = names.get(baseOf(key)) ?? new Set();
    for (const [, name] of text.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)) if (name) set.add(name);
    names.set(baseOf(key), set);
  }
  return new Map([...names].map(([key, set]) => [key, [...set].sort().join(', ')]));
}

function problem(language: string, key: string, message: string): Problem {
  return { file: `${LOCALES}/${language}/${key.slice(0, key.indexOf(':'))}.json`, message: `${key.slice(key.indexOf(':') + 1)} ${message}` };
}

function unique(keys: string[]): string[] {
  return [...new Set(keys)];
}
