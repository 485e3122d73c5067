/** The phone's storage fails under an open book: a sentence, nothing typed is lost, and a file takes the words out all the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { violations } from './support/axe';
import { fallIll, prepareDisk, type Illness } from './support/disk';
import { covered, sideways, smallTargets } from './support/layout';
import { button, enterAlone, firstPage, go, heading, pasteMembers, planMeeting, settled, unlock } from './support/seed';
import { shooter } from './support/shots';
import { foreignWords } from './support/words';

const BEFORE = 'Đảng viên yên tâm công tác.';
const UNSAVED = ' Có hai ý kiến hỏi về lịch trực.';
const PHRASE = 'suối chảy qua đồi thông';
let server: RunningServer;
let folder: string;
const phones: BrowserContext[] = [];
/** A phone whose room is used up; the browser notices half a minute later, while the other tests run. */
let full: { page: Page; meeting: string; session: CDPSession };
const shot = shooter('faults');

beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const page = await newPage();
  phones.splice(0);
  const meeting = await book(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  full = { page, meeting, session };
});
afterEach(async () => {
  for (const phone of phones.splice(0)) await close(phone);
});
afterAll(async () => {
  await close(full.page.context());
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function newPage(context?: BrowserContext): Promise<Page> {
  const phone = context ?? (await launch({ reducedMotion: 'reduce' }));
  if (!context) phones.push(phone);
  const page = context ? await context.newPage() : await firstPage(phone);
  page.setDefaultTimeout(30_000);
  await prepareDisk(page);
  return page;
}

/** How a screen stands: everybody can read it and reach what is on it, in both lights and with large letters. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  const found = async (): Promise<string[]> => [...(await violations(page)), ...(await sideways(page)), ...(await covered(page)), ...(await smallTargets(page))];
  expect([...(await foreignWords(page)).filter((line) => !line.includes('sochibo')), ...(await found())], name).toEqual([]);
  await shot(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'colours'), name).toEqual([]);
  await shot(page, `${name} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  await settled(page);
  await shot(page, `${name} 200`);
  expect([...(await sideways(page)), ...(await covered(page))], name).toEqual([]);
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, `${name} wide`);
  await page.setViewportSize({ width: 390, height: 844 });
}

const note = (page: Page) => page.getByLabel('Ghi chép');

/** A book with a meeting that has a note in it, everything of the app on the phone; at the note. Returns the meeting's address. */
async function book(page: Page): Promise<string> {
  await enterAlone(page, server.url, 'Chi bộ Khoa Nội');
  await pasteMembers(page);
  const meeting = await planMeeting(page);
  await go(page, '/');
  await page.getByText('Sẵn sàng dùng ngoại tuyến').waitFor({ timeout: 30_000 });
  await go(page, `${meeting}/tk-nd-02`);
  await note(page).fill(BEFORE);
  await note(page).blur();
  await settled(page);
  return meeting;
}

/** Types and taps what cannot be written: it stays in sight. */
async function write(page: Page, meeting: string): Promise<void> {
  await note(page).press('Control+End');
  await note(page).pressSequentially(UNSAVED);
  await page.getByRole('alert').getByText('Chưa lưu được xuống máy').waitFor();
  await go(page, `${meeting}/tk-md-03`);
  await button(page, /^Bùi Thị Hạnh/).click();
  await button(page, 'Ốm đau').click();
  await button(page, /^Bùi Thị Hạnh.*Vắng: ốm đau/).waitFor();
  await go(page, `${meeting}/tk-nd-02`);
  expect(await note(page).inputValue()).toBe(BEFORE + UNSAVED);
}

/** By the link of the message itself, into a file. */
async function keepInFile(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Giữ vào tệp' }).click();
  await heading(page, 'Tạo tệp sao lưu').waitFor();
  await page.getByLabel('Mật khẩu của tệp', { exact: true }).fill(PHRASE);
  await page.getByLabel('Nhập lại mật khẩu của tệp').fill(PHRASE);
  await button(page, 'Tạo tệp sao lưu').click();
  await heading(page, 'Tệp sao lưu đã sẵn sàng').waitFor({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Lưu tệp vào máy này').click()]);
  const path = join(folder, `${name}.sochibo`);
  await download.saveAs(path);
  return path;
}

/** On a phone that has never seen the app: the words are there. */
async function restore(path: string, meeting: string, said: RegExp): Promise<void> {
  const page = await newPage();
  await page.goto(server.url);
  await button(page, /^Khôi phục từ tệp sao lưu/).click();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByLabel('Mật khẩu của tệp').fill(PHRASE);
  await button(page, 'Mở tệp').click();
  await heading(page, 'Xem trước').waitFor({ timeout: 30_000 });
  await page.getByText(said).first().waitFor();
  await look(page, `preview, ${said.source.slice(0, 12)}`);
  await button(page, 'Khôi phục sổ này').click();
  await page.getByLabel('Mật khẩu', { exact: true }).fill('975310');
  await page.getByLabel('Nhập lại mật khẩu').fill('975310');
  await button(page, 'Khôi phục và mở sổ').click();
  await heading(page, 'Hôm nay').waitFor({ timeout: 30_000 });
  await go(page, `${meeting}/tk-nd-02`);
  expect(await note(page).inputValue()).toBe(BEFORE + UNSAVED);
  await go(page, `${meeting}/tk-md-03`);
  await button(page, /^Bùi Thị Hạnh.*Vắng: ốm đau/).waitFor();
}

/** Storage is well again: what waited goes in, and is there after the page was drawn anew. */
async function written(page: Page, meeting: string): Promise<void> {
  await go(page, `${meeting}/tk-nd-02`);
  expect(await note(page).inputValue()).toBe(BEFORE + UNSAVED);
  await button(page, 'Lưu lại').click();
  await page.getByText('Đã lưu', { exact: true }).waitFor();
  await page.getByText('Chưa lưu được xuống máy').waitFor({ state: 'detached' });
  await page.reload();
  await unlock(page);
  expect(await note(page).inputValue()).toBe(BEFORE + UNSAVED);
  await go(page, `${meeting}/tk-md-03`);
  await button(page, /^Bùi Thị Hạnh.*Vắng: ốm đau/).waitFor();
}

/** The browser remembers for half a minute how much room there was: notes at another step until it looks again. */
async function usedUp(page: Page, meeting: string): Promise<void> {
  await go(page, `${meeting}/tk-nd-04`);
  for (let tries = 0; !(await page.getByText('Chưa lưu được xuống máy').isVisible()); tries += 1) {
    if (tries > 90) throw new Error('the quota was never used up');
    await note(page).fill(`lần ${tries}`);
    await page.waitForTimeout(1000);
  }
  await go(page, `${meeting}/tk-nd-02`);
}

/** Asked by the browser whether the page may go, the answer is no. True when it was asked. */
async function holdsThePage(page: Page): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => {
    page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type() === 'beforeunload')));
    setTimeout(() => resolve(false), 5000);
  });
  await page.evaluate(() => location.reload());
  return asked;
}

