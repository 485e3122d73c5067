import { deriveInWorker } from '@/crypto';
import { bookExists, deleteBook, unlockBook, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { enter, reasonOf, showLock, type CreateChoice, type Outcome } from './session';

/** A try-out that was left before is gone on with; one whose passcode is not the given one makes room for a new one. */
async function resumeTrial(passcode: string): Promise<boolean> {
  if (!(await bookExists('trial'))) return false;
  const before = await unlockBook('trial', passcode, deriveInWorker, Date.now());
  if (before.state === 'open') await enter(before.book, 'trial');
  else await deleteBook('trial');
  return before.state === 'open';
}

/** Makes a book and opens it; connects it when there is a code. */
export async function create(choice: CreateChoice): Promise<Outcome> {
  let book: Book;
  try {
    if (choice.mode === 'trial' && (await resumeTrial(choice.passcode))) return { ok: true };
    book = await createBook(choice.mode, choice.passcode, deriveInWorker);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  try {
    if (choice.mode === 'trial') await (await import('./trial-data')).writeTrialData(book);
    if (choice.cell) await book.write(Object.entries(choice.cell).map(([field, value]) => ({ key: 'cell:cell' as const, field, value })));
    if (choice.code) await (await import('./connect')).connectBook(book, choice.code);
    if (choice.sheet) await (await import('./connect')).recoverBook(book, choice.sheet);
  } catch (error) {
    // A book that never held anything is taken back, so that the person can begin again with another code or passcode.
    await book.close();
    const removed = await deleteBook(choice.mode).catch(() => false);
    if (removed) return { ok: false, reason: reasonOf(error) };
    showLock(choice.mode);
    return { ok: false, reason: reasonOf(error), bookMade: true };
  }
  await enter(book, choice.mode);
  return { ok: true };
}
