/** What goes wrong outside the app: codes, files, a full disk, a server that is none. Each time a plain sentence, and nothing lost. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { issueCode } from '@/server/accounts';
import { openSecrets } from '@/server/secrets';
import { openStore } from '@/server/store';
import { close, launch } from '../support/chromium';
import { openData, type OpenData } from '../support/org';
import { startServer, type RunningServer } from '../support/server';
import { violations } from './support/axe';
import { shooter } from './support/shots';
import { button, choosePasscode, enterAlone, enterWithCode, firstPage, go, heading, pasteMembers, planMeeting, settled, typeCode, unlock } from './support/seed';
import { foreignWords } from './support/words';

let folder: string;
let server: RunningServer;
let data: OpenData;
const phones: BrowserContext[] = [];
const shot = shooter('bad-input');

async function newPage(): Promise<Page> {
  const phone = await launch({ reducedMotion: 'reduce' });
  phones.push(phone);
  const page = await firstPage(phone);
  page.setDefaultTimeout(30_000);
  return page;
}

/** The sentence is there, nothing on the page is foreign, and everybody can read it. */
async function says(page: Page, sentence: RegExp, name: string): Promise<void> {
  await page.getByText(sentence).first().waitFor();
  await shot(page, name);
  expect(await foreignWords(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
}

/** A cell in which no device is yet; each is given once. */
let given = 0;
function freeCell(): string {
  const cell = data.cells[given];
  given += 1;
  if (!cell) throw new Error('no cell left');
  return cell.id;
}

/** An organisation with cells enough for every test to have its own. */
function organisation(folder: string): string {
  const cells = Array.from({ length: 12 }, (_, n) => ({ code: `c${n}`, name: `Chi bộ Số ${n + 1}`, superior: 'Đảng ủy Thử', placeName: 'Thử', profile: 'hd05-duk-2021' }));
  const file = join(folder, 'organisation.json');
  writeFileSync(file, JSON.stringify({ committee: { name: 'Đảng ủy Thử' }, cells }));
  return file;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  server = await startServer({ env: { ORG_FILE: organisation(folder) } });
  data = await openData(server.dataDir);
});
afterEach(async () => {
  for (const phone of phones.splice(0)) await close(phone);
});
afterAll(async () => {
  await data.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('codes', () => {
  it('[ACT-3] O, I and L for 0 and 1, small letters and a missing dash get in', async () => {
    const page = await newPage();
    const cell = freeCell();
    let code = '';
    while (!/0/.test(code) || !/1/.test(code)) code = await data.code(cell);
    const typed = code.replace('-', '').replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'i').toLowerCase();
    await enterWithCode(page, server.url, typed);
  });

  it('[ACT-3] a code of another form is told while it is typed', async () => {
    const page = await newPage();
    await typeCode(page, server.url, '7K2M9');
    await says(page, /Mã chưa đủ chữ/, 'code too short');
    await page.getByLabel('Mã', { exact: true }).fill('7K2M9-PQRSU');
    await says(page, /Trong mã không có chữ này/, 'code with a letter that no code has');
    await page.getByLabel('Mã', { exact: true }).fill('7K2M9-PQRSÂ');
    await says(page, /Bàn phím đang bỏ dấu/, 'code with an accent');
  });

  it('[ACT-1] [ACT-2] unknown, used, expired, and of a cell that has a device: each its own sentence; the right one gets in after all', async () => {
    const first = await newPage();
    const cell = freeCell();
    const used = await data.code(cell);
    const second = await data.code(cell);
    await enterWithCode(first, server.url, used);

    const store = await openStore({ dataDir: server.dataDir });
    const other = freeCell();
    const expired = await issueCode({ store, secrets: await openSecrets(store), now: () => new Date(Date.now() - 15 * 86_400_000) }, other);
    await store.close();

    const page = await newPage();
    await typeCode(page, server.url, '7K2M9-PQRST');
    await choosePasscode(page);
    for (const [code, sentence, name] of [
      [null, /Không tìm thấy mã này/, 'code unknown'],
      [used, /Mã này đã dùng rồi/, 'code used'],
      [expired.code, /Mã này đã hết hạn/, 'code expired'],
      [second, /Chi bộ này đã có máy dùng sổ/, 'code of a cell with a device'],
    ] as const) {
      if (code !== null) {
        await button(page, 'Nhập lại mã').click();
        await page.getByLabel('Mã', { exact: true }).fill(code);
        await button(page, 'Tiếp tục').click();
        await button(page, 'Tạo sổ').click();
      }
      await says(page, sentence, name);
    }
    await button(page, 'Nhập lại mã').click();
    await page.getByLabel('Mã', { exact: true }).fill(await data.code(other));
    await button(page, 'Tiếp tục').click();
    await button(page, 'Tạo sổ').click();
    await heading(page, 'Hôm nay').waitFor();
  });

  it('[JOIN-1] a joining code mistyped in its secret part does not open, and does not use the code up', async () => {
    const first = await newPage();
    await enterWithCode(first, server.url, await data.code(freeCell()));
    await go(first, '/thiet-bi');
    await button(first, 'Tạo mã thêm máy').click();
    const code = await first.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/).innerText();
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    const page = await newPage();
    await typeCode(page, server.url, wrong);
    await choosePasscode(page);
    await says(page, /có thể do gõ nhầm một chữ/, 'joining code with a wrong secret');
    await button(page, 'Nhập lại mã').click();
    await page.getByLabel('Mã', { exact: true }).fill(code);
    await button(page, 'Tiếp tục').click();
    await button(page, 'Tạo sổ').click();
    await heading(page, 'Hôm nay').waitFor();
  });
});

/** The head of an old Office file, with the names of its streams in UTF-16 as such files have them. */
const oldOffice = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(2048)]);

