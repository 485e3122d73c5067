/** Excel files from the book: made by us, read back by a reader that is not the maker, opened by LibreOffice. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import i18next from 'i18next';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countAttendance, readDirectives, readMeeting, readMember, readTask, type Fields, type Meeting, type Member } from '@/domain';
import { excelFileName, loadExcel } from '@/documents';
import type { Table } from '@/documents/excel';
import { preview, readPasted, readWorkbook, recognise } from '@/features/members/import';
import { startI18n } from '@/i18n';
import { findFrame } from '@/packs';

await startI18n('vi', ['excel', 'members', 'meeting']);
const fixed = i18next.getFixedT('vi', 'excel');
const t = (key: string, values?: Record<string, string | number>): string => String(fixed(key, values ?? {}));
const excel = await loadExcel();
const TODAY = '2026-11-24';
const CELL = 'Chi bộ Văn phòng';

/** Texts that a spreadsheet would run, swallow, or take for a number. */
const NASTY = ['=HYPERLINK("http://a.example","bấm")', '+84 912 345 678', '-1+1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '<b>&amp;"\'</b>', 'hai\ndòng', '\ttab', '00123', '1e5', '#N/A', '_x0041_', '٣', '🌾 mùa vụ'] as const;

const member = (id: string, fields: Fields): Member => readMember(id, fields);
const members: Member[] = [
  member('a', { name: 'Trần Quốc Bình', sex: 'male', birthDate: '1971-04-12', joinedOn: '1998-05-19', officialOn: '1999-05-19', cardNumber: '00100200', position: 'secretary', job: 'Trưởng phòng', phone: '0912345678', note: 'ghi riêng' }),
  member('b', { name: 'Phạm Thị Cúc', sex: 'female', birthDate: '1975-09-03', joinedOn: '2026-02-03', standing: 'probationary', cardNumber: '27001234' }),
  member('c', { name: 'Đỗ Văn Ân', sex: 'male', birthDate: '1950-01-01', officialOn: '1976-05-19', 'status/2020-01-01': 'exempt' }),
  member('d', { name: 'Lê Văn Đi', sex: 'male', 'status/2026-01-01': 'left' }),
  ...NASTY.map((job, index) => member(`n${index}`, { name: `Ngô Thị Thử ${String.fromCharCode(65 + index)}`, birthDate: '1980-02-05', job })),
];

const roster = [
  { id: 'a', name: 'Trần Quốc Bình', standing: 'official', status: 'active', position: 'secretary' },
  { id: 'b', name: 'Phạm Thị Cúc', standing: 'probationary', status: 'active', position: 'none' },
  { id: 'c', name: 'Đỗ Văn Ân', standing: 'official', status: 'exempt', position: 'none' },
];
const meeting = (id: string, fields: Fields): Meeting =>
  readMeeting(id, { kind: 'regular', time: '14:00', startedAt: '2026-01-05T07:00:00Z', endedAt: '2026-01-05T08:30:00Z', roster, ...fields });
const meetings: Meeting[] = [
  meeting('m2', { date: '2026-02-05', kind: 'thematic', 'att/a': { kind: 'excused', reason: 'sick' }, 'att/b': { kind: 'unexcused' }, 'att/c': { kind: 'present' }, 'score/tt-01': { points: 8.5 } }),
  meeting('m1', { date: '2026-01-05', 'att/b': { kind: 'late', time: '14:10' } }),
  meeting('m3', { date: '2026-03-05', kind: 'cellCommittee' }),
  meeting('m4', { date: '2026-03-06', roster: [] }),
];

const register = (withNotes = false): Table[] => excel.registerTables(members, { cellName: CELL, today: TODAY, withNotes }, t);
const grid = (): Table => excel.attendanceTable(meetings, { cellName: CELL, year: 2026, today: TODAY, head: { superior: 'Đảng bộ Sở Thử', cell: CELL, party: t('party'), placeAndDay: 'Hà Nội, ngày 24 tháng 11 năm 2026' } }, t);
const tasks = (): Table =>
  excel.tasksTable(
    [
      readTask('1', { what: NASTY[0], assigneeId: 'a', due: '2026-01-31', meetingId: 'm1', createdAt: '2026-01-06T01:00:00Z', state: 'open', result: 'x'.repeat(40_000) }),
      readTask('2', { what: 'Nộp báo cáo', state: 'done', doneOn: '2026-02-01', createdAt: '2026-01-31T18:00:00Z' }),
      readTask('3', { what: '' }),
    ],
    { cellName: CELL, today: TODAY, people: new Map(members.map(({ id, name }) => [id, name])), meetings: new Map(meetings.map(({ id, date }) => [id, date])) },
    t,
  );
const frames = ['frame-a', 'frame-b'].map((id) => ({ ...FRAME(), id }));
function FRAME(): NonNullable<ReturnType<typeof findFrame>> {
  const criterion = { id: 'tt-01', label: 'Đảng viên dự họp đủ', max: 10, sources: [], confidence: 'V' as const };
  return { id: '', version: 1, title: 'Khung thử', basis: '', status: 'local', kinds: ['regular', 'thematic'], total: 100, groups: [{ id: 'g', label: 'Chuẩn bị', max: 10, criteria: [criterion] }], bands: [] } as unknown as NonNullable<ReturnType<typeof findFrame>>;
}
const scores = (): Table[] =>
  excel.scoreTables(
    meetings.slice(0, 2).map((one, index) => ({ meeting: one, frame: frames[index]!, points: index === 0 ? 92.5 : null, grade: index === 0 ? 'good' : null })),
    { cellName: CELL, year: 2026, today: TODAY, directives: readDirectives([{ id: 'x', fields: { kind: 'officialGrade', seq: 1, body: { meetingId: 'm2', grade: 'fair' } } }]) },
    t,
  );

const FILES: Record<string, () => Table[]> = { members: register, attendance: () => [grid()], tasks: () => [tasks()], scores };
const made = new Map<string, Buffer>();
const cells = async (name: string, sheet = 0): Promise<unknown[][]> => (await readXlsxFile(made.get(name)!, { trim: false }))[sheet]!.data as unknown[][];
const rowOf = (rows: unknown[][], text: string): unknown[] => rows.find((row) => row.includes(text)) ?? [];

beforeAll(async () => {
  for (const [name, tables] of Object.entries(FILES)) made.set(name, Buffer.from(await (await excel.excelFile(tables())).arrayBuffer()));
});

describe('Excel files from the book', () => {
  it('[XLS-1] the register is by given name, with dates and card numbers that keep their zeros; who has left has a sheet of their own, notes come only when asked for', async () => {
    const rows = await cells('members');
    expect(rows[0]?.[0]).toBe('DANH SÁCH ĐẢNG VIÊN');
    expect(rows[1]?.[0]).toBe('Chi bộ Văn phòng · lập ngày 24/11/2026');
    expect(rows[3]).toEqual(['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Diện đảng viên', 'Số thẻ đảng viên', 'Chức vụ trong chi bộ', 'Chức vụ, công việc chuyên môn', 'Điện thoại']);
    const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
    expect(rowOf(rows, 'Trần Quốc Bình').slice(2)).toEqual(['Nam', day('1971-04-12'), day('1998-05-19'), day('1999-05-19'), 'Chính thức', '00100200', 'Bí thư', 'Trưởng phòng', '0912345678']);
    expect(rowOf(rows, 'Đỗ Văn Ân')[6]).toBe('Chính thức, Được miễn công tác và sinh hoạt');
    expect(rows.slice(4).map((row) => String(row[1])).filter((name) => !name.startsWith('Ngô'))).toEqual(['Đỗ Văn Ân', 'Trần Quốc Bình', 'Phạm Thị Cúc']);
    expect(rows.flat()).not.toContain('Lê Văn Đi');
    expect((await cells('members', 1)).flat()).toContain('Lê Văn Đi');
    expect(JSON.stringify(register())).not.toContain('ghi riêng');
    expect(JSON.stringify(register(true))).toContain('ghi riêng');
  });

  it('[XLS-1] the import reads its own export as nothing new', async () => {
    const book = await readWorkbook(Uint8Array.from(made.get('members')!).buffer);
    const sheet = book.ok && book.value.sheets[book.value.best];
    if (!sheet) throw new Error('not read');
    const found = preview(sheet, recognise(sheet.rows), members, TODAY);
    expect(found.filter(({ action }) => action !== 'same').map(({ values, changed }) => [values.name, values.job, changed])).toEqual([]);
    expect(found).toHaveLength(members.length - 1);
  });

  it('[XLS-2] the grid has a sign for everybody at every meeting of the whole cell, and rates that are those of the screens', async () => {
    const rows = await cells('attendance');
    expect(rows[0]).toContain('ĐẢNG BỘ SỞ THỬ');
    expect(rows[0]).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(rows[1]).toContain('Hà Nội, ngày 24 tháng 11 năm 2026');
    const at = rows.findIndex((row) => row[0] === 'STT');
    expect(rows[at]).toEqual(['STT', 'Họ và tên', '05/01', '05/02', 'Dự họp', 'Phải dự', 'Tỷ lệ']);
    expect(rows[at + 1]).toEqual([null, null, 'Thường kỳ', 'Chuyên đề', null, null, null]);
    expect(rowOf(rows, 'Trần Quốc Bình').slice(2)).toEqual(['x', 'P', 1, 2, 0.5]);
    expect(rowOf(rows, 'Phạm Thị Cúc').slice(2)).toEqual(['m', 'K', 1, 2, 0.5]);
    expect(rowOf(rows, 'Đỗ Văn Ân').slice(2)).toEqual(['–', 'x', 1, 1, 1]);
    const rates = [meetings[1]!, meetings[0]!].map(({ roster: own, marks }) => countAttendance(own, marks).ratePercent / 100);
    expect((rowOf(rows, 'Tỷ lệ dự họp')).slice(2, 4)).toEqual(rates);
    expect(rowOf(rows, 'Tỷ lệ dự họp').at(-1)).toBe(0.6);
  });

  it('[XLS-3] tasks come with names, days and their state; a text too long for a cell is cut, one with nothing in it left out', async () => {
    const rows = await cells('tasks');
    const late = rowOf(rows, NASTY[0]);
    expect(late.slice(0, 7)).toEqual([1, NASTY[0], 'Trần Quốc Bình', new Date('2026-01-05T00:00:00Z'), new Date('2026-01-31T00:00:00Z'), 'Quá hạn', null]);
    expect(late[7]).toHaveLength(32_000);
    // Given at one in the morning of the first of February, by the clock of Vietnam.
    expect(rowOf(rows, 'Nộp báo cáo').slice(3, 7)).toEqual([new Date('2026-02-01T00:00:00Z'), null, 'Đã xong', new Date('2026-02-01T00:00:00Z')]);
  });

  it('[XLS-4] scores stand by criterion and meeting, a sheet a frame, with the committee’s grade beside the cell’s own', async () => {
    const rows = await cells('scores');
    expect(rowOf(rows, 'Đảng viên dự họp đủ')).toEqual(['1', 'Đảng viên dự họp đủ', 10, 8.5]);
    expect(rowOf(rows, 'Tổng điểm')).toEqual([null, 'Tổng điểm', 100, 92.5]);
    expect(rowOf(rows, 'Chi bộ tự xếp loại').at(-1)).toBe('Tốt');
    expect(rowOf(rows, 'Cấp ủy xếp loại').at(-1)).toBe('Khá');
    expect((await cells('scores', 1)).flat()).not.toContain('Cấp ủy xếp loại');
  });

  it('[XLS-5] what somebody typed stays text, letter for letter, and is never a formula', async () => {
    const rows = await cells('members');
    NASTY.forEach((text, index) => expect(rowOf(rows, `Ngô Thị Thử ${String.fromCharCode(65 + index)}`)[9]).toBe(text));
    for (const bytes of made.values()) expect(await inside(bytes)).not.toMatch(/<f[ >]/);
  });

  it('[XLS-6] has frozen headings, widths, dates as dates, and fits an A4 page', async () => {
    const xml = await inside(made.get('attendance')!);
    expect(xml).toMatch(/<pane [^>]*ySplit="8"[^>]*state="frozen"/);
    expect(xml).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(xml).toMatch(/<pageSetup [^>]*fitToHeight="0"[^>]*paperSize="9"/);
    expect(await inside(made.get('members')!)).toMatch(/<col [^>]*width="28/);
  });

  it('[XLS-7] no file name says whose it is', () => {
    expect(excelFileName('members', TODAY)).toBe('danh-sach-dang-vien-2026-11-24.xlsx');
    expect(excelFileName('attendance', '2026')).toBe('du-hop-2026.xlsx');
  });
});

/** The XML of all parts of a file. */
async function inside(bytes: Buffer): Promise<string> {
  const { readDirectory, unpack } = await import('@/documents/zip');
  const file = new Uint8Array(bytes);
  return [...(await unpack(file, readDirectory(file) ?? [], 50_000_000)).values()].map((part) => new TextDecoder().decode(part)).join('\n');
}

const soffice = (process.env['PATH'] ?? '').split(delimiter).map((dir) => join(dir, 'soffice')).find((path) => existsSync(path));

describe.skipIf(!soffice)('opened by LibreOffice', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'excel-'));
    for (const [name, bytes] of made) writeFileSync(join(dir, `${name}.xlsx`), bytes);
    const files = [...made.keys()].map((name) => join(dir, `${name}.xlsx`));
    if (process.env['SHOTS']) for (const [name, bytes] of made) writeFileSync(join(process.env['SHOTS'], `${name}.xlsx`), bytes);
    execFileSync(soffice!, [`-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', dir, ...files], { stdio: 'ignore', timeout: 120_000 });
  }, 130_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const csv = (name: string): string => readFileSync(join(dir, `${name}.csv`), 'utf8');

  it('[XLS-5] [XLS-6] shows the same: texts as typed, dates, rates as percentages', () => {
    const people = csv('members');
    expect(people).toContain('12/04/1971');
    expect(people).toContain('00100200');
    expect(people).toContain('=HYPERLINK(""http://a.example"",""bấm"")');
    expect(people).not.toMatch(/#NAME|Err:/);
    expect(csv('attendance')).toMatch(/Trần Quốc Bình,x,P,1,2,50(?:[.,]0)?%/);
    expect(csv('tasks')).toContain('31/01/2026');
    expect(csv('scores')).toMatch(/Tổng điểm,100,"?92[.,]5/);
    expect(readPasted(people).ok).toBe(true);
  });
});
