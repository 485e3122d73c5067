export { SyncStatusPage, type SyncStatusPageProps } from './sync-status-page';
