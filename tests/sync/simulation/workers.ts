import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { track } from '../../support/children';

/** Runs `count` schedules from a seed on, on all cores. @returns the reports of those that failed */
export async function simulate(seed: number, count: number, onReport: (report: string) => void = () => undefined): Promise<string[]> {
  const cores = Math.max(1, Math.min(cpus().length, Math.ceil(count / 20)));
  const each = Math.ceil(count / cores);
  const stretches = Array.from({ length: cores }, (_, n) => ({ from: seed + n * each, many: Math.min(each, count - n * each) })).filter(({ many }) => many > 0);
  return (await Promise.all(stretches.map(({ from, many }) => stretch(from, many, onReport)))).flat();
}

/** A process of its own for a stretch of seeds. */
function stretch(from: number, many: number, onReport: (report: string) => void): Promise<string[]> {
  return new Promise((resolve) => {
    const reports: string[] = [];
    const add = (report: string): void => {
      reports.push(report);
      onReport(report);
    };
    const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [String(from), String(many)], { execArgv: ['--import', 'tsx'] });
    track(child);
    child.on('message', (report) => add(report as string));
    child.on('exit', (code, signal) => {
      if (code !== 0) add(`the process for seeds ${from} to ${from + many - 1} died (${code ?? signal})`);
      resolve(reports);
    });
  });
}