describe('[IMP-1] lists', () => {
  it('rubbish, cut off, too large, old, locked and empty files, and rubbish pasted: a sentence each, and the book stays empty', async () => {
    const page = await newPage();
    await enterAlone(page, server.url);
    await go(page, '/dang-vien/nhap');
    const rows = Array.from({ length: 30 }, (_, n) => [{ value: `Nguyễn Văn ${String.fromCharCode(65 + (n % 26))}` }, { value: `0${(n % 9) + 1}/02/1980` }]);
    const whole = await writeXlsxFile([[{ value: 'Họ và tên' }, { value: 'Ngày sinh' }], ...rows], {}).toBuffer();
    const wideZip = Buffer.concat([whole, Buffer.alloc(5_300_000)]);
    const files: readonly (readonly [string, Buffer, RegExp])[] = [
      ['rubbish.xlsx', randomBytes(40_000), /Đây không phải tệp Excel/],
      ['a picture.xlsx', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(2000)]), /Đây không phải tệp Excel/],
      ['a text.xlsx', Buffer.from('Họ và tên,Ngày sinh\nNguyễn Văn A,01/02/1980\n'), /Đây không phải tệp Excel/],
      ['cut off.xlsx', whole.subarray(0, Math.floor(whole.length * 0.6)), /bị hỏng hoặc chưa tải đủ/],
      ['rubbish inside.xlsx', Buffer.concat([whole.subarray(0, 200), randomBytes(3000)]), /bị hỏng hoặc chưa tải đủ/],
      ['huge.xlsx', wideZip, /Tệp này quá lớn/],
      ['old.xls', oldOffice('Workbook'), /Excel kiểu cũ/],
      ['locked.xlsx', oldOffice('EncryptedPackage'), /Tệp này có mật khẩu/],
      ['empty.xlsx', Buffer.alloc(0), /Chưa có hàng nào để đọc/],
    ];
    for (const [name, buffer, sentence] of files) {
      await page.locator('input[type=file]').setInputFiles({ name, buffer, mimeType: 'application/octet-stream' });
      await says(page, sentence, `file ${name}`);
      expect(await page.getByRole('alert').count(), name).toBe(1);
    }
    for (const [rubbish, sentence] of [
      ['   \n\t\n ', /Chưa có hàng nào để đọc/],
      [`${'{"a":[1,2]}'.repeat(50)}\n<html><script>alert(1)</script></html>\n\u0000\u0001\ufffd %PDF-1.7`, /Không thấy hàng tiêu đề/],
    ] as const) {
      await page.getByLabel('Danh sách', { exact: true }).fill(rubbish);
      await button(page, 'Đọc danh sách').click();
      await page.getByText(sentence).first().waitFor();
      await shot(page, 'rubbish pasted');
    }
    await button(page, 'Xem từng hàng').click();
    await settled(page);
    await shot(page, 'rubbish pasted: next');
    await go(page, '/dang-vien');
    await heading(page, 'Sổ chưa có đảng viên nào').waitFor();
  });
});

