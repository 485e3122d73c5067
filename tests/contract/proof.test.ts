import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDocx } from '@/documents';
import { loadProof } from '@/documents/proof/load';
import { minutesForm } from '@/documents/kinds';
import { documentPdf } from '@/documents/pdf/document';
import { reportForm, reportMark } from '@/documents/report';
import { canonicalJson, readReport, type Json, type Meeting } from '@/domain';
import { closed } from '../fixtures/documents';
import { november } from '../fixtures/november-meeting';
import { sampleReport } from '../fixtures/report';
import { HAS_OFFICE, pagesOf, printAll, WHY } from '../support/office';

const proof = await loadProof();
const docx = await loadDocx();
const hashJson = async (value: Json): Promise<string> => createHash('sha256').update(canonicalJson(value)).digest('hex');
const face = (name: string): Uint8Array => new Uint8Array(readFileSync(join(process.cwd(), `node_modules/@expo-google-fonts/tinos/${name}.ttf`)));
const fonts = { regular: face('400Regular/Tinos_400Regular'), bold: face('700Bold/Tinos_700Bold'), italic: face('400Regular_Italic/Tinos_400Regular_Italic') };

const AT = '2026-11-24T10:00:00.000Z';
const PREV = ['ab'.repeat(32)];
/** November closed as the app closes it. */
async function close(changed: Partial<Meeting> = {}, conclusion?: string): Promise<{ meeting: Meeting; minutes: typeof closed.minutes }> {
  const minutes = conclusion === undefined ? closed.minutes : { ...closed.minutes, sections: closed.minutes.sections.map((section) => (section.id === 'conclusion' ? { ...section, text: conclusion } : section)) };
  const base: Meeting = { ...closed.meeting, closedAt: AT, closedPrev: PREV, closedHead: { name: closed.cell.name, superior: closed.cell.superior }, final: minutes, ...changed };
  return { meeting: { ...base, closedHash: await proof.minutesPrint(hashJson, base, minutes, closed.cell, AT, PREV) }, minutes };
}
const { meeting, minutes } = await close();
const HASH = meeting.closedHash ?? '';
const form = minutesForm({ meeting, minutes, cell: closed.cell });
const known = [proof.knownMinutes(meeting, closed.cell)!];
const word = await docx.documentDocx(form);
const pdf = await documentPdf(form, fonts);

