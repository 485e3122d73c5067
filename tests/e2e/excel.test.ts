/** Excel in and out, as a browser with the page's security policy does it. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { enterTrial, button, firstPage, go, heading, settled } from './support/seed';
import { shooter } from './support/shots';

let server: RunningServer;
let phone: BrowserContext;
let page: Page;
const shot = shooter('excel');

/** Pictures of one screen: phone, dark, large letters, wide. */
async function pictures(name: string): Promise<void> {
  if (!process.env['SHOTS']) return;
  const whole = async (as: string): Promise<void> => shot(page, `${name} ${as}`);
  await whole('phone');
  await page.emulateMedia({ colorScheme: 'dark' });
  await whole('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await whole('large');
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await page.setViewportSize({ width: 1280, height: 800 });
  await whole('wide');
  await page.setViewportSize({ width: 390, height: 844 });
}

beforeAll(async () => {
  server = await startServer();
  phone = await launch({ reducedMotion: 'reduce', acceptDownloads: true });
  page = await firstPage(phone);
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await close(phone);
  await server.stop();
});

/** Makes the chosen file and reads it. */
async function made(): Promise<unknown[][]> {
  await button(page, 'Tạo tệp Excel').click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Lưu về máy').click()]);
  const bytes = readFileSync(await download.path());
  return (await readXlsxFile(bytes))[0]!.data as unknown[][];
}

describe('[XLS-1] [XLS-3] Excel out of the book', () => {
  it('from the members: the register; from the tasks: the tasks', async () => {
    await enterTrial(page, server.url);
    await go(page, '/dang-vien');
    await pictures('members');
    await page.getByRole('link', { name: 'Xuất ra Excel' }).click();
    await heading(page, 'Xuất ra Excel').waitFor();
    await settled(page);
    await pictures('page');
    expect((await made()).flat()).toContain('DANH SÁCH ĐẢNG VIÊN');
    await pictures('ready');
    await go(page, '/nhiem-vu');
    await pictures('tasks');
    await page.getByRole('link', { name: 'Xuất ra Excel' }).click();
    expect((await made()).flat()).toContain('NHIỆM VỤ ĐƯỢC GIAO');
    await page.getByText('Bảng dự họp cả năm').click();
    await pictures('attendance');
  });
});
