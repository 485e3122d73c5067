import type { Page } from 'playwright-core';
import { dateInVietnam } from '@/domain';
import { button, go, settled } from '../seed';
import type { Look } from './start';

/** The reports of a book with one meeting: being written, closed, corrected, and when they are due. */
export async function walkReports(page: Page, look: Look): Promise<void> {
  const today = dateInVietnam(new Date().toISOString());
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
  await go(page, '/bao-cao');
  await page.getByText(/^Báo cáo tháng \(\d+\)$/).click();
  await look('reports: by period');
  await button(page, 'Đặt hạn nộp báo cáo').click();
  await look('reports: when they are due');
  await button(page, 'Xong').click();
  await go(page, `/bao-cao/${year}-H${Number(today.slice(5, 7)) > 6 ? 2 : 1}`);
  await button(page, 'Sửa phần Tình hình đảng viên').click();
  await page.getByLabel('Nội dung phần Tình hình đảng viên').fill('Tư tưởng đảng viên ổn định.');
  await look('report: a section under the pen');
  await button(page, 'Xong').click();
  await button(page, 'Điền các cột sổ không biết').click();
  await page.getByLabel('Đọc bài viết').fill('3 bài');
  await look('report: typed into the grid');
  await button(page, 'Xong').click();
  await look('report: being written');
  await go(page, `/bao-cao/${month}`);
  await button(page, 'Chốt báo cáo').click();
  await look('report: close it?');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Chốt', exact: true }).click();
  await page.getByText('Báo cáo đã chốt', { exact: true }).waitFor();
  await settled(page);
  await look('report: closed');
  await button(page, 'Lập bản đính chính').click();
  await page.getByLabel(/^Lý do đính chính/).fill('Sót một buổi.');
  await look('report: correct it?');
  await button(page, 'Lập bản đính chính mới').click();
  await page.getByText('Đang soạn bản đính chính').waitFor();
  await settled(page);
  await look('report: a correction');
  await go(page, '/bao-cao/1999-Q9');
  await look('report: no such');
}
