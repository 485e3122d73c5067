/** Documents of a meeting, made on the phone with the server dead, under the page's security policy, and read by other programs. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { fontsOf, HAS_OFFICE, pagesOf, WHY } from '../support/office';
import { startServer, type RunningServer } from '../support/server';
import { button, enterTrial, firstPage, go, heading, meetingOfToday, openMeeting, settled } from './support/seed';
import { shooter } from './support/shots';
import { documentXml } from './support/word';

let server: RunningServer;
let phone: BrowserContext;
let page: Page;
let faults: string[] = [];
const shot = shooter('documents');

/** Pictures of one screen: phone, dark, large letters, wide. */
async function pictures(name: string): Promise<void> {
  if (!process.env['SHOTS']) return;
  await shot(page, `${name} phone`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, `${name} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await shot(page, `${name} large`);
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, `${name} wide`);
  await page.setViewportSize({ width: 390, height: 844 });
}

beforeAll(async () => {
  server = await startServer();
  phone = await launch({ reducedMotion: 'reduce', acceptDownloads: true });
  page = await firstPage(phone);
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/i.test(message.text())) faults.push(message.text());
  });
});
afterAll(async () => {
  await close(phone);
  await server.stop();
});

const sheet = () => page.locator('dialog[open]');
const row = (name: string | RegExp) => page.locator('main').getByRole('button', { name });

/** Makes the document that is open as a file, and keeps it. */
async function made(format: 'Word' | 'PDF'): Promise<{ name: string; path: string }> {
  await button(sheet(), `Tạo ${format}`).click();
  await sheet().getByRole('status').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button(sheet(), 'Lưu vào máy').click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}
const closeSheet = async (): Promise<void> => {
  await button(sheet(), 'Đóng').click();
  await sheet().waitFor({ state: 'detached' });
};

describe.skipIf(!HAS_OFFICE)(`documents of a meeting${WHY}`, () => {
  it('[PDF-5] a draft resolution as PDF and as Word, an extract and ballot papers, with the server dead', async () => {
    await enterTrial(page, server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const meeting = await meetingOfToday(page);
    await openMeeting(page, meeting);
    await go(page, `${meeting}/tk-kt-01`);
    await button(page, /^Bước \d+\/\d+$/).click();
    await phone.setOffline(true);
    await server.stop();
    await page.getByRole('link', { name: 'Văn bản, tệp đính kèm' }).click();
    await heading(page, 'Văn bản').waitFor();
    await settled(page);
    await pictures('page');

    await row(/^Dự thảo nghị quyết/).click();
    await sheet().getByLabel('Số văn bản').fill('7');
    await pictures('resolution');
    const pdf = await made('PDF');
    await pictures('resolution ready');
    expect(pdf.name).toMatch(/^nghi-quyet-\d{4}-\d\d-\d\d-thuong-ky\.pdf$/);
    const text = pagesOf(pdf.path).join(' ').replace(/\s+/g, ' ');
    expect(text).toMatch(/^ ?ĐẢNG ỦY DỮ LIỆU MẪU ĐẢNG CỘNG SẢN VIỆT NAM CHI BỘ DÙNG THỬ \* Số 07-NQ\/CB Thanh Hóa, ngày .* NGHỊ QUYẾT sinh hoạt chi bộ thường kỳ/);
    expect(text).toContain('quyết nghị những nội dung sau');
    expect(fontsOf(pdf.path).every(({ embedded, readable }) => embedded && readable)).toBe(true);
    const [shown] = await Promise.all([phone.waitForEvent('page'), button(sheet(), 'In').click()]);
    expect(shown.url()).toMatch(/^blob:/);
    await shown.close();
    const word = await made('Word');
    expect(word.name).toMatch(/\.docx$/);
    expect(documentXml(word.path)).toContain('NGHỊ QUYẾT');
    await closeSheet();

    await row(/^Trích biên bản/).click();
    await pictures('extract');
    for (const box of await sheet().getByRole('checkbox', { checked: true }).all()) await box.uncheck();
    expect(await button(sheet(), 'Tạo PDF').isDisabled()).toBe(true);
    await sheet().getByRole('checkbox', { name: 'Chủ trì, thư ký' }).check();
    expect(pagesOf((await made('PDF')).path).join(' ')).toMatch(/TRÍCH BIÊN BẢN[\s\S]*1\. Chủ trì, thư ký/);
    await closeSheet();
    await row(/^Phiếu biểu quyết/).click();
    await sheet().getByLabel('Nội dung hỏi').fill('Thông qua nghị quyết');
    await pictures('ballot');
    expect(pagesOf((await made('PDF')).path)[0]?.match(/PHIẾU BIỂU QUYẾT/g)).toHaveLength(6);
    await closeSheet();
    expect(readFileSync(pdf.path).subarray(0, 5).toString()).toBe('%PDF-');
    expect(faults).toEqual([]);
  });
});
