import type { Page } from 'playwright-core';
import { button, go, heading } from '../seed';
import type { Look } from './start';

/** The old device's side of letting a blank one in, whose ask is given. */
export async function walkGive(page: Page, ask: string, look: Look): Promise<void> {
  await go(page, '/sao-luu/trao-so');
  await button(page, 'Quét bằng máy ảnh').click();
  await page.getByText('Máy này không có máy ảnh dùng được').waitFor();
  await look('give: no camera');
  await page.getByText('Gõ hoặc dán mã của máy mới').click();
  const field = page.getByLabel('Mười bốn nhóm chữ trên máy mới');
  await field.fill(ask.replace(/^./, ask.startsWith('7') ? '8' : '7'));
  await page.getByText('Có một nhóm gõ nhầm').waitFor();
  await look('give: mistyped code');
  await field.fill(ask);
  await button(page, 'Tiếp tục').click();
  await button(page, 'Không giống').click();
  await page.getByText('Chưa trao gì cả').waitFor();
  await look('give: letters differ');
  await page.getByText('Gõ hoặc dán mã của máy mới').click();
  await field.fill(ask);
  await button(page, 'Tiếp tục').click();
  await button(page, 'Giống hệt, trao khóa cho máy đó').waitFor();
  await look('give: compare');
  await button(page, 'Giống hệt, trao khóa cho máy đó').click();
  await button(page, 'Đưa cả sổ bằng tệp').waitFor();
  await look('give: parcel');
  await button(page, 'Hiện hình cho máy mới đọc').click();
  await page.getByText('Đã hiện một lượt.').waitFor();
  await look('give: pictures');
  await button(page, 'Máy mới đã mở được sổ').click();
  await heading(page, 'Đã trao sổ').waitFor();
  await look('give: done');
}
