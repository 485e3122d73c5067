import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markingInText } from '@/domain';
import { firstPageText } from './first-page';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
const letters = (data: Uint8Array): string => Buffer.from(data).toString('latin1');
const packed = (text: string): string => letters(deflateSync(Buffer.from(text, 'latin1')));
const stream = (text: string, pack: boolean, more = ''): string => {
  const body = pack ? packed(text) : text;
  return `<< ${more} /Length ${body.length} ${pack ? '/Filter /FlateDecode' : ''} >>\nstream\n${body}\nendstream`;
};

/** Letters of the alphabet that a page needs, as codes 1, 2, 3… of two bytes, with the table that tells them. */
function font(words: string): { codes: (text: string) => string; table: string } {
  const all = [...new Set(words)];
  const hex = (n: number): string => n.toString(16).padStart(4, '0');
  return {
    codes: (text) => `<${[...text].map((letter) => hex(all.indexOf(letter) + 1)).join('')}>`,
    table: `1 begincodespacerange <0000> <ffff> endcodespacerange\n${all.length} beginbfchar\n${all.map((letter, at) => `<${hex(at + 1)}> <${hex(letter.charCodeAt(0))}>`).join('\n')}\nendbfchar`,
  };
}

interface Made {
  readonly content: string;
  readonly table: string;
  readonly pack?: boolean;
  /** Page, fonts and catalogue in a stream of objects, as Word writes them. */
  readonly inside?: boolean;
  readonly trailer?: string;
}

function pdf({ content, table, pack = true, inside = false, trailer = '<< /Root 1 0 R >>' }: Made): Uint8Array {
  const plain = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 /Resources << /Font << /F1 4 0 R /Plain 5 0 R >> >> >>', '<< /Type /Page /Parent 2 0 R /Contents [6 0 R] >>', '<< /Type /Font /Subtype /Type0 /ToUnicode 7 0 R >>', '<< /Type /Font /Subtype /Type1 >>'];
  const index = plain.reduce<{ text: string; at: number }>(({ text, at }, one, n) => ({ text: `${text}${n + 1} ${at} `, at: at + one.length + 1 }), { text: '', at: 0 }).text;
  const objects = inside ? `8 0 obj\n${stream(`${index}${plain.join('\n')}\n`, pack, `/Type /ObjStm /N 5 /First ${index.length}`)}\nendobj\n` : plain.map((one, n) => `${n + 1} 0 obj\n${one}\nendobj\n`).join('');
  return bytes(`%PDF-1.7\n${objects}6 0 obj\n${stream(content, pack)}\nendobj\n7 0 obj\n${stream(table, pack)}\nendobj\n9 0 obj\n<< /Type /Page >>\nendobj\ntrailer ${trailer}\n%%EOF`);
}

const { codes, table } = font('ĐẢNG BỘ XÃ TỐI MẬTQUY CHẾVỀ');
const show = (x: number, y: number, text: string): string => `BT /F1 13 Tf 1 0 0 1 ${x} ${y} Tm ${codes(text)} Tj ET\n`;
const page = `q 1 0 0 1 0 0 cm ${show(60, 780, 'ĐẢNG BỘ XÃ')}${show(400, 780, 'TỐI MẬT')}${show(60, 740, 'QUY CHẾ')}Q`;

describe('the words of a first page', () => {
  it.each([[true, false], [false, false], [true, true], [false, true]])('[FILE-1] read with streams packed: %s, objects packed: %s', async (pack, inside) => {
    expect(await firstPageText(pdf({ content: page, table, pack, inside }))).toBe('ĐẢNG BỘ XÃ\tTỐI MẬT\nQUY CHẾ');
  });

  it('[FILE-1] words that stand close together are one line, whatever pieces they were drawn in: BẢO, MẬT is no marking', async () => {
    const one = font('QUY CHẾ BẢOMẬT');
    const content = `BT /F1 13 Tf 1 0 0 1 60 700 Tm [${one.codes('QUY CHẾ ')} 20 ${one.codes('BẢO')}] TJ ET BT /F1 13 Tf 1 0 0 1 160 700 Tm ${one.codes('MẬT')} Tj ET`;
    const text = await firstPageText(pdf({ content, table: one.table }));
    expect(text).toBe('QUY CHẾ BẢO MẬT');
    expect(markingInText(text)).toBeNull();
  });

  it('reads lines that follow one another, ranges of codes, letters in brackets, and a form drawn on the page', async () => {
    const range = '2 beginbfrange <0001> <0003> <0041> <0004> <0005> [<0058> <0059>] endbfrange';
    const content = `BT /F1 10 Tf 14 TL 60 700 Td <000100020003> Tj T* <00040005> Tj /Plain 10 Tf 0 -14 Td (a\\(b\\)\\101) Tj ET BI /W 1 ID \x01\x02(EI BT 60 600 Td (end) Tj ET`;
    expect(await firstPageText(pdf({ content, table: range }))).toBe('ABC\nXY\na(b)A\nend');
    const withForm = letters(pdf({ content: '/Stamp Do', table })).replace('/Font <<', '/XObject << /Stamp 12 0 R >> /Font <<').replace('trailer', `12 0 obj\n${stream(show(10, 10, 'MẬT'), true, '/Type /XObject /Subtype /Form')}\nendobj\ntrailer`);
    expect(markingInText(await firstPageText(bytes(withForm)))).toBe('secret');
  });

  it('reads nothing where there is nothing to read: encrypted, scanned, no file at all', async () => {
    expect(await firstPageText(pdf({ content: page, table, trailer: '<< /Root 1 0 R /Encrypt 9 0 R >>' }))).toBe('');
    expect(await firstPageText(pdf({ content: 'q 595 0 0 842 0 0 cm /Im1 Do Q', table }))).toBe('');
    for (const text of ['', '%PDF-1.7', '1 0 obj << /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>', '<html>']) expect(await firstPageText(bytes(text))).toBe('');
  });

  it('a file that unpacks to gigabytes is left at a few megabytes', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const file = Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Contents 3 0 R >>\nendobj\n3 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`), bomb, Buffer.from('\nendstream\nendobj')]);
    expect(await firstPageText(new Uint8Array(file))).toBe('');
  });

  it('never throws, whatever is broken in it', async () => {
    const whole = [pdf({ content: page, table, pack: false }), pdf({ content: page, table, inside: true })];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(), async (file, hits, cut) => {
        const broken = file.slice(0, cut % 2 === 0 ? file.length : cut % file.length);
        for (const [at, value] of hits) if (broken.length > 0) broken[at % broken.length] = value;
        expect(typeof (await firstPageText(broken))).toBe('string');
      }),
      { numRuns: 150 },
    );
  });
});
