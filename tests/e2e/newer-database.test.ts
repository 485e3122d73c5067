/** A new version of the app, which brings the database to a higher number, beside a window that still runs the old one. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { track } from '../support/children';
import { startServer, type RunningServer } from '../support/server';
import { violations } from './support/axe';
import { sideways } from './support/layout';
import { Phone } from './support/phone';
import { button, go, heading, PASSCODE, unlock } from './support/seed';
import { shooter } from './support/shots';

const WAITS = 'Một cửa sổ cũ đang mở sổ';
const SCHEMA = "this.version(2).stores({ files: 'id', pieces: 'id, file' });";
const shot = shooter('newer-database');

let folder: string;
let server: RunningServer;
let phone: Phone;
let old: Page;
let fresh: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newer-'));
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  for (const name of ['package.json', 'index.html', 'vite.config.ts', 'tsconfig.json', 'src', 'public', 'tests/support/document-fonts.ts']) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(realpathSync('node_modules'), join(folder, 'node_modules'), 'dir');
  raise(join(folder, 'src/storage/database.ts'));
  const built = build();
  server = await startServer({ entry: join(folder, 'dist/server/main.js'), dataDir: join(folder, 'data') });
  phone = await Phone.open(server.url);
  await phone.alone('Chi bộ Hai bản');
  await phone.page.getByText('Sẵn sàng dùng ngoại tuyến').waitFor();
  old = phone.page;
  await go(old, '/cai-dat');
  await built;
  rmSync(join(folder, 'dist/app'), { recursive: true });
  cpSync(join(folder, 'next'), join(folder, 'dist/app'), { recursive: true });
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The next number, with one more table, as a later version will have it. */
function raise(file: string): void {
  const source = readFileSync(file, 'utf8');
  if (!source.includes(SCHEMA)) throw new Error('the schema of this version is written otherwise');
  writeFileSync(file, source.replace(SCHEMA, `${SCHEMA}\n    this.version(3).stores({ more: 'id' });`));
}

function build(): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--minify', 'false'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', APP_VERSION: '98.7.6', APP_OUT: join(folder, 'next') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  track(child);
  return new Promise((done, fail) => child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the second build ended with ${code}`)))));
}

const place = (page: Page) => page.getByLabel('Nơi họp thường lệ', { exact: true });
/** The number that the database on the disk has by now. */
const version = (page: Page): Promise<number | undefined> => page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'so-chi-bo')?.version);
/** Fills the old window's disk up, or empties it. */
const fullDisk = (full: boolean): Promise<void> =>
  old.evaluate((now) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { wasPut?: IDBObjectStore['put'] };
    store.wasPut ??= store.put;
    store.put = now
      ? () => {
          throw new DOMException('', 'QuotaExceededError');
        }
      : store.wasPut;
  }, full);

describe('a new version beside a window of the old one', () => {
  it('[MIGRATE-5] says plainly what it waits for while the old window cannot let go, and goes on by itself once it can', async () => {
    await fullDisk(true);
    await place(old).fill('Chữ chưa lưu được của cửa sổ cũ');
    await old.getByText('Chưa lưu được xuống máy').waitFor();
    fresh = await phone.context.newPage();
    await fresh.goto(server.url);
    // The new version is taken in the new window; the old one goes on as it was loaded.
    const waiting = () => fresh.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
    await fresh.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(waiting, { timeout: 20_000 }).toBe(true);
    await fresh.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ type: 'SKIP_WAITING' }));
    await expect.poll(waiting, { timeout: 20_000 }).toBe(false);
    await fresh.reload();
    await heading(fresh, WAITS).waitFor();
    expect(await fresh.locator('body').innerText()).toMatch(/Sổ vẫn nguyên vẹn.*xem đã báo “Đã lưu” chưa/);
    await shot(fresh, 'waits');
    expect(await violations(fresh)).toEqual([]);
    await fresh.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(fresh, 'colours')).toEqual([]);
    await shot(fresh, 'waits dark');
    await fresh.emulateMedia({ colorScheme: 'light' });
    await fresh.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
    expect(await sideways(fresh)).toEqual([]);
    await shot(fresh, 'waits large');
    expect(await place(old).inputValue()).toBe('Chữ chưa lưu được của cửa sổ cũ');
    expect(await version(old)).toBe(20);

    await fullDisk(false);
    await button(old, 'Lưu lại').click();
    await heading(old, 'Mở sổ').waitFor();
    await unlock(fresh);
    expect(await version(fresh)).toBe(30);
    await go(fresh, '/cai-dat');
    expect(await place(fresh).inputValue()).toBe('Chữ chưa lưu được của cửa sổ cũ');
    expect(await fresh.getByRole('region', { name: 'Máy này' }).innerText()).toContain('98.7.6');
  });

  it('[MIGRATE-4] the old window then leaves the book alone, and says what to do', async () => {
    await old.getByLabel('Mật khẩu', { exact: true }).fill(PASSCODE);
    await button(old, 'Mở sổ').click();
    await old.getByText(/đã được một bản mới hơn của ứng dụng mở/).waitFor();
    await place(fresh).fill('Hội trường tầng hai');
    await fresh.getByText('Đã lưu').waitFor();
    await old.reload();
    await unlock(old);
    await go(old, '/cai-dat');
    expect(await place(old).inputValue()).toBe('Hội trường tầng hai');
  });
});
