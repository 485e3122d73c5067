import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropIfEmpty, dropSchema, hasCells, openStore, othersConnected, schemaExists, swapSchemas, type Store } from '../store';
import { CareError } from './care-error';
import { CARE } from '../messages';
import { environmentOf, runTool } from './postgres-tools';
import { stampOf } from './stamp';
import { verifyStore } from './verify';

/**
 * [OPS-2] On PostgreSQL the backup is first read into a schema beside the one in use, in one transaction, and examined there; then the two
 * change names, in one transaction. Killed anywhere, the data in use is in its place.
 * @returns the schema in which the old data is kept; null when there was none @throws CareError, ToolMissing, ToolFailed
 */
export async function restorePostgres(databaseUrl: string, file: string, replace: boolean): Promise<string | null> {
  const stamp = stampOf(new Date());
  const [coming, aside] = [`restored_${stamp}`, `before_${stamp}`];
  if (await othersConnected(databaseUrl)) throw new CareError(CARE.running);
  const hadData = (await schemaExists(databaseUrl, 'public', 'cells')) && (await withStore(databaseUrl, undefined, (store) => hasCells(store.db)));
  if (hadData && !replace) throw new CareError(CARE.hasData);
  await readBeside(databaseUrl, file, coming);
  try {
    const { wrong } = await withStore(databaseUrl, coming, verifyStore);
    if (wrong.length > 0) throw new CareError([CARE.badFile, ...wrong].join('\n'));
    await swapSchemas(databaseUrl, coming, aside);
  } catch (error) {
    await dropSchema(databaseUrl, coming);
    throw error;
  }
  return !hadData && (await dropIfEmpty(databaseUrl, aside)) ? null : aside;
}

async function withStore<T>(databaseUrl: string, schema: string | undefined, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: '', databaseUrl, ...(schema === undefined ? {} : { schema }) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The dump names the schema `public`: it is read under that name while the one in use is called otherwise, which nobody else sees. */
async function readBeside(databaseUrl: string, file: string, coming: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'restore-'));
  const env = environmentOf(databaseUrl);
  const script = (name: string): string => join(folder, name);
  try {
    writeFileSync(script('before.sql'), `alter schema public rename to waiting_for_${coming}; create schema public;\n`);
    writeFileSync(script('after.sql'), `alter schema public rename to ${coming}; alter schema waiting_for_${coming} rename to public;\n`);
    await runTool('pg_restore', ['--schema=public', '--no-owner', '--no-privileges', '--file', script('data.sql'), file], env);
    if (!existsSync(script('data.sql'))) throw new CareError(CARE.badFile);
    const files = ['before.sql', 'data.sql', 'after.sql'].flatMap((name) => ['--file', script(name)]);
    await runTool('psql', ['--no-psqlrc', '--quiet', '--no-password', '--set', 'ON_ERROR_STOP=1', '--single-transaction', ...files], env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
