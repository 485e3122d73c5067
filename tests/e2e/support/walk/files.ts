import type { Page } from 'playwright-core';
import { attach, chooseFiles, fileRow, pdfSaying, photoOf } from '../attach';
import { button, settled } from '../seed';
import type { Look } from './start';

/** The topmost sheet, closed; the task's stays. */
async function closeTop(page: Page): Promise<void> {
  await page.locator('dialog[open]').last().getByRole('button', { name: 'Đóng', exact: true }).first().click();
  await settled(page);
}

/** The files of a task whose sheet is open: the question, what is left out, the refusal, what is there, and each kind opened. */
export async function walkFiles(page: Page, look: Look): Promise<void> {
  const photo = await photoOf(page, 'bang-ky-nhan.png');
  await chooseFiles(page, photo, pdfSaying('TUYET MAT.pdf', 'x'), { name: 'danh-sach.docx', mimeType: '', buffer: Buffer.from('PK') });
  await button(page, 'Không có, đưa vào sổ').waitFor();
  await look('files: the question');
  await button(page, 'Có dấu mật').click();
  await look('files: refused');
  await closeTop(page);
  await attach(page, photo, pdfSaying('cong-van.pdf', 'x'));
  await look('files: attached');
  await fileRow(page, /bang-ky-nhan/).click();
  await page.getByText('Đổi tên', { exact: true }).first().click();
  await page.getByLabel('Tên tệp').fill('tối mật');
  await button(page, 'Đổi tên').click();
  await page.getByRole('img', { name: 'Ảnh: bang-ky-nhan.jpg' }).waitFor();
  await look('files: a photo, a name refused');
  await button(page, 'Xóa tệp').click();
  await look('files: delete?');
  await button(page, 'Giữ lại').click();
  await closeTop(page);
  await fileRow(page, /cong-van/).click();
  await button(page, 'Mở PDF').waitFor();
  await look('files: a PDF');
  await closeTop(page);
}
