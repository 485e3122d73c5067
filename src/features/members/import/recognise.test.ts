import { describe, expect, it } from 'vitest';
import { fieldOfHeading } from './fields';
import { recognise } from './recognise';
import type { Cell } from './sheet';

const fieldsOf = (rows: Cell[][]): Record<string, string> =>
  Object.fromEntries(recognise(rows).columns.map((column) => [column.heading || String(column.index), column.field]));

const fieldList = (rows: Cell[][]): string[] => recognise(rows).columns.map((column) => column.field);

describe('headings', () => {
  it.each([
    ['name', ['Họ và tên', 'HỌ TÊN', 'Họ, chữ đệm và tên', 'Họ và tên đảng viên', 'Tên đảng viên', 'Họ và tên (viết hoa)', 'Ho\u0323 va\u0300 te\u0302n', 'Họ và tên khai sinh']],
    ['familyName', ['Họ', 'Họ đệm', 'Họ và tên đệm', 'Họ và chữ đệm', 'Họ lót']],
    ['givenName', ['Tên', 'TÊN']],
    ['birthDate', ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'NTNS', 'Sinh ngày', 'Ngày tháng năm sinh (dương lịch)']],
    ['sex', ['Giới tính', 'Nam/Nữ', 'Giới tính (Nam, Nữ)', 'Phái']],
    ['joinedOn', ['Ngày vào Đảng', 'Ngày kết nạp', 'Kết nạp', 'Ngày tháng năm vào Đảng', 'Ngày vào\nĐảng', 'Ngày kết nạp Đảng', 'Vào Đảng ngày']],
    ['officialOn', ['Ngày chính thức', 'Chuyển chính thức', 'Công nhận chính thức', 'Ngày chuyển đảng chính thức', 'Ngày vào Đảng chính thức', 'Ngày công nhận chính thức']],
    ['cardNumber', ['Số thẻ', 'Số thẻ đảng viên', 'Số thẻ ĐV', 'Thẻ Đảng', 'Số TĐV']],
    ['position', ['Chức vụ', 'Chức vụ Đảng', 'Chức vụ trong Đảng', 'Chức vụ trong chi ủy', 'Chức vụ cấp uỷ', 'Chức vụ trong chi bộ']],
    ['job', ['Chức vụ chính quyền', 'Công việc', 'Nghề nghiệp', 'Chức vụ, đơn vị công tác', 'Đơn vị công tác', 'Nơi công tác']],
    ['state', ['Diện', 'Loại đảng viên', 'Tình trạng', 'Diện đảng viên', 'Chính thức/Dự bị', 'Tình trạng sinh hoạt']],
    ['exempt', ['Miễn sinh hoạt', 'Được miễn công tác và sinh hoạt']],
    ['phone', ['Điện thoại', 'SĐT', 'Số điện thoại', 'ĐT di động', 'Di động']],
    ['note', ['Ghi chú', 'GHI CHÚ']],
  ] as const)('[IMP-6] knows the usual headings of %s', (field, headings) => {
    for (const heading of headings) expect([heading, fieldOfHeading(heading)]).toEqual([heading, field]);
  });

  it('[IMP-6] is not taken in by headings that only look alike', () => {
    for (const heading of ['Họ và tên cha', 'Nơi sinh', 'Năm', 'Số thẻ BHYT', 'Số quyết định kết nạp', 'Ngày cấp thẻ', 'Nơi kết nạp', 'Ngày vào Đoàn', 'Người giới thiệu', 'Quê quán', 'DANH SÁCH ĐẢNG VIÊN', 'Số CCCD']) {
      expect([heading, fieldOfHeading(heading)]).toEqual([heading, null]);
    }
    expect(fieldOfHeading('Nam')).toBe('male');
  });
});

