import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocx, loadPdf } from '@/documents';
import { reportForm } from '@/documents/report';
import { cell } from '../fixtures/november-meeting';
import { sampleReport } from '../fixtures/report';
import { subsetFace } from '../support/document-fonts';
import { HAS_OFFICE, pagesOf, printAll, put, WHY, wordsOf } from '../support/office';

const face = (path: string): Promise<Uint8Array> => subsetFace(fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/tinos/${path}.ttf`, import.meta.url)));
const forms = new Map(['2026-11', '2026-Q4', '2026-H2', '2026'].map((id) => [id, reportForm(sampleReport(id, { number: '7', 'sec/leadership': { basis: '' }, 'sec/leadership/text': 'Hoàn thành 100% kế hoạch kiểm định của quý.', 'cell/2026-11.reading': '3 bài' }), cell)]));
const MM = 72 / 25.4;
let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reports-'));
  const [{ documentDocx }, { documentPdf }] = await Promise.all([loadDocx(), loadPdf()]);
  const [regular, bold, italic] = await Promise.all([face('400Regular/Tinos_400Regular'), face('700Bold/Tinos_700Bold'), face('400Regular_Italic/Tinos_400Regular_Italic')]);
  const files: string[] = [];
  for (const [id, form] of forms) {
    put(dir, `${id}-own.pdf`, await documentPdf(form, { regular, bold, italic }));
    files.push(put(dir, `${id}.docx`, await documentDocx(form)));
  }
  if (HAS_OFFICE) printAll(files, dir);
}, 200_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const heads = (id: string): ReadonlySet<string> => new Set(forms.get(id)!.blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ head }) => head).join(' ').split(/\s+/) : [])));
/** Letters that the two programs must agree on: not page numbers, nor the head that a table repeats on each page. */
function letters(id: string, pdf: string): string {
  const own = heads(id);
  return pagesOf(pdf).join(' ').normalize('NFC').split(/\s+/).filter((word) => word !== '' && !own.has(word) && !/^\d$/.test(word)).sort().join(' ');
}

describe.skipIf(!HAS_OFFICE)(`reports in LibreOffice and poppler${WHY}`, () => {
  it.each([...forms.keys()])('[FORM-13] [PDF-1] the report of %s reads as it should, and says the same in Word and in our own PDF', async (id) => {
    const own = join(dir, `${id}-own.pdf`);
    const lines = pagesOf(own).flatMap((page) => page.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== ''));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../fixtures/documents/report-${id}.txt`);
    expect(letters(id, join(dir, `${id}.pdf`)).length).toBeGreaterThan(0.97 * letters(id, own).length);
  });

  it.each([...forms.keys()])('[FORM-13] [PDF-2] the report of %s keeps the margins, in both', (id) => {
    const { page } = forms.get(id)!.layout;
    for (const pdf of [join(dir, `${id}-own.pdf`), join(dir, `${id}.pdf`)]) {
      const words = wordsOf(pdf);
      expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(page.left * MM - 1);
      expect(Math.max(...words.map(({ right }) => right))).toBeLessThan((page.width - page.right) * MM + 1);
      expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan((page.height - page.bottom) * MM + 4);
    }
  });
});
