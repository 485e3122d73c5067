import type { Row } from './database';

/** A commit is on the disk before "Đã lưu" appears. Browsers without the setting do so anyway, or cannot. */
export const DURABILITY = 'strict';

/**
 * Puts rows where each still is as it was read (its `rev` one less), all of them or none. False when one is not.
 * Straight to the database: this is every keystroke's way to the disk, and Dexie's transaction takes as long again.
 * @throws DOMException `InvalidStateError` when the browser has closed the database, or why the transaction failed
 */
export function putRows(database: IDBDatabase, rows: readonly Row[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: DURABILITY });
    const store = transaction.objectStore('rows');
    let overtaken = false;
    let unseen = rows.length;
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => (overtaken ? resolve(false) : reject(transaction.error ?? new Error('aborted')));
    try {
      for (const row of rows) {
        const stored = store.get(row.key) as IDBRequest<Row | undefined>;
        stored.onsuccess = () => {
          unseen -= 1;
          if (overtaken) return;
          overtaken = (stored.result?.rev ?? 0) !== row.rev - 1;
          if (overtaken) transaction.abort();
          // Said outright, the commit does not wait for the page to have heard of the put.
          else if (unseen === 0) transaction.commit?.();
        };
        store.put(row);
      }
    } catch (error) {
      reject(error as DOMException);
      transaction.abort();
    }
  });
}
