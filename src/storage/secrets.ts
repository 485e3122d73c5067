import type { Json } from '@/domain';
import type { Book } from './book';
import { openSecret, sealSecret } from './codec';

const at = (name: string): string => `secret.${name}`;
const stored = async (book: Book, name: string): Promise<Uint8Array | undefined> => (await book.db.meta.get(at(name)))?.value as Uint8Array | undefined;

/** Reads a sealed setting (the connection with its token and cell key). */
export async function readSecret<T extends Json>(book: Book, name: string): Promise<T | undefined> {
  const box = await stored(book, name);
  return box && ((await openSecret(book.key, name, box)) as T);
}

/** Writes a sealed setting. */
export async function writeSecret(book: Book, name: string, value: Json): Promise<void> {
  await book.db.meta.put({ name: at(name), value: await sealSecret(book.key, name, value) });
}

/**
 * Makes a sealed setting from what it was; done anew for as long as another tab comes between, so that neither overwrites the other.
 * @param make called with undefined where there is none; must have no effect besides its answer
 */
export async function updateSecret<T extends Json>(book: Book, name: string, make: (before: T | undefined) => T | Promise<T>): Promise<T> {
  for (;;) {
    const seen = await stored(book, name);
    const value = await make(seen && ((await openSecret(book.key, name, seen)) as T));
    const box = await sealSecret(book.key, name, value);
    const done = await book.db.transaction('rw', book.db.meta, async () => {
      const now = await stored(book, name);
      if (now?.join() !== seen?.join()) return false;
      await book.db.meta.put({ name: at(name), value: box });
      return true;
    });
    if (done) return value;
  }
}
