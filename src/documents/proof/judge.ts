import { closedContent, type ClosedKind, type Json } from '@/domain';
import type { Closed } from '../form';
import { shortPrint } from './print';
import { lettersOf, tidyLine } from './text';
import type { FileFault, ReadFile } from './types';

/** A closed text of the book, to be compared with. `title`: what a person calls it. */
export interface KnownText extends Closed {
  readonly title: string;
  readonly lines: readonly string[];
  /** The lines as a PDF draws them, one string without white space. */
  readonly letters: string;
  /** Headings of its tables, see `repeatedHeads`. */
  readonly heads: readonly string[];
}

/** Where a file begins to say something else. */
export interface Difference {
  /** What was closed; '' where nothing stood. */
  readonly closed: string;
  /** What the file says; '' where it ends. */
  readonly file: string;
}

/**
 * What a file in hand is.
 * `genuine`: word for word what was closed; `noPrint`: but the file carries no fingerprint · `altered`: it says that it is this closed text,
 * and is not · `draft` · `other`: one that was closed in this book, but with the fingerprint of another · `fits`: not in this book, yet its words give
 * the very fingerprint that it carries · `unfit`: not in this book, and they do not · `unknown`: nothing of the book, and carries nothing.
 */
export type Verdict =
  | { readonly is: 'genuine'; readonly known: KnownText; readonly noPrint: boolean }
  | { readonly is: 'altered'; readonly known: KnownText; readonly difference: Difference | null; readonly faults: readonly FileFault[]; readonly noPrint: boolean }
  | { readonly is: 'draft'; readonly same: KnownText | null }
  | { readonly is: 'other'; readonly known: KnownText; readonly print: string }
  | { readonly is: 'fits' | 'unfit'; readonly print: string }
  | { readonly is: 'unknown' };

/** How many letters of a difference are shown. */
const SHOWN = 160;

/** The letters of a PDF's pages, without the headings of tables that each page repeats. */
export function lettersOfPages(pages: readonly string[], heads: readonly string[]): string {
  return pages.map((page, at) => (at === 0 ? page : page.slice(heads.find((head) => page.startsWith(head))?.length ?? 0))).join('');
}

/** The first line that differs. */
function firstDifference(closed: readonly string[], file: readonly string[]): Difference | null {
  const at = closed.findIndex((line, index) => line !== file[index]);
  if (at < 0 && file.length <= closed.length) return null;
  const from = at < 0 ? closed.length : at;
  return { closed: (closed[from] ?? '').slice(0, SHOWN), file: (file[from] ?? '').slice(0, SHOWN) };
}

/** The same of letters: some before the place, so that a person finds it. */
function firstLetters(closed: string, file: string): Difference | null {
  let at = 0;
  while (at < closed.length && closed[at] === file[at]) at += 1;
  if (at === closed.length && file.length === closed.length) return null;
  const from = Math.max(0, at - 20);
  return { closed: closed.slice(from, at + 60), file: file.slice(from, at + 60) };
}

/** Where the file says something else than a closed text; null where it says the same. */
export function differenceOf(file: ReadFile, known: KnownText): Difference | null {
  if (file.format === 'docx') return firstDifference(known.lines, file.lines ?? []);
  return firstLetters(known.letters, lettersOfPages(file.pages, known.heads));
}

/**
 * Whether a file of ours says what it carries the fingerprint of: by its own words alone, without the book.
 * @param hashJson SHA-256 over canonical JSON, hex
 */
export async function fitsItself(file: ReadFile, hashJson: (value: Json) => Promise<string>): Promise<boolean> {
  const { carried, lines } = file;
  if (!carried?.prev || !lines || file.faults.length > 0 || (file.printed !== null && file.printed !== shortPrint(carried.hash))) return false;
  if (lines.some((line) => line !== tidyLine(line))) return false;
  if (file.format === 'pdf') {
    if (!('shown' in carried)) return false;
    const every = new Set(carried.shown.map(([at]) => at));
    const drawn = lettersOf(carried.shown.map(([at, number]) => `${number}${lines[at] ?? ''}`));
    const plain = carried.shown.every(([, number]) => /^(?:[IVX]+- |\d+\. )?$/.test(number));
    if (!plain || every.size !== lines.length || carried.shown.length !== lines.length || drawn !== lettersOfPages(file.pages, carried.heads.filter((head) => drawn.includes(head)))) return false;
  }
  return (await hashJson(closedContent(carried.kind, carried.id, carried.at, carried.prev, lines))) === carried.hash;
}

/** The closed text that a file is about: by its fingerprint, else by its title and subject. */
function aboutWhich(file: ReadFile, all: readonly KnownText[]): KnownText | null {
  const { carried, printed } = file;
  const byPrint = all.find(({ hash }) => hash === carried?.hash || (printed !== null && shortPrint(hash) === printed));
  if (byPrint) return byPrint;
  const named = all.filter(({ title }) => {
    const wanted = tidyLine(title);
    return file.lines ? file.lines.includes(wanted) : file.pages[0]?.includes(lettersOf([wanted])) === true;
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** [PROOF-5] What a file is, before the closed texts of the book. */
export async function judge(file: ReadFile, all: readonly KnownText[], hashJson: (value: Json) => Promise<string>): Promise<Verdict> {
  const print = file.carried ? shortPrint(file.carried.hash) : file.printed;
  const same = file.faults.length === 0 ? (all.find((known) => differenceOf(file, known) === null) ?? null) : null;
  if (file.draft) return { is: 'draft', same };
  const prints = new Set([file.printed, file.carried ? shortPrint(file.carried.hash) : null].filter((one) => one !== null));
  if (same) {
    const strange = [...prints].find((one) => one !== shortPrint(same.hash));
    return strange === undefined ? { is: 'genuine', known: same, noPrint: prints.size === 0 } : { is: 'other', known: same, print: strange };
  }
  const about = aboutWhich(file, all);
  if (about && (print === null || all.some(({ hash }) => prints.has(shortPrint(hash))))) return { is: 'altered', known: about, difference: differenceOf(file, about), faults: file.faults, noPrint: print === null };
  if (print !== null) return { is: (await fitsItself(file, hashJson)) ? 'fits' : 'unfit', print };
  return { is: 'unknown' };
}

/** Which closed texts a fingerprint can mean that was typed or scanned, of which kind it speaks. */
export const knownBy = (all: readonly KnownText[], digits: string, kind?: ClosedKind): KnownText | null => all.find((known) => known.hash.startsWith(digits) && (kind === undefined || known.kind === kind)) ?? null;
