import type { CalendarDate } from './dates';
import { foldText } from './text';

/*
 * Search in the cell's own book. A plain scan over folded text, no index of words: to build one takes longer than all the searches of an
 * evening (measured: tests/bench, row "search").
 */

/** What a thing that can be found is: a meeting (its minutes), a report, a task, a document, a member. */
export const SEARCH_KINDS = ['meeting', 'report', 'task', 'paper', 'member'] as const;
/** One of {@link SEARCH_KINDS}. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A text of a thing, and where in it the text stands: heading, empty for the name of the thing itself. */
export interface SearchText {
  readonly label: string;
  readonly text: string;
}

/** A thing that can be found. */
export interface SearchDoc {
  readonly kind: SearchKind;
  readonly id: string;
  readonly date: CalendarDate | null;
  readonly title: string;
  readonly texts: readonly SearchText[];
}

/** A thing made ready: its texts folded, letter for letter in the same places. */
export interface Searchable {
  readonly doc: SearchDoc;
  readonly texts: readonly { readonly label: string; readonly text: string; readonly folded: string }[];
}

/** A stretch of an excerpt, and whether it was asked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly found: boolean;
}

/** Something found, best first, with the words around the place. */
export interface SearchHit {
  readonly doc: SearchDoc;
  readonly label: string;
  readonly excerpt: readonly ExcerptPart[];
}

/** Characters before and after the first place in an excerpt. */
const BEFORE = 50;
const AFTER = 130;

/** What each character is folded to, as it is first met; 0 for not met yet. */
const folds = new Uint16Array(0x1_0000);
const SPACE = 0x20;

function foldUnit(code: number): number {
  const folded = String.fromCharCode(code).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  // The one letter of Vietnamese that does not come apart.
  if (folded.charCodeAt(0) === 0x111) return 'd'.charCodeAt(0);
  return folded.length === 1 && /[\p{L}\p{N}]/u.test(folded) ? folded.charCodeAt(0) : SPACE;
}

/**
 * [SEARCH-1] A text without tone marks, đ as d, in small letters, all that is no letter or digit a space; as long as the text was, so that places in
 * one are places in the other. The text must be in NFC. One pass with a table: a book has a million letters, and an old phone a moment.
 */
export function foldInPlace(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    units[at] = folds[code] ||= foldUnit(code);
  }
  return utf16.decode(units);
}
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Makes a thing ready to be searched. */
export function makeSearchable(doc: SearchDoc): Searchable {
  const texts = [{ label: '', text: doc.title }, ...doc.texts].flatMap(({ label, text }) => {
    const clean = text.normalize('NFC');
    return clean.trim() === '' ? [] : [{ label, text: clean, folded: ` ${foldInPlace(clean)}` }];
  });
  return { doc, texts };
}

interface Term {
  /** With a space before: a word is met at its beginning. */
  readonly folded: string;
  /** As it was typed, when it has marks; else null. */
  readonly exact: string | null;
}

/**
 * [SEARCH-2] The words of a question: each must begin a word of the thing, in any of its texts. What stands in quotes, or hangs together by signs
 * (05-HD/ĐUK), is met as one. Empty when nothing is asked.
 */
export function searchTerms(query: string): Term[] {
  const asked = query.normalize('NFC').match(/"[^"]+"?|[^\s"]+/g) ?? [];
  return asked.flatMap((raw) => {
    const exact = raw.replace(/"/g, '').toLowerCase();
    const folded = foldText(exact.replace(/[^\p{L}\p{N}\u0300-\u036f]/gu, ' '));
    return folded === '' ? [] : [{ folded: ` ${folded}`, exact: foldInPlace(exact) === exact ? null : exact }];
  });
}

/** The first place of a term in a folded text; of places that read as typed, marks and all, the first of those. -1 for none. */
function placeOf({ folded, exact }: Term, text: Searchable['texts'][number]): { at: number; exact: boolean } {
  const first = text.folded.indexOf(folded);
  if (first < 0 || exact === null) return { at: first, exact: false };
  for (let at = first; at >= 0; at = text.folded.indexOf(folded, at + 1)) {
    if (text.text.slice(at, at + folded.length - 1).toLowerCase() === exact) return { at, exact: true };
  }
  return { at: first, exact: false };
}

/** Where the word ends that a folded text has at a place, as a place in the text. */
function endOfWord(folded: string, at: number): number {
  const end = folded.indexOf(' ', at);
  return (end < 0 ? folded.length : end) - 1;
}

/** The words around the places, cut at words, with all of each word that was met. Terms of one text may overlap: they are merged. */
function excerptOf(text: Searchable['texts'][number], terms: readonly Term[], first: number): ExcerptPart[] {
  let from = Math.max(0, first - BEFORE);
  let to = Math.min(text.text.length, first + AFTER);
  if (from > 0) from = Math.min(first, text.text.indexOf(' ', from) + 1 || from);
  if (to < text.text.length) to = Math.max(text.text.lastIndexOf(' ', to), first + 1);
  const spans: [number, number][] = [];
  for (const { folded } of terms)
    for (let at = text.folded.indexOf(folded, from); at >= 0 && at < to; at = text.folded.indexOf(folded, at + 1)) spans.push([at, endOfWord(text.folded, at + folded.length)]);
  spans.sort((a, b) => a[0] - b[0]);
  const parts: ExcerptPart[] = [];
  const put = (start: number, end: number, found: boolean): void => void (end > start && parts.push({ text: text.text.slice(start, end).replace(/\s/g, ' '), found }));
  let done = from;
  for (const [start, end] of spans) {
    if (end <= done) continue;
    put(done, start, false);
    put(Math.max(done, start), Math.min(to, end), true);
    done = Math.min(to, end);
  }
  put(done, to, false);
  const cut = (text: string): ExcerptPart => ({ text, found: false });
  return [...(from > 0 ? [cut('… ')] : []), ...parts, ...(to < text.text.length ? [cut(' …')] : [])];
}

function hitOf({ doc, texts }: Searchable, terms: readonly Term[]): { hit: SearchHit; score: number } | null {
  let score = 0;
  const places = texts.map(() => ({ terms: 0, first: -1, score: 0 }));
  for (const term of terms) {
    let best = 0;
    texts.forEach((text, index) => {
      const { at, exact } = placeOf(term, text);
      if (at < 0) return;
      const place = places[index]!;
      const value = (exact || term.exact === null ? 2 : 1) * (text.label === '' ? 4 : 1);
      place.terms += 1;
      place.score += value;
      if (place.first < 0 || at < place.first) place.first = at;
      best = Math.max(best, value);
    });
    if (best === 0) return null;
    score += best;
  }
  const shown = places.reduce((best, place, index) => (place.terms > places[best]!.terms || (place.terms === places[best]!.terms && place.score > places[best]!.score) ? index : best), 0);
  const text = texts[shown]!;
  return { hit: { doc, label: text.label, excerpt: excerptOf(text, terms, places[shown]!.first) }, score: score + (places[shown]!.terms === terms.length ? 2 : 0) };
}

/** [SEARCH-3] What a question finds: what fits best first, of the same the newest. Nothing asked, nothing found. */
export function search(things: readonly Searchable[], query: string): SearchHit[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  return things
    .flatMap((thing) => hitOf(thing, terms) ?? [])
    .sort((a, b) => b.score - a.score || ((a.hit.doc.date ?? '') < (b.hit.doc.date ?? '') ? 1 : -1))
    .map(({ hit }) => hit);
}
