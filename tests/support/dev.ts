/**
 * `npm run dev`: the server on port 8787, built and started anew at every change, and vite beside it. Ctrl-C ends both; so does the end
 * of one. The server is built, not run from its sources: packs are found by Vite's globs, and what runs here is what runs elsewhere.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { end, track } from './children';

const PORT = process.env['PORT'] ?? '8787';
const BUILT = 'dist/server/main.js';
const VITE = 'node_modules/vite/bin/vite.js';
const node = (args: string[], env: Record<string, string> = {}): ChildProcess => {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  track(child);
  return child;
};

const children: ChildProcess[] = [];
let ending = false;
const endAll = async (code: number): Promise<void> => {
  if (ending) return;
  ending = true;
  await Promise.all(children.map((child) => end(child, 'SIGTERM', 3_000)));
  process.exit(code);
};
const keep = (child: ChildProcess): void => {
  children.push(child);
  child.once('exit', (code) => void endAll(code ?? 1));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endAll(0));

// What an earlier build left would be started, and swept away under it.
rmSync(BUILT, { force: true });
keep(node([VITE, 'build', '--logLevel', 'warn', '--ssr', 'src/server/main.ts', '--watch']));
keep(node([VITE, ...process.argv.slice(2)], { API_URL: `http://127.0.0.1:${PORT}` }));
const waiting = setInterval(() => {
  if (!existsSync(BUILT) || ending) return;
  clearInterval(waiting);
  keep(node(['--watch', BUILT], { PORT, HOST: '127.0.0.1', DATA_DIR: process.env['DATA_DIR'] ?? 'data/dev' }));
}, 200);
