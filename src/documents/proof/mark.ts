import type { ClosedKind } from '@/domain';
import type { Closed, PartyDocument } from '../form';
import { shortPrint } from './print';
import { formLines, repeatedHeads, shownLines, type ShownLine } from './text';

/** What the foot of a page says of a draft, and before the fingerprint of a closed document. */
export const DRAFT_WORDS = 'DỰ THẢO, chưa đóng';
const PRINT_WORDS = 'Mã kiểm tra:';
/** How to check it. */
export const HOW_WORDS = 'Bản đã đóng. Kiểm tra trong ứng dụng Sổ Chi bộ: Thêm, Kiểm tra tệp.';

/** The line with the fingerprint at the foot of every page. */
export const printLine = (hash: string): string => `${PRINT_WORDS} ${shortPrint(hash)}`;

/** The printed fingerprint in a line of a page's foot; null where there is none. */
export const readPrintLine = (line: string): string | null => new RegExp(`^${PRINT_WORDS} ((?:[0-9A-F]{4} ){4}[0-9A-F]{4})$`).exec(line)?.[1] ?? null;

/** The same as a PDF carries it, with its lines: a page tells neither paragraphs nor blanks. */
export interface CarriedText extends Closed {
  readonly lines: readonly string[];
  readonly shown: readonly ShownLine[];
  /** Headings of tables, which stand on every page again. */
  readonly heads: readonly string[];
}

/** The name of the property in the file. */
export const PROPERTY = 'SoChiBo';
const VERSION = 1;

/** What a Word file carries of itself in its properties. */
export const carriedInWord = (mark: Closed): string => JSON.stringify({ v: VERSION, ...mark });

/** What a PDF carries, in letters that every program keeps: base64 over UTF-8. */
export function carriedInPdf(mark: Closed, form: PartyDocument): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: VERSION, ...mark, lines: formLines(form), shown: shownLines(form), heads: repeatedHeads(form) }));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const KINDS: readonly unknown[] = ['minutes', 'correction', 'report'] satisfies ClosedKind[];
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isShown = (value: unknown): value is ShownLine[] => Array.isArray(value) && value.every((one) => Array.isArray(one) && one.length === 2 && Number.isInteger(one[0]) && typeof one[1] === 'string');

/** Reads what a file carries; null for what is none of ours. */
export function readCarried(text: string): Closed | CarriedText | null {
  let told: Record<string, unknown>;
  try {
    told = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  const { v, kind, id, at, prev, hash, lines, shown, heads } = told;
  if (v !== VERSION || !KINDS.includes(kind) || typeof id !== 'string' || typeof at !== 'string' || !isHash(hash) || !(prev === null || (isTexts(prev) && prev.every(isHash)))) return null;
  const own: Closed = { kind: kind as ClosedKind, id, at, prev, hash };
  return isTexts(lines) && isShown(shown) && isTexts(heads) ? { ...own, lines, shown, heads } : own;
}

/** The same out of a PDF. */
export function readCarriedInPdf(text: string): CarriedText | null {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const told = readCarried(new TextDecoder().decode(bytes));
    return told && 'lines' in told ? told : null;
  } catch {
    return null;
  }
}
