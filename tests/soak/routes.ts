import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VitestReport } from '../support/tally';

/** Requests of a seed, as in tests/fuzz/routes.ts. */
const A_SEED = 500;

/** So many requests made from the routes' own schemas; counted by seeds, each with a store of its own. A seed that failed is printed with the request. */
export function soakRoutes(requests: number, seed: number): { passed: number; failed: number } {
  const seeds = Math.max(1, Math.ceil(requests / A_SEED));
  console.log(`${seeds * A_SEED} requests, ${seeds} seeds from ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'routes-'));
  const report = join(folder, 'report.json');
  try {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/support/vitest.config.ts', '--project', 'contract', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, 'tests/contract/server-http/fuzz.test.ts'];
    spawnSync(process.execPath, vitest, { stdio: 'inherit', env: { ...process.env, FUZZ_SEEDS: `${seed}:${seeds}`, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } });
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
