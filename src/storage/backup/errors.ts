/**
 * Why a backup file comes to nothing. `empty`: no bytes · `tooLarge`: not read at all · `notBackup`: another kind of file · `forDevice`: given to another
 * device, which opens it without a passphrase ·
 * `newer`: made by a later version of the app · `damaged`: what opens it is not whole, or nothing in it is ·
 * `wrongPassphrase` · `bookExists`: this browser already holds a book, which nothing may replace.
 */
export type BackupReason = 'empty' | 'tooLarge' | 'notBackup' | 'forDevice' | 'newer' | 'damaged' | 'wrongPassphrase' | 'bookExists';

/** A backup that came to nothing, by name; the screen puts it into words. Nothing was written. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  constructor(readonly reason: BackupReason) {
    super(reason);
  }
}
