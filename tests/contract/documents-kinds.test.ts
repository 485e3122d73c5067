import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocx, loadPdf } from '@/documents';
import { DOCUMENT_KINDS } from '@/documents/kinds';
import type { PartyDocument } from '@/documents';
import { sample } from '../fixtures/documents';
import { reviewPapers } from '../fixtures/reviews';
import { INTERNAL, SECRETS } from '../fixtures/november-meeting';
import { filesUnder, isTest } from '../checks/source';
import { subsetFace } from '../support/document-fonts';
import { fontsOf, HAS_OFFICE, pagesOf, printAll, put, WHY, wordsOf } from '../support/office';

const face = (path: string): Promise<Uint8Array> => subsetFace(fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/tinos/${path}.ttf`, import.meta.url)));
const faces = Promise.all([face('400Regular/Tinos_400Regular'), face('700Bold/Tinos_700Bold'), face('400Regular_Italic/Tinos_400Regular_Italic')]).then(([regular, bold, italic]) => ({ regular, bold, italic }));
/** Every kind of document, and every form of the yearly review [FORM-11]. */
const forms = new Map<string, PartyDocument>([...DOCUMENT_KINDS.map((kind): [string, PartyDocument] => [kind, sample(kind)]), ...reviewPapers]);
const ALL = [...forms.keys()];
const HEADED = ALL.filter((kind) => forms.get(kind)!.head !== null);
const MM = 72 / 25.4;

const placed = new Map<string, ReturnType<typeof wordsOf>>();
/** Asked for often, and slow. */
const wordsIn = (pdf: string): ReturnType<typeof wordsOf> => placed.get(pdf) ?? placed.set(pdf, wordsOf(pdf)).get(pdf)!;

let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kinds-'));
  const [{ documentDocx }, { documentPdf }] = await Promise.all([loadDocx(), loadPdf()]);
  const files: string[] = [];
  for (const [kind, form] of forms) {
    put(dir, `${kind}-own.pdf`, await documentPdf(form, await faces));
    files.push(put(dir, `${kind}.docx`, await documentDocx(form)));
  }
  if (HAS_OFFICE) printAll(files, dir);
}, 200_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const own = (kind: string): string => join(dir, `${kind}-own.pdf`);
const office = (kind: string): string => join(dir, `${kind}.pdf`);

/** The lines of a PDF without what its pages repeat: their numbers, and the head of a table that goes on. */
function linesOf(pdf: string, form: PartyDocument): string[] {
  const flat = (line: string): string => line.replace(/\s+/g, ' ').trim();
  const heads = new Set(form.blocks.flatMap((block) => (block.kind === 'table' ? [block.columns.map(({ head }) => head).join(' ')] : [])));
  return pagesOf(pdf).flatMap((page, index) => {
    const lines = page.split('\n').map(flat).filter((line) => line !== '');
    if (index > 0 && lines[0] === String(index + 1)) lines.shift();
    if (index > 0 && heads.has(lines[0] ?? '')) lines.shift();
    return lines;
  });
}
/** Letters alone: programs part lines and draw dots each in its own way. */
const letters = (lines: readonly string[]): string => lines.join('').normalize('NFC').replace(/\s/g, '').replace(/[.…]{3,}/g, '');

describe.skipIf(!HAS_OFFICE)(`documents in LibreOffice and poppler${WHY}`, () => {
  it.each(ALL)('[PDF-1] %s reads as it should, and the same from Word and from our own PDF', async (kind) => {
    const lines = linesOf(own(kind), forms.get(kind)!);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../fixtures/documents/${kind}.txt`);
    expect(letters(linesOf(office(kind), forms.get(kind)!))).toBe(letters(lines));
  });

  it.each(ALL)('[PDF-2] %s keeps the margins, in both', (kind) => {
    const { head, layout: { page } } = forms.get(kind)!;
    const edge = head ? page : { left: 12, right: 12, top: 12, bottom: 12 };
    for (const pdf of [own(kind), office(kind)]) {
      const words = wordsIn(pdf);
      expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(edge.left * MM - 1);
      expect(Math.max(...words.map(({ right }) => right))).toBeLessThan((page.width - edge.right) * MM + 1);
      expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThan((page.height - edge.bottom) * MM + 4);
    }
  });

  it.each(HEADED)('[PDF-2] %s has the Party at the upper right, and everything at the same height in both', (kind) => {
    const { page } = forms.get(kind)!.layout;
    const at = (pdf: string, text: string) => wordsIn(pdf).find((word) => word.text === text);
    for (const pdf of [own(kind), office(kind)]) {
      const party = at(pdf, 'CỘNG')!;
      expect(party.top).toBeGreaterThan(page.top * MM - 2);
      expect(party.top).toBeLessThan(page.top * MM + 6);
      expect(party.left).toBeGreaterThan(((page.width + page.left) / 2) * MM);
    }
    const apart = ['CỘNG', '*', '-----'].map((text) => Math.abs((at(own(kind), text)?.top ?? Number.NaN) - (at(office(kind), text)?.top ?? Number.NaN)));
    expect(Math.max(...apart)).toBeLessThan(6);
  });

  it.each(ALL)('[PDF-3] %s has its letters in the file', (kind) => {
    const fonts = fontsOf(own(kind)).map(({ name, ...rest }) => ({ name: name.replace(/^[A-Z]+\+/, ''), ...rest }));
    expect(fonts).not.toEqual([]);
    expect(fonts).toEqual(fonts.map(() => ({ name: expect.stringMatching(/^Tinos-(?:Regular|Bold|Italic)$/), embedded: true, readable: true })));
  });

  it.each(HEADED)('[PDF-4] %s numbers its pages from the second on, and no page parts a signature', (kind) => {
    const { left, right } = forms.get(kind)!.foot!;
    const signers = [left, right].flatMap((foot) => (foot.kind === 'signer' ? [foot] : []));
    expect(signers).not.toEqual([]);
    for (const pdf of [own(kind), office(kind)]) {
      const pages = pagesOf(pdf);
      expect(pages.slice(1).map((page) => page.trim().split('\n')[0]?.trim())).toEqual(pages.slice(1).map((_, index) => String(index + 2)));
      expect(signers.filter(({ label, name }) => !pages.some((page) => page.includes(label) && page.includes(name)))).toEqual([]);
    }
  });

  it('[PDF-6] hostile and endless words stay on the paper, and bring nothing down', async () => {
    const { documentPdf } = await loadPdf();
    const endless = 'ChữDàiVôTận'.repeat(40);
    const hostile = `R&D <b>"x"</b> {{y}} \u{1F600} 42-HD/BTCTW 2026-2030 ${endless}`;
    const { layout, head } = forms.get('notice')!;
    const bytes = await documentPdf(
      {
        layout, head: { ...head!, superior: hostile, cell: hostile }, title: hostile, subject: hostile, named: 'x',
        blocks: [
          { kind: 'text', text: hostile, look: 'body' },
          { kind: 'heading', level: 1, text: hostile },
          { kind: 'table', columns: [{ head: hostile, width: 40 }, { head: 'B', width: 125 }], rows: [[hostile, hostile], ['', '']] },
          { kind: 'slips', across: 2, down: 2, copies: 4, lines: [{ text: 'Về việc', look: 'question' }] },
        ],
        foot: { left: { kind: 'recipients', entries: [hostile] }, right: { kind: 'signer', label: 'X', under: '', underSmall: false, name: hostile, ink: 'M0 0 L "><script>' } },
      },
      await faces,
    );
    const words = wordsOf(put(dir, 'hostile.pdf', bytes));
    expect(words.map(({ text }) => text).join('')).toContain('42-HD/BTCTW');
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(layout.page.width * MM - 10);
  });

  it('[FORM-6] no kind tells what a restricted step holds; what leaves the cell tells nothing internal', () => {
    for (const kind of DOCUMENT_KINDS) {
      const text = linesOf(own(kind), forms.get(kind)!).join(' ');
      const kept = kind === 'minutes' ? SECRETS : [...SECRETS, INTERNAL];
      expect(kept.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});

it('[APR-1] the papers of a review are made on its own page; no document of a meeting, export, search or submission reads reviews', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const naming = (pattern: RegExp): string[] => filesUnder(root, 'src').filter((file) => /\.tsx?$/.test(file) && !isTest(file) && pattern.test(readFileSync(join(root, file), 'utf8')));
  expect([...new Set(naming(/\breviewPaper\(/).map(dirname))].sort()).toEqual(['src/features/appraisals']);
  const readers = naming(/\b(readAppraisal|useCollection\('appraisal'|appraisalId)\b|'appraisal'/).filter((file) => /^src\/(documents|sync|features\/(excel|search|meeting|reports|history|papers|plan|tasks))\//.test(file));
  // The guard refuses them; the runner and the status tell that something changed, not what.
  expect(readers.sort()).toEqual(['src/documents/guard.ts', 'src/sync/runner.ts']);
});
