/** The book out of one phone in a file, and into a blank one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { violations } from './support/axe';
import { covered, sideways, smallTargets } from './support/layout';
import { button, codeOf, enterAlone, enterWithCode, firstPage, go, heading, pasteMembers, planMeeting, settled, unlock } from './support/seed';
import { foreignWords } from './support/words';

const PHRASE = 'suối chảy qua đồi thông';
let server: RunningServer;
let folder: string;
const phones: BrowserContext[] = [];

beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterAll(async () => {
  for (const phone of phones) await close(phone);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser that has never seen the app. */
async function blank(): Promise<Page> {
  const phone = await launch({ reducedMotion: 'reduce' });
  phones.push(phone);
  const page = await firstPage(phone);
  page.setDefaultTimeout(30_000);
  return page;
}

const found: string[] = [];
/** Every screen of this errand as eyes and hands of all kinds meet it. SHOTS names a folder for pictures. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  const shots = process.env['SHOTS'];
  const shoot = async (how: string): Promise<void> => void (shots && (await page.screenshot({ path: `${shots}/backup ${name} ${how}.png`, fullPage: true })));
  const note = (lines: readonly string[]): void => void found.push(...lines.map((line) => `${name}: ${line}`));
  await shoot('light');
  note(await violations(page));
  note((await foreignWords(page)).filter((line) => !line.includes('sochibo')));
  note(await smallTargets(page));
  note(await sideways(page));
  note(await covered(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  note(await violations(page, 'colours'));
  await shoot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  await settled(page);
  note(await sideways(page));
  note(await covered(page));
  await shoot('200');
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
  if (!shots) return;
  await page.setViewportSize({ width: 1280, height: 800 });
  await shoot('1280');
  await page.setViewportSize({ width: 390, height: 844 });
}

/** From "Thêm" to the file on the disk. */
async function backUp(page: Page, name: string): Promise<string> {
  await page.getByRole('navigation', { name: 'Các phần của sổ' }).getByRole('link', { name: 'Thêm' }).click();
  await page.getByRole('link', { name: /^Sao lưu và bàn giao/ }).click();
  await heading(page, 'Tạo tệp sao lưu').waitFor();
  await page.getByLabel('Mật khẩu của tệp', { exact: true }).fill(PHRASE);
  await page.getByLabel('Nhập lại mật khẩu của tệp').fill(PHRASE);
  await button(page, 'Tạo tệp sao lưu').click();
  await heading(page, 'Tệp sao lưu đã sẵn sàng').waitFor({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Lưu tệp vào máy này').click()]);
  expect(download.suggestedFilename()).toMatch(/^so-chi-bo-\d{4}-\d\d-\d\d\.sochibo$/);
  const path = join(folder, `${name}.sochibo`);
  await download.saveAs(path);
  await page.getByText('Đã ghi nhận lần sao lưu này.').waitFor();
  return path;
}

/** The file with one byte of a frame altered. In a small book: contents, settings, secrets, the cell, meetings, members, tasks. */
function hurt(file: Buffer, frame: number): Buffer {
  let at = -1;
  for (let index = 0; index <= frame; index += 1) at = file.indexOf('SCB#', at + 1);
  const copy = Buffer.from(file);
  copy[at + 60]! ^= 1;
  return copy;
}

async function choose(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path);
}

/** From the first screen to the preview. */
async function preview(page: Page, path: string): Promise<void> {
  await page.goto(server.url);
  await button(page, /^Khôi phục từ tệp sao lưu/).click();
  await heading(page, 'Khôi phục từ tệp sao lưu').waitFor();
  await choose(page, path);
  await page.getByLabel('Mật khẩu của tệp').fill(PHRASE);
  await button(page, 'Mở tệp').click();
  await heading(page, 'Xem trước').waitFor({ timeout: 30_000 });
}

async function newPasscode(page: Page, passcode: string): Promise<void> {
  await heading(page, 'Đặt mật khẩu mở sổ trên máy này').waitFor();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passcode);
  await page.getByLabel('Nhập lại mật khẩu').fill(passcode);
  await button(page, 'Khôi phục và mở sổ').click();
  await heading(page, 'Hôm nay').waitFor({ timeout: 30_000 });
}

/** What the main pages say, to be the same on both phones. */
async function told(page: Page, ...more: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of ['/dang-vien', '/cuoc-hop', '/nhiem-vu', ...more]) {
    await go(page, path);
    texts.push(await page.locator('main').innerText());
  }
  return texts;
}