const NOTE = 'Đảng viên, quần chúng yên tâm công tác; không có dư luận đáng chú ý.';

/** What is typed and tapped while nothing can be written; then room is made. */
async function throughAFullDisk(page: Page, setFull: (full: boolean) => Promise<void>, name: string): Promise<void> {
  await enterAlone(page, server.url);
  await pasteMembers(page);
  const meeting = await planMeeting(page);
  await go(page, `${meeting}/tk-nd-02`);
  await setFull(true);
  const note = page.getByLabel('Ghi chép');
  await note.pressSequentially(NOTE);
  await says(page, /Máy đã hết chỗ trống/, `full disk, ${name}`);
  expect(await note.inputValue()).toBe(NOTE);
  // What was typed and tapped is still there after a look at another step.
  await go(page, `${meeting}/tk-md-03`);
  await button(page, /^Bùi Thị Hạnh/).click();
  await button(page, 'Ốm đau').click();
  await button(page, /^Bùi Thị Hạnh.*Vắng: ốm đau/).waitFor();
  await go(page, `${meeting}/tk-nd-02`);
  expect(await note.inputValue()).toBe(NOTE);
  await note.press('Control+End');
  await note.pressSequentially(' Thêm một ý.');
  await button(page, 'Lưu lại').click();
  await page.getByText(/Máy đã hết chỗ trống/).first().waitFor();
  // The last letters have had their try by now.
  await page.waitForTimeout(400);
  await setFull(false);
  await button(page, 'Lưu lại').click();
  await page.getByText('Đã lưu', { exact: true }).waitFor();
  await page.getByText(/Máy đã hết chỗ trống/).waitFor({ state: 'detached' });
  await shot(page, `full disk, ${name}: saved after all`);
  await page.reload();
  await unlock(page);
  expect(await note.inputValue()).toBe(`${NOTE} Thêm một ý.`);
  await go(page, `${meeting}/tk-md-03`);
  await button(page, /^Bùi Thị Hạnh.*Vắng: ốm đau/).waitFor();
}

/** The page's storage runs full, as browsers say it: at the put, or when the transaction ends. */
function runsFull(how: 'put' | 'end'): void {
  const state = window as { full?: boolean };
  const full = (): DOMException => new DOMException('The current transaction exceeded its quota limitations.', 'QuotaExceededError');
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (state.full && how === 'put') throw full();
    const request = put.apply(this, args);
    if (state.full) request.addEventListener('success', () => this.transaction.abort());
    return request;
  };
  if (how === 'put') return;
  const error = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'error')?.get;
  Object.defineProperty(IDBTransaction.prototype, 'error', { get(this: IDBTransaction) { return state.full ? full() : error?.call(this); } });
}

describe('[STORE-2] no room on the phone', () => {
  for (const [how, words] of [['put', 'every put is refused'], ['end', 'every transaction is undone at its end']] as const) {
    it(`${words}: what was typed and tapped stays on the screen, and is saved once there is room`, async () => {
      const page = await newPage();
      await page.addInitScript(runsFull, how);
      await throughAFullDisk(page, (full) => page.evaluate((to) => void ((window as { full?: boolean }).full = to), full), words);
    });
  }
});

