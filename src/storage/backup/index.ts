export { createBackup, type BackupInput, type MadeBackup } from './create';
export { BackupError, type BackupReason } from './errors';
export type { FilesInBackup } from './files';
export type { Told } from './header';
export type { Counts } from './parts';
export { inspectBackup, LARGEST_BACKUP, openBackup, type BackupFile, type Missing, type OpenedBackup } from './read';
export { restoreBook, type RestoreChoice } from './restore';
