/**
 * `npm run soak`: more of what is left to chance than `npm test` has time for. Ends with a line that counts.
 * `--schedules N --seed S`: the simulation of phones and server. `--kills N --seed S`: a browser and a server killed N times each.
 * `--routes --requests N --seed S`: N requests (100000) made from the routes' own schemas, spoiled.
 */
import '../support/dev-globals.mjs';
import { parseArgs } from 'node:util';
import { soakKills } from './kills';
import { soakRoutes } from './routes';
import { soakSchedules } from './schedules';

const { values } = parseArgs({ options: { schedules: { type: 'string' }, kills: { type: 'string' }, routes: { type: 'boolean' }, requests: { type: 'string' }, seed: { type: 'string' } } });
const seed = whole('seed', values.seed ?? String(Date.now() % 1_000_000_000));
const started = Date.now();
const { passed, failed } = values.routes ? soakRoutes(whole('requests', values.requests ?? '100000'), seed) : values.kills === undefined ? await soakSchedules(whole('schedules', values.schedules ?? '10000'), seed) : await soakKills(whole('kills', values.kills), seed);
console.log(`${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = failed > 0 ? 1 : 0;

function whole(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  console.error(`--${name} takes a whole number`);
  process.exit(2);
}
