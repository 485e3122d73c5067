import { accessSync, constants, mkdirSync } from 'node:fs';
import { SettingError, type Config } from './config';
import type { Context } from './context';
import { DATABASE_DOWN, DATABASE_NEWER, SETTING_PROBLEMS } from './messages';
import { openSecrets } from './secrets';
import { NewerDatabase, openStore, type Store } from './store';

/**
 * Opens the data that the settings point to.
 * @param patience how long to wait for a database that is still starting, in milliseconds
 * @throws SettingError when they point to nothing usable
 */
export async function openContext({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>, patience?: number): Promise<Context> {
  const setting = databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL';
  if (databaseUrl === undefined) makeWritable(dataDir);
  let store: Store;
  try {
    store = await openStore({ dataDir, databaseUrl, ...(patience === undefined ? {} : { patience }) });
  } catch (error) {
    if (error instanceof NewerDatabase) throw new SettingError(setting, DATABASE_NEWER);
    // The driver's own message may hold the password of the URL; its code does not.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new SettingError(setting, `${setting === 'DATA_DIR' ? SETTING_PROBLEMS.DATA_DIR : DATABASE_DOWN}${code}`);
  }
  return { store, secrets: await openSecrets(store), now: () => new Date() };
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new SettingError('DATA_DIR', SETTING_PROBLEMS.DATA_DIR);
  }
}
