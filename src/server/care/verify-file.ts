import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '../config';
import { damagesOf, databaseFile, NewerDatabase, openStore, type Store } from '../store';
import { CareError, inWords } from './care-error';
import { CARE, WRONG } from '../messages';
import { environmentOf, runTool } from './postgres-tools';
import { verifyStore, type Findings } from './verify';

const NOTHING: Findings = { cells: 0, documents: 0, entries: 0, wrong: [] };
const only = (line: string): Findings => ({ ...NOTHING, wrong: [line] });

/**
 * Examines a backup of the embedded database. The file is not touched: a copy is opened, and brought up to this build's tables, in a
 * folder that goes again.
 * @param near where the copy may lie
 */
export async function verifyFile(file: string, near: string = tmpdir()): Promise<Findings> {
  const damages = damagesOf(file);
  if (damages.length > 0) return { ...NOTHING, wrong: damages.map(WRONG.database) };
  const folder = mkdtempSync(join(near, 'verify-'));
  try {
    copyFileSync(file, databaseFile(folder));
    return await verifyIn({ dataDir: folder, databaseUrl: undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verifyIn(place: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Findings> {
  let store: Store | undefined;
  try {
    store = await openStore(place);
    return await verifyStore(store);
  } catch (error) {
    return only(error instanceof NewerDatabase ? WRONG.newer : inWords(error, WRONG.opens));
  } finally {
    await store?.close();
  }
}

const isDump = (file: string): boolean => readFileSync(file).subarray(0, 5).toString('latin1') === 'PGDMP';

/**
 * [OPS-3] Examines the data in use, or a backup. @returns lines for the person
 * @throws CareError with what is wrong (exit code 1), or why it could not be looked at
 */
export async function verify({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>, name: string): Promise<string[]> {
  const file = name === '' ? null : resolve(name);
  if (file !== null && !existsSync(file)) throw new CareError(CARE.noFile(file));
  if (file !== null && isDump(file)) return verifyDump(file, databaseUrl);
  if (file === null && databaseUrl === undefined && !existsSync(databaseFile(dataDir))) throw new CareError(CARE.noData);
  const damages = file === null && databaseUrl === undefined ? damagesOf(databaseFile(dataDir)).map(WRONG.database) : [];
  const found = damages.length > 0 ? { ...NOTHING, wrong: damages } : file === null ? await verifyIn({ dataDir, databaseUrl }) : await verifyFile(file);
  if (found.wrong.length > 0) throw new CareError([...found.wrong, CARE.damaged(found.wrong.length)].join('\n'), 1);
  return [CARE.whole(found.cells, found.documents, found.entries)];
}

async function verifyDump(file: string, databaseUrl: string | undefined): Promise<string[]> {
  try {
    await runTool('pg_restore', ['--file', '/dev/null', file], databaseUrl === undefined ? process.env : environmentOf(databaseUrl));
  } catch (error) {
    throw new CareError(inWords(error, WRONG.database), 1);
  }
  return [CARE.listed];
}
