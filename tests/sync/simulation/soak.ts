/** `npm run soak -- --schedules N --seed S`: more schedules than `npm test` has time for. Ends with a line that counts. */
import { parseArgs } from 'node:util';
import { simulate } from './workers';

const { values } = parseArgs({ options: { schedules: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const schedules = whole('schedules', values.schedules);
const seed = whole('seed', values.seed ?? String(Date.now() % 1_000_000_000));
const started = Date.now();
console.log(`${schedules} schedules from seed ${seed}`);
const failed = await simulate(seed, schedules, (report) => console.log(`\n${report}\n`));
console.log(`${schedules - failed.length} passed, ${failed.length} failed, ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed.length > 0 ? 1 : 0;

function whole(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  console.error(`--${name} takes a whole number`);
  process.exit(2);
}
