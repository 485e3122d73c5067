/** Installs the rivals when the bench is first asked for them: they are no part of the product, nor of its development. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../site';

export const RIVALS = join(ROOT, 'tests/bench/rivals');

/** @throws Error when they cannot be had (no network) */
export function installRivals(): void {
  if (existsSync(join(RIVALS, 'node_modules/rxdb')) && existsSync(join(RIVALS, 'node_modules/pouchdb'))) return;
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: RIVALS, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`The rivals of the comparison could not be installed:\n${stderr}`);
}