describe('storage that fails under an open book', () => {
  for (const [ill, what] of [['abort', 'every transaction is undone'], ['error', 'the database fails at every put']] as const satisfies readonly [Illness, string][]) {
    it(`[STORE-2] [BACKUP-1] ${what}: the words stay, a file takes them along, and they go in once it is well`, async () => {
      const page = await newPage();
      const meeting = await book(page);
      await fallIll(page, ill);
      await write(page, meeting);
      const file = await keepInFile(page, ill);
      await restore(file, meeting, /Tệp nguyên vẹn/);
      await fallIll(page, '');
      await written(page, meeting);
    });
  }

  it('[STORE-2] [BACKUP-6] the browser takes the database away: it is said, what is in memory goes into a file, and all is there when it is back', async () => {
    const page = await newPage();
    const meeting = await book(page);
    await fallIll(page, 'gone');
    await write(page, meeting);
    await page.getByText(/Kho dữ liệu trên máy đang không mở được/).waitFor();
    await look(page, 'database gone');
    const file = await keepInFile(page, 'gone');
    await page.getByText('Tệp chỉ có một phần của sổ').waitFor();
    await look(page, 'part of the book in a file');
    await restore(file, meeting, /Tệp chỉ có một phần của sổ/);
    await fallIll(page, '');
    await written(page, meeting);
  });

  it('[STORE-2] what is only read while the database is away is not shown as empty, and comes by itself when it is back', async () => {
    const page = await newPage();
    await book(page);
    await page.reload();
    await unlock(page);
    await fallIll(page, 'gone');
    await go(page, '/');
    await page.evaluate(() => history.pushState(null, '', '/dang-vien'));
    await page.getByText(/Kho dữ liệu trên máy đang không mở được/).waitFor();
    expect(await page.getByText('Chưa có đảng viên').count()).toBe(0);
    await fallIll(page, '');
    await page.getByText('Bùi Thị Hạnh').waitFor();
  });

  it('a book that does not open at the start is not given up for lost, and opens when it can', async () => {
    const page = await newPage();
    await book(page);
    await fallIll(page, 'gone');
    await page.reload();
    await page.getByLabel('Mật khẩu', { exact: true }).fill('246813');
    await button(page, 'Mở sổ').click();
    await page.getByText(/Chưa mở được kho dữ liệu trên máy này\. Sổ vẫn nằm trong máy/).waitFor();
    await look(page, 'does not open');
    await fallIll(page, '');
    await unlock(page);
    expect(await note(page).inputValue()).toBe(BEFORE);
  });

  it('[STORE-2] [BACKUP-1] the quota is used up: the words stay, a file takes them along, and there is room again', async () => {
    const { page, meeting, session } = full;
    await usedUp(page, meeting);
    await write(page, meeting);
    await page.getByText(/Máy đã hết chỗ trống/).first().waitFor();
    await look(page, 'quota');
    expect(await holdsThePage(page)).toBe(true);
    const file = await keepInFile(page, 'quota');
    await page.getByText('máy chưa ghi lại được ngày sao lưu').waitFor();
    await restore(file, meeting, /Tệp nguyên vẹn/);
    await session.send('Storage.overrideQuotaForOrigin', { origin: server.url });
    await written(page, meeting);
  });
});

/** The app's next version, as the database sees it: Dexie multiplies its numbers by ten. */
function nextVersion(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
    return open.apply(this, version === undefined ? [name] : [name, version + 10]);
  };
}

describe('an update that needs another database', () => {
  it('[MIGRATE-5] [BACKUP-1] waits for an old tab that holds unsaved words, and the old tab can still put them into a file', async () => {
    const old = await newPage();
    const meeting = await book(old);
    await fallIll(old, 'abort');
    await write(old, meeting);
    const next = await newPage(old.context());
    await next.addInitScript(nextVersion);
    await next.goto(server.url);
    await next.getByText('Một cửa sổ cũ đang mở sổ').waitFor();
    await look(next, 'held by another tab');
    await old.bringToFront();
    expect(await note(old).inputValue()).toBe(BEFORE + UNSAVED);
    await restore(await keepInFile(old, 'held'), meeting, /Tệp nguyên vẹn/);
  });
});
