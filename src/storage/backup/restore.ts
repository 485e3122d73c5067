import { createDeviceKey, deriveInWorker, type DeriveKey, type SealingKey } from '@/crypto';
import { fieldsOf, readAttachment, releaseBatch, splitKey, unsentChanges, type Json, type StoredRecord } from '@/domain';
import { Book } from '../book';
import { sealRecord, sealSecret } from '../codec';
import { BOOK_NAMES, BookDatabase, type FileRow, type MetaRow, type Row } from '../database';
import { updateDirectory } from '../directory';
import { nameError } from '../errors';
import { BackupError } from './errors';
import type { OpenedBackup } from './read';

/** How a backup is put on a phone. */
export interface RestoreChoice {
  /** The new passcode of this device. */
  readonly passcode: string;
  /**
   * True: this phone takes the old one's place, with its device id, token and keys. False: the book comes without a connection (but
   * with the cell's keys), and the phone joins the cell as a device of its own later.
   */
  readonly takePlace: boolean;
  /**
   * [ADMIT-8] A place of its own among the cell's devices: sealed settings to be written with the book, whose batches stay as they are; null
   * for a book that another device gave and that no server knows.
   */
  readonly bound?: Readonly<Record<string, Json>> | null;
}

/** Frees changes marked as being in a batch that does not come along: they would otherwise wait for it for ever. */
function freed(record: StoredRecord, known: ReadonlySet<string>): StoredRecord {
  const lost = new Set(Object.values(record.fields).flatMap(({ l }) => (l?.b !== undefined && !known.has(l.b) ? [l.b] : [])));
  return [...lost].reduce(releaseBatch, record);
}

async function rowsOf(key: SealingKey, records: readonly StoredRecord[]): Promise<Row[]> {
  const directory = updateDirectory(undefined, records);
  const all = Object.keys(directory.fields).length > 0 ? [...records, directory] : records;
  return Promise.all(
    all.map(async (record): Promise<Row> => {
      const { kind } = splitKey(record.key);
      return { key: record.key, kind, dirty: kind !== 'directory' && unsentChanges(record).length > 0 ? 1 : 0, rev: 1, box: await sealRecord(key, record) };
    }),
  );
}

/**
 * Whose book it was, without what would let it in: what the old phone sealed and sent is met in the log as this book's own, instead of
 * being sent a second time over what the old phone has written since.
 */
function cameFrom({ secrets }: OpenedBackup, takePlace: boolean): Record<string, Json> {
  const { cellId, deviceId, former = [] } = (secrets['connection'] ?? {}) as { cellId?: string; deviceId?: string; former?: Json };
  return takePlace || !cellId || !deviceId ? {} : { cameFrom: { cellId, deviceId, former } };
}

/** What is here of each file; what the server has is asked anew. */
function filesOf({ records, pieces }: OpenedBackup): FileRow[] {
  const here = new Map<string, number>();
  for (const { file } of pieces) here.set(file, (here.get(file) ?? 0) + 1);
  return records.flatMap((record) => {
    const file = record.key.startsWith('file:') ? readAttachment(record.key, fieldsOf(record)) : null;
    return file ? [{ id: file.id, pieces: file.pieces, here: here.get(file.id) ?? 0, there: 0 }] : [];
  });
}

/** Sealed and plain settings as rows. */
async function metaOf(key: SealingKey, backup: OpenedBackup, { takePlace, bound }: RestoreChoice): Promise<MetaRow[]> {
  const { log, told, missing } = backup;
  // What went from one device to another is no file that lies somewhere.
  const settings: Record<string, unknown> = { ...backup.settings, ...(bound === undefined ? { lastBackupAt: told.made } : {}) };
  // Where records are missing the log is asked for from its beginning: what the file has lost comes back from there [LOG-7].
  if (log) Object.assign(settings, { logCell: log.cell, cursor: missing ? 0 : log.cursor });
  // The cell's keys come along: should nobody of the cell be left to give them, what lies in the vault stays readable.
  const secrets = [...Object.entries(backup.secrets).filter(([name]) => takePlace || name === 'keyring'), ...Object.entries(bound ?? cameFrom(backup, takePlace))];
  return [
    ...Object.entries(settings).map(([name, value]) => ({ name: `setting.${name}`, value })),
    ...(await Promise.all(secrets.map(async ([name, value]) => ({ name: `secret.${name}`, value: await sealSecret(key, name, value) })))),
  ];
}

/**
 * [BACKUP-4] Makes a book of a backup, under a new passcode and a new data key, and opens it. All in one transaction: a phone that dies
 * in between is as blank as before. Never over a book that is there.
 * @throws BackupError `bookExists`, StorageError when the phone has no room (nothing is written then)
 */
export async function restoreBook(backup: OpenedBackup, choice: RestoreChoice, derive: DeriveKey = deriveInWorker): Promise<Book> {
  const { wrapped, key } = await createDeviceKey(choice.passcode, derive);
  // A batch is sealed for the device that made it. Another device waits for the log to say whether it has come, and only then sends the
  // same changes in batches of its own; a book that nobody knows has no log to wait for.
  const batches = choice.bound === null ? [] : backup.batches;
  const known = new Set(batches.map(({ id }) => id));
  const [rows, meta] = await Promise.all([rowsOf(key, backup.records.map((record) => freed(record, known))), metaOf(key, backup, choice)]);
  const db = new BookDatabase(BOOK_NAMES[backup.told.mode]);
  try {
    await db.transaction('rw', db.tables, async () => {
      if (await db.meta.get('device')) throw new BackupError('bookExists');
      // Left over from a book that was never finished: without its key it is nobody's.
      await Promise.all(db.tables.map((table) => table.clear()));
      await db.rows.bulkPut(rows);
      await db.batches.bulkPut([...batches]);
      await db.parked.bulkPut([...backup.parked]);
      await db.pieces.bulkPut([...backup.pieces]);
      await db.files.bulkPut(filesOf(backup));
      await db.meta.bulkPut([...meta, { name: 'device', value: wrapped }]);
    });
  } catch (error) {
    db.close();
    throw named(error);
  }
  return new Book(db, key);
}

/** Dexie may wrap what was thrown inside a transaction. */
function named(error: unknown): unknown {
  const inner = (error as { inner?: unknown } | null)?.inner;
  return inner instanceof BackupError ? inner : nameError(error);
}
