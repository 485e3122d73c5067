/** The two databases that the store must behave the same on. */
import { findPostgres, startPostgres, type Postgres } from './postgres';

export interface Engine {
  name: string;
  available: boolean;
  /** Before the first `url`. */
  start(): Promise<void>;
  /** The DATABASE_URL of an empty database; undefined for the embedded one. */
  url(): Promise<string | undefined>;
  stop(): Promise<void>;
}

export function engines(): Engine[] {
  const found = findPostgres();
  let postgres: Postgres | null = null;
  return [
    { name: 'libsql', available: true, start: async () => undefined, url: async () => undefined, stop: async () => undefined },
    {
      name: found.available ? 'PostgreSQL' : `PostgreSQL (${found.reason})`,
      available: found.available,
      start: async () => {
        postgres = await startPostgres();
      },
      url: () => postgres!.freshDatabase(),
      stop: async () => postgres?.stop(),
    },
  ];
}
