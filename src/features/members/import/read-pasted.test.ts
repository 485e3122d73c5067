import { describe, expect, it } from 'vitest';
import { preview } from './preview';
import { readPasted } from './read-pasted';
import { recognise } from './recognise';
import type { Cell } from './sheet';

function pasted(text: string): readonly (readonly Cell[])[] {
  const result = readPasted(text);
  if (!result.ok) throw new Error(result.reason);
  return result.value.rows;
}

describe('readPasted', () => {
  it.each([
    ['tabs', 'Họ và tên\tNgày sinh\nLê An\t05/02/1980\nTrần Ba\t06/02/1980'],
    ['semicolons', 'Họ và tên; Ngày sinh\r\nLê An; 05/02/1980\r\nTrần Ba; 06/02/1980\r\n'],
    ['commas', 'Họ và tên, Ngày sinh\nLê An, 05/02/1980\nTrần Ba, 06/02/1980'],
    ['bars', 'Họ và tên | Ngày sinh\nLê An | 05/02/1980\nTrần Ba | 06/02/1980'],
    ['wide gaps', '  Họ và tên    Ngày sinh\n  Lê An   05/02/1980\n  Trần Ba  06/02/1980'],
    ['dashes', 'Họ và tên - Ngày sinh\nLê An - 05/02/1980\nTrần Ba – 06/02/1980'],
  ])('[IMP-5] reads cells separated by %s', (_, text) => {
    expect(pasted(text)).toEqual([['Họ và tên', 'Ngày sinh'], ['Lê An', '05/02/1980'], ['Trần Ba', '06/02/1980']]);
  });

  it('[IMP-5] keeps a line break and a separator inside quotation marks, and a lone mark as a mark', () => {
    expect(pasted('"Họ và\ntên"\tGhi chú\nLê An\t"nói ""có""\t"\n')).toEqual([['Họ và\ntên', 'Ghi chú'], ['Lê An', 'nói "có"']]);
    expect(pasted('Lê An; "cao\nTrần Ba; thấp')).toEqual([['Lê An', '"cao'], ['Trần Ba', 'thấp']]);
  });

  it('[IMP-5] keeps empty cells in their places', () => {
    expect(pasted('a\t\tc\n\tb\t\n')).toEqual([['a', null, 'c'], [null, 'b', null]]);
  });

  it('[IMP-5] reads names alone, one a line, with or without numbers', () => {
    const rows = pasted('1. Nguyễn Văn An\n2. Trần Thị Bình\n\n3. Lê Cường');
    const names = preview({ rows, hidden: [] }, recognise(rows), [], '2026-03-10').map((row) => row.values.name);
    expect(names).toEqual(['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Cường']);
  });

  it('names what it refuses', () => {
    expect(readPasted(' \n\t\n')).toEqual({ ok: false, reason: 'empty' });
    expect(readPasted('')).toEqual({ ok: false, reason: 'empty' });
    expect(readPasted('a'.repeat(2_000_001))).toEqual({ ok: false, reason: 'tooLarge' });
    expect(readPasted('a\n'.repeat(20_001))).toEqual({ ok: false, reason: 'tooManyRows' });
  });

  it('[IMP-20] reads a register typed in the old fonts, and leaves modern text alone', () => {
    const rows = pasted('Hä vµ tªn\tNgµy sinh\tChøc vô §¶ng\nNguyÔn V¨n Hïng\t05/02/1980\tBÝ th­\nTrÇn ThÞ Ph­îng\t06/02/1980\tPhã bÝ th­');
    expect(rows[1]).toEqual(['Nguyễn Văn Hùng', '05/02/1980', 'Bí thư']);
    const read = preview({ rows, hidden: [] }, recognise(rows), [], '2026-03-10');
    expect(read.map((row) => [row.values.name, row.values.position])).toEqual([['Nguyễn Văn Hùng', 'secretary'], ['Trần Thị Phượng', 'deputy']]);
    expect(pasted('Họ và tên\nHà Văn Cò\nLý Hò')).toEqual([['Họ và tên'], ['Hà Văn Cò'], ['Lý Hò']]);
  });
});
