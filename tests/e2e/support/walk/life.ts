import type { Page } from 'playwright-core';
import { button, go } from '../seed';
import type { Look } from './start';

/** Somebody to be admitted, from the choice to a vote that failed; a member's history; the duties of the year. */
export async function walkLife(page: Page, look: Look): Promise<void> {
  await go(page, '/dang-vien');
  await button(page, 'Thêm').click();
  await look('life: add');
  await button(page, /^Kết nạp đảng viên/).click();
  await page.getByLabel(/^Họ và tên/).fill('Trần Văn Mới');
  await look('life: candidate');
  await button(page, /^Ghi bước này/).click();
  await page.getByText('Ghi kết quả biểu quyết ngoài sổ').click();
  await look('life: vote');
  await page.getByRole('spinbutton', { name: 'Số đảng viên chính thức tính phiếu' }).fill('9');
  await page.getByRole('spinbutton', { name: 'Số phiếu tán thành' }).fill('5');
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi vào sổ' }).click();
  await look('life: vote failed');
  await go(page, '/dang-vien');
  await page.getByRole('link', { name: /^Đỗ Văn Hùng/ }).click();
  await button(page, 'Bắt đầu một việc').click();
  await look('life: what to begin');
  await button(page, /^Sinh hoạt tạm thời đi/).click();
  await button(page, /^Ghi bước này/).click();
  await look('life: a step');
  await page.keyboard.press('Escape');
  await go(page, '/phan-cong');
  await button(page, /^Đỗ Văn Hùng/).click();
  await page.getByLabel(/^Nhiệm vụ được giao năm/).fill('Theo dõi tổ đảng số 2');
  await look('duties: one member');
  await button(page, 'Xong').click();
  await look('duties');
}
