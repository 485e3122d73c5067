import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { unsentChanges, type RecordKey } from '@/domain';
import { BOOK_NAMES, readSecret, type Book } from '@/storage';
import { inspectBackup, openBackup, restoreBook } from '@/storage/backup';
import { BACKUP_VERSION } from '@/storage/backup/header';
import { BACKUP_PASSPHRASE, backupPath, readFrozen, realDerive } from './old-database';

/** The database that each version's file was made of. */
const MADE_OF = [1];
let book: Book | null = null;
afterEach(async () => {
  await book?.close();
  await Dexie.delete(BOOK_NAMES.real);
});

it('[MIGRATE-3] every version of the file is frozen here', () => {
  expect(MADE_OF).toHaveLength(BACKUP_VERSION);
});

describe.each(MADE_OF.map((database, index) => [index + 1, database] as const))('a backup file of version %i', (version, database) => {
  it('[MIGRATE-3] opens by its passphrase and restores every record, with what was unsent', async () => {
    const { shown, unsent } = readFrozen(database);
    const backup = await openBackup(await inspectBackup(new Blob([readFileSync(backupPath(version))])), BACKUP_PASSPHRASE, realDerive);
    expect(backup).toMatchObject({ cellName: 'Chi bộ Thử', missing: null, left: {}, log: { cell: 'cell1', cursor: 40 } });
    book = await restoreBook(backup, { passcode: '246813', takePlace: true }, realDerive);
    for (const [key, fields] of Object.entries(shown)) expect([key, await book.read(key as RecordKey)]).toEqual([key, fields]);
    for (const [key, fields] of Object.entries(unsent)) expect(unsentChanges(await book.load(key as RecordKey)).map(({ change }) => change.field)).toEqual(fields);
    expect((await book.db.batches.toArray()).map(({ keys, state }) => [keys, state])).toEqual([[['task:t2'], 'waiting']]);
    expect(await readSecret(book, 'connection')).toMatchObject({ token: 'token1', deviceId: 'device1' });
  });
});
