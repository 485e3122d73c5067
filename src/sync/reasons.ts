import type { StorageReason } from '@/storage';
import type { ApiReason } from './api';

/** Why something that a person asked for came to nothing, by name. */
export type Failure = ApiReason | StorageReason | 'unknown';

const STORAGE: readonly string[] = ['full', 'closed', 'blocked', 'damaged', 'newer', 'unavailable'] satisfies readonly StorageReason[];

/** The key of a failure's words in the locale files: what happened, what is safe, what to do. */
export const reasonKey = (reason: Failure): string =>
  reason === 'unknown' ? 'errors:unknown' : STORAGE.includes(reason) ? `errors:storage.${reason}` : `errors:api.${reason}`;
