/** `npm run size`: what the phone has to load, against the budget. `-- --json` prints the same as data. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadedBy, precached, sum, weigh, type Weighed } from './weigh';

const DIST = 'dist/app';

/**
 * What is loaded to start the app, unlock it and run a regular meeting from preparation to the read-back: keys of Vite's manifest,
 * folders of them, or names of shared chunks (vite.config.ts says what is in `core`, `database` and `meeting`; the passcode's worker is found
 * through them). Left out: what is opened on demand (sources of a step, details) or after the meeting (signing, closing, sending).
 * Words and packs travel as data and are weighed in the precache.
 */
const MEETING_PATH = ['index.html', 'core', 'database', 'meeting', 'src/features/meeting/index.ts'];

/** In bytes, as they travel. */
const BUDGET = { meetingJs: 150_000, meetingCssAndFonts: 60_000, precache: 2_500_000 };
type Part = keyof typeof BUDGET;
const LABEL: Record<Part, string> = { meetingJs: 'meeting path, JS', meetingCssAndFonts: 'meeting path, CSS and fonts', precache: 'whole precache' };

const asData = process.argv.includes('--json');
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

try {
  if (!existsSync(`${DIST}/.vite/manifest.json`)) build();
  const parts = measure();
  const failed = parts.some(({ ok }) => !ok);
  if (asData) console.log(JSON.stringify(Object.fromEntries(parts.map(({ part, ...rest }) => [part, rest])), null, 2));
  else parts.forEach(print);
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.log(asData ? JSON.stringify({ error: message }) : `FAIL size: ${message}`);
  process.exitCode = 1;
}

interface Measured {
  part: Part;
  bytes: number;
  budget: number;
  ok: boolean;
  files: Weighed[];
}

function measure(): Measured[] {
  const { scripts, styles, fonts } = loadedBy(DIST, MEETING_PATH);
  const files: Record<Part, string[]> = { meetingJs: scripts, meetingCssAndFonts: [...styles, ...fonts], precache: precached(DIST) };
  return (Object.keys(BUDGET) as Part[]).map((part) => {
    const weighed = files[part].map((file) => weigh(DIST, file)).sort((a, b) => b.bytes - a.bytes);
    const bytes = sum(weighed);
    return { part, bytes, budget: BUDGET[part], ok: bytes <= BUDGET[part], files: weighed };
  });
}

function print({ part, bytes, budget, ok, files }: Measured): void {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${LABEL[part].padEnd(28)} ${kB(bytes).padStart(10)} of ${kB(budget).padStart(10)}  ${files.length} files`);
  const shown = part === 'precache' ? files.slice(0, 5) : files;
  for (const { file, bytes: one } of shown) console.log(`     ${kB(one).padStart(10)}  ${file}`);
}

function build(): void {
  const run = spawnSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error('the build failed');
}
