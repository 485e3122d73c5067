/** `npm run dev`: the server from source on port 8787 and vite beside it. Ctrl-C ends both; so does the end of one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { end, track } from './children';

const PORT = process.env['PORT'] ?? '8787';
const node = (args: string[], env: Record<string, string> = {}): ChildProcess => {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  track(child);
  return child;
};

const children = [
  node(['node_modules/tsx/dist/cli.mjs', 'watch', '--import', './tests/support/dev-globals.mjs', 'src/server/main.ts'], {
    PORT,
    HOST: '127.0.0.1',
    DATA_DIR: process.env['DATA_DIR'] ?? 'data/dev',
  }),
  node(['node_modules/vite/bin/vite.js', ...process.argv.slice(2)], { API_URL: `http://127.0.0.1:${PORT}` }),
];

let ending = false;
const endAll = async (code: number): Promise<void> => {
  if (ending) return;
  ending = true;
  await Promise.all(children.map((child) => end(child, 'SIGTERM', 3_000)));
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endAll(0));
for (const child of children) child.once('exit', (code) => void endAll(code ?? 1));
