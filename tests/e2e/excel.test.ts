/** Excel in and out, as a browser with the page's security policy does it. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { date, workbook, type RawCell } from '../support/xlsx';
import { violations } from './support/axe';
import { sideways } from './support/layout';
import { enterTrial, button, firstPage, go, heading, settled } from './support/seed';
import { shooter } from './support/shots';
import { foreignWords } from './support/words';

let server: RunningServer;
let phone: BrowserContext;
let page: Page;
const shot = shooter('excel');

/** States that the walk through all screens does not reach: everybody can read them, and nothing in them is foreign. */
async function look(name: string): Promise<void> {
  await settled(page);
  expect([await violations(page), await foreignWords(page)]).toEqual([[], []]);
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await settled(page);
  expect(await sideways(page)).toEqual([]);
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await pictures(name);
}

/** Pictures of one screen: phone, dark, large letters, wide. */
async function pictures(name: string): Promise<void> {
  if (!process.env['SHOTS']) return;
  const whole = async (as: string): Promise<void> => shot(page, `${name} ${as}`);
  await whole('phone');
  await page.emulateMedia({ colorScheme: 'dark' });
  await whole('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await whole('large');
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await page.setViewportSize({ width: 1280, height: 800 });
  await whole('wide');
  await page.setViewportSize({ width: 390, height: 844 });
}

beforeAll(async () => {
  server = await startServer();
  phone = await launch({ reducedMotion: 'reduce', acceptDownloads: true });
  page = await firstPage(phone);
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await close(phone);
  await server.stop();
});

/** Makes the chosen file and reads it. */
async function made(): Promise<unknown[][]> {
  await button(page, 'Tạo tệp Excel').click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Lưu về máy').click()]);
  const bytes = readFileSync(await download.path());
  return (await readXlsxFile(bytes))[0]!.data as unknown[][];
}

describe('[XLS-1] [XLS-3] Excel out of the book', () => {
  it('from the members: the register; from the tasks: the tasks', async () => {
    await enterTrial(page, server.url);
    await go(page, '/dang-vien');
    await pictures('members');
    await page.getByRole('link', { name: 'Xuất ra Excel' }).click();
    await heading(page, 'Xuất ra Excel').waitFor();
    await settled(page);
    await pictures('page');
    expect((await made()).flat()).toContain('DANH SÁCH ĐẢNG VIÊN');
    await pictures('ready');
    await go(page, '/nhiem-vu');
    await pictures('tasks');
    await page.getByRole('link', { name: 'Xuất ra Excel' }).click();
    expect((await made()).flat()).toContain('NHIỆM VỤ ĐƯỢC GIAO');
    await page.getByText('Bảng dự họp cả năm').click();
    await pictures('attendance');
  });
});

/** A file as people keep it: a cover, a sheet that is hidden, the register with rows and columns hidden, dates that are none, a failed formula. */
function kept(): Buffer {
  const head = ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Điện thoại', 'Ghi chú'];
  const rows: RawCell[][] = [
    ['CHI BỘ VĂN PHÒNG'],
    ['DANH SÁCH ĐẢNG VIÊN'],
    [],
    head,
    [1, 'Ngô Thị Một', date('1980-02-05'), '03/02/2005', '0912000001', null],
    [2, 'Ngô Thị Hai', 'tháng 5 năm 1981', '03/02/2006', '0912000002', null],
    [3, 'Ngô Văn Ba', date('1982-02-05'), { type: 'e', inner: '<f>VLOOKUP(1,A1,2)</f><v>#N/A</v>' }, '0912000003', null],
    [4, 'Ngô Văn Bốn', date('1983-02-05'), '03/02/2008', '0912000004', null],
    ['Tổng cộng: 4 đồng chí'],
  ];
  return Buffer.from(workbook({ sheets: [{ name: 'Bìa', rows: [['SỔ ĐẢNG VIÊN']] }, { name: 'Năm 2020', state: 'hidden', rows: [head, [1, 'Ngô Văn Cũ', date('1950-02-05')]] }, { name: 'Đảng viên', rows, hiddenRows: [7], hiddenColumns: [[5, 5]] }] }));
}

describe('[IMP-4] [IMP-23] [IMP-24] [IMP-25] Excel into the book', () => {
  it('in a worker: sheets, hidden columns and rows, a date that is none, a look at every row; then all of it taken back', async () => {
    await go(page, '/dang-vien/nhap');
    await page.locator('input[type=file]').setInputFiles({ name: 'dang vien.xlsx', buffer: kept(), mimeType: 'application/octet-stream' });
    await page.getByLabel('Trang tính').waitFor();
    await settled(page);
    await look('import columns');
    expect(await page.getByLabel('Trang tính').locator('option').allInnerTexts()).toEqual(['Bìa (1 hàng)', 'Năm 2020 (2 hàng, đang ẩn)', 'Đảng viên (9 hàng)']);
    await page.getByText('Các cột đang ẩn trong Excel vẫn được đọc: Điện thoại.').waitFor();
    await button(page, 'Xem từng hàng').click();
    await page.getByText('Đã bỏ ra các hàng không phải đảng viên (hàng cộng, tên nhóm, chữ ký): 9.').waitFor();
    await look('import rows');
    await page.getByText('Ngày sinh theo danh sách: tháng 5 năm 1981').waitFor();
    await page.getByRole('checkbox', { name: 'Lấy cả 1 hàng đang ẩn trong Excel' }).uncheck();
    await button(page, 'Nhập 3 đồng chí').click();
    await heading(page, 'Đã nhập xong').waitFor();
    await pictures('import done');
    await go(page, '/dang-vien');
    await page.getByRole('link', { name: /Ngô Thị Hai/ }).waitFor();
    expect(await page.getByRole('link', { name: /Ngô Văn Bốn/ }).count()).toBe(0);
    await go(page, '/dang-vien/nhap');
    await page.getByText(/^Lần nhập gần nhất lúc/).waitFor();
    await look('import last');
    await button(page, 'Hoàn tác lần nhập này').click();
    await page.getByText('Danh sách đảng viên trở lại như trước khi nhập.').waitFor();
    await look('import undone');
    await go(page, '/dang-vien');
    await page.getByRole('button', { name: /^Tất cả/ }).getByText('20').waitFor();
  });

  it('a large one is read with the screen alive, and can be stopped', async () => {
    await go(page, '/dang-vien/nhap');
    await choose(large(19_000));
    await page.getByRole('progressbar').waitFor();
    await pictures('import reading');
    await button(page, 'Dừng').click();
    await button(page, 'Chọn tệp Excel').waitFor();
    expect(await page.getByLabel('Trang tính').count()).toBe(0);
  });

  it('[XLS-8] thousands come in, out as a file that is packed without the workers that the page forbids, and are taken back', async () => {
    await choose(large(3000));
    await button(page, 'Xem từng hàng').click();
    await button(page, 'Nhập 3000 đồng chí').click();
    await heading(page, 'Đã nhập xong').waitFor();
    await go(page, '/xuat-excel/dang-vien');
    const rows = await made();
    expect(rows.filter((row) => String(row[1]).startsWith('Ngô Thị Thử'))).toHaveLength(3000);
    await go(page, '/dang-vien/nhap');
    await button(page, 'Hoàn tác lần nhập này').click();
    await page.getByText('Đã hoàn tác lần nhập').waitFor();
  });
});

/** A register of so many rows. */
const large = (count: number): Buffer => {
  const rows: RawCell[][] = [['STT', 'Họ và tên', 'Ngày sinh'], ...Array.from({ length: count }, (_, index): RawCell[] => [index + 1, `Ngô Thị Thử ${index}`, date('1980-02-05'), index * 7, index * 11, `ghi chú ${index}`])];
  return Buffer.from(workbook({ sheets: [{ rows }] }));
};
const choose = (buffer: Buffer): Promise<void> => page.locator('input[type=file]').setInputFiles({ name: 'to.xlsx', buffer, mimeType: 'application/octet-stream' });
