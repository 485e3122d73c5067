/** Finds a Chromium and opens it as the secretary's phone: own profile, 390x844, Vietnamese, Hanoi time. */
import { accessSync, constants, existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext } from 'playwright-core';

type PersistentOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface LaunchOptions extends Omit<PersistentOptions, 'executablePath'> {
  /** The browser profile. Without one a new folder is made, and removed by `close`. */
  userDataDir?: string;
}

interface Launched {
  options: LaunchOptions;
  userDataDir: string;
  /** Made by `launch`, so `close` may remove it. */
  ownsDir: boolean;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How to get a browser, for the message when there is none. */
export const CHROMIUM_HELP =
  'No Chromium found. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to its executable.';

/** Flags that keep the browser from talking to anybody, and let it run as root in a container. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium: CHROMIUM_PATH, then one installed in the system, then Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted) return isExecutable(wanted) ? wanted : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...FIXED];
  return candidates.find(isExecutable) ?? playwrightsOwn();
}

const launched = new WeakMap<BrowserContext, Launched>();
const ownDirs = new Set<string>();
process.once('exit', () => ownDirs.forEach(removeDir));

/** Opens a phone. Everything Playwright's persistent context takes may be given and wins over the defaults. */
export async function launch(options: LaunchOptions = {}): Promise<BrowserContext> {
  const { userDataDir: given, ...rest } = options;
  const executablePath = findChromium();
  if (!executablePath) throw new Error(CHROMIUM_HELP);
  const userDataDir = given ?? mkdtempSync(join(tmpdir(), 'phone-'));
  if (!given) ownDirs.add(userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    headless: true,
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    ...rest,
    executablePath,
    args: [...CHROMIUM_ARGS, ...(rest.args ?? [])],
  });
  launched.set(context, { options, userDataDir, ownsDir: !given });
  return context;
}

/** The profile folder of a phone opened here. */
export function userDataDirOf(context: BrowserContext): string {
  return stateOf(context).userDataDir;
}

/** Closes the phone in the ordinary way and removes its profile, unless the caller brought the folder. */
export async function close(context: BrowserContext): Promise<void> {
  const { userDataDir, ownsDir } = stateOf(context);
  await context.close().catch(() => undefined);
  if (!ownsDir) return;
  removeDir(userDataDir);
  ownDirs.delete(userDataDir);
}

/**
 * Ends the browser as a phone ends an app: SIGKILL, no page event, nothing flushed. Opens it again on the same
 * profile with the same options and returns the new context; the old one is dead.
 */
export async function kill9(context: BrowserContext): Promise<BrowserContext> {
  const { options, userDataDir, ownsDir } = stateOf(context);
  await killOnly(context);
  const next = await launch({ ...options, userDataDir });
  launched.set(next, { options, userDataDir, ownsDir });
  return next;
}

/** SIGKILL without opening again; the profile stays. */
export async function killOnly(context: BrowserContext): Promise<void> {
  const { userDataDir } = stateOf(context);
  const pid = browserPid(userDataDir);
  const closed = new Promise<void>((done) => context.once('close', () => done()));
  // Playwright starts the browser as the leader of its own process group: the renderers die with it.
  process.kill(-pid, 'SIGKILL');
  await Promise.race([closed, sleep(5_000)]);
  for (let i = 0; i < 100 && alive(pid); i += 1) await sleep(20);
  if (alive(pid)) throw new Error(`The browser (pid ${pid}) outlived SIGKILL`);
}

function stateOf(context: BrowserContext): Launched {
  const state = launched.get(context);
  if (!state) throw new Error('This context was not opened by launch()');
  return state;
}

/** Chromium names its process in the profile's lock, a link to `host-pid`. */
function browserPid(userDataDir: string): number {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(userDataDir, 'SingletonLock')))?.[1]);
  if (!Number.isInteger(pid) || pid < 2) throw new Error('No process id in the browser profile');
  return pid;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function removeDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}
