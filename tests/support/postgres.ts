/** A PostgreSQL of the tests' own, from the system's binaries: new cluster, own port, fsync on, gone afterwards. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { end, hasEnded, track } from './children';

export interface Postgres {
  /** A connection URL of an empty database, `postgres://user:password@127.0.0.1:port/name`. */
  url: string;
  /** Makes another empty database in the same server and returns its URL. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Where the binaries are, or why there are none. With CI=true having none is an error: there it must be tested. */
export type PostgresFound = { available: true; bin: string } | { available: false; reason: string };

/** For `describe.skipIf(!findPostgres().available)`; the reason belongs in the test's name. */
export function findPostgres(): PostgresFound {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)];
  const bin = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (bin) return { available: true, bin };
  const reason = 'PostgreSQL is not installed (Debian: apt-get install postgresql)';
  if (process.env['CI'] === 'true') throw new Error(`${reason}; in CI its tests may not be skipped`);
  return { available: false, reason };
}

/** Starts a server, or returns null when there are no binaries (`findPostgres` says why). */
export async function startPostgres(): Promise<Postgres | null> {
  const found = findPostgres();
  if (!found.available) return null;
  const dir = mkdtempSync(join(tmpdir(), 'pg-'));
  const owner = unprivileged();
  const password = randomBytes(12).toString('hex');
  const secret = join(dir, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (owner) [dir, secret].forEach((path) => chownSync(path, owner.uid, owner.gid));

  const as = { ...owner, cwd: dir, env: { PATH: process.env['PATH'], HOME: dir, LC_ALL: 'C' } };
  const data = join(dir, 'data');
  const initdb = ['-D', data, '-U', 'test', '-E', 'UTF8', '--no-locale', '--auth=scram-sha-256', `--pwfile=${secret}`, '--no-sync'];
  execFileSync(join(found.bin, 'initdb'), initdb, { ...as, stdio: ['ignore', 'ignore', 'pipe'] });

  const start = async (attemptsLeft: number): Promise<{ child: ChildProcess; port: number }> => {
    const port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${dir}`, 'fsync=on', 'max_connections=60'];
    const child = spawn(join(found.bin, 'postgres'), ['-D', data, ...settings.flatMap((s) => ['-c', s])], { ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    track(child);
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    if (await answers(urlOf(port, password, 'postgres'), child)) return { child, port };
    await end(child, 'SIGQUIT');
    // Somebody else may have taken the port between the choice and the start.
    if (attemptsLeft > 1) return start(attemptsLeft - 1);
    throw new Error(`PostgreSQL did not start:\n${log}`);
  };
  const { child, port } = await start(3).catch((error: unknown) => {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  });

  let databases = 0;
  const freshDatabase = async (): Promise<string> => {
    databases += 1;
    const name = `test_${databases}`;
    await query(urlOf(port, password, 'postgres'), `create database ${name}`);
    return urlOf(port, password, name);
  };
  return {
    url: await freshDatabase(),
    freshDatabase,
    stop: async () => {
      await end(child, 'SIGINT');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const urlOf = (port: number, password: string, name: string): string => `postgres://test:${password}@127.0.0.1:${port}/${name}`;

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let i = 0; i < 150 && !hasEnded(child); i += 1) {
    if (await query(url, 'select 1').then(() => true, () => false)) return true;
    await sleep(100);
  }
  return false;
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // A connection cut while the server stops must not end the test run.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string): number => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL cannot run as root and there is no user `postgres` or `nobody`');
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
