import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type Cell as Written, type SheetData } from 'write-excel-file/node';
import { preview } from './preview';
import { readWorkbook } from './read-sheet';
import { recognise } from './recognise';
import { LIMITS, type Sheet } from './sheet';
import { packStored, readDirectory, unpack } from '@/documents/zip';

const TODAY = '2026-03-10';
const date = (year: number, month: number, day: number): Written => ({ value: new Date(Date.UTC(year, month - 1, day)), type: Date, format: 'dd/mm/yyyy' });

async function workbook(data: SheetData): Promise<ArrayBuffer> {
  return copy(await writeXlsxFile(data, { sheet: 'Danh sách' }).toBuffer());
}

const copy = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** A workbook whose parts have been edited as text. */
async function edited(file: ArrayBuffer, edit: (name: string, xml: string) => string): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(file);
  const parts = await unpack(bytes, readDirectory(bytes) ?? [], LIMITS.unpackedBytes);
  return packStored(new Map([...parts].map(([name, part]) => [name, new TextEncoder().encode(edit(name, new TextDecoder().decode(part)))])));
}

async function read(file: Blob | ArrayBuffer): Promise<Sheet> {
  const result = await readWorkbook(file);
  const best = result.ok && result.value.sheets[result.value.best];
  if (!best) throw new Error(result.ok ? 'no sheet' : result.reason);
  return best;
}

async function rowsOf(file: ArrayBuffer): Promise<ReturnType<typeof preview>> {
  const sheet = await read(file);
  return preview(sheet, recognise(sheet.rows), [], TODAY);
}

const reason = async (file: Blob | ArrayBuffer): Promise<string> => {
  const result = await readWorkbook(file);
  return result.ok ? 'ok' : result.reason;
};

/** The head of the old Office container, and a stream's name in UTF-16 as it stands in its directory. */
function oldContainer(stream: string): ArrayBuffer {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, index) => (bytes[1024 + index * 2] = letter.charCodeAt(0)));
  return bytes.buffer;
}

