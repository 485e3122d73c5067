import { BookDatabase } from './database';

/** How long another tab is waited for, ms. */
const PATIENCE = 2000;

/**
 * [KEY-7] Deletes a book's database with everything in it, the real one's too: only where the cell itself has shut this device out.
 * May be done again where the browser died over it. Emptied first, because a tab may hold it open for a while: what is left then is an
 * empty shell, which counts as no book, and goes when that tab lets go.
 */
export async function wipeDatabase(name: string): Promise<void> {
  const db = new BookDatabase(name);
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  db.close();
  await Promise.race([BookDatabase.delete(name), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
