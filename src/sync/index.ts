/** The light part, on every screen: the status. Everything that speaks to the server loads when it is wanted. */
export { resetSyncStatus, syncStatus, useSyncStatus, type SyncStatus } from './status';
export type { ApiReason } from './api';
export { codeKind, codeProblem, groupCode } from './code';
export { reasonKey, type Failure } from './reasons';
export type { CellDevice, Connection, RevokedDevice } from './connection';
export type { Outbox } from './outbox';
export { groupSheet, SHEET_GROUPS, sheetProblem, type SheetProblem } from '@/crypto/sheet-code';
export type { SpareKey } from './escrow';
export type { SheetState } from './recovery';
export type { QueuedSubmission } from './submissions';
export type { SyncRunner } from './runner';

/** Loads the engine: connecting, running, the outbox. A chunk of its own, precached like the rest. */
export const loadSync = (): Promise<typeof import('./engine-room')> => import('./engine-room');
