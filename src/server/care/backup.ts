import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config';
import { copyInto, damagesOf, databaseFile, settle } from '../store';
import { CARE } from '../messages';
import { CareError, inWords } from './care-error';
import { environmentOf, runTool } from './postgres-tools';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

/**
 * [OPS-1] Writes the whole store, as it stands at one moment, into one file, beside a running server. The file has its name only once it
 * is whole and on the disk: a backup that was cut off leaves at most a `.part` beside it.
 * @returns lines for the person @throws CareError
 */
export async function backup({ dataDir, databaseUrl }: Place, name: string): Promise<string[]> {
  if (name === '') throw new CareError(CARE.whichFile);
  const file = resolve(name);
  if (existsSync(file)) throw new CareError(CARE.fileThere(file));
  if (databaseUrl === undefined && !existsSync(databaseFile(dataDir))) throw new CareError(CARE.noData);
  const coming = `${file}.${process.pid}.part`;
  try {
    if (databaseUrl === undefined) copyEmbedded(dataDir, coming);
    else await runTool('pg_dump', ['--format=custom', '--schema=public', '--no-owner', '--no-privileges', '--no-password', '--file', coming], environmentOf(databaseUrl));
    settle(coming);
    renameSync(coming, file);
    settle(dirname(file));
  } catch (error) {
    rmSync(coming, { force: true });
    throw new CareError(inWords(error, CARE.failed));
  }
  return [CARE.backedUp(file, statSync(file).size)];
}

function copyEmbedded(dataDir: string, coming: string): void {
  copyInto(dataDir, coming);
  const [damage] = damagesOf(coming);
  if (damage !== undefined) throw new CareError(CARE.failed(damage));
}
