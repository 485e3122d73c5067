import type { Secrets } from './secrets';
import type { Store } from './store';

/** What every service needs: the data, the server's secrets, the clock. */
export interface Context {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly now: () => Date;
  /** How heavy a log gets at least before a snapshot of it is due (see `vault/weight.ts`); tests let less be enough. */
  readonly snapshotAfter?: number;
  /** Room for the attached files of a cell, bytes; what `files` says where it is not set. */
  readonly filesPerCell?: number;
}

/** The moment as it is stored and sent: ISO 8601 in UTC, milliseconds, always 24 characters. */
export const instantOf = (date: Date): string => date.toISOString();
/** The moment `ms` milliseconds after `date`. */
export const instantAfter = (date: Date, ms: number): string => new Date(date.getTime() + ms).toISOString();
