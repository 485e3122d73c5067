/** The sides of the comparison: where each has its page, and a server of its own behind a line that is counted. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { end, track } from '../../support/children';
import { startServer } from '../../support/server';
import type { Contender, Work } from '../pages/records';
import { newProfile, startPhone } from '../phone';
import { startRelay, type Relay } from '../relay';
import { BUILT } from '../site';
import { RIVALS } from './install';

export type SideName = 'app' | 'pouch' | 'rxdb' | 'plain';

/** Both servers, each with the line in front of it. */
export interface Arena {
  /** A fresh browser with an empty first device. `work` is given the page's side, and the bytes that went over the line since it last asked. */
  enter<T>(side: SideName, kind: Work, work: (call: Call, bytes: () => number, disk: () => Promise<number>) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}
export type Call = <K extends keyof Contender>(name: K, ...args: Parameters<Contender[K]>) => Promise<Awaited<ReturnType<Contender[K]>>>;

const CELLS = 60;
const PAGE: Record<SideName, string> = { app: 'sync', pouch: 'pouch', rxdb: 'rxdb', plain: 'plain' };

/** One cell for every time the app's side is entered. */
function organisation(folder: string): string {
  const cells = Array.from({ length: CELLS }, (_, n) => ({ code: `do-${n}`, name: `Chi bộ Đo ${n}`, superior: 'Đảng ủy Đo', placeName: 'Hà Nội' }));
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify({ committee: { name: 'Đảng ủy Đo' }, cells }));
  return file;
}

async function startRivals(folder: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['server.mjs'], { cwd: RIVALS, env: { ...process.env, DATA_DIR: folder, PAGES: join(BUILT, 'rivals') }, stdio: ['ignore', 'pipe', 'inherit'] });
  track(child);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the rivals' server ended with ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
      if (found) resolve(Number(found));
    });
  });
  return { port, stop: () => end(child, 'SIGTERM') };
}

export async function openArena(): Promise<Arena> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rivals-'));
  const entry = join(BUILT, 'app/server/main.js');
  const server = await startServer({ entry, env: { ORG_FILE: organisation(folder) } });
  const rivals = await startRivals(folder);
  const lines: Record<'own' | 'theirs', Relay> = { own: await startRelay(server.port), theirs: await startRelay(rivals.port) };
  let entered = 0;
  const codeOf = (cell: string): string => {
    const { stdout } = spawnSync(process.execPath, [entry, 'code', cell], { encoding: 'utf8', env: { ...process.env, DATA_DIR: server.dataDir } });
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(stdout)?.[0];
    if (!code) throw new Error('the server gave no activation code');
    return code;
  };
  return {
    async enter(side, kind, work) {
      entered += 1;
      const code = side === 'app' ? codeOf(`Chi bộ Đo ${entered % CELLS}`) : '';
      const line = side === 'app' ? lines.own : lines.theirs;
      const profile = newProfile();
      const { page, close } = await startPhone(profile.dir, 1);
      page.setDefaultTimeout(600_000);
      try {
        await page.goto(`${line.url}/bench/${PAGE[side]}.html`);
        await page.waitForFunction(() => 'contender' in window);
        const call = callOn(page);
        await call('open', `bench-${entered}`, kind, code);
        line.taken();
        return await work(call, () => line.taken(), () => page.evaluate(() => window.disk()));
      } finally {
        await close();
        profile.remove();
      }
    },
    async stop() {
      await Promise.all([server.stop(), rivals.stop(), lines.own.close(), lines.theirs.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const callOn = (page: Page): Call => (name, ...args) =>
  page.evaluate(([which, given]) => (window.contender[which as keyof Contender] as (...all: unknown[]) => Promise<unknown>)(...(given as unknown[])), [name, args] as const) as never;
