/** `npm run bench`: every row; `-- start save` some of them; `-- --json` as data. See README.md beside this file. */
import { cpus, loadavg } from 'node:os';
import { CHROMIUM_HELP, findChromium } from '../support/chromium';
import { SLOWER } from './phone';
import { asText, type Row } from './report';
import { growth } from './rows/growth';
import { talk, tasks } from './rows/rivals';
import { save } from './rows/save';
import { search } from './rows/search';
import { start } from './rows/start';
import { attendance, step } from './rows/taps';
import { buildSites } from './site';

const ROWS: Record<string, () => Promise<Row | Row[]>> = { start, save, step, roll: attendance, search, tasks, talk, growth };
/** Those that need the rivals' pages. */
const AGAINST = ['tasks', 'talk', 'growth'];

const args = process.argv.slice(2);
const asData = args.includes('--json');
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !(name in ROWS));

/** What runs beside the bench makes absolute figures larger, and the ratios less certain. */
const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

async function main(): Promise<void> {
  if (unknown.length > 0) throw new Error(`No such row: ${unknown.join(', ')}. There are: ${Object.keys(ROWS).join(', ')}.`);
  if (!findChromium()) throw new Error(CHROMIUM_HELP);
  buildSites(named.length === 0 || named.some((name) => AGAINST.includes(name)));
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version, slower: SLOWER };
  if (!asData) console.log(`main thread slowed ${SLOWER} times by CDP; ${machine.cores} cores, ${machine.cpu}, Node ${process.version}`);
  const rows: (Row & { load: [number, number] })[] = [];
  for (const [name, measure] of Object.entries(ROWS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const before = load();
    const loads: [number, number] = [before, 0];
    const measured = [await measure()].flat();
    loads[1] = load();
    rows.push(...measured.map((row) => ({ ...row, load: loads })));
    if (!asData) console.log(`\n${measured.map(asText).join('\n')}\n  load of the machine before and after: ${loads.join(' and ')} on ${machine.cores} cores`);
  }
  if (asData) console.log(JSON.stringify({ machine, rows }, null, 2));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
