/**
 * Freezes a backup file as the app makes it now: `npx tsx tests/migrations/freeze-backup.ts`. Run once, just before the file's version is
 * raised, and commit the file. Files lie in drawers for years: every later version must open them.
 */
import 'fake-indexeddb/auto';
import { existsSync, writeFileSync } from 'node:fs';
import { BOOK_NAMES, BookDatabase, Saver, unlockBook } from '@/storage';
import { createBackup } from '@/storage/backup';
import { BACKUP_VERSION } from '@/storage/backup/header';
import { BACKUP_PASSPHRASE, backupPath, readFrozen, realDerive, thaw } from './old-database';

const path = backupPath(BACKUP_VERSION);
if (existsSync(path)) throw new Error(`backup version ${BACKUP_VERSION} is frozen already`);
const frozen = readFrozen(new BookDatabase('number').verno);
await thaw(BOOK_NAMES.real, frozen);
const unlocked = await unlockBook('real', frozen.passcode, realDerive, 0);
if (unlocked.state !== 'open') throw new Error(unlocked.state);
const told = { made: '2026-11-24T10:00:00.000Z', app: '0.1.0', mode: 'real' } as const;
const { bytes } = await createBackup({ saver: new Saver(unlocked.book, () => 0), passphrase: BACKUP_PASSPHRASE, told, logCell: 'cell1' }, realDerive);
writeFileSync(path, Buffer.concat(bytes));
console.log(path);
