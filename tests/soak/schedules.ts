import { simulate } from '../sync/simulation/workers';

/** So many schedules from a seed on. */
export async function soakSchedules(schedules: number, seed: number): Promise<{ passed: number; failed: number }> {
  console.log(`${schedules} schedules from seed ${seed}`);
  const failed = await simulate(seed, schedules, (report) => console.log(`\n${report}\n`));
  return { passed: schedules - failed.length, failed: failed.length };
}
