import { createStore } from 'zustand/vanilla';
import { useSyncExternalStore } from 'react';
import type { ApiReason } from './api';

/**
 * The one thing the screens know of sync.
 * `none`: no server yet · `idle` · `syncing` · `waiting`: the last run failed, the next comes by itself · `signedOut`: the server no longer
 * knows this device, or was told to shut it out.
 */
export interface SyncStatus {
  readonly phase: 'none' | 'idle' | 'syncing' | 'waiting' | 'signedOut';
  /** Records, documents and attached files not yet with the server. */
  readonly toSend: number;
  /** ms since 1970. */
  readonly lastSyncAt: number | null;
  readonly nextTryAt: number | null;
  readonly reason: ApiReason | 'storage' | null;
  /** Log entries that this device could not open. */
  readonly unreadable: number;
  /** The cell has a newer key that this device was not given: what the others write waits until it is let in anew. */
  readonly leftOut: boolean;
  /** Log entries that wait for a newer version of the app. */
  readonly parked: number;
}

const start: SyncStatus = { phase: 'none', toSend: 0, lastSyncAt: null, nextTryAt: null, reason: null, unreadable: 0, leftOut: false, parked: 0 };

/** The store behind {@link useSyncStatus}. */
export const syncStatus = createStore<SyncStatus>(() => start);
/** Back to the start: locked, or another book. */
export const resetSyncStatus = (): void => syncStatus.setState(start, true);
/** The sync status, followed. */
export const useSyncStatus = (): SyncStatus => useSyncExternalStore(syncStatus.subscribe, syncStatus.getState);
