import type { BackupReason } from '@/storage/backup';

/** Why restoring came to nothing; each has its words under `error`. */
export type RestoreReason = BackupReason | 'trialExists' | 'unreadable';

/** The name of a backup's own failure; null for any other. */
export const reasonOf = (error: unknown): BackupReason | null => ((error as { name?: string } | null)?.name === 'BackupError' ? (error as { reason: BackupReason }).reason : null);
