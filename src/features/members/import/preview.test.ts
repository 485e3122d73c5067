import { describe, expect, it } from 'vitest';
import { readMember, type Member } from '@/domain';
import { changesOf } from './changes';
import { isBlocked, preview, type PreviewRow } from './preview';
import { recognise } from './recognise';
import type { Cell } from './sheet';

const TODAY = '2026-03-10';
const HEAD = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Ngày vào Đảng', 'Ngày chính thức', 'Số thẻ', 'Chức vụ', 'Diện', 'Điện thoại', 'Ghi chú'];

const read = (rows: Cell[][], existing: Member[] = [], head: Cell[] = HEAD): PreviewRow[] => {
  const all = [head, ...rows];
  return preview({ rows: all, hidden: [] }, recognise(all), existing, TODAY);
};
const reasons = (row: PreviewRow | undefined): string[] => (row?.problems ?? []).map((problem) => `${problem.field}:${problem.reason}`);
const member = (id: string, fields: Record<string, string>): Member => readMember(id, fields);
const an = [1, 'Nguyễn Văn An', '05/02/1980', 'Nam', '03/02/2005', '03/02/2006', '27001234', 'Bí thư', 'Chính thức', '0912345678', 'x1'];

describe('preview', () => {
  it('reads a whole row', () => {
    const [row] = read([an]);
    expect(row).toEqual({
      row: 2,
      values: {
        name: 'Nguyễn Văn An',
        sex: 'male',
        birthDate: '1980-02-05',
        joinedOn: '2005-02-03',
        officialOn: '2006-02-03',
        standing: 'official',
        cardNumber: '27001234',
        position: 'secretary',
        job: null,
        phone: '0912345678',
        status: null,
        statusFrom: null,
        note: 'x1',
      },
      problems: [],
      changed: [],
      action: 'add',
    });
  });

  it('shows mistakes by row and leaves a doubtful value blank', () => {
    const rows = read([
      [1, 'Lê An', '31/02/1980', null, '1999', '03/02/2035'],
      [2, null, '05/02/1980', 'Nam'],
      [3, 'Lê Ba', '05/02/1990', 'khác', '03/02/2005', '03/02/2004'],
      [4, 'Lê Chi', '05/02/2030', null, '03/02/2027'],
    ]);
    expect(rows.map(reasons)).toEqual([
      ['birthDate:dateUnreadable', 'joinedOn:yearOnly', 'officialOn:dateInFuture'],
      ['name:nameMissing'],
      ['sex:valueUnreadable', 'officialOn:officialBeforeJoined', 'birthDate:bornAfterJoined'],
      ['birthDate:dateInFuture', 'joinedOn:dateInFuture'],
    ]);
    expect(rows[0]?.values).toMatchObject({ birthDate: null, joinedOn: null, officialOn: null });
    expect(rows.map((row) => [row.action, isBlocked(row)])).toEqual([['add', false], ['skip', true], ['add', false], ['add', false]]);
  });

  it('[IMP-13] drops ID card numbers wherever they stand', () => {
    const rows = read([
      [1, 'Lê An', null, null, null, null, '038080001234'],
      [2, 'Lê Ba', null, null, null, null, 38080001234],
      [3, 'Lê Chi', null, null, null, null, '27.001235', null, null, '0912345678', 'CCCD 038 080 001 234 cấp 2021'],
    ]);
    expect(rows.map(reasons)).toEqual([['cardNumber:idNumberDropped'], ['cardNumber:idNumberDropped'], ['note:idNumberDropped']]);
    expect(rows.map((row) => [row.values.cardNumber, row.values.note])).toEqual([[null, null], [null, null], ['27001235', 'CCCD cấp 2021']]);
  });

  it('gives back the zeros that a spreadsheet drops', () => {
    const [row] = read([[1, 'Lê An', null, null, null, null, 1234567, null, null, 912345678]]);
    expect(row?.values).toMatchObject({ cardNumber: '01234567', phone: '0912345678' });
  });

  it('[IMP-14] skips sums, blank rows, repeated headings and signatures, and no person called Tống or Điền', () => {
    const rows = read([
      [1, 'Tống Văn An', '05/02/1980'],
      [2, 'Điền Thị Cộng', '06/02/1980'],
      HEAD,
      [],
      [3, 'Lê Chi', 'ngày 5 tháng 2 năm 1980'],
      [4, 'Bùi Thư'],
      [null, 'Tổng cộng: 4 đồng chí'],
      [null, null, null, null, 'Thanh Hóa, ngày 10 tháng 3 năm 2026'],
      [null, 'NGƯỜI LẬP BIỂU', null, null, 'T/M CHI BỘ'],
      [],
      [null, 'Nguyễn Văn Lập', null, null, 'Trần Văn Bí'],
      [null, 'Nguyễn Văn Lập'],
      [5, 'Sau Trang', '07/02/1980'],
    ]);
    expect(rows.map((row) => row.values.name)).toEqual(['Tống Văn An', 'Điền Thị Cộng', 'Lê Chi', 'Bùi Thư', 'Sau Trang']);
  });

  it('[IMP-19] lets the heading of a group speak for the rows below it', () => {
    const rows = read([
      [null, 'I. Đảng viên chính thức'],
      [1, 'Lê An'],
      [null, 'II. ĐẢNG VIÊN DỰ BỊ'],
      [2, 'Lê Ba'],
      [3, 'Lê Chi', null, null, null, null, null, null, 'Chính thức'],
      ['III', 'Đảng viên được miễn sinh hoạt'],
      [4, 'Lê Dung'],
    ]);
    expect(rows.map((row) => [row.values.name, row.values.standing, row.values.status])).toEqual([
      ['Lê An', 'official', null],
      ['Lê Ba', 'probationary', null],
      ['Lê Chi', 'official', null],
      ['Lê Dung', null, 'exempt'],
    ]);
  });

  it('[IMP-19] takes a member of less than a year without a date of recognition for probationary', () => {
    const rows = read([[1, 'Lê An', null, null, '19/05/2025'], [2, 'Lê Ba', null, null, '19/05/2020']]);
    expect(rows.map((row) => row.values.standing)).toEqual(['probationary', null]);
  });

  it('[IMP-19] reads the day of an exemption from its own column', () => {
    const rows = read([['Lê An', '01/06/2024'], ['Lê Ba', 'x'], ['Lê Chi', null]], [], ['Họ và tên', 'Miễn sinh hoạt']);
    expect(rows.map((row) => [row.values.status, row.values.statusFrom])).toEqual([['exempt', '2024-06-01'], ['exempt', null], [null, null]]);
    expect(changesOf(rows.slice(0, 2), TODAY, () => 'm1' as never).filter((change) => change.field.startsWith('status/'))).toEqual([
      { key: 'member:m1', field: 'status/2024-06-01', value: 'exempt' },
      { key: 'member:m1', field: 'status/2026-03-10', value: 'exempt' },
    ]);
  });

  it('keeps what is no post in the cell as the work', () => {
    const rows = read([[1, 'Lê An', null, null, null, null, null, 'Trưởng phòng'], [2, 'Lê Ba', null, null, null, null, null, 'Phó bí thư, Giám đốc']]);
    expect(rows.map((row) => [row.values.position, row.values.job])).toEqual([[null, 'Trưởng phòng'], ['deputy', 'Giám đốc']]);
  });

  it('[IMP-9] takes the sex from the column of the birth date', () => {
    const rows = preview(
      { rows: [['Họ và tên', 'Năm sinh', null], [null, 'Nam', 'Nữ'], ['Lê An', '05/02/1980', null], ['Lê Ba', null, 1985]], hidden: [] },
      recognise([['Họ và tên', 'Năm sinh', null], [null, 'Nam', 'Nữ'], ['Lê An', '05/02/1980', null], ['Lê Ba', null, 1985]]),
      [],
      TODAY,
    );
    expect(rows.map((row) => [row.values.sex, row.values.birthDate])).toEqual([['male', '1980-02-05'], ['female', null]]);
  });

  it('[IMP-16] finds the same person twice in a file, and tells a namesake', () => {
    const rows = read([
      an,
      [2, 'NGUYỄN VĂN AN', '05/02/1980'],
      [3, 'Nguyễn Văn An', '06/02/1981'],
      [4, 'Người Khác', '06/02/1981', null, null, null, '27001234'],
      [5, 'Lê Ba'],
      [6, 'Lê Ba'],
    ]);
    expect(rows.map((row) => [row.action, reasons(row)])).toEqual([
      ['add', []],
      ['skip', ['name:duplicateInFile']],
      ['add', ['name:sameNameInFile']],
      ['skip', ['name:duplicateInFile']],
      ['add', []],
      ['skip', ['name:duplicateInFile']],
    ]);
  });
});

