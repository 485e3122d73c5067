/** Quick ways into the app: a book made, filled, and its meeting brought to where a test begins. Everything by what a person sees. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { RunningServer } from '../../support/server';

export const PASSCODE = '246813';

/** Nine members, as a secretary would paste them from a sheet. */
export const MEMBERS = [
  ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Ngày vào Đảng', 'Ngày chính thức', 'Chức vụ'],
  ['1', 'Nguyễn Văn Bí', '12/04/1971', 'Nam', '19/05/1998', '19/05/1999', 'Bí thư'],
  ['2', 'Trần Thị Phó', '03/09/1975', 'Nữ', '03/02/2001', '03/02/2002', 'Phó bí thư'],
  ['3', 'Lê Chi Ủy', '22/01/1980', 'Nam', '19/08/2005', '19/08/2006', 'Chi ủy viên'],
  ['4', 'Phạm Thị Dung', '30/06/1984', 'Nữ', '02/09/2010', '02/09/2011', ''],
  ['5', 'Hoàng Văn Đức', '08/11/1969', 'Nam', '19/05/1995', '19/05/1996', ''],
  ['6', 'Vũ Thị Giang', '14/02/1990', 'Nữ', '03/02/2016', '03/02/2017', ''],
  ['7', 'Đặng Văn Hải', '19/07/1982', 'Nam', '19/05/2009', '19/05/2010', ''],
  ['8', 'Bùi Thị Hạnh', '01/12/1986', 'Nữ', '02/09/2013', '02/09/2014', ''],
  ['9', 'Đỗ Văn Hùng', '27/03/1978', 'Nam', '30/04/2004', '30/04/2005', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

/** The activation code that the demonstration server prints at its start. */
export function codeOf(server: RunningServer): string {
  const code = /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/.exec(server.output())?.[0];
  if (!code) throw new Error(`no activation code in:\n${server.output()}`);
  return code;
}

/** The committee's one-time sign-in link that the server prints at its start. */
export function linkOf(server: RunningServer): string {
  const link = /http:\/\/127\.0\.0\.1:\d+\/cap-uy\/vao#\S+/.exec(server.output())?.[0];
  if (!link) throw new Error(`no sign-in link in:\n${server.output()}`);
  return link;
}

export const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
export const heading = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('heading', { name });

/** The one page of a phone that was just opened. */
export const firstPage = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? (await context.newPage());

/** From the first screen into the try-out book. */
export async function enterTrial(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await button(page, /^Dùng thử với dữ liệu mẫu/).click();
  await button(page, 'Vào dùng thử').click();
  await heading(page, 'Hôm nay').waitFor();
}

/** Types a passcode twice and makes the book. */
export async function choosePasscode(page: Page, passcode = PASSCODE): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passcode);
  await page.getByLabel('Nhập lại mật khẩu').fill(passcode);
  await button(page, 'Tạo sổ').click();
}

/** From the first screen into a book of its own, without a server. */
export async function enterAlone(page: Page, url: string, cell = 'Chi bộ Thử'): Promise<void> {
  await page.goto(url);
  await button(page, /^Bắt đầu không cần máy chủ/).click();
  await page.getByLabel(/^Tên chi bộ/).fill(cell);
  await page.getByLabel('Địa danh ghi trong văn bản').fill('Thanh Hóa');
  await button(page, 'Tiếp tục').click();
  await choosePasscode(page);
  await heading(page, 'Hôm nay').waitFor();
}

/** From the first screen to the passcode, with a code. */
export async function typeCode(page: Page, url: string, code: string): Promise<void> {
  await page.goto(url);
  await button(page, /^Tôi có mã của Đảng ủy/).click();
  await page.getByLabel('Mã', { exact: true }).fill(code);
  await button(page, 'Tiếp tục').click();
}

/** From the first screen into a book that is connected. */
export async function enterWithCode(page: Page, url: string, code: string, passcode = PASSCODE): Promise<void> {
  await typeCode(page, url, code);
  await choosePasscode(page, passcode);
  await heading(page, 'Hôm nay').waitFor();
}

/** Opens a locked book. */
export async function unlock(page: Page, passcode = PASSCODE): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(passcode);
  await button(page, 'Mở sổ').click();
  await page.getByRole('navigation', { name: 'Các phần của sổ' }).waitFor();
}

/** To another address of the open book, as a link would: no reload, no lock. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    scrollTo(0, 0);
  }, path);
  await settled(page);
}

/** Waits until nothing is loading or being saved, and the screen has been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !/Đang mở…|Đang lưu…|Đang hỏi|Đang kiểm tra…/.test(document.body.innerText));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Brings a pasted list of members into the book. */
export async function pasteMembers(page: Page, rows = MEMBERS): Promise<void> {
  await go(page, '/dang-vien/nhap');
  await page.getByLabel('Danh sách', { exact: true }).fill(rows);
  await button(page, 'Đọc danh sách').click();
  await button(page, 'Xem từng hàng').click();
  await button(page, /^Nhập \d+ đồng chí$/).click();
  await heading(page, 'Đã nhập xong').waitFor();
}

/** Plans this month's regular meeting; returns its address, without a step. */
export async function planMeeting(page: Page): Promise<string> {
  await go(page, '/cuoc-hop/moi');
  await page.getByLabel(/^Giờ bắt đầu/).fill('14:00');
  await page.getByLabel('Địa điểm').fill('Phòng họp tầng 2');
  await button(page, 'Tạo buổi họp và bắt đầu chuẩn bị').click();
  await page.waitForURL(/\/cuoc-hop\/[a-z0-9]{8,}\/tk-cb-01$/);
  return new URL(page.url()).pathname.replace(/\/[^/]+$/, '');
}

/** The address of the meeting that "Hôm nay" leads into. */
export async function meetingOfToday(page: Page): Promise<string> {
  await go(page, '/');
  const href = await page.getByRole('link', { name: /Vào buổi họp|Trở lại buổi họp|Chuẩn bị buổi họp/ }).first().getAttribute('href');
  if (!href) throw new Error('no meeting on "Hôm nay"');
  return href.split('/').slice(0, 3).join('/');
}

/** Opens the meeting: what is not ready gets its usual reason. */
export async function openMeeting(page: Page, meeting: string, step = 'tk-md-01'): Promise<void> {
  await go(page, `${meeting}/${step}`);
  const open = button(page, 'Khai mạc buổi họp');
  await open.waitFor();
  while (await open.isDisabled()) {
    if (!(await page.getByRole('group', { name: 'Lý do thường gặp' }).isVisible())) await button(page, 'Vẫn họp, ghi lý do').first().click();
    await page.getByRole('group', { name: 'Lý do thường gặp' }).getByRole('button').first().click();
    await settled(page);
  }
  await open.click();
  await open.waitFor({ state: 'detached' });
}