describe('readWorkbook: what is refused', () => {
  it('[IMP-1] names rubbish, an old .xls, a protected workbook, an empty file, a Word file', async () => {
    expect(await reason(new TextEncoder().encode('<html>Danh sách</html>').buffer)).toBe('notXlsx');
    expect(await reason(oldContainer('Workbook'))).toBe('oldXls');
    expect(await reason(oldContainer('EncryptedPackage'))).toBe('passwordProtected');
    expect(await reason(oldContainer('WordDocument'))).toBe('notXlsx');
    expect(await reason(new ArrayBuffer(0))).toBe('empty');
    expect(await reason(packStored(new Map([['word/document.xml', new Uint8Array(4)]])))).toBe('notXlsx');
    expect(await reason(await workbook([[null], [null]]))).toBe('empty');
  });

  it('[IMP-1] refuses a file too large without reading it', async () => {
    const file = { size: 50 * 1024 * 1024, arrayBuffer: () => Promise.reject(new Error('read')) } as unknown as Blob;
    expect(await reason(file)).toBe('tooLarge');
  });

  it('[IMP-1] says damaged of a workbook cut short anywhere, and of bytes changed inside', async () => {
    const whole = await workbook([['Họ và tên'], ['Nguyễn Văn An']]);
    for (const share of [0.1, 0.5, 0.9, 0.99]) expect(await reason(whole.slice(0, Math.floor(whole.byteLength * share)))).toBe('damaged');
    const broken = new Uint8Array(whole.slice(0));
    broken.fill(0xff, 60, 400);
    expect(await reason(broken.buffer)).toBe('damaged');
  });

  it('[IMP-2] stops a bomb that says it is large, and one that lies', async () => {
    const zeros = new Uint8Array(70 * 1024 * 1024);
    const packed = new Uint8Array(await new Response(new Blob([zeros]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
    const honest = bomb(packed, zeros.length);
    expect(honest.byteLength).toBeLessThan(LIMITS.fileBytes);
    expect(await reason(honest)).toBe('tooLarge');
    expect(await reason(bomb(packed, 1000))).toBe('tooLarge');
  });

  it('[IMP-3] refuses more rows than a register has, also when one cell stands far down or far right', async () => {
    const many: SheetData = [['Họ và tên'], ...Array.from({ length: LIMITS.rows }, (_, index): Written[] => [`Nguyễn Văn ${index}`])];
    expect(await reason(await workbook(many))).toBe('tooManyRows');
    const plain = await workbook([['Họ và tên'], ['Nguyễn Văn An']]);
    expect(await reason(await edited(plain, (_, xml) => xml.replace('<row r="2"', '<row r="900000000"').replace('r="A2"', 'r="A900000000"')))).toBe('tooManyRows');
    expect(await reason(await edited(plain, (_, xml) => xml.replace('r="A2"', 'r="XFD2"')))).toBe('tooManyRows');
  });
});

/** A workbook whose first sheet is `packed`, said to be `size` bytes long. */
function bomb(packed: Uint8Array, size: number): ArrayBuffer {
  const small = new TextEncoder().encode('<workbook/>');
  const file = new Uint8Array(packStored(new Map([['xl/workbook.xml', small], ['xl/worksheets/sheet1.xml', packed]])));
  const data = new DataView(file.buffer);
  const central = readDirectory(file) ?? [];
  const at = file.length - 22 - 46 - 'xl/worksheets/sheet1.xml'.length;
  expect(central).toHaveLength(2);
  data.setUint16(at + 10, 8, true);
  data.setUint32(at + 24, size, true);
  return file.buffer;
}

describe('readWorkbook: registers as people keep them', () => {
  it('[IMP-6] reads past merged titles to headings on row 5, with dates of Excel and in three forms of text', async () => {
    const rows = await rowsOf(
      await workbook([
        [{ value: 'ĐẢNG BỘ KHỐI', columnSpan: 3 }, null, null, { value: 'ĐẢNG CỘNG SẢN VIỆT NAM', columnSpan: 3 }],
        [{ value: 'CHI BỘ VĂN PHÒNG', columnSpan: 3 }],
        [],
        [{ value: 'DANH SÁCH ĐẢNG VIÊN', columnSpan: 6 }],
        ['STT', 'Họ và\ntên', 'Ngày, tháng,\nnăm sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Số thẻ đảng viên'],
        [1, 'NGUYỄN VĂN AN', date(1980, 2, 5), '3/2/2005', '03-02-2006', '27001234'],
        [2, 'Tra\u0302\u0300n Thi\u0323 Bi\u0300nh', '5.2.1985', 'ngày 5 tháng 2 năm 2010', date(2011, 2, 5), 1234567],
      ]),
    );
    expect(rows.map((row) => row.row)).toEqual([6, 7]);
    expect(rows[0]?.values).toMatchObject({ name: 'Nguyễn Văn An', birthDate: '1980-02-05', joinedOn: '2005-02-03', officialOn: '2006-02-03', cardNumber: '27001234' });
    expect(rows[1]?.values).toMatchObject({ name: 'Trần Thị Bình', birthDate: '1985-02-05', joinedOn: '2010-02-05', officialOn: '2011-02-05', cardNumber: '01234567' });
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
  });

  it('[IMP-7][IMP-9] reads headings of two rows, marks under Nam and Nữ, and empty columns', async () => {
    const rows = await rowsOf(
      await workbook([
        ['TT', { value: 'Họ và tên', columnSpan: 2 }, null, null, { value: 'Giới tính', columnSpan: 2 }, null, { value: 'Ngày vào Đảng', columnSpan: 2 }, null],
        [null, null, null, null, 'Nam', 'Nữ', 'Dự bị', 'Chính thức'],
        [1, 'Lê Văn', 'Cường', null, 'x', null, '01/01/2010', '01/01/2011'],
        [2, 'Phạm Thị', 'Dung', null, null, 'x', '02/02/2012', '02/02/2013'],
      ]),
    );
    expect(rows.map((row) => row.values)).toMatchObject([
      { name: 'Lê Văn Cường', sex: 'male', joinedOn: '2010-01-01', officialOn: '2011-01-01' },
      { name: 'Phạm Thị Dung', sex: 'female', joinedOn: '2012-02-02', officialOn: '2013-02-02' },
    ]);
  });

  it('takes hidden rows in and says so, and is not put off by styled empty rows and other prefixes', async () => {
    const plain = await workbook([['Họ và tên', 'Ngày sinh'], ['Nguyễn Văn An', '05/02/1980'], ['Trần Văn Ba', '06/02/1980']]);
    const odd = await edited(plain, (name, xml) =>
      name.includes('worksheets/')
        ? xml
            .replace('<row r="3"', '<row r="3" hidden="1"')
            .replace('</sheetData>', '<row r="4" spans="1:2"><c r="A4" s="1"/><c r="B4" s="1"></c></row><row r="1048576" ht="15"/></sheetData>')
        : xml,
    );
    const rows = await rowsOf(odd);
    expect(rows.map((row) => [row.row, row.problems.map((problem) => problem.reason)])).toEqual([[2, []], [3, ['hiddenRow']]]);
  });

  it('[IMP-4] chooses the sheet that is a register, and leaves hidden sheets aside', async () => {
    const register: SheetData = [['Họ và tên', 'Ngày sinh'], ['Nguyễn Văn An', '05/02/1980']];
    const three = copy(
      await writeXlsxFile([
        { data: [['Bìa'], ['Sổ đảng viên năm 2026']], sheet: 'Bìa' },
        { data: [['Họ và tên', 'Ngày sinh', 'Giới tính'], ['Người Cũ', '01/01/1950', 'Nam']], sheet: 'Cũ' },
        { data: register, sheet: 'Đảng viên' },
      ]).toBuffer(),
    );
    const hidden = await edited(three, (name, xml) => (name === 'xl/workbook.xml' ? xml.replace('name="Cũ"', 'name="Cũ" state="hidden"') : xml));
    expect((await rowsOf(hidden)).map((row) => row.values.name)).toEqual(['Nguyễn Văn An']);
    expect((await rowsOf(three)).map((row) => row.values.name)).toEqual(['Người Cũ']);
  });

  it('takes the value of a formula, and nothing from a formula that was never worked out', async () => {
    const plain = await workbook([['Họ và tên', 'Ngày sinh', 'Ghi chú'], ['Nguyễn Văn An', '05/02/1980', 'x1'], ['Trần Văn Ba', '05/02/1981', 'x2']]);
    const formulas = await edited(plain, (name, xml) =>
      name.includes('worksheets/')
        ? xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="str"><f>A1&amp;B1</f><v>đã tính</v></c>').replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
        : xml,
    );
    expect((await rowsOf(formulas)).map((row) => row.values.note)).toEqual(['đã tính', null]);
  });

  it('reads 5,000 rows', async () => {
    const data: SheetData = [
      ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng'],
      ...Array.from({ length: 5000 }, (_, index): Written[] => [index + 1, `Nguyễn Văn ${String.fromCharCode(65 + (index % 26))}${index}`, date(1960 + (index % 40), 1 + (index % 12), 1 + (index % 28)), '03/02/2020']),
    ];
    const rows = await rowsOf(await workbook(data));
    expect(rows).toHaveLength(5000);
    expect(rows[4999]).toMatchObject({ row: 5001, values: { joinedOn: '2020-02-03' }, action: 'add' });
  });
});
