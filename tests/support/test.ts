/**
 * `npm test`: builds once, runs every project, ends with `N passed, N failed`.
 * `npm test -- unit` runs one project; any other argument goes to vitest (a part of a file's name, `-t name`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { CHROMIUM_HELP, findChromium } from './chromium';
import { add, closingLine, NOTHING, ONE_FAILED, tallyOf, type Tally, type VitestReport } from './tally';

/** In the order they run: the quick ones first. */
const PROJECTS = {
  unit: { build: false, browser: false },
  contract: { build: true, browser: false },
  browser: { build: false, browser: true },
  e2e: { build: true, browser: true },
} as const;
type Project = keyof typeof PROJECTS;
const ALL = Object.keys(PROJECTS) as Project[];
const REPORTS = 'tests/.artifacts';
/** The config imports without file extensions, like all the code; vite warns about that once a start. */
const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };

const args = process.argv.slice(2);
const isProject = (arg: string): arg is Project => arg in PROJECTS;
const named = args.filter(isProject);
const passedOn = args.filter((arg) => !isProject(arg));
const chosen = named.length > 0 ? ALL.filter((project) => named.includes(project)) : ALL;

let total: Tally = NOTHING;
const problems: string[] = [];
const without = (need: 'build' | 'browser', problem: string, projects: Project[]): Project[] => {
  problems.push(problem);
  total = add(total, ONE_FAILED);
  return projects.filter((project) => !PROJECTS[project][need]);
};

let runnable = chosen;
if (runnable.some((project) => PROJECTS[project].browser) && !findChromium()) {
  runnable = without('browser', CHROMIUM_HELP, runnable);
}
if (runnable.some((project) => PROJECTS[project].build) && process.env['SKIP_BUILD'] !== '1') {
  console.log('building');
  if (npm(['run', 'build', '--silent']) !== 0) runnable = without('build', 'The build failed (see above).', runnable);
}

mkdirSync(REPORTS, { recursive: true });
for (const project of runnable) total = add(total, runProject(project));

if (total.passed + total.failed + total.skipped === 0) {
  problems.push('No test was found.');
  total = ONE_FAILED;
}
for (const problem of problems) console.log(problem);
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function runProject(project: Project): Tally {
  const report = `${REPORTS}/test-${project}.json`;
  rmSync(report, { force: true });
  console.log(`\n${project}`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/support/vitest.config.ts', '--project', project];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'];
  const { status } = spawnSync(process.execPath, [...vitest, ...reporters, ...passedOn], { stdio: 'inherit', env });
  return tallyOf(read(report), status ?? 1);
}

function read(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

function npm(command: string[]): number {
  return spawnSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}
