import { changePasscode, createDeviceKey, deriveInWorker, type DeriveKey, type WrappedKey } from '@/crypto';
import { Book } from './book';
import { BookDatabase } from './database';
import { nameError, StorageError } from './errors';
import { BOOK_NAMES, type BookMode } from './names';

/** Makes a new book under a passcode. @throws StorageError when there is one already (`blocked`) or no storage. */
export async function createBook(mode: BookMode, passcode: string, derive: DeriveKey): Promise<Book> {
  const { wrapped, key } = await createDeviceKey(passcode, derive);
  const db = new BookDatabase(BOOK_NAMES[mode]);
  try {
    await db.transaction('rw', db.meta, async () => {
      if (await db.meta.get('device')) throw new StorageError('blocked');
      await db.meta.put({ name: 'device', value: wrapped });
    });
  } catch (error) {
    db.close();
    throw nameError(error);
  }
  return new Book(db, key);
}

/** Wraps the data key under another passcode. False when the old one is wrong. */
export async function changeBookPasscode(book: Book, oldCode: string, newCode: string, derive: DeriveKey = deriveInWorker): Promise<boolean> {
  const wrapped = (await book.db.meta.get('device'))?.value as WrappedKey | undefined;
  if (!wrapped) throw new StorageError('damaged');
  const next = await changePasscode(wrapped, oldCode, newCode, derive);
  if (next) await book.db.meta.put({ name: 'device', value: next });
  return next !== null;
}
