import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preview } from './preview';
import { readPasted } from './read-pasted';
import { readWorkbook } from './read-sheet';
import { recognise } from './recognise';
import type { Cell } from './sheet';

const words = ['Họ và tên', 'Ngày sinh', 'Nam', 'Nữ', 'Chính thức', 'Ngày vào Đảng', 'STT', 'Tổng cộng', 'x', 'Lê An', '05/02/1980', '"', '\t', ';', 'ngày tháng năm'];
const cell = fc.oneof<fc.Arbitrary<Cell>[]>(fc.constant(null), fc.constantFrom(...words), fc.string(), fc.double(), fc.boolean(), fc.date({ noInvalidDate: false }));
const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });

describe('whatever a file holds', () => {
  it('is recognised and shown without breaking, each row once and in order', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const shown = preview({ rows: all, hidden: [0, 3] }, recognise(all), [], '2026-03-10').map((row) => row.row);
        expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it('is read from a pasted text without breaking', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...words, '\n', '\r\n', ' ', 'a'), { maxLength: 60 }), (parts) => {
      const result = readPasted(parts.join(''));
      expect(result.ok || result.reason === 'empty').toBe(true);
    }));
  });

  it('gives a named reason for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, zip) => {
        const file = Uint8Array.from(zip ? [0x50, 0x4b, 3, 4, ...bytes] : bytes);
        expect((await readWorkbook(file.buffer)).ok).toBe(false);
      }),
    );
  });

  it('reads a long text with a quotation mark that nothing closes', () => {
    const text = `Họ và tên;Ghi chú\n${'Lê An;"cao\n'.repeat(1)}${'Lê Ba;thấp\n'.repeat(15_000)}`;
    const result = readPasted(text);
    expect(result.ok && result.value.rows).toHaveLength(15_002);
  }, 5000);
});
