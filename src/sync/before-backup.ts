import { openRing } from '@/crypto';
import type { Book } from '@/storage';
import { makeBatch } from './batches';
import { recallConnection } from './connection';
import { loadRing } from './keyring';

/**
 * Readies a connected book for a backup: takes all that is unsent into batches, and tells whose log the book follows. [BACKUP-5] A
 * batch has one id on the old phone and on the one that takes its place, so whichever of them sends it, it is stored once, and an old
 * text from the file never covers a newer one.
 * @returns the cell's id; undefined without a connection. Where the disk is full, or cannot be read, the changes stay unsent, and go into the file as they are.
 */
export async function prepareBackup(book: Book): Promise<string | undefined> {
  const connection = await recallConnection(book);
  if (!connection) return undefined;
  try {
    const sealer = { ring: await openRing(await loadRing(book, connection)), cellId: connection.cellId, deviceId: connection.deviceId };
    while (await makeBatch(book, sealer));
  } catch {
    // The backup matters more.
  }
  return connection.cellId;
}
