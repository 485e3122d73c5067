import type { Page } from 'playwright-core';
import { button, go, settled } from '../seed';
import type { Look } from './start';

/** The year plan with much that may be wrong in it, and its sheets. */
export async function walkPlan(page: Page, look: Look): Promise<void> {
  const year = new Date().getFullYear() + 1;
  await go(page, `/ke-hoach-nam/${year}`);
  await button(page, `Lập kế hoạch năm ${year}`).click();
  await button(page, 'Sửa ngày họp trong tháng').click();
  await page.getByLabel('Ngày', { exact: true }).selectOption('31');
  await page.getByLabel('Họp chuyên môn của đơn vị').selectOption('15');
  await look('year plan: days');
  await page.getByRole('radio', { name: 'Theo thứ' }).check();
  await page.getByLabel('Tuần', { exact: true }).selectOption('5');
  await page.getByLabel('Thứ', { exact: true }).selectOption('5');
  await look('year plan: days by weekday');
  await button(page, 'Xong').click();
  await button(page, /^Tháng 2/).click();
  await page.getByLabel('Ngày họp chi bộ').fill(`${year}-03-01`);
  await look('year plan: a month');
  await button(page, 'Xong').click();
  await button(page, 'Chọn chủ đề quý I').click();
  await page.getByLabel('Chủ đề', { exact: true }).fill('Nâng cao tinh thần phục vụ người bệnh');
  await page.getByLabel('Ngày họp chuyên đề').fill(`${year}-04-02`);
  await look('year plan: a theme');
  await button(page, 'Xong').click();
  await page.getByRole('checkbox', { name: 'Có đề cương' }).click();
  await button(page, 'Thêm lần dự').click();
  await page.getByLabel('Họ tên, chức vụ').fill('Đồng chí Lê Văn Bình, Đảng ủy viên');
  await page.getByLabel('Ngày dự kiến').fill(`${year}-05-05`);
  await look('year plan: a visit');
  await button(page, 'Xong').click();
  await settled(page);
  await look('year plan');
}
