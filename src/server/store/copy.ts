import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { DATABASE_FILE } from './libsql';

/** How long another process may hold the database before a command gives up, ms. */
const PATIENCE = 10_000;

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** Makes what was written to a file (or to a folder: which names stand in it) outlast a loss of power. */
export function settle(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Where the embedded database of a data folder lies. */
export const databaseFile = (dataDir: string): string => join(dataDir, DATABASE_FILE);

/**
 * [OPS-1] Writes the embedded database as it stands at one moment into a new file, while others go on writing: readers of a
 * write-ahead log hold nobody up. The tables are neither migrated nor touched. @throws what the database says
 */
export function copyInto(dataDir: string, file: string): void {
  const database = new Libsql(databaseFile(dataDir));
  try {
    database.pragma(`busy_timeout = ${PATIENCE}`);
    database.exec(`vacuum into ${quoted(file)}`);
  } finally {
    database.close();
  }
  settle(file);
}

/** What the database's own examination finds wrong with a file, a line each; none when it is whole. */
export function damagesOf(file: string): string[] {
  let database: Libsql.Database | undefined;
  try {
    database = new Libsql(file);
    const rows = database.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    return [error instanceof Error && 'code' in error ? String(error.code) : String(error)];
  } finally {
    database?.close();
  }
}

/**
 * [OPS-2] Runs `work` while no other process has the embedded database open, its write-ahead log folded into the one file.
 * @returns false when another process has it open; then nothing was done
 */
export function alone(dataDir: string, work: () => void): boolean {
  if (!existsSync(databaseFile(dataDir))) {
    work();
    return true;
  }
  const database = new Libsql(databaseFile(dataDir));
  try {
    database.pragma('busy_timeout = 1000');
    // Leaving the write-ahead log is refused while anybody else is connected.
    database.exec('pragma journal_mode = delete');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))) return false;
    // Damaged beyond opening: nothing in it can be written, so nobody writes.
    work();
    return true;
  }
  try {
    work();
    return true;
  } finally {
    database.exec('rollback');
    database.close();
  }
}
