import { readSetting, writeSetting, type Book, type BookMode, type Saver } from '@/storage';
import type { Counts, FilesInBackup } from '@/storage/backup';
import { loadSync } from '@/sync';

/** A backup as a file, and what to say of it. */
export interface Made {
  readonly file: File;
  readonly counts: Counts;
  readonly left: Counts;
  readonly files: FilesInBackup;
  readonly partial: boolean;
  readonly at: string;
}

const day = (moment: Date): string => [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** When and what, in plain letters; no name of cell or person. */
export const backupFileName = (moment: Date): string => `so-chi-bo-${day(moment)}.sochibo`;

/** Writes drafts out, takes what is unsent into batches where the book is connected, and seals the whole book into a file. @param files with what is attached */
export async function makeBackup(saver: Saver, mode: BookMode, passphrase: string, now: Date, files = false): Promise<Made> {
  await saver.flush();
  const { prepareBackup } = await loadSync();
  // A connection that does not open must not keep the rest out of the file.
  const logCell = await prepareBackup(saver.book).catch(() => undefined);
  const { createBackup } = await import('@/storage/backup');
  const at = now.toISOString();
  const { bytes, ...told } = await createBackup({ saver, passphrase, told: { made: at, app: __APP_VERSION__, mode }, logCell, files });
  return { file: new File([...bytes], backupFileName(now), { type: 'application/octet-stream' }), ...told, at };
}

/** When the book was last backed up, ISO; null for never. */
export const lastBackup = async (book: Book): Promise<string | null> => (await readSetting<string>(book, 'lastBackupAt')) ?? null;

/** Notes that a backup has left this app. False when the disk is too full even for that. */
export const noteBackup = (book: Book, at: string): Promise<boolean> => writeSetting(book, 'lastBackupAt', at).then(() => true, () => false);
