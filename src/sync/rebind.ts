import { shownValue, type FieldState, type StoredRecord } from '@/domain';
import { readSetting, writeSetting, type Book } from '@/storage';
import { dropBatch } from './batches';

/** A device of a cell, as far as the book's log and batches are bound to it. */
interface Bound {
  readonly cellId: string;
  readonly deviceId: string;
}

/** Which cell's log the records' positions belong to: the plain setting `logCell`. A book restored without a connection knows it by this alone. */
const LOG_CELL = 'logCell';

/**
 * Readies a book for a connection. [SYNC-7] Batches that another device id sealed are taken back and sent anew: under this one nobody
 * could open them. Where the cell is another than the one whose log the book has taken in (a server set up anew), everything in the
 * book counts as written here, and the new log is read from its beginning.
 */
export async function rebind(book: Book, before: Bound | undefined, next: Bound): Promise<void> {
  if (before?.deviceId !== next.deviceId) for (const batch of await book.db.batches.toArray()) await dropBatch(book, batch);
  const log = (await readSetting<string>(book, LOG_CELL)) ?? before?.cellId;
  if (log !== undefined && log !== next.cellId) await detach(book);
  await writeSetting(book, LOG_CELL, next.cellId);
}

/** Everything becomes this device's own and unsent, in one transaction with the cursor. */
async function detach(book: Book): Promise<void> {
  const keys = (await book.db.rows.filter((row) => row.kind !== 'directory').primaryKeys()) as StoredRecord['key'][];
  await book.edit(
    keys,
    (read) => keys.map((key) => asOwn(read(key))),
    async (db) => {
      await db.parked.clear();
      await db.meta.delete('setting.cursor');
    },
  );
}

/** The record as if it had been written here. Closing comes last: it refuses what would come after it. */
function asOwn(record: StoredRecord): StoredRecord {
  const shown = Object.entries(record.fields).filter(([, state]) => shownValue(state) !== null);
  shown.sort(([a], [b]) => Number(a === 'closedAt') - Number(b === 'closedAt'));
  const own = ([name, state]: [string, FieldState], index: number): [string, FieldState] => [name, { v: null, s: 0, d: '', l: { v: shownValue(state), n: index + 1, base: 0 } }];
  return { key: record.key, fields: Object.fromEntries(shown.map(own)) };
}
