/** Vietnamese text: folding for search, sorting by given name, letters of lists. */

/**
 * Folds a text for searching: lower case, no tone marks, đ → d, single spaces.
 * NFD does not take đ apart, so it is mapped by hand.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** True when every word of the query starts some word of the text, tone marks and case ignored. */
export function matchesText(text: string, query: string): boolean {
  const words = foldText(text).split(' ');
  return foldText(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Cleans a name as typed or pasted: NFC, single spaces, no spaces at the ends. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00a0\u200b]+/g, ' ').trim();
}

/** The given name: the last word of a Vietnamese full name. */
export function givenName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

const collator = new Intl.Collator('vi', { sensitivity: 'variant', ignorePunctuation: true });

/** Sorts full names the Vietnamese way: given name, then family name, then the middle. */
export function compareNames(a: string, b: string): number {
  const wordsA = a.split(' ');
  const wordsB = b.split(' ');
  return (
    collator.compare(wordsA[wordsA.length - 1] ?? '', wordsB[wordsB.length - 1] ?? '') ||
    collator.compare(wordsA[0] ?? '', wordsB[0] ?? '') ||
    collator.compare(a, b)
  );
}

/** The letters of the Vietnamese list a, b, c, d, đ, e, g, h, i, k…; counts on with numbers past the end. */
export function listLetter(index: number): string {
  return ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'][index] ?? String(index + 1);
}