describe('preview beside the book', () => {
  const book = [
    member('a', { name: 'Nguyễn Văn An', birthDate: '1980-02-05', cardNumber: '27001234', position: 'secretary', officialOn: '2006-02-03', joinedOn: '2005-02-03', sex: 'male', phone: '0912 345 678' }),
    member('b', { name: 'Trần Thị Hoà' }),
    member('c', { name: 'Lê Ba', birthDate: '1970-01-01' }),
    member('d', { name: 'Lê Ba', birthDate: '1975-01-01' }),
    member('e', { name: 'Vũ Dung' }),
    member('f', { name: 'Vũ Dung' }),
  ];

  it('[IMP-17] knows a member by card number, or by name and birth date', () => {
    const rows = read([[1, 'Nguyễn An', null, null, null, null, '27.001234'], [2, 'Le Ba', '01/01/1975']], book);
    expect(rows.map((row) => [row.match, row.action, row.changed, reasons(row)])).toEqual([
      ['a', 'update', ['name'], []],
      ['d', 'same', [], []],
    ]);
  });

  it('[IMP-17] asks where only the name is the same', () => {
    const rows = read([[1, 'Trần Thị Hòa', '05/05/1990'], [2, 'Lê Ba', '02/02/1980'], [3, 'Vũ Dung', '02/02/1980'], [4, 'Mới Toanh']], book);
    expect(rows.map((row) => [row.match, row.action, reasons(row)])).toEqual([
      ['b', 'update', ['name:maybeSame']],
      [undefined, 'add', ['name:maybeSame']],
      [undefined, 'skip', ['name:maybeSame']],
      [undefined, 'add', []],
    ]);
    expect(rows[0]?.changed).toEqual(['birthDate']);
  });

  it('[IMP-17] adds a namesake with another birth date, and says whom they may be', () => {
    const [row] = read([[1, 'Nguyễn Văn An', '06/02/1980']], book);
    expect(row).toMatchObject({ match: 'a', action: 'add', changed: ['birthDate'] });
    expect(reasons(row)).toEqual(['name:maybeSame']);
    expect(changesOf(row ? [row] : [], TODAY, () => 'new' as never).every((change) => change.key === 'member:new')).toBe(true);
  });

  it('[IMP-16] gives one member of the book to one row only', () => {
    const rows = read([[1, 'Nguyễn Văn An', '05/02/1980'], [2, 'An Khác', '06/02/1980', null, null, null, '27001234']], book);
    expect(rows.map((row) => [row.action, reasons(row)])).toEqual([['same', []], ['skip', ['name:duplicateInFile']]]);
  });

  it('[IMP-18] changes only what differs, and an empty cell erases nothing', () => {
    const [row] = read([[1, 'NGUYEN VAN AN', '05/02/1980', null, null, null, null, 'Phó bí thư', 'Miễn sinh hoạt', '+84912345678', null]], book);
    expect(row).toMatchObject({ match: 'a', action: 'update', changed: ['position', 'status'] });
    expect(changesOf(row ? [row] : [], TODAY, () => 'new' as never)).toEqual([
      { key: 'member:a', field: 'position', value: 'deputy' },
      { key: 'member:a', field: 'status/2026-03-10', value: 'exempt' },
    ]);
  });

  it('gives the changes of new members and none of the rows left out', () => {
    let made = 0;
    const rows = read([[1, 'Nguyễn Văn An', '05/02/1980'], [2, 'Mới Toanh', '05/02/1990', 'Nữ', null, null, null, null, 'đang sinh hoạt'], [3, null, '05/02/1990']], book);
    expect(changesOf(rows, TODAY, () => `n${(made += 1)}` as never)).toEqual([
      { key: 'member:n1', field: 'name', value: 'Mới Toanh' },
      { key: 'member:n1', field: 'sex', value: 'female' },
      { key: 'member:n1', field: 'birthDate', value: '1990-02-05' },
    ]);
  });
});
