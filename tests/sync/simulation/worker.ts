/** One stretch of seeds, `worker.ts <from> <many>`, in a process of its own: see workers.ts. */
import '../../support/dev-globals.mjs';
import { trySeed } from './run';
import { startServer } from './server';

/** So many failures are enough to see that something is wrong. */
const ENOUGH = 10;
/** After so many schedules the server starts anew: its data lies in memory. */
const PER_SERVER = 2000;

process.once('disconnect', () => process.exit(1));
const from = Number(process.argv[2]);
const to = from + Number(process.argv[3]);
let failed = 0;
for (let first = from; first < to && failed < ENOUGH; first += PER_SERVER) {
  const server = await startServer();
  for (let seed = first; seed < Math.min(to, first + PER_SERVER) && failed < ENOUGH; seed += 1) {
    const report = await trySeed(server, seed);
    if (report === null) continue;
    failed += 1;
    process.send?.(failed < ENOUGH ? report : `${report}\n(stopped here)`);
  }
  await server.stop();
}
process.removeAllListeners('disconnect');
process.disconnect?.();
