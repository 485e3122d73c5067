import { openDeviceKey, type DeriveKey, type WrappedKey } from '@/crypto';
import { Book } from './book';
import type { BookDatabase, MetaRow } from './database';
import { nameError, StorageError } from './errors';
import { BOOK_NAMES, type BookMode } from './names';

/** Wrong tries in a row, and until when (ms since 1970) the next one must wait. */
interface Tries {
  readonly wrong: number;
  readonly until: number;
}

/** What came of a try to unlock. */
export type UnlockResult =
  | { readonly state: 'open'; readonly book: Book }
  | { readonly state: 'wrong'; readonly waitSeconds: number }
  | { readonly state: 'wait'; readonly waitSeconds: number };

const FREE_TRIES = 5;
const LONGEST_WAIT = 15 * 60;

let told: (blocked: boolean) => void;

/**
 * [MIGRATE-5] Tells when a database waits for a window with an older version of the app to let go of it, and when it need not wait any
 * longer: what was asked of the database then goes on by itself.
 */
export const followBlocked = (tell: (blocked: boolean) => void): void => void (told = tell);

/** The database's code comes when a book is looked for: the lock is on the screen before it is needed. */
async function databases(): Promise<typeof BookDatabase> {
  const { BookDatabase: Database } = await import('./database');
  Database.onBlocked = told;
  return Database;
}

async function meta<T>(db: BookDatabase, name: string): Promise<T | undefined> {
  return (await db.meta.get(name))?.value as T | undefined;
}
const put = (db: BookDatabase, name: string, value: MetaRow['value']): PromiseLike<unknown> => db.meta.put({ name, value });

/** True when this browser holds a book of that mode. */
export async function bookExists(mode: BookMode): Promise<boolean> {
  try {
    const Database = await databases();
    if (!(await Database.exists(BOOK_NAMES[mode]))) return false;
    // A browser that died while the book was being made leaves an empty database: that is no book.
    const db = new Database(BOOK_NAMES[mode]);
    const device = await db.meta.get('device');
    db.close();
    return device !== undefined;
  } catch (error) {
    throw nameError(error);
  }
}

/**
 * [KEY-2] Opens the book with a passcode. After five wrong tries in a row each next one waits, twice as long every time, a quarter of an
 * hour at most. The wait keeps out a curious hand; who has copied the storage is kept out by the key's cost alone.
 * @param now ms since 1970
 */
export async function unlockBook(mode: BookMode, passcode: string, derive: DeriveKey, now: number): Promise<UnlockResult> {
  const db = new (await databases())(BOOK_NAMES[mode]);
  try {
    const [wrapped, tries] = await Promise.all([meta<WrappedKey>(db, 'device'), meta<Tries>(db, 'tries')]);
    if (!wrapped) throw new StorageError('damaged');
    const left = Math.ceil(((tries?.until ?? 0) - now) / 1000);
    // A clock set back must not lock for longer than the rule's longest wait.
    if (left > 0 && left <= LONGEST_WAIT) {
      db.close();
      return { state: 'wait', waitSeconds: left };
    }
    const key = await openDeviceKey(wrapped, passcode, derive);
    if (key) {
      if (tries) await db.meta.delete('tries');
      return { state: 'open', book: new Book(db, key) };
    }
    const wrong = (tries?.wrong ?? 0) + 1;
    const waitSeconds = wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, 5 * 2 ** (wrong - FREE_TRIES));
    await put(db, 'tries', { wrong, until: now + waitSeconds * 1000 });
    db.close();
    return { state: 'wrong', waitSeconds };
  } catch (error) {
    db.close();
    throw nameError(error);
  }
}

/** Deletes a book for good: the try-out's at any time; the real one only where it never held a record. */
export async function deleteBook(mode: BookMode): Promise<boolean> {
  if (mode === 'real') {
    const db = new (await databases())(BOOK_NAMES.real);
    const rows = await db.rows.count();
    db.close();
    if (rows > 0) return false;
  }
  await (await databases()).delete(BOOK_NAMES[mode]);
  return true;
}

/** Reads a plain setting (nothing private). */
export const readSetting = <T>(book: Book, name: string): Promise<T | undefined> => meta<T>(book.db, `setting.${name}`);
/** Writes a plain setting. */
export async function writeSetting(book: Book, name: string, value: unknown): Promise<void> {
  await put(book.db, `setting.${name}`, value);
}
