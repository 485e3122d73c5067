import type { BookMode } from '@/storage';
import type { Outcome } from './session';

/** What pages may ask of the app; each takes what it needs. */
export interface PageProps {
  readonly offlineReady: boolean | null;
  readonly connected: boolean;
  readonly mode: BookMode;
  readonly onSyncNow: () => Promise<void>;
  readonly onConnect: (code: string) => Promise<Outcome>;
  readonly onLock: () => Promise<void>;
  readonly onLeaveTrial: (deleteData: boolean) => Promise<void>;
}
