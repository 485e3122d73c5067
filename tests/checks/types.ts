/** The compiler, over everything. */
import { spawnSync } from 'node:child_process';
import type { Check, Problem } from './problem';

const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;

export const types: Check = (root) => {
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', '.'], { cwd: root, encoding: 'utf8' });
  const problems = run.stdout.split('\n').flatMap((line): Problem[] => {
    const [, file, at, message] = DIAGNOSTIC.exec(line) ?? [];
    return file && message ? [{ file, line: Number(at), message }] : [];
  });
  if (run.status !== 0 && problems.length === 0) throw new Error(`tsc ended with ${run.status}: ${run.stdout}${run.stderr}`);
  return problems;
};
