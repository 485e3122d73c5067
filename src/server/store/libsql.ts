import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase, type SqliteStatement } from 'kysely';
import Libsql from 'libsql';
import type { Engine } from './engine';

/** The database's file inside DATA_DIR. Beside it stand `-wal` and `-shm` while the server runs. */
export const DATABASE_FILE = 'so-chi-bo.db';

/** A transaction that means to write says so at once: a later upgrade of its lock could only fail. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** libsql hands blobs out as ArrayBuffer; pg as Buffer. The rest of the code sees bytes. */
function withBytes(row: unknown): unknown {
  const record = row as Record<string, unknown>;
  for (const name in record) {
    const value = record[name];
    if (value instanceof ArrayBuffer) record[name] = new Uint8Array(value);
  }
  return record;
}

const isFrame = (sql: string): boolean => /^(begin|commit|rollback)\b/i.test(sql);

/**
 * libsql leaves a statement that failed as busy in progress until it is collected as garbage, and nothing commits until then.
 * `exec` does not; and once `begin immediate` has gone through it, no statement of the transaction can be busy any more.
 */
const frame = (database: Libsql.Database, sql: string): SqliteStatement => ({
  reader: false,
  all: () => [],
  iterate: () => [][Symbol.iterator](),
  run: () => {
    database.exec(sql);
    return { changes: 0, lastInsertRowid: 0 };
  },
});

/**
 * The embedded database: one file, write-ahead log, one fsync per commit, so that what was acknowledged survives a killed process.
 * @throws when the folder cannot be made or written.
 */
export function libsqlEngine(dataDir: string): Engine {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new Libsql(join(dataDir, DATABASE_FILE));
  for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) database.pragma(pragma);
  // Waiting for another process happens inside a call that holds up everything else: briefly here, then again from outside (store.ts).
  database.pragma('busy_timeout = 50');
  const adapted: SqliteDatabase = {
    close: () => void database.close(),
    prepare: (sql): SqliteStatement => {
      if (isFrame(sql)) return frame(database, sql);
      const statement = database.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters).map(withBytes),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
  return {
    kind: 'libsql',
    dialect: new LibsqlDialect(adapted),
    bytesType: 'blob',
    isBusy: (error) => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error)),
    isTaken: (error) => /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)/.test(codeOf(error)),
    isDown: () => false,
  };
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
