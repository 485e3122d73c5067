import { RestorePage, type RestoreOutcome } from '@/features/backup';
import { BackupError, restoreBook, type OpenedBackup, type RestoreChoice } from '@/storage/backup';
import { enter, reasonOf } from './session';

/** Makes a book of an opened backup and opens it. Where it fails the phone is as it was. */
async function restore(backup: OpenedBackup, choice: RestoreChoice): Promise<RestoreOutcome> {
  try {
    await enter(await restoreBook(backup, choice), backup.told.mode);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof BackupError && error.reason === 'bookExists' ? error.reason : reasonOf(error) };
  }
}

/** Restoring in place of the first screens. Loaded when somebody chooses it. */
export const Restore = ({ onBack }: { onBack: () => void }) => <RestorePage onBack={onBack} onRestore={restore} />;
