import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** A program of PostgreSQL that is not installed here. */
export class ToolMissing extends Error {
  override readonly name = 'ToolMissing';
}

/** A program of PostgreSQL that ended badly; `message` is its code alone, because what it says may name hosts and users. */
export class ToolFailed extends Error {
  override readonly name = 'ToolFailed';
}

/** The connection as environment: on the command line every user of the machine could read the password. */
export function environmentOf(databaseUrl: string): NodeJS.ProcessEnv {
  const url = new URL(databaseUrl);
  const mode = url.searchParams.get('sslmode');
  return {
    ...process.env,
    PGHOST: url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, ''),
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    ...(mode === null ? {} : { PGSSLMODE: mode }),
    PGCONNECT_TIMEOUT: '10',
  };
}

/** Runs a program to its end, its output going to `into` where that is given. @throws ToolMissing, ToolFailed */
export async function runTool(name: string, args: readonly string[], env: NodeJS.ProcessEnv, into?: string): Promise<void> {
  const out = into === undefined ? null : openSync(into, 'wx', 0o600);
  try {
    await new Promise<void>((done, failed) => {
      const child = spawn(name, args, { env, stdio: ['ignore', out ?? 'ignore', 'ignore'] });
      child.once('error', (error: NodeJS.ErrnoException) => failed(error.code === 'ENOENT' ? new ToolMissing(name) : error));
      child.once('exit', (code, signal) => (code === 0 ? done() : failed(new ToolFailed(`${name}: ${code ?? signal}`))));
    });
  } finally {
    if (out !== null) closeSync(out);
  }
}
