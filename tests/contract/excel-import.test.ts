/** Registers as people really keep them, each with what is read of it; files that are refused, each with its sentence; and damaged ones. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMember, type Fields, type Member } from '@/domain';
import { leftOut, preview, readFile, recognise, type NamedSheet, type PreviewRow } from '@/features/members/import';
import vi from '@/i18n/locales/vi/members.json';
import { date, DATE_STYLE, partsOf, serial, workbook, zip, type RawCell, type RawSheet } from '../support/xlsx';

const TODAY = '2026-11-24';
const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng'];
const file = (bytes: Uint8Array<ArrayBuffer> | string, name = 'danh sách.xlsx'): File => new File([bytes], name);
const book = (rows: RawSheet['rows'], more: Partial<RawSheet> = {}): File => file(workbook({ sheets: [{ rows, ...more }] }));

async function sheetOf(from: File): Promise<NamedSheet> {
  const read = await readFile(from);
  const best = read.ok && read.value.sheets[read.value.best];
  if (!best) throw new Error(read.ok ? 'no sheet' : read.reason);
  return best;
}

interface Reading {
  rows: readonly PreviewRow[];
  sheet: NamedSheet;
  left: readonly number[];
}

async function readingOf(from: File, members: readonly Member[] = []): Promise<Reading> {
  const sheet = await sheetOf(from);
  const columns = recognise(sheet.rows);
  return { sheet, left: leftOut(sheet, columns), rows: preview(sheet, columns, members, TODAY, { remark: (field, text) => `${field}: ${text}` }) };
}

/** Name, birth date, date of joining; what is wrong with the row. */
const short = ({ rows }: Reading): unknown[] => rows.map(({ values, problems }) => [values.name, values.birthDate, values.joinedOn, ...problems.map(({ reason }) => reason)]);

/** A text in the code of the old `.Vn…` fonts, and one in that of the VNI fonts. */
const TCVN3 = [['NguyÔn V¨n An', 'Hµ Néi'], ['TrÇn ThÞ B×nh', 'Nam §Þnh'], ['§ç §øc ThuËn', 'H¶i Phßng'], ['Vò Ngäc Lª', 'HuÕ']];
const VNI = [['Nguyeãn Vaên An', 'Haø Noäi'], ['Traàn Thò Bình', 'Nam Ñònh'], ['Ñoã Ñöùc Thuaän', 'Haûi Phoøng'], ['VUÕ NGOÏC LEÂ', 'Hueá']];
const NAMES = ['Nguyễn Văn An', 'Trần Thị Bình', 'Đỗ Đức Thuận', 'Vũ Ngọc Lê'];
const oldFont = (rows: readonly (readonly string[])[]): File => book([['STT', 'Hä vµ tªn', 'Ngµy sinh'].map((text, index) => (rows === VNI ? ['STT', 'Hoï vaø teân', 'Ngaøy sinh'][index]! : text)), ...rows.map(([name = '', place = ''], index) => [index + 1, name, '01/02/1980', place])]);
const formula = (f: string, v: string | null, type?: string): RawCell => ({ ...(type === undefined ? {} : { type }), inner: `<f>${f}</f>${v === null ? '' : `<v>${v}</v>`}` });

type Case = readonly [name: string, from: () => File, check: (reading: Reading) => void];

