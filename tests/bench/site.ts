/** Two sites, each served by the product's own server: the app with the bench's pages beside it, and the empty React page. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer, type RunningServer } from '../support/server';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the project, so that the copied server finds its packages. */
export const BUILT = join(ROOT, 'tests/.artifacts/bench');

export interface Servers {
  readonly app: RunningServer;
  readonly empty: RunningServer;
  stop(): Promise<void>;
}

/** Builds everything, fresh: figures of a stale build would be worse than none. SKIP_BUILD=1 takes the app as it stands in dist/. */
export function buildSites(rivals = false): void {
  // A process of its own, because what the builders print must not stand among the figures.
  const run = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'tests/bench/build.ts', ...(rivals ? ['--rivals'] : [])], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) throw new Error('The build failed.');
}

/** Starts both on ports of their own. `stop` also where they were killed before. */
export async function startSites(): Promise<Servers> {
  const start = (site: string): Promise<RunningServer> => startServer({ entry: join(BUILT, site, 'server/main.js') });
  const app = await start('app');
  const empty = await start('empty').catch(async (error: unknown) => {
    await app.stop();
    throw error;
  });
  return { app, empty, stop: async () => void (await Promise.all([app.stop(), empty.stop()])) };
}
