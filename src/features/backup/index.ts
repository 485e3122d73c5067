export { BackupPages as BackupPage } from './backup-pages';
export { ReceivePage } from './receive';
export { RestorePage, type RestoreOutcome } from './restore';