const CASES: readonly Case[] = [
  [
    'merged titles above, headings on row 5',
    () => book([['ĐẢNG BỘ SỞ THỬ', null, 'ĐẢNG CỘNG SẢN VIỆT NAM'], ['CHI BỘ VĂN PHÒNG', null, 'Hà Nội, ngày 01 tháng 3 năm 2026'], [], ['DANH SÁCH ĐẢNG VIÊN NĂM 2026'], HEAD, [1, 'Lê An', '05/02/1980', '03/02/2005']], { after: '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A4:D4"/></mergeCells>' }),
    (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', '2005-02-03']]),
  ],
  [
    'headings of two rows, a group heading merged over two',
    () => book([['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', null], [null, null, null, 'Dự bị', 'Chính thức'], [1, 'Lê An', '05/02/1980', '03/02/2005', '03/02/2006']], { after: '<mergeCells count="1"><mergeCell ref="D1:E1"/></mergeCells>' }),
    ({ rows }) => expect(rows[0]?.values).toMatchObject({ joinedOn: '2005-02-03', officialOn: '2006-02-03' }),
  ],
  [
    'dates as text in three forms, as serial numbers and as dates of Excel',
    () => book([HEAD, [1, 'Lê An', '05/02/1980', '3.2.05'], [2, 'Lê Ba', 'ngày 5 tháng 2 năm 1980', serial('2005-02-03')], [3, 'Lê Ca', date('1980-02-05'), '3-2-2005']]),
    (read) => expect(short(read)).toEqual(['Lê An', 'Lê Ba', 'Lê Ca'].map((name) => [name, '1980-02-05', '2005-02-03'])),
  ],
  [
    'days that count from 1904, formatted as dates or not',
    () => file(workbook({ from1904: true, sheets: [{ rows: [HEAD, [1, 'Lê An', date('1980-02-05', true), serial('2005-02-03', true)], [2, 'Lê Ba', 1980, null]] }] })),
    (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', '2005-02-03'], ['Lê Ba', null, null, 'partKept']]),
  ],
  [
    'only a month, only a year: no day is made up, the words go into the note',
    () => book([[...HEAD, 'Ghi chú'], [1, 'Lê An', 'tháng 5 năm 1980', '02/2005', 'cao'], [2, 'Lê Ba', 1975, '03/02/2005', null]]),
    ({ rows }) => {
      expect(rows.map(({ values }) => [values.birthDate, values.joinedOn, values.note])).toEqual([[null, null, 'cao; birthDate: tháng 5 năm 1980; joinedOn: 02/2005'], [null, '2005-02-03', 'birthDate: 1975']]);
      expect(rows.map(({ problems }) => problems.map(({ reason }) => reason))).toEqual([['partKept', 'partKept'], ['partKept']]);
    },
  ],
  ['the name in two columns with their own headings', () => book([['TT', 'Họ và tên đệm', 'Tên', 'Ngày sinh'], [1, 'Nguyễn Thị', 'Ánh', '05/02/1980']]), ({ rows }) => expect(rows[0]?.values.name).toBe('Nguyễn Thị Ánh')],
  ['the name in two columns under one merged heading', () => book([['TT', 'Họ và tên', null, 'Ngày sinh'], [1, 'Nguyễn Thị', 'Ánh', '05/02/1980'], [2, 'Lê', 'Ba', '05/02/1981']]), ({ rows }) => expect(rows.map(({ values }) => values.name)).toEqual(['Nguyễn Thị Ánh', 'Lê Ba'])],
  ['tone marks as letters of their own', () => book([HEAD.map((text) => text.normalize('NFD')), [1, 'Nguyễn Thị Ánh'.normalize('NFD'), '05/02/1980', null]]), ({ rows }) => expect(rows[0]?.values.name).toBe('Nguyễn Thị Ánh')],
  [
    'an old font, TCVN3',
    () => oldFont(TCVN3),
    ({ rows, sheet }) => {
      expect(rows.map(({ values }) => values.name)).toEqual(NAMES);
      expect(sheet.font).toBe('tcvn3');
    },
  ],
  [
    'an old font, VNI',
    () => oldFont(VNI),
    ({ rows, sheet }) => {
      expect(rows.map(({ values }) => values.name)).toEqual(NAMES);
      expect(sheet.font).toBe('vni');
      expect(sheet.rows.map((row) => row[3]).filter(Boolean)).toEqual(['Hà Nội', 'Nam Định', 'Hải Phòng', 'Huế']);
    },
  ],
  [
    'letters broken on the way (UTF-8 taken for Western): left as they are, and told',
    () => book([HEAD, ...NAMES.map((name, index) => [index + 1, Buffer.from(name).toString('latin1').replace(/[\u0080-\u009f]/g, '¦'), '05/02/1980'])]),
    ({ sheet, rows }) => {
      expect(sheet.font).toBe('unclear');
      expect(rows[0]?.values.name).toMatch(/^Nguyá»/);
    },
  ],
  ['Vietnamese in Unicode is never taken for an old font', () => book([HEAD, ...['Hoà', 'Lê Uý', 'Võ Toàn', 'Trần Khoá', 'Đoàn Quý', 'Hồ Thuý', 'Bùi Xuân Hoè'].map((name, index) => [index + 1, `Ngô ${name}`, '05/02/1980'])]), ({ sheet }) => expect(sheet.font).toBeUndefined()],
  [
    'hidden rows: read, told, and left to the person',
    () => book([HEAD, [1, 'Lê An', '05/02/1980'], [2, 'Lê Ba', '05/02/1981']], { hiddenRows: [2] }),
    (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null], ['Lê Ba', '1981-02-05', null, 'hiddenRow']]),
  ],
  [
    'hidden columns: read and told, to the end of the sheet',
    () => book([[...HEAD, 'Điện thoại'], [1, 'Lê An', '05/02/1980', null, '0912345678']], { hiddenColumns: [[5, 5], [8, 16_384]] }),
    ({ sheet, rows }) => {
      expect(sheet.hiddenColumns?.slice(0, 2)).toEqual([4, 7]);
      expect(rows[0]?.values.phone).toBe('0912345678');
    },
  ],
  ['empty columns and rows between', () => book([[null, ...HEAD.slice(0, 2), null, null, ...HEAD.slice(2)], [], [null, 1, 'Lê An', null, null, '05/02/1980', null], [], [], [null, 2, 'Lê Ba', null, null, '05/02/1981', null]]), ({ rows }) => expect(rows.map(({ row, values }) => [row, values.name, values.birthDate])).toEqual([[3, 'Lê An', '1980-02-05'], [6, 'Lê Ba', '1981-02-05']])],
  [
    'sums and signatures at the end are left out, and told by their rows',
    () => book([HEAD, [1, 'Lê An', '05/02/1980', '03/02/2005'], [null, 'Tổng cộng: 01 đồng chí'], [], [null, null, null, 'Hà Nội, ngày 01 tháng 3 năm 2026'], [null, 'NGƯỜI LẬP', null, 'T/M CHI BỘ'], [null, null, null, 'BÍ THƯ'], [null, 'Phạm Văn Ký', null, 'Trần Văn Duyệt']]),
    (read) => {
      expect(short(read)).toEqual([['Lê An', '1980-02-05', '2005-02-03']]);
      expect(read.left).toEqual([3, 5, 6, 7, 8]);
    },
  ],
  ['groups of members under headings of their own', () => book([HEAD, ['I', 'Đảng viên chính thức'], [1, 'Lê An', '05/02/1980'], ['II', 'Đảng viên dự bị'], [1, 'Lê Ba', '05/02/1999']]), ({ rows }) => expect(rows.map(({ values }) => [values.name, values.standing])).toEqual([['Lê An', 'official'], ['Lê Ba', 'probationary']])],
  ['the headings once more on each printed page', () => book([HEAD, [1, 'Lê An', '05/02/1980'], HEAD, [2, 'Lê Ba', '05/02/1981']]), ({ rows }) => expect(rows.map(({ values }) => values.name)).toEqual(['Lê An', 'Lê Ba'])],
  ['the columns numbered beneath their headings', () => book([HEAD, ['(1)', '(2)', '(3)', '(4)'], [1, 'Lê An', '05/02/1980']]), ({ rows }) => expect(rows.map(({ row }) => row)).toEqual([3])],
  ['the same person twice in the file', () => book([HEAD, [1, 'Lê An', '05/02/1980'], [2, 'LÊ AN', date('1980-02-05')], [3, 'Lê An', '06/02/1980']]), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null], ['Lê An', '1980-02-05', null, 'duplicateInFile'], ['Lê An', '1980-02-06', null, 'sameNameInFile']])],
  ['values of formulas', () => book([HEAD, [1, formula('B9&amp;C9', 'Lê An', 'str'), formula('DATE(1980,2,5)', String(serial('1980-02-05'))), formula('""', '', 'str')]]), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
  ['formulas that failed: told, the rest is read', () => book([HEAD, [1, 'Lê An', formula('VLOOKUP(B2,X,2)', '#N/A', 'e'), formula('A1/0', '#DIV/0!', 'e')]]), (read) => expect(short(read)).toEqual([['Lê An', null, null, 'formulaError', 'formulaError']])],
  ['formulas that were never worked out, as programs write them: told, no crash', () => book([HEAD, [1, 'Lê An', formula('DATE(1980,2,5)', null), formula('TEXT(D9,"x")', null, 'str')]]), (read) => expect(short(read)).toEqual([['Lê An', null, null, 'formulaUnread', 'formulaUnread']])],
  ['formatted down to the last row', () => file(workbook({ sheets: [{ rows: [HEAD, [1, 'Lê An', '05/02/1980']] }], edit: (_, xml) => xml.replace('</sheetData>', '<row r="900"><c r="A900" s="1"/></row><row r="1048576" ht="15"/></sheetData>') })), (read) => expect(short(read)).toHaveLength(1)],
  [
    'text in pieces of several colours, with a reading aid beneath',
    () => file(workbook({ sheets: [{ rows: [HEAD, [1, { type: 's', inner: '<v>0</v>' }, '05/02/1980']] }], strings: ['<r><rPr><b/></rPr><t xml:space="preserve">Lê </t></r><r><t>An</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh>'] })),
    ({ rows }) => expect(rows[0]?.values.name).toBe('Lê An'),
  ],
  ['tags with a prefix', () => file(workbook({ sheets: [{ rows: [HEAD, [1, 'Lê An', date('1980-02-05')]] }], edit: (name, xml) => (name.includes('worksheets/') ? xml.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=') : xml) })), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
  ['a size that is wrong, or no size', () => book([HEAD, [1, 'Lê An', '05/02/1980']], { before: '<dimension ref="A1"/><sheetViews/>' }), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
  ['a cell in a format that the file does not have', () => book([HEAD, [1, 'Lê An', { style: 77, inner: `<v>${serial('1980-02-05')}</v>` }], [2, 'Lê Ba', { style: DATE_STYLE, inner: `<v>${serial('1981-02-05')}</v>` }]]), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null], ['Lê Ba', '1981-02-05', null]])],
  ['cells without their address', () => file(workbook({ sheets: [{ rows: [HEAD, [1, 'Lê An', '05/02/1980', null]] }], edit: (name, xml) => (name.includes('worksheets/') ? xml.replace(/ r="[A-Z]*\d+"/g, '') : xml) })), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
  ['line breaks, no-break and zero-width spaces in headings and names', () => book([['STT', 'Họ\nvà\u00a0tên', 'Ngày, tháng,\nnăm sinh'], [1, ' \u200bLê\u00a0 An\n', '05/02/1980']]), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
  ['numbers of identity cards: not read', () => book([[...HEAD, 'Số CCCD'], [1, 'Lê An', '05/02/1980', null, '001085012345']]), ({ rows, sheet }) => expect([JSON.stringify(rows).includes('001085012345'), recognise(sheet.rows).refused]).toEqual([false, ['Số CCCD']])],
  ['card and telephone numbers that lost their zeros', () => book([[...HEAD, 'Số thẻ đảng viên', 'Điện thoại'], [1, 'Lê An', '05/02/1980', null, 100_200, 912_345_678]]), ({ rows }) => expect(rows[0]?.values).toMatchObject({ cardNumber: '00100200', phone: '0912345678' })],
  [
    'several sheets: the register is chosen, all can be',
    () => file(workbook({ sheets: [{ name: 'Bìa', rows: [['SỔ ĐẢNG VIÊN']] }, { name: 'Cũ & mới', state: 'hidden', rows: [[...HEAD, 'Giới tính'], [1, 'Lê Cũ', '05/02/1980', null, 'Nam']] }, { name: 'Trống', rows: [] }, { name: 'Đảng viên', rows: [HEAD, [1, 'Lê An', '05/02/1980']] }] })),
    ({ sheet }) => expect(sheet.name).toBe('Đảng viên'),
  ],
  [
    '5,000 rows',
    () => book([HEAD, ...Array.from({ length: 5000 }, (_, index): RawCell[] => [index + 1, `Nguyễn Văn ${String.fromCharCode(65 + (index % 26))}${index}`, date('1980-02-05'), '03/02/2005'])]),
    ({ rows }) => expect([rows.length, rows.at(-1)?.row, rows.every(({ action }) => action === 'add')]).toEqual([5000, 5001, true]),
  ],
  ['a text of rows, .csv with a mark of its code', () => file('\ufeffSTT;Họ và tên;Ngày sinh\r\n1;"Lê An";05/02/1980\r\n', 'danh sách.csv'), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
  ['a text of rows in UTF-16, as Excel calls “Unicode Text”', () => file(Uint8Array.from(Buffer.from('\ufeffSTT\tHọ và tên\tNgày sinh\r\n1\tLê An\t05/02/1980\r\n', 'utf16le')), 'danh sách.txt'), (read) => expect(short(read)).toEqual([['Lê An', '1980-02-05', null]])],
];

/** Old Office container with the name of a stream. */
function container(stream: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, index) => (bytes[1024 + index * 2] = letter.charCodeAt(0)));
  return bytes;
}

const plain = { sheets: [{ rows: [HEAD, [1, 'Lê An', '05/02/1980']] }] };
const REFUSED: readonly (readonly [name: string, from: () => File, sentence: string])[] = [
  ['an old .xls', () => file(container('Workbook'), 'cũ.xls'), 'Tệp này là Excel kiểu cũ (.xls)'],
  ['a page of a web site called .xls', () => file('<html><table><tr><td>Họ và tên</td></tr></table></html>', 'bảng.xls'), 'Đây không phải tệp Excel .xlsx'],
  ['a workbook with a password', () => file(container('EncryptedPackage')), 'Tệp này có mật khẩu'],
  ['a zip with a password', () => file(zip(partsOf(plain), { flags: 1 })), 'Tệp này có mật khẩu'],
  ['LibreOffice’s .ods', () => file(zip(new Map([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'], ['content.xml', '<x/>']])), 'bảng.ods'), 'Tệp này là bảng tính LibreOffice (.ods)'],
  ['Excel’s .xlsb', () => file(zip(new Map([['xl/workbook.bin', 'x']])), 'bảng.xlsb'), 'Tệp này là Excel dạng nhị phân (.xlsb)'],
  ['a Word file', () => file(zip(new Map([['word/document.xml', '<x/>']]))), 'Đây không phải tệp Excel .xlsx'],
  ['a picture', () => file(Uint8Array.from(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(2000)]))), 'Đây không phải tệp Excel .xlsx'],
  ['a picture called .csv', () => file(Uint8Array.from(Buffer.concat([Buffer.from('89504e470d0a1a0a00', 'hex'), randomBytes(2000)])), 'ảnh.csv'), 'Đây không phải tệp Excel .xlsx'],
  ['a file cut short', () => file(workbook(plain).slice(0, 900)), 'Tệp này bị hỏng hoặc chưa tải đủ'],
  ['a file of 50 MB', () => ({ name: 'to.xlsx', size: 50 * 1024 * 1024, arrayBuffer: () => Promise.reject(new Error('was read')) }) as unknown as File, 'Tệp này quá lớn'],
  ['a zip bomb that says so', () => file(zip(new Map<string, string | Uint8Array>([...partsOf(plain), ['xl/worksheets/sheet1.xml', new Uint8Array(70 * 1024 * 1024)]]))), 'Tệp này quá lớn'],
  ['a zip bomb that lies', () => file(zip(new Map<string, string | Uint8Array>([...partsOf(plain), ['xl/worksheets/sheet1.xml', new Uint8Array(70 * 1024 * 1024)]]), { size: 1000 })), 'Tệp này quá lớn'],
  ['more rows than any cell has members', () => book([HEAD, ...Array.from({ length: 20_001 }, (): RawCell[] => ['x'])]), 'Bảng này quá dài hoặc quá rộng'],
  ['nothing in it', () => book([[null], []]), 'Chưa có hàng nào để đọc'],
  ['no bytes at all', () => file(''), 'Chưa có hàng nào để đọc'],
];

describe('[IMP-1] [IMP-3] [IMP-20] [IMP-21] [IMP-22] [IMP-24] [IMP-27] registers as people keep them', () => {
  it.each(CASES)('%s', async (_, from, check) => {
    const reading = await readingOf(from());
    expect(reading.sheet.rows.length).toBeGreaterThan(0);
    check(reading);
  });

  it('[IMP-17] [IMP-24] beside the book: the same person, news of one, a namesake; what the book knows better stays', async () => {
    const member = (id: string, fields: Fields): Member => readMember(id, fields);
    const members = [member('a', { name: 'Lê An', birthDate: '1980-02-05', joinedOn: '2005-02-03' }), member('b', { name: 'Lê Ba', birthDate: '1981-02-05', note: 'cao' }), member('c', { name: 'Lê Ca', birthDate: '1982-02-05' })];
    const from = book([HEAD, [1, 'Lê An', '05/02/1980', '2005'], [2, 'Lê Ba', '05/02/1981', 'tháng 2 năm 2006'], [3, 'Lê Ca', '09/09/1990']]);
    const { rows } = await readingOf(from, members);
    expect(rows.map(({ action, changed, values }) => [action, changed, values.note])).toEqual([
      ['same', [], null],
      ['update', ['note'], 'cao; joinedOn: tháng 2 năm 2006'],
      ['add', ['birthDate'], null],
    ]);
    const again = await readingOf(from, [member('b', { name: 'Lê Ba', birthDate: '1981-02-05', note: 'cao; joinedOn: tháng 2 năm 2006' })]);
    expect(again.rows[1]).toMatchObject({ action: 'same' });
  });

  it('[IMP-4] all sheets with something in them can be chosen, under their names', async () => {
    const from = CASES.find(([name]) => name.startsWith('several'))![1]();
    const read = await readFile(from);
    expect(read.ok && read.value.sheets.map(({ name, visible }) => [name, visible])).toEqual([['Bìa', true], ['Cũ & mới', false], ['Đảng viên', true]]);
  });
});

/** What the screen says of a reason: every one has its sentence and its advice. */
function sentenceOf(reason: string): string {
  const words = (vi.import.error as Record<string, { title: string; text: string } | undefined>)[reason];
  if (!words || words.text.length < 20) throw new Error(`no words for ${reason}`);
  return words.title;
}

describe('[IMP-1] [IMP-2] [IMP-3] files that are refused, each in plain Vietnamese', () => {
  it.each(REFUSED)('%s', async (_, from, sentence) => {
    const read = await readFile(from());
    expect(read.ok ? 'read' : sentenceOf(read.reason)).toBe(sentence);
  });
});

/** A row of numbers from a seed: the same damage every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('[IMP-1] [IMP-26] damaged files', () => {
  const rows: RawSheet['rows'] = [HEAD, ...Array.from({ length: 30 }, (_, index): RawCell[] => [index + 1, `Lê Thị ${index}`, date('1980-02-05'), formula('A1', '3', 'str')])];
  const source = { sheets: [{ rows, hiddenRows: [3] }, { rows }] };
  const told = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    const read = await readFile(file(bytes));
    if (!read.ok) return sentenceOf(read.reason);
    for (const sheet of read.value.sheets) preview(sheet, recognise(sheet.rows), [], TODAY);
    return 'read';
  };

  it('with bytes changed, cut, doubled or missing: read or refused with a sentence, never hung or broken', async () => {
    const whole = workbook(source);
    const found = new Set<string>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = random(seed);
      let bytes = Buffer.from(whole);
      for (let n = 0; n <= next() * 6; n += 1) {
        const at = Math.floor(next() * bytes.length);
        const length = Math.floor(next() * 60);
        const kind = Math.floor(next() * 4);
        if (kind === 0) bytes[at] = Math.floor(next() * 256);
        else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]);
        else bytes.fill(Math.floor(next() * 256), at, Math.min(bytes.length, at + length));
      }
      found.add(await told(Uint8Array.from(bytes)));
    }
    expect(found).toContain('Tệp này bị hỏng hoặc chưa tải đủ');
  }, 60_000);

  it('with tags lost, doubled or broken inside a sound zip', async () => {
    const parts = [...partsOf(source)];
    const found = new Set<string>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = random(seed * 7919);
      const broken = new Map(parts);
      const [name, xml] = parts[Math.floor(next() * parts.length)]!;
      let text = xml;
      for (let n = 0; n <= next() * 5; n += 1) {
        const at = Math.floor(next() * text.length);
        const until = at + Math.floor(next() * 40);
        text = text.slice(0, at) + ['', '<', '>', '"', '<c>', '</row>', '<row r="99999999">', '&', '\u0000', '<!--', ']]>', 'r="ZZ1"', '<v>1e999</v>', 's="-1"'][Math.floor(next() * 14)] + text.slice(next() < 0.5 ? at : until);
      }
      found.add(await told(zip(broken.set(name, text))));
    }
    expect(found).toContain('read');
  }, 60_000);

  it('with a sheet made to make a reader slow', async () => {
    for (const xml of ['<c r="A1">'.repeat(200_000), '<row '.repeat(300_000), `<c r="A1"><f>${'('.repeat(500_000)}`, '<c r="A1" t="e">'.repeat(150_000), `<row r="1">${'<c r="A1"><v>'.repeat(100_000)}`]) {
      const from = zip(new Map([...partsOf(source), ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${xml}</sheetData></worksheet>`]]));
      expect(await told(from)).not.toBe('');
    }
  }, 60_000);
});