/** Answers of a server that is none, or not well. */
const ANSWERS: readonly (readonly [string, (route: Route) => Promise<void>, RegExp])[] = [
  ['login page of a wifi', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Free WiFi</title><h1>Please log in</h1>' }), /trang đăng nhập của wifi/],
  ['sent on to another site', (route) => route.fulfill({ status: 302, headers: { location: 'http://127.0.0.1:9/login' } }), /Không liên lạc được với máy chủ|trang đăng nhập của wifi/],
  ['500 in HTML', (route) => route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Internal Server Error</h1>' }), /Máy chủ đang trục trặc/],
  ['502 of a proxy', (route) => route.fulfill({ status: 502, contentType: 'text/plain', body: 'Bad Gateway' }), /Máy chủ đang trục trặc/],
  ['404 of another server', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not Found</h1>' }), /trang đăng nhập của wifi/],
  ['half a body', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"token":"abc","entr' }), /Không liên lạc được với máy chủ/],
  ['nothing in it', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '' }), /Không liên lạc được với máy chủ/],
  ['another JSON', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"ok":true}' }), /trang đăng nhập của wifi/],
  ['no answer', (route) => route.abort('timedout'), /Không liên lạc được với máy chủ/],
];

describe('[NET-1] a server that is not well', () => {
  it('while a code is entered: a sentence each time, and in at the first right answer', async () => {
    const page = await newPage();
    const code = await data.code(freeCell());
    await typeCode(page, server.url, code);
    let first = true;
    for (const [name, answer, sentence] of ANSWERS) {
      await page.route('**/v1/**', answer);
      if (first) await choosePasscode(page);
      else await button(page, 'Thử lại').click();
      first = false;
      await button(page, 'Thử lại').waitFor();
      await says(page, sentence, `activation: ${name}`);
      await page.unroute('**/v1/**');
    }
    await button(page, 'Thử lại').click();
    await heading(page, 'Hôm nay').waitFor();
  });

  it('while the book is sent: a sentence each time, nothing lost, and all of it sent at the first right answer', async () => {
    const page = await newPage();
    await enterWithCode(page, server.url, await data.code(freeCell()));
    await page.route('**/v1/**', (route) => route.abort());
    await pasteMembers(page);
    await go(page, '/gui-nhan');
    const send = button(page, 'Gửi ngay');
    for (const [name, answer, sentence] of ANSWERS) {
      await page.unroute('**/v1/**');
      await page.route('**/v1/**', answer);
      await send.click();
      await page.getByText(/^Còn \d+ mục chờ gửi\.$/).waitFor();
      await says(page, sentence, `sending: ${name}`);
    }
    await page.reload();
    await unlock(page);
    await page.getByText(/^Còn \d+ mục chờ gửi\.$/).waitFor();
    await page.unroute('**/v1/**');
    await send.click();
    await heading(page, 'Đã gửi hết').waitFor();
    await go(page, '/dang-vien');
    await page.getByRole('button', { name: /^Tất cả/ }).getByText('9').waitFor();
    await shot(page, 'sent after all');
  });

  it('while a second device is asked for and devices are listed: a sentence', async () => {
    const page = await newPage();
    await enterWithCode(page, server.url, await data.code(freeCell()));
    await page.route('**/v1/**', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Please log in</h1>' }));
    await go(page, '/thiet-bi');
    await says(page, /trang đăng nhập của wifi/, 'devices: login page of a wifi');
    await button(page, 'Tạo mã thêm máy').click();
    await says(page, /Chưa tạo được mã/, 'joining code: login page of a wifi');
  });
});

describe('no storage at all', () => {
  for (const [name, block] of [
    ['no IndexedDB', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    ['IndexedDB that does not open', () => {
      IDBFactory.prototype.open = () => { throw new DOMException('', 'InvalidStateError'); };
      IDBFactory.prototype.databases = () => Promise.reject(new DOMException('', 'InvalidStateError'));
    }],
    ['all storage blocked', () => {
      const refuse = { get: () => { throw new DOMException('', 'SecurityError'); } };
      for (const store of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, store, refuse);
    }],
  ] as const) {
    it(`${name}: the page says so and what to do`, async () => {
      const page = await newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript(block);
      await page.goto(server.url);
      await says(page, /Trình duyệt không cho lưu dữ liệu/, name);
      expect(errors).toEqual([]);
    });
  }
});
