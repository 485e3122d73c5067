import type { Page } from 'playwright-core';
import { button, choosePasscode, heading, PASSCODE, typeCode, unlock } from '../seed';

/** Called on every screen, by a name that says which. */
export type Look = (name: string) => Promise<void>;

/** The first screens, from no book to an open and connected one; every mistake on the way is made once. Answers what a blank device asks with. */
export async function walkWelcome(page: Page, url: string, code: string, look: Look): Promise<string> {
  await page.goto(url);
  await heading(page, 'Sổ họp của chi bộ, dùng được khi không có mạng').waitFor();
  await look('welcome');

  await button(page, /^Dùng thử với dữ liệu mẫu/).click();
  await look('welcome: try-out');
  await page.goto(url);

  await button(page, /^Khôi phục từ tệp sao lưu/).click();
  await heading(page, 'Khôi phục từ tệp sao lưu').waitFor();
  await look('restore: file');
  await page.locator('input[type=file]').setInputFiles({ name: 'a.sochibo', mimeType: 'application/octet-stream', buffer: Buffer.from('no backup at all') });
  await page.getByText('Đây không phải tệp sao lưu').waitFor();
  await look('restore: no backup');
  await page.goto(url);

  await button(page, /^Thêm máy này vào chi bộ/).click();
  await page.getByText('Máy cũ không có máy ảnh').click();
  await page.getByRole('img', { name: 'Hình mã của máy này' }).waitFor();
  await look('receive: own code');
  const ask = ((await page.locator('body').innerText()).match(/(?:[0-9A-Z]{4}-\s*){13}[0-9A-Z]{4}/) ?? [''])[0].replace(/\s+/g, '');
  await button(page, 'Máy cũ đang hiện hình, đọc tiếp').click();
  await page.getByText('Máy này không có máy ảnh dùng được').waitFor();
  await look('receive: no camera');
  await page.locator('input[type=file]').setInputFiles({ name: 'a.sochibo', mimeType: 'application/octet-stream', buffer: Buffer.from('nothing of ours') });
  await page.getByText('Gói nhận được không nguyên vẹn').waitFor();
  await look('receive: damaged');
  await page.goto(url);

  await button(page, /^Khôi phục từ phiếu/).click();
  await page.getByLabel('Tám nhóm chữ trên phiếu').fill('0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD2');
  await page.getByText('Có một nhóm gõ nhầm').waitFor();
  await look('welcome: mistyped recovery sheet');
  await button(page, 'Quét bằng máy ảnh').click();
  await page.getByText('Máy này không có máy ảnh dùng được').waitFor();
  await look('welcome: no camera');
  await page.goto(url);

  await button(page, /^Bắt đầu không cần máy chủ/).click();
  await button(page, 'Tiếp tục').click();
  await look('welcome: cell without a name');

  await page.goto(url);
  await button(page, /^Tôi có mã của Đảng ủy/).click();
  await look('welcome: code');
  await page.getByLabel('Mã', { exact: true }).fill('7K2M9-PQ');
  await button(page, 'Tiếp tục').click();
  await look('welcome: code too short');

  // A code of the right form that nobody gave out.
  await typeCode(page, url, '7K2M9-PQRST');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('123');
  await button(page, 'Tạo sổ').click();
  await look('welcome: passcode too short');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSCODE);
  await page.getByLabel('Nhập lại mật khẩu').fill('246814');
  await button(page, 'Tạo sổ').click();
  await look('welcome: passcodes differ');
  await choosePasscode(page);
  await page.getByRole('alert').waitFor();
  await look('welcome: unknown code');

  await button(page, 'Nhập lại mã').click();
  await page.getByLabel('Mã', { exact: true }).fill(code);
  await button(page, 'Tiếp tục').click();
  await button(page, 'Tạo sổ').click();
  await heading(page, 'Hôm nay').waitFor();
  return ask;
}

/** The lock, a wrong passcode, and the wait after the fifth. Ends with the book open. */
export async function walkUnlock(page: Page, look: Look): Promise<void> {
  const field = page.getByLabel('Mật khẩu', { exact: true });
  const open = button(page, 'Mở sổ');
  await page.reload();
  await field.waitFor();
  await look('unlock');
  await page.getByText('Quên mật khẩu?').click();
  await look('unlock: forgotten');
  for (let n = 1; n <= 5; n += 1) {
    await field.fill('000000');
    await open.click();
    if (n === 5) break;
    await page.getByText('Mật khẩu chưa đúng.').waitFor();
    await open.waitFor();
    if (n === 1) await look('unlock: wrong');
  }
  await page.getByText('Đã nhập sai nhiều lần.').first().waitFor();
  await look('unlock: wait');
  await page.getByText('Nhập lại được rồi.').waitFor();
  await unlock(page);
}
