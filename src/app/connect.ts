import { deriveInWorker, hashJson, newId } from '@/crypto';
import type { Book } from '@/storage';
import { loadSync } from '@/sync';

const ATTEMPT_KEY = 'so-chi-bo.attempt';

/** Tells the cell's devices apart in their list; made of nothing but the kind of machine and of browser. */
export function deviceName(): string {
  const { userAgent } = navigator;
  const first = (names: readonly string[]): string => names.find((name) => userAgent.includes(name)) ?? '';
  const machine = first(['iPhone', 'iPad', 'Android', 'Windows', 'Mac', 'Linux']);
  const browser = first(['Edg', 'Firefox', 'Chrome', 'Safari']).replace('Edg', 'Edge');
  return [machine, browser].filter(Boolean).join(', ') || 'PC';
}

/** One and the same for a code on this browser, also after the page was killed: a lost answer can be asked for again. It tells nothing. */
async function attemptFor(code: string): Promise<string> {
  const salt = localStorage.getItem(ATTEMPT_KEY) ?? newId();
  localStorage.setItem(ATTEMPT_KEY, salt);
  return hashJson([salt, code.toUpperCase().replace(/[\s-]/g, '')]);
}

/** Connects a book with an activation code or a joining code. @throws ApiError */
export async function connectBook(book: Book, code: string): Promise<void> {
  const { activate, codeKind, join, splitJoinCode, ApiError } = await loadSync();
  const kind = codeKind(code);
  // The server knows a joining code by its first part alone: mended in the secret part, it is the same try.
  const known = (kind === 'join' && splitJoinCode(code)?.lookup) || code;
  const entry = { code, deviceName: deviceName(), attempt: await attemptFor(known) };
  if (kind === 'activation') await activate(book, '', entry);
  else if (kind === 'join') await join(book, '', entry, deriveInWorker);
  else throw new ApiError('codeUnknown');
}

/** Brings the cell's book back with a recovery sheet. @throws ApiError */
export async function recoverBook(book: Book, sheet: string): Promise<void> {
  const { recover } = await loadSync();
  await recover(book, '', { code: sheet, deviceName: deviceName(), attempt: await attemptFor(sheet) }, deriveInWorker);
}
