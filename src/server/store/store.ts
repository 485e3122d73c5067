import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import type { Database, Db, Tx } from './database';
import type { Engine } from './engine';
import { libsqlEngine } from './libsql';
import { migrate, requireKnown } from './migrate';
import { postgresEngine } from './postgres';

/** Told of what writes wait for. */
export interface Watcher {
  /** From asking for a write until its work could begin seconds. */
  waited(seconds: number): void;
  /** A write is done again. */
  again(): void;
}

/** The opened database, its tables up to date. */
export interface Store {
  readonly kind: Engine['kind'];
  readonly db: Db;
  /**
   * All of it or nothing; every write goes through here. Runs the work again when another transaction was in the way, so the work
   * may have no effect outside the database. What it throws undoes the transaction and is passed on.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** From now on this one is told; the one before no more. */
  readonly watch: (watcher: Watcher) => void;
  /** Resolves when the database answers and its tables are ones that this build understands. @throws */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where the data is. */
export interface StoreOptions {
  readonly dataDir: string;
  /** `postgres://…`; without one the embedded database in `dataDir` is used. */
  readonly databaseUrl?: string | undefined;
  /** Another schema of PostgreSQL than the usual one: a backup that is being examined. */
  readonly schema?: string;
  /** How long to wait for a database that is still starting, in milliseconds. */
  readonly patience?: number;
}

/** How often a write looks whether the tables have moved on, ms. */
const LOOK = 1000;
/** How long a transaction is tried again, in milliseconds. */
const RETRIED_FOR = 10_000;

/** Opens the database and brings its tables up to date. @throws when it cannot be reached or is newer than this build. */
export async function openStore({ dataDir, databaseUrl, schema, patience = 10_000 }: StoreOptions): Promise<Store> {
  const engine = databaseUrl === undefined ? libsqlEngine(dataDir) : postgresEngine(databaseUrl, schema);
  const db = new Kysely<Database>({ dialect: engine.dialect });
  const ping = async (): Promise<void> => {
    await sql`select 1`.execute(db);
  };
  let looked = performance.now();
  let watcher: Watcher | undefined;
  const transact = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const asked = performance.now();
    let tries = 0;
    return retrying(engine.isBusy, () => {
      tries += 1;
      if (tries > 1) watcher?.again();
      return db.transaction().execute(async (tx) => {
        watcher?.waited((performance.now() - asked) / 1000);
        if (performance.now() - looked > LOOK) {
          await requireKnown(tx);
          looked = performance.now();
        }
        return work(tx);
      });
    });
  };
  try {
    await untilUp(engine, ping, patience);
    // Two processes making the same table at once: PostgreSQL lets one of them fail.
    await retrying((error) => engine.isBusy(error) || engine.isTaken(error), () => migrate(db, engine));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { kind: engine.kind, db, transact, watch: (told) => void (watcher = told), ping: () => requireKnown(db), close: () => db.destroy() };
}

async function retrying<T>(mayRetry: (error: unknown) => boolean, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + RETRIED_FOR;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayRetry(error) || Date.now() > deadline) throw error;
      await sleep(Math.random() * Math.min(250, 5 * 2 ** attempt));
    }
  }
}

async function untilUp(engine: Engine, ping: () => Promise<void>, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await ping();
    } catch (error) {
      if (!engine.isDown(error) || Date.now() > deadline) throw error;
      await sleep(250);
    }
  }
}