const judged = async (bytes: Uint8Array, all = known) => proof.judge(await proof.readFileInHand(new Blob([bytes as BlobPart])), all, hashJson);
const folder = mkdtempSync(join(tmpdir(), 'proof-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
/** Parts of a Word file changed by another program. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const file = put('changed.docx', bytes);
  const script = 'import sys,zipfile,shutil\nsource,part,text=sys.argv[1],sys.argv[2],sys.stdin.buffer.read()\nz=zipfile.ZipFile(source)\nout=zipfile.ZipFile(source+".new","w",zipfile.ZIP_DEFLATED)\nfor n in z.namelist():\n  out.writestr(n, text if n==part else z.read(n))\nout.close()\nshutil.move(source+".new",source)';
  const xml = execFileSync('python3', ['-c', 'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))', file, part]).toString('utf8');
  execFileSync('python3', ['-c', script, file, part], { input: change(xml) });
  return new Uint8Array(readFileSync(file));
}
const inText = (from: string, to: string) => (xml: string): string => {
  expect(xml).toContain(from);
  return xml.replace(from, to);
};

describe('[PROOF-1] the closed text', () => {
  it('gives the fingerprint that it gave when this was written: a later app must know the files of today', () => {
    expect(HASH).toMatchInlineSnapshot(`"4ebe080c386fa3eeb8293898e9d47da2b5d99ee71112294a616c3495fef370e2"`);
  });
});

describe('[PROOF-3] a closed Word file', () => {
  it('is known as the closed one, by its words and its fingerprint', async () => {
    expect(await judged(word)).toMatchObject({ is: 'genuine', noPrint: false, known: { id: meeting.id } });
    expect(await judged(word, [])).toMatchObject({ is: 'fits' });
  });

  it('of which a word was changed is told, with the place', async () => {
    expect(await judged(changed(word, 'word/document.xml', inText('BIÊN BẢN', 'BIÊN  BẢN')))).toMatchObject({ is: 'genuine' });
    const other = changed(word, 'word/document.xml', inText('Trịnh Xuân Hòa', 'Trịnh Xuân Hoà'));
    expect(await judged(other)).toMatchObject({ is: 'altered', difference: { file: expect.stringContaining('Hoà') } });
    expect(await judged(other, [])).toMatchObject({ is: 'unfit' });
  });

  it('into which words were put beside its text is told', async () => {
    const run = '<w:r><w:t>không</w:t></w:r>';
    const put = (xml: string): string => xml.replace('</w:p>', `${run}</w:p>`);
    expect(await judged(changed(word, 'word/document.xml', put))).toMatchObject({ is: 'altered' });
    expect(await judged(changed(word, 'word/document.xml', (xml) => xml.replace('</w:p>', '<x:r xmlns:x="y" a="></w:p><w:del>"><x:t>không</x:t></x:r></w:p>')))).toMatchObject({ is: 'altered' });
    expect(await judged(changed(word, 'word/footer1.xml', put))).toMatchObject({ is: 'altered', faults: ['notes'] });
    expect(await judged(changed(word, 'word/header1.xml', put))).toMatchObject({ is: 'altered', faults: ['notes'] });
    expect(await judged(changed(word, 'word/numbering.xml', (xml) => xml.replace('w:val="%1-"', 'w:val="%1- không"')))).toMatchObject({ is: 'altered', faults: ['numbering'] });
    expect(await judged(changed(word, 'word/document.xml', (xml) => xml.replace('<w:t', '<w:rPr><w:strike/></w:rPr><w:t')))).toMatchObject({ is: 'altered', faults: ['hidden'] });
    expect(await judged(changed(word, 'word/document.xml', (xml) => xml.replace('<w:r>', '<w:ins w:id="1"><w:r></w:r></w:ins><w:r>')))).toMatchObject({ is: 'altered', faults: ['tracked'] });
  });

  it('with the fingerprint of other minutes is told', async () => {
    const second = await close({ id: 'december' as Meeting['id'] }, 'Kết luận khác hẳn.');
    const all = [...known, proof.knownMinutes(second.meeting, closed.cell)!];
    const mixed = await docx.documentDocx({ ...form, mark: { kind: 'minutes', id: second.meeting.id, at: AT, prev: PREV, hash: second.meeting.closedHash! } });
    expect(await judged(mixed, all)).toMatchObject({ is: 'other', known: { id: meeting.id }, print: proof.shortPrint(second.meeting.closedHash!) });
  });

  it('without a fingerprint is known by its words; a draft is told whatever its words are', async () => {
    const { mark: _, ...bare } = form;
    expect(await judged(await docx.documentDocx(bare))).toMatchObject({ is: 'genuine', noPrint: true });
    expect(await judged(await docx.documentDocx({ ...form, mark: 'draft' }))).toMatchObject({ is: 'draft', same: { id: meeting.id } });
    expect(await judged(await docx.documentDocx({ ...bare, subject: 'sinh hoạt khác' }))).toEqual({ is: 'unknown' });
  });
});

describe('[PROOF-4] a closed PDF', () => {
  it('is known as the closed one, in this book and by itself', async () => {
    const read = await proof.readFileInHand(new Blob([pdf as BlobPart]));
    expect(read).toMatchObject({ printed: proof.shortPrint(HASH), draft: false, faults: [] });
    expect(await judged(pdf)).toMatchObject({ is: 'genuine', noPrint: false });
    expect(await judged(pdf, [])).toMatchObject({ is: 'fits' });
  });

  it('of which a word was changed is told, also where it carries the closed words', async () => {
    const second = await close({}, 'Kết luận khác hẳn.');
    const other = await documentPdf({ ...minutesForm({ ...second, cell: closed.cell }), mark: form.mark! }, fonts);
    expect(await judged(other)).toMatchObject({ is: 'altered', difference: { file: expect.stringContaining('Kếtluậnkháchẳn') } });
    expect(await judged(other, [])).toMatchObject({ is: 'unfit' });
  });

  it('a draft is told', async () => {
    expect(await judged(await documentPdf({ ...form, mark: 'draft' }, fonts))).toMatchObject({ is: 'draft' });
  });

  it('that another program added to is refused, not believed', async () => {
    const added = Buffer.concat([pdf, Buffer.from('\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 1 >>\nstartxref\n1\n%%EOF\n')]);
    await expect(judged(added)).rejects.toMatchObject({ reason: 'saved' });
  });
});

describe('closed reports', () => {
  it.each(['2026-11', '2026-H2', '2026'])('[PROOF-3] [PROOF-4] the report of %s, with its tables, is known in both forms; another is not', async (id) => {
    const told = { number: '7' };
    const final = sampleReport(id, told);
    const record = { ...readReport(id, {})!, state: 'closed' as const, final, closedAt: AT, closedPrev: [HASH], closedHead: november.cell };
    const report = { ...record, closedHash: await proof.reportPrint(hashJson, id, final, november.cell, AT, [HASH]) };
    const all = [...known, proof.knownReport(report, november.cell)!];
    const own = reportForm(final, november.cell, reportMark(report));
    for (const bytes of [await docx.documentDocx(own), await documentPdf(own, fonts)]) {
      expect(await judged(bytes, all)).toMatchObject({ is: 'genuine', noPrint: false, known: { kind: 'report', id } });
    }
    for (const bytes of [await docx.documentDocx(own), await documentPdf(own, fonts)]) expect(await judged(bytes, known)).toMatchObject({ is: 'fits' });
    const other = reportForm({ ...final, number: '8' }, november.cell, reportMark(report));
    for (const bytes of [await docx.documentDocx(other), await documentPdf(other, fonts)]) expect(await judged(bytes, all)).toMatchObject({ is: 'altered', known: { id } });
    const link = await proof.reportLink(hashJson, report, { ...november.cell, name: 'Chi bộ Tên khác' });
    expect(link?.again).toBe(report.closedHash);
  });
});

describe(`closed files before other programs${WHY}`, () => {
  it.runIf(HAS_OFFICE)('[PROOF-3] a Word file that LibreOffice saved anew is the closed one still; changed there, it is not', async () => {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const out = join(folder, 'saved');
    execFileSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'docx', '--outdir', out, put('closed.docx', word)], { stdio: 'ignore', timeout: 150_000 });
    const saved = new Uint8Array(readFileSync(join(out, 'closed.docx')));
    expect(await judged(saved)).toMatchObject({ is: 'genuine', noPrint: false });
    expect(await judged(saved, [])).toMatchObject({ is: 'fits' });
    expect(await judged(changed(saved, 'word/document.xml', inText('Trịnh Xuân Hòa', 'Trịnh Xuân Hoà')))).toMatchObject({ is: 'altered' });
  }, 180_000);

  it.runIf(HAS_OFFICE)('[PROOF-2] the fingerprint stands at the foot of every page of both, and moves no line', () => {
    const file = put('word.docx', word);
    printAll([file], folder);
    for (const path of [join(folder, 'word.pdf'), put('own.pdf', pdf)]) {
      const pages = pagesOf(path);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) expect(page).toContain(`Mã kiểm tra: ${proof.shortPrint(HASH)}`);
    }
  }, 180_000);

  it.runIf(HAS_OFFICE)('[PROOF-2] the QR code on paper reads as the fingerprint, of both', async () => {
    const { default: decodeQR } = await import('qr/decode.js');
    for (const name of ['word', 'own']) {
      execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', join(folder, `${name}.pdf`), join(folder, name)]);
      const page = readFileSync(join(folder, readdirSync(folder).find((file) => file.startsWith(`${name}-`) && file.endsWith('.ppm'))!));
      const [head, wide, high] = /^P6\s(\d+) (\d+)\s255\s/.exec(page.toString('latin1', 0, 40))!;
      const [width, height] = [Number(wide), Number(high)];
      // The foot alone, as somebody holds the phone over it.
      const top = Math.floor(height * 0.92);
      const data = page.subarray(head.length + top * width * 3);
      expect(decodeQR({ width, height: height - top, data: new Uint8Array(data) })).toBe(proof.qrText('minutes', HASH));
    }
  }, 180_000);
});
