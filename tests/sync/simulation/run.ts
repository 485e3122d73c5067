/** Runs schedules; a failing one is cut down to the steps that matter. */
import { Broken, Cell } from './cell';
import { judge } from './oracle';
import { scheduleOf, type Schedule } from './schedule';
import type { Server } from './server';

/** @throws Broken, or whatever the client threw */
export async function runSchedule(server: Server, { steps }: Schedule): Promise<void> {
  const cell = await Cell.found(server);
  try {
    for (const step of steps) await cell.perform(step);
    await cell.settle();
    await judge(cell);
  } finally {
    await cell.end();
  }
}

const whyOf = async (server: Server, schedule: Schedule): Promise<string | null> => {
  try {
    await runSchedule(server, schedule);
    return null;
  } catch (error) {
    return error instanceof Broken ? error.message : String(error instanceof Error ? error.stack : error);
  }
};

/** Null when the seed's schedule keeps every promise; otherwise a report: what broke, the steps that are enough for it, how to see it again. */
export async function trySeed(server: Server, seed: number): Promise<string | null> {
  let schedule = scheduleOf(seed);
  let why = await whyOf(server, schedule);
  if (why === null) return null;
  const until = Date.now() + 5_000;
  for (let size = schedule.steps.length >> 1; size >= 1 && Date.now() < until; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at < schedule.steps.length && Date.now() < until; ) {
      const less = { ...schedule, steps: schedule.steps.toSpliced(at, size) };
      const still = await whyOf(server, less);
      if (still === null) at += size;
      else [schedule, why] = [less, still];
    }
  }
  const trace = schedule.steps.map((step, n) => `  ${n + 1}. ${JSON.stringify(step)}`).join('\n');
  return `seed ${seed}: ${why}\n${trace}\nagain: npm run soak -- --schedules 1 --seed ${seed}`;
}
