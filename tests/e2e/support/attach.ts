/** Files put on a record by the screens: chosen, asked about, kept. */
import type { Page } from 'playwright-core';
import { button } from './seed';

/** A file as the browser hands it over. */
export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A PDF of one page that says `text`; with `filler` bytes more, so that it is sent in several pieces. */
export function pdfSaying(name: string, text: string, filler = 0): Chosen {
  const content = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${body}%${'x'.repeat(filler)}\ntrailer << /Root 1 0 R >>\n%%EOF`, 'latin1') };
}

/** What the page shows now, as a photo. */
export const photoOf = async (page: Page, name: string): Promise<Chosen> => ({ name, mimeType: 'image/png', buffer: await page.screenshot() });

/** Chooses files for the record whose files are on the screen. */
export const chooseFiles = (page: Page, ...files: Chosen[]): Promise<void> => page.locator('[data-files=choice]').setInputFiles(files);

/** Chooses files, answers that they bear no marking, and waits until they are in the book. */
export async function attach(page: Page, ...files: Chosen[]): Promise<void> {
  await chooseFiles(page, ...files);
  await button(page, 'Không có, đưa vào sổ').click();
  await page.getByText(`Đã thêm ${files.length} tệp.`).waitFor();
}

/** The row of a file. */
export const fileRow = (page: Page, name: string | RegExp) => page.getByRole('list', { name: 'Các tệp đính kèm' }).getByRole('button', { name });
