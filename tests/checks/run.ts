/** `npm run check`: one line a check with its time, then what is wrong; `-- lint types` runs some of them. */
import { boundaries } from './boundaries';
import { docstrings } from './docstrings';
import { fileLength } from './file-length';
import { lint } from './lint';
import { locales } from './locales';
import { inWords, type Check, type Problem } from './problem';
import { purity } from './purity';
import { rules } from './rules';
import { types } from './types';
import { vietnamese } from './vietnamese';

const CHECKS: Record<string, Check> = { types, lint, boundaries, purity, locales, vietnamese, docstrings, 'file-length': fileLength, rules };

/** Of each check, when all run. */
const SHOWN = 30;
const root = process.cwd();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.log(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const [name, check] of Object.entries(CHECKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  const problems = await findings(check);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(12)} ${seconds.padStart(5)} s${problems.length > 0 ? `  ${problems.length} problems` : ''}`);
  const shown = wanted.length > 0 ? problems : problems.slice(0, SHOWN);
  for (const problem of shown) console.log(`     ${inWords(problem)}`);
  if (shown.length < problems.length) console.log(`     … all of them: npm run check -- ${name}`);
  if (problems.length > 0) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;

/** A check that breaks is a check that failed. */
async function findings(check: Check): Promise<Problem[]> {
  try {
    return await check(root);
  } catch (error) {
    return [{ file: '(check)', message: error instanceof Error ? error.message : String(error) }];
  }
}
