export { BackupPage } from './backup-page';
export { RestorePage, type RestoreOutcome } from './restore';
