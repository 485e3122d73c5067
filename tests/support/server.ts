/** Starts the built server as a process of its own, so that it can be killed for real. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, hasEnded, track } from './children';

export interface ServerOptions {
  /** Where the server keeps its data. Without one a new folder is made, and removed by `stop`. */
  dataDir?: string;
  /** Default 0: any free port. Give the former port to come back at the address a phone already knows. */
  port?: number;
  env?: Record<string, string>;
  /** Another built server than dist/server/main.js. */
  entry?: string;
  /** Milliseconds until the address must have been printed. */
  startTimeout?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  /** SIGKILL; the data folder stays. */
  kill9(): Promise<void>;
  /** SIGTERM and wait; removes the data folder if it was made here. */
  stop(): Promise<void>;
  /** The same server again on the same port and data, after `kill9` (or ends it first). */
  restart(): Promise<RunningServer>;
  /** Everything printed so far, stdout and stderr. */
  output(): string;
  /** Waits until what was printed matches, and returns the match. */
  waitFor(pattern: RegExp, timeout?: number): Promise<RegExpExecArray>;
}

const BUILT = 'dist/server/main.js';
const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)/;
/** Settings of the person who runs the tests must not reach the server under test. */
const NOT_INHERITED = /^(PORT|HOST|DATA_DIR|DATABASE_URL|ORG_FILE|METRICS_TOKEN|KEEP_\w+|NODE_ENV|NODE_OPTIONS|VITEST.*|npm_.*)$/;

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const entry = resolve(options.entry ?? BUILT);
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run \`npm run build\` first`);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'server-'));
  const removeOwnData = (): void => {
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
  };
  const child = spawn(process.execPath, [entry], {
    env: { ...inherited(), HOST: '127.0.0.1', PORT: String(options.port ?? 0), DATA_DIR: dataDir, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  track(child);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const output = (): string => printed;

  const found = await matching(child, output, ADDRESS, options.startTimeout ?? 20_000).catch(async (error: unknown) => {
    await end(child, 'SIGKILL');
    removeOwnData();
    throw error;
  });
  const port = Number(found[1]);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    dataDir,
    output,
    waitFor: (pattern, timeout = 10_000) => matching(child, output, pattern, timeout),
    kill9: () => end(child, 'SIGKILL'),
    stop: async () => {
      await end(child, 'SIGTERM');
      removeOwnData();
    },
    restart: async () => {
      await end(child, 'SIGTERM');
      const again = await startServer({ ...options, dataDir, port });
      return { ...again, stop: () => again.stop().then(removeOwnData) };
    },
  };
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
}

async function matching(child: ChildProcess, output: () => string, pattern: RegExp, timeout: number): Promise<RegExpExecArray> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const match = pattern.exec(output());
    if (match) return match;
    if (hasEnded(child)) throw new Error(`The server ended (${child.exitCode ?? child.signalCode}) before printing ${pattern}:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`The server did not print ${pattern} in ${timeout} ms:\n${output()}`);
    await sleep(20);
  }
}
