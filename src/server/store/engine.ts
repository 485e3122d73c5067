import type { Dialect } from 'kysely';

/** What differs between the two databases, and all of it. */
export interface Engine {
  readonly kind: 'libsql' | 'postgres';
  readonly dialect: Dialect;
  /** The column type for bytes. */
  readonly bytesType: 'blob' | 'bytea';
  /** Another transaction was in the way: the same work again will do. */
  readonly isBusy: (error: unknown) => boolean;
  /** A row with this key is there already. */
  readonly isTaken: (error: unknown) => boolean;
  /** The database does not answer (yet). */
  readonly isDown: (error: unknown) => boolean;
}
