import type { Page } from 'playwright-core';
import { button, go, heading, settled } from '../seed';
import type { Look } from './start';

/** Cards for the roll: for whom, one that was lost, the paper. */
export async function walkCards(page: Page, look: Look): Promise<void> {
  await go(page, '/dang-vien/the-qr');
  await button(page, /^Xem \d+ thẻ để in$/).waitFor();
  await look('cards: for whom');
  await button(page, /^Xem \d+ thẻ để in$/).click();
  await heading(page, 'Thẻ để in').waitFor();
  await settled(page);
  await look('cards: to print');
  await button(page, 'Chọn lại').click();
  await button(page, /^Mất thẻ: /).first().click();
  await look('cards: lost?');
  await button(page, 'Giữ thẻ cũ').click();
}

/** The door on a device without a camera: by hand. */
export async function walkDoor(page: Page, look: Look): Promise<void> {
  await button(page, 'Quét thẻ').click();
  await page.getByText('Máy này không có máy ảnh dùng được').waitFor();
  await page.getByText(/^Điểm danh bằng tay: còn/).click();
  await settled(page);
  await look('door: no camera');
  await button(page, /^Có mặt: /).first().click();
  await settled(page);
  await look('door: one marked');
  await button(page, 'Hoàn tác').click();
  await look('door: taken back');
  await button(page, 'Đóng').click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}