describe('a book in a file', () => {
  it('goes from one phone to a blank one, without a server, and everything is there', async () => {
    const old = await blank();
    await enterAlone(old, server.url, 'Chi bộ Khoa Nội');
    await pasteMembers(old);
    const meeting = await planMeeting(old);
    await go(old, '/nhiem-vu');
    await button(old, 'Thêm nhiệm vụ').click();
    await old.getByLabel('Nội dung', { exact: true }).fill('Rà soát hồ sơ đảng viên');
    await old.keyboard.press('Escape');
    await go(old, '/sao-luu');
    await look(old, 'page');
    await button(old, 'Tạo tệp sao lưu').click();
    await old.getByText('Mật khẩu cần ít nhất 6 chữ hoặc số.').waitFor();
    await old.getByLabel('Mật khẩu của tệp', { exact: true }).fill('246813');
    await look(old, 'short passphrase');
    const before = await told(old, `${meeting}/tk-cb-01`);
    const path = await backUp(old, 'alone');
    await look(old, 'file ready');

    const file = readFileSync(path);
    const latin = file.toString('latin1');
    for (const word of ['Khoa N', 'Nguy', 'member', '246813', PHRASE.slice(-4)]) expect(latin).not.toContain(word);

    const fresh = await blank();
    await preview(fresh, path);
    await fresh.getByText('Chi bộ Khoa Nội').waitFor();
    await fresh.getByText('Tệp nguyên vẹn.').waitFor();
    expect(await fresh.locator('dl').innerText()).toMatch(/Đảng viên\s+9\s+Cuộc họp\s+1\s+Nhiệm vụ\s+1/);
    // Nothing of it is on the phone before the passcode is chosen.
    expect(await fresh.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain('so-chi-bo-');
    await look(fresh, 'preview');
    await button(fresh, 'Khôi phục sổ này').click();
    await heading(fresh, 'Đặt mật khẩu mở sổ trên máy này').waitFor();
    await look(fresh, 'passcode');
    await newPasscode(fresh, '975310');
    expect(await told(fresh, `${meeting}/tk-cb-01`)).toEqual(before);
    await fresh.reload();
    await unlock(fresh, '975310');
    expect(await told(fresh, `${meeting}/tk-cb-01`)).toEqual(before);
    // It has a book now: nothing is restored over it.
    await go(fresh, '/sao-luu');
    await fresh.getByText('Máy này đang có sổ nên không khôi phục đè lên').waitFor();
  });

  it('of a connected phone that is gone: the new one takes its place and sends what it had not sent', async () => {
    const old = await blank();
    await enterWithCode(old, server.url, codeOf(server));
    await pasteMembers(old);
    await go(old, '/');
    await old.getByText('Sẵn sàng dùng ngoại tuyến').waitFor({ timeout: 30_000 });
    await old.context().setOffline(true);
    await go(old, '/nhiem-vu');
    await button(old, 'Thêm nhiệm vụ').click();
    await old.getByLabel('Nội dung', { exact: true }).fill('Ghi lúc không có mạng');
    await old.keyboard.press('Escape');
    const before = await told(old);
    const path = await backUp(old, 'connected');
    await close(phones.splice(phones.indexOf(old.context()), 1)[0]!);

    const fresh = await blank();
    await preview(fresh, path);
    await look(fresh, 'preview connected');
    await button(fresh, 'Khôi phục sổ này').click();
    await fresh.getByText('Đồng chí chọn một trong hai.').waitFor();
    await fresh.getByRole('radio', { name: 'Máy cũ không dùng nữa' }).check();
    await button(fresh, 'Khôi phục sổ này').click();
    await newPasscode(fresh, '975310');
    expect(await told(fresh)).toEqual(before);
    await go(fresh, '/gui-nhan');
    await fresh.getByText(/Đã gửi hết|Không còn gì chờ gửi/).first().waitFor();
    await go(fresh, '/thiet-bi');
    await fresh.getByText('Máy này', { exact: true }).waitFor();
    expect(await fresh.getByRole('main').getByRole('listitem').count()).toBe(1);
  });
});

describe('a file that is not as it should be', () => {
  it('[BACKUP-3] is refused in a sentence, and a damaged one says what is missing', async () => {
    const good = readFileSync(join(folder, 'alone.sochibo'));
    const file = (name: string, bytes: Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const page = await blank();
    await page.goto(server.url);
    await button(page, /^Khôi phục từ tệp sao lưu/).click();
    for (const [path, title] of [
      [file('empty.sochibo', new Uint8Array()), 'Tệp này rỗng'],
      [file('minutes.docx', Buffer.from('PK\u0003\u0004 không phải')), 'Đây không phải tệp sao lưu'],
      [file('huge.sochibo', new Uint8Array(210_000_000)), 'Tệp này quá lớn'],
      [file('head.sochibo', good.subarray(0, 60)), 'Tệp đã hỏng'],
    ] as const) {
      await choose(page, path);
      await page.getByRole('alert').getByText(title).waitFor();
    }
    await look(page, 'file refused');
    await choose(page, file('hurt.sochibo', hurt(good, 4)));
    await page.getByLabel('Mật khẩu của tệp').fill('không phải câu này');
    await button(page, 'Mở tệp').click();
    await page.getByText('Mật khẩu của tệp chưa đúng. Tệp vẫn nguyên vẹn, đồng chí nhập lại.').waitFor({ timeout: 30_000 });
    await look(page, 'wrong passphrase');
    await page.getByLabel('Mật khẩu của tệp').fill(PHRASE);
    await button(page, 'Mở tệp').click();
    await page.getByText('Thiếu: 1 cuộc họp. Những phần còn lại nguyên vẹn và khôi phục được.').waitFor({ timeout: 30_000 });
    await look(page, 'damaged');
    await button(page, 'Khôi phục sổ này').click();
    await newPasscode(page, '975310');
    await go(page, '/dang-vien');
    expect(await page.locator('main').innerText()).toContain('Bùi Thị Hạnh');
  });

  it('every screen of this errand is readable, reachable and in Vietnamese', () => {
    expect(found).toEqual([]);
  });
});
