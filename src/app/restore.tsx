import { ReceivePage, RestorePage, type RestoreOutcome } from '@/features/backup';
import { BackupError, restoreBook, type OpenedBackup, type RestoreChoice } from '@/storage/backup';
import { deviceName } from './connect';
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

/** How a blank device gets a book that is somewhere else already: from a file, or from a device beside it. */
export type RestoreWay = 'restore' | 'receive';

const HERE = { origin: location.origin, deviceName: deviceName() };

/** Restoring in place of the first screens. Loaded when somebody chooses it. */
export const Restore = ({ way, onBack }: { way: RestoreWay; onBack: () => void }) =>
  way === 'receive' ? <ReceivePage here={HERE} onBack={onBack} onRestore={restore} /> : <RestorePage onBack={onBack} onRestore={restore} />;
