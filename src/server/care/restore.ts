import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config';
import { alone, damagesOf, databaseFile, hasCells, openStore, settle } from '../store';
import { CareError, inWords } from './care-error';
import { CARE } from '../messages';
import { restorePostgres } from './restore-postgres';
import { stampOf } from './stamp';
import { verifyFile } from './verify-file';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

/**
 * [OPS-2] Puts a backup in the place of the data. It is examined before anything is touched; data that is there is replaced only where
 * that is said, and kept beside; until the one last step, which is a rename, the old data is in its place, and from then on the new.
 * @returns lines for the person @throws CareError
 */
export async function restore({ dataDir, databaseUrl }: Place, name: string, replace: boolean): Promise<string[]> {
  if (name === '') throw new CareError(CARE.whichFile);
  const file = resolve(name);
  if (!existsSync(file)) throw new CareError(CARE.noFile(file));
  try {
    const kept = databaseUrl === undefined ? await restoreEmbedded(dataDir, file, replace) : await restorePostgres(databaseUrl, file, replace);
    return [CARE.restored, ...(kept === null ? [] : [CARE.keptAside(kept)])];
  } catch (error) {
    throw new CareError(inWords(error, CARE.restoreFailed));
  }
}

/** @returns where the old data is kept; null when there was none */
async function restoreEmbedded(dataDir: string, file: string, replace: boolean): Promise<string | null> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const target = databaseFile(dataDir);
  const hadData = existsSync(target) && (await holdsData(dataDir));
  if (hadData && !replace) throw new CareError(CARE.hasData);
  const { wrong } = await verifyFile(file, dataDir);
  if (wrong.length > 0) throw new CareError([CARE.badFile, ...wrong].join('\n'));
  const coming = `${target}.${process.pid}.part`;
  const aside = `${target}.truoc-${stampOf(new Date())}`;
  try {
    copyFileSync(file, coming);
    settle(coming);
    if (damagesOf(coming).length > 0) throw new CareError(CARE.badFile);
    const done = alone(dataDir, () => {
      // A second name for the old file first: at no moment is there no database, which a start would take for a first one.
      if (existsSync(target)) keepAs(target, aside);
      renameSync(coming, target);
      for (const tail of ['-wal', '-shm']) rmSync(target + tail, { force: true });
      settle(dataDir);
    });
    if (!done) throw new CareError(CARE.running);
  } finally {
    rmSync(coming, { force: true });
  }
  return existsSync(aside) ? aside : null;
}

function keepAs(target: string, aside: string): void {
  try {
    linkSync(target, aside);
  } catch {
    // A disk without second names: a copy does as well.
    copyFileSync(target, aside);
    settle(aside);
  }
}

/** What does not open counts as data: it is not thrown away unasked. Looked at in a copy, so that nothing of it is migrated. */
async function holdsData(dataDir: string): Promise<boolean> {
  const folder = mkdtempSync(join(dataDir, 'restore-'));
  try {
    for (const tail of ['', '-wal']) if (existsSync(databaseFile(dataDir) + tail)) copyFileSync(databaseFile(dataDir) + tail, databaseFile(folder) + tail);
    const store = await openStore({ dataDir: folder });
    const holds = await hasCells(store.db);
    await store.close();
    return holds;
  } catch {
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
