/** The app renews itself: offered, never forced, not in a meeting, and no letter is lost. And it says "ready for offline" only when it is. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { track } from '../support/children';
import { startServer, type RunningServer } from '../support/server';
import { at } from './support/meeting';
import { Phone } from './support/phone';

const VERSION = '98.7.6';
/** The try-out's, which stands filled in. */
const PASSCODE = 'dungthu';
const READY = 'Sẵn sàng dùng ngoại tuyến';
const NOTE = 'Ghi trước khi có bản mới, giữ nguyên.';
const LAST_WORDS = 'Gõ xong là bấm cập nhật ngay.';

let folder: string;
let server: RunningServer;
let phone: Phone;
let built: Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'update-'));
  // A house of its own, in which the app can be changed under a running server.
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  symlinkSync(realpathSync('node_modules'), join(folder, 'node_modules'), 'dir');
  mkdirSync(join(folder, 'data'));
  built = buildNext(join(folder, 'next'));
  server = await startServer({ entry: join(folder, 'dist/server/main.js'), dataDir: join(folder, 'data') });
  phone = await Phone.open(server.url);
  await phone.trial();
});
afterAll(async () => {
  await built?.catch(() => undefined);
  await phone?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The same app under another version number; nobody weighs this build, so it is not made small. */
function buildNext(outDir: string): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--minify', 'false'], {
    env: { ...process.env, NODE_ENV: 'production', APP_VERSION: VERSION, APP_OUT: outDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  track(child);
  return new Promise((done, fail) => child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the second build ended with ${code}`)))));
}

const offer = () => phone.heading('Có bản mới của ứng dụng').or(phone.page.getByText('Có bản mới của ứng dụng'));
/** The phone is taken out of the pocket: the page is shown again. */
const shownAgain = () => phone.page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
const isWaiting = () => phone.page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

async function version(): Promise<string> {
  await phone.show('/cai-dat');
  return phone.page.getByRole('region', { name: 'Máy này' }).innerText();
}

describe('an update', () => {
  it('is not offered while a meeting is open, and the old version goes on, also with pages not opened before', async () => {
    await phone.page.getByText(READY).waitFor();
    expect(await version()).not.toContain(VERSION);
    await phone.place('Hôm nay');
    await phone.tap('Vào buổi họp');
    await openAgainstReasons();
    await phone.show(phone.page.url().replace(/^.*(\/cuoc-hop\/\w+)\/.*$/, '$1/tk-nd-04'));
    await phone.field('Ghi chép').fill(NOTE);
    await built;
    rmSync(join(folder, 'dist/app'), { recursive: true });
    cpSync(join(folder, 'next'), join(folder, 'dist/app'), { recursive: true });
    await shownAgain();
    await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true);
    for (const [path, heading] of [['/nhiem-vu', 'Nhiệm vụ'], ['/bao-cao', 'Báo cáo'], ['/dang-vien/nhap', 'Nhập danh sách']] as const) {
      await phone.show(path);
      await phone.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    expect(await version()).not.toContain(VERSION);
    expect(await offer().count()).toBe(0);
  });

  it('is offered once the meeting has ended, and keeps what was typed up to the tap', async () => {
    await phone.place('Hôm nay');
    await phone.tap('Trở lại buổi họp');
    await phone.show(phone.page.url().replace(/[\w-]+$/, 'tk-kt-05'));
    await phone.tap('Kết thúc buổi họp');
    await phone.tap('Vẫn kết thúc');
    await offer().waitFor();
    await phone.shot('update-01-offer');
    await phone.show(phone.page.url().replace(/[\w-]+$/, 'tk-sau-04'));
    await phone.field('Ghi chép').click();
    await phone.page.keyboard.insertText(LAST_WORDS);
    const reloaded = phone.page.waitForEvent('load');
    await phone.tap('Cập nhật');
    await reloaded;
    await phone.unlock(PASSCODE);
    await at(phone, /^Thông tin lại cho đảng viên vắng mặt/);
    expect(await phone.field('Ghi chép').inputValue()).toBe(LAST_WORDS);
    await phone.show(phone.page.url().replace(/[\w-]+$/, 'tk-nd-04'));
    expect(await phone.field('Ghi chép').inputValue()).toBe(NOTE);
    expect(await version()).toContain(VERSION);
    expect(await offer().count()).toBe(0);
  });
});

describe('ready for offline', () => {
  const offlineLine = () => version().then((text) => /Dùng khi không có mạng\s+(.+)/.exec(text)?.[1]);

  it('is said only when every file is there; what is gone comes back with a network', async () => {
    await phone.place('Hôm nay');
    await phone.page.getByText(READY).waitFor();
    await server.kill9();
    const deleted = await phone.page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const key = (await cache.keys()).find(({ url }) => /\/assets\/.*reports/.test(url));
        if (key) return cache.delete(key);
      }
      return false;
    });
    expect(deleted).toBe(true);
    await (await phone.context.newCDPSession(phone.page)).send('Network.clearBrowserCache');
    await phone.page.reload();
    await phone.unlock(PASSCODE);
    await expect.poll(offlineLine).toMatch(/^Chưa sẵn sàng/);
    await phone.place('Hôm nay');
    expect(await phone.page.getByText(READY).count()).toBe(0);
    server = await server.restart();
    await phone.page.reload();
    await phone.unlock(PASSCODE);
    await phone.page.getByText(READY).waitFor();
  });
});

/** Opens the meeting: what is not ready gets its usual reason. */
async function openAgainstReasons(): Promise<void> {
  const open = phone.button('Khai mạc buổi họp');
  await open.waitFor();
  while (await open.isDisabled()) {
    await phone.button('Vẫn họp, ghi lý do').first().click();
    await phone.page.getByRole('group', { name: 'Lý do thường gặp' }).getByRole('button').first().click();
    await phone.settled();
  }
  await open.click();
  await open.waitFor({ state: 'detached' });
}
