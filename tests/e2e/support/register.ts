/** Thirty made-up members, and the workbook in which a cell keeps them. Any likeness of names is chance. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

export const REGISTER: readonly (readonly [name: string, born: string, sex: string, joined: string, official: string, position: string])[] = [
  ['Trần Quốc Bình', '12/04/1971', 'Nam', '19/05/1998', '19/05/1999', 'Bí thư'],
  ['Phạm Thị Cúc', '03/09/1975', 'Nữ', '03/02/2001', '03/02/2002', 'Phó bí thư'],
  ['Lê Hữu Bách', '22/01/1980', 'Nam', '19/08/2005', '19/08/2006', 'Chi ủy viên'],
  ['Nguyễn Thị Ánh', '14/02/1990', 'Nữ', '03/02/2016', '03/02/2017', ''],
  ['Cao Thị Lan', '30/06/1984', 'Nữ', '02/09/2010', '02/09/2011', ''],
  ['Quách Văn Phú', '08/11/1969', 'Nam', '19/05/1995', '19/05/1996', ''],
  ['Ngô Minh Hải', '19/07/1982', 'Nam', '19/05/2009', '19/05/2010', ''],
  ['Đỗ Thùy Dương', '01/12/1986', 'Nữ', '02/09/2013', '02/09/2014', ''],
  ['Kiều Thị Thủy', '27/03/1978', 'Nữ', '30/04/2004', '30/04/2005', ''],
  ['Vũ Đình Hiếu', '15/08/1992', 'Nam', '19/05/2018', '19/05/2019', ''],
  ['Đặng Thị Hường', '05/05/1988', 'Nữ', '03/02/2014', '03/02/2015', ''],
  ['Hoàng Văn Khải', '10/10/1979', 'Nam', '19/05/2006', '19/05/2007', ''],
  ['Bùi Thị Mỹ Lệ', '31/01/1973', 'Nữ', '02/09/1999', '02/09/2000', ''],
  ['Lương Thế Mạnh', '04/04/1985', 'Nam', '19/05/2012', '19/05/2013', ''],
  ['Tạ Bích Ngọc', '17/09/1991', 'Nữ', '03/02/2017', '03/02/2018', ''],
  ['Dương Hồng Nhung', '21/06/1983', 'Nữ', '19/08/2009', '19/08/2010', ''],
  ['Trịnh Xuân Phúc', '25/12/1976', 'Nam', '19/05/2003', '19/05/2004', ''],
  ['Hà Thị Phượng', '28/02/1987', 'Nữ', '02/09/2012', '02/09/2013', ''],
  ['Mai Đức Quỳnh', '07/07/1981', 'Nam', '19/05/2007', '19/05/2008', ''],
  ['Phan Thanh Sơn', '09/03/1974', 'Nam', '03/02/2000', '03/02/2001', ''],
  ['Lý Thị Tuyết', '11/11/1989', 'Nữ', '19/05/2015', '19/05/2016', ''],
  ['Đinh Công Thắng', '02/02/1977', 'Nam', '30/04/2003', '30/04/2004', ''],
  ['Nguyễn Thị Thu Thảo', '18/10/1993', 'Nữ', '03/02/2019', '03/02/2020', ''],
  ['Trương Quang Thịnh', '23/05/1970', 'Nam', '19/05/1997', '19/05/1998', ''],
  ['Chu Thị Trâm', '06/01/1986', 'Nữ', '02/09/2011', '02/09/2012', ''],
  ['Võ Anh Tuấn', '29/08/1984', 'Nam', '19/05/2011', '19/05/2012', ''],
  ['Lâm Thị Uyên', '13/04/1990', 'Nữ', '03/02/2015', '03/02/2016', ''],
  ['Nguyễn Hữu Vượng', '20/11/1972', 'Nam', '19/05/1999', '19/05/2000', ''],
  ['Đoàn Thị Xuân', '16/06/1994', 'Nữ', '03/02/2020', '03/02/2021', ''],
  ['Hồ Thị Hải Yến', '24/07/1982', 'Nữ', '19/08/2008', '19/08/2009', ''],
];

/** As offices keep it: two lines of title, an empty one, the headings in row 4, dates as text. */
export async function registerFile(): Promise<Buffer> {
  const headings = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Ngày vào Đảng', 'Ngày chính thức', 'Số thẻ đảng viên', 'Chức vụ trong chi bộ'];
  const rows = REGISTER.map(([name, born, sex, joined, official, position], index) => [index + 1, name, born, sex, joined, official, `00.${100_200 + index * 37}`, position]);
  const data: SheetData = [['ĐẢNG BỘ BỆNH VIỆN ĐA KHOA'], ['DANH SÁCH ĐẢNG VIÊN CHI BỘ KHOA NỘI'], [null], headings, ...rows];
  return writeXlsxFile(data, { sheet: 'Danh sách' }).toBuffer();
}
