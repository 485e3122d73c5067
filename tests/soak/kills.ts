import { killBrowser } from '../kills/browser';
import { killServer } from '../kills/server';
import type { Verdict } from '../kills/stage';
import { CHROMIUM_HELP, findChromium } from '../support/chromium';
import { startPostgres } from '../support/postgres';

/** A browser killed so many times, then a server, then one over PostgreSQL where it is installed. A run with anything wrong has failed whole. */
export async function soakKills(kills: number, seed: number): Promise<{ passed: number; failed: number }> {
  if (!findChromium()) throw new Error(CHROMIUM_HELP);
  console.log(`${kills} kills of the browser and ${kills} of the server, seed ${seed}`);
  const options = { kills, seed, say: (line: string) => console.log(line) };
  const postgres = await startPostgres();
  let passed = 0;
  let failed = 0;
  const count = ({ kills: done, acknowledged, byHand, problems }: Verdict): void => {
    for (const problem of problems) console.log(`  ${problem}`);
    console.log(`${acknowledged} acknowledged in all (${byHand} typed on the screen), ${problems.length} wrong\n`);
    if (problems.length === 0) passed += done;
    else failed += done;
  };
  try {
    count(await killBrowser(options));
    count(await killServer(options));
    if (postgres) count(await killServer({ ...options, databaseUrl: postgres.url }));
    else console.log('PostgreSQL is not installed: left out');
  } finally {
    await postgres?.stop();
  }
  return { passed, failed };
}
