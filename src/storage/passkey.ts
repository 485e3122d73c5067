import { askPasskey, dropPasskey, makePasskey, passkeysPossible } from '@/crypto/authenticator';
import { deriveInWorker, EnvelopeError, openByPasskey, unwrapDeviceKey, wrapForPasskey, type DeriveKey, type PasskeyOutput, type PasskeyWrap, type WrappedKey } from '@/crypto';
import { Book } from './book';
import { BookDatabase } from './database';
import { nameError, StorageError } from './errors';
import { BOOK_NAMES } from './names';

/** A passkey that gave nothing, and why. */
export { PasskeyError } from '@/crypto/authenticator';

/** Where the wrap lies in `meta`: in no group that a backup takes along [KEY-32]. */
export const PASSKEY_ROW = 'passkey';
/** Tells the lock, before any database is open, that it is worth loading what asks a passkey. Only a hint: the row decides. */
export const PASSKEY_HINT = 'so-chi-bo.passkey';

function hint(present: boolean): void {
  if (present) localStorage.setItem(PASSKEY_HINT, '1');
  else localStorage.removeItem(PASSKEY_HINT);
}

const readWrap = async (db: BookDatabase): Promise<PasskeyWrap | undefined> => (await db.meta.get(PASSKEY_ROW))?.value as PasskeyWrap | undefined;

/** Whether this machine and browser can be asked for a passkey at all. */
export const canHavePasskey = (): Promise<boolean> => passkeysPossible();

/** True when the open book opens with a passkey too; mends the hint. */
export async function hasPasskey(book: Book): Promise<boolean> {
  const present = (await readWrap(book.db)) !== undefined;
  hint(present);
  return present;
}

/**
 * [KEY-31] Makes a passkey and wraps the open book's data key by it, once the passcode has been given. A wrap that was there is replaced.
 * @param name what the phone's list of passkeys shows
 * @param make stands in for the authenticator in tests
 * @returns false when the passcode is wrong: no passkey is made then
 * @throws PasskeyError, StorageError; nothing is changed then
 */
export async function addPasskey(
  book: Book,
  passcode: string,
  name: string,
  { derive = deriveInWorker, make = makePasskey }: { derive?: DeriveKey; make?: (name: string) => Promise<PasskeyOutput> } = {},
): Promise<boolean> {
  const wrapped = (await book.db.meta.get('device'))?.value as WrappedKey | undefined;
  if (!wrapped) throw new StorageError('damaged');
  const raw = await unwrapDeviceKey(wrapped, passcode, derive);
  if (!raw) return false;
  try {
    const made = await make(name);
    const value = await wrapForPasskey(raw, made);
    made.output.fill(0);
    try {
      await book.db.meta.put({ name: PASSKEY_ROW, value });
    } catch (error) {
      dropPasskey(made.credential);
      throw nameError(error);
    }
  } finally {
    raw.fill(0);
  }
  hint(true);
  return true;
}

/** [KEY-32] Takes the passkey's wrap out of the book: from here on the passkey opens nothing, and the passcode opens as before. */
export async function removePasskey(book: Book): Promise<void> {
  const wrap = await readWrap(book.db);
  await book.db.meta.delete(PASSKEY_ROW);
  hint(false);
  if (wrap) dropPasskey(wrap.credential);
}

/** The passkey's wrap of a locked book; undefined when there is none, and the hint is taken back. @throws StorageError */
export async function findPasskey(): Promise<PasskeyWrap | undefined> {
  const db = new BookDatabase(BOOK_NAMES.real);
  try {
    const wrap = await readWrap(db);
    if (!wrap) hint(false);
    return wrap;
  } catch (error) {
    throw nameError(error);
  } finally {
    db.close();
  }
}

/**
 * [KEY-33] Opens the real book with its passkey. The passcode's wait does not hold here: the authenticator slows wrong fingers down itself.
 * @returns null when the passkey answered, but not with what wraps this book's key: a stale one, to be added anew
 * @throws PasskeyError, StorageError; the book is as it was
 */
export async function unlockByPasskey(wrap: PasskeyWrap, { signal, ask = askPasskey }: { signal?: AbortSignal; ask?: typeof askPasskey } = {}): Promise<Book | null> {
  const output = await ask(wrap.credential, wrap.salt, signal);
  try {
    const key = await openByPasskey(wrap, output);
    if (!key) return null;
    const db = new BookDatabase(BOOK_NAMES.real);
    try {
      // The book may be another one by now: wiped and made anew in another tab while the finger was on its way.
      const now = await readWrap(db);
      if (now?.box.join() === wrap.box.join()) {
        await db.meta.delete('tries');
        return new Book(db, key);
      }
      db.close();
      return null;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw error instanceof EnvelopeError ? new StorageError(error.reason === 'newer' ? 'newer' : 'damaged') : nameError(error);
  } finally {
    output.fill(0);
  }
}
