import type { Page } from 'playwright-core';
import { button, go, settled } from '../seed';
import type { Look } from './start';

/** Checking a file: before anything is chosen, a code that is none, one that is in no book, a file that cannot be read. */
export async function walkProofs(page: Page, look: Look): Promise<void> {
  await go(page, '/kiem-tra');
  await page.getByText('Kiểm tra được gì, không được gì').click();
  await look('check a file');
  await page.getByLabel('Mã kiểm tra').fill('xin chào');
  await button(page, 'Kiểm tra mã').click();
  await look('check a file: no code');
  await page.getByLabel('Mã kiểm tra').fill('8F3A 22C0 91BD 4E7F 06A5');
  await button(page, 'Kiểm tra mã').click();
  await page.getByText('Mã này không có trong sổ').waitFor();
  await look('check a file: an unknown code');
  await page.locator('main input[type=file]').setInputFiles({ name: 'tờ giấy', mimeType: 'text/plain', buffer: Buffer.from('Xin chào') });
  await page.getByText('Không phải tệp Word hay PDF').waitFor();
  await settled(page);
  await look('check a file: not a document');
}