describe('recognise', () => {
  it('[IMP-6] finds the row of headings below the titles and keeps what it does not know', () => {
    const found = recognise([['CHI BỘ 1'], [null], ['DANH SÁCH ĐẢNG VIÊN'], ['STT', 'Họ và tên', 'Quê quán', 'Ngày sinh', 'Số CCCD'], [1, 'Lê An', 'Thanh Hóa', '05/02/1980', '038080000001']]);
    expect(found).toMatchObject({ headingRow: 3, firstRow: 4, unknown: ['Quê quán'], refused: ['Số CCCD'] });
    expect(found.columns.map((column) => column.field)).toEqual(['name', 'ignore', 'birthDate']);
  });

  it('[IMP-13] never offers the column of ID card numbers', () => {
    const found = recognise([['Họ tên', 'Số CMND/CCCD'], ['Lê An', '038080000001']]);
    expect(found.columns.map((column) => column.heading)).toEqual(['Họ tên']);
  });

  it('[IMP-7] joins two rows of headings and skips the row that numbers the columns', () => {
    const rows: Cell[][] = [
      ['STT', 'Họ và tên', 'Năm sinh', null, 'Ngày', null],
      [null, null, 'Nam', 'Nữ', 'vào Đảng', 'chính thức'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, 'Lê An', '05/02/1980', null, '01/01/2010', '01/01/2011'],
    ];
    expect(recognise(rows)).toMatchObject({ headingRow: 0, firstRow: 3 });
    expect(fieldList(rows)).toEqual(['name', 'birthMale', 'birthFemale', 'joinedOn', 'officialOn']);
  });

  it('[IMP-7] does not take the first member for a second row of headings', () => {
    expect(recognise([['Họ và tên', 'Nhóm'], ['Lê An', 'Nam'], ['Lê Ba', 'Nữ']])).toMatchObject({ headingRow: 0, firstRow: 1 });
    expect(recognise([['DANH SÁCH'], ['Họ và tên', 'Ngày sinh'], ['Lê An', '05/02/1980']])).toMatchObject({ headingRow: 1, firstRow: 2 });
  });

  it('[IMP-8] reads a name in two columns, also under one merged heading', () => {
    expect(fieldList([['Họ đệm', 'Tên', 'Ngày sinh'], ['Lê Văn', 'An', '05/02/1980']])).toEqual(['familyName', 'givenName', 'birthDate']);
    expect(fieldList([['Họ và tên', null, 'Ngày sinh'], ['Lê Văn', 'An', '05/02/1980']])).toEqual(['familyName', 'givenName', 'birthDate']);
    expect(fieldList([['Họ và tên', null, 'Ngày sinh'], ['Lê Văn An', null, '05/02/1980']])).toEqual(['name', 'birthDate']);
  });

  it('lets the cells tell dates from marks under Chính thức and Dự bị', () => {
    expect(fieldsOf([['Họ tên', 'Dự bị', 'Chính thức'], ['Lê An', '01/01/2010', '01/01/2011']])).toMatchObject({ 'Dự bị': 'joinedOn', 'Chính thức': 'officialOn' });
    expect(fieldsOf([['Họ tên', 'Dự bị', 'Chính thức'], ['Lê An', 'x', null]])).toMatchObject({ 'Dự bị': 'probationary', 'Chính thức': 'official' });
  });

  it('takes each field once', () => {
    expect(fieldList([['Họ tên', 'Ngày sinh', 'Năm sinh'], ['Lê An', '05/02/1980', 1980]])).toEqual(['name', 'birthDate', 'ignore']);
  });

  it('[IMP-10] guesses columns without headings from what stands in them', () => {
    const found = recognise([['Nguyễn Văn An', 'Nam', '05/02/1980', '03/02/2005', '0912345678'], ['Trần Thị Bình', 'Nữ', '06/02/1985', '03/02/2010', '0912345679']]);
    expect(found).toMatchObject({ headingRow: null, firstRow: 0 });
    expect(found.columns.map((column) => column.field)).toEqual(['name', 'sex', 'birthDate', 'joinedOn', 'phone']);
  });
});
