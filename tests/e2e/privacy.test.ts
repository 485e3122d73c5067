/**
 * Where words of a meeting can be read: on the unlocked screen, and what is submitted at the committee. A meeting is held with words
 * that occur nowhere else; then every place that keeps anything is searched for them.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateInVietnam } from '@/domain';
import { userDataDirOf } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { Committee } from './support/committee';
import { attach, fileRow, pdfSaying } from './support/attach';
import { closeMinutes, contribute, giveTask, mark, score, voteForAll } from './support/meeting';
import { Phone } from './support/phone';
import { everyPart } from './support/word';
import { button, codeOf, MEMBERS, openMeeting, pasteMembers, planMeeting } from './support/seed';

/** Stays on the cell's devices, whatever is sent. */
const KEPT = { passcode: 'qzmatkhau chieu nay', mobile: '0987123654', aboutMember: 'qzghichu', mood: 'qzduluan', selfCriticism: 'qzkiemdiem', criticism: 'qzphebinh', petition: 'qzkiennghi', vote: 'qzbieuquyet', notebook: 'qzsotay', remedy: 'qzkhacphuc', review: 'qzbantukiem', reviewed: 'qznhanxet', candidate: 'Qzquanchung', stopped: 'qzlydo', lifeNote: 'qzbuoc', duty: 'qzphancong', reported: 'qzbaocao', theme: 'qzchuyende', visitor: 'qzcapuy', visit: 'qzduhop', fileName: 'qztentep', fileText: 'qznoitep', draft: 'qzbannhap' };
/** Of what is kept, what the cell prints for itself: internal steps in its own minutes, the year's plan in the plan's file. */
const PRINTED = { minutes: [KEPT.mood, KEPT.vote], plan: [KEPT.theme, KEPT.visitor], report: [] as string[] };
/** May stand in the submitted document, which the committee reads; nowhere else outside. */
const SENT = { name: 'Qzten', guest: 'Qzkhach', said: 'qzykien', task: 'qznhiemvu', conclusion: 'qzketluan', report: 'qzloiviet' };
const kept = Object.values(KEPT);
const marked = [...kept, ...Object.values(SENT)];

/** The marked words that a text holds, in either case. */
const wordsIn = (text: string, words: readonly string[]): string[] => {
  const folded = text.toLowerCase();
  return words.filter((word) => folded.includes(word.toLowerCase()));
};
/** The same for bytes, as one-byte letters and as the two-byte letters that browsers keep texts in. */
const wordsInBytes = (bytes: Buffer, words: readonly string[]): string[] => wordsIn(`${bytes.toString('latin1')}\n${bytes.toString('utf16le')}\n${bytes.subarray(1).toString('utf16le')}`, words);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that a page's origin keeps, as text: databases value by value, caches, and the small storages. */
const dumpStorage = async (): Promise<{ databases: string; caches: string; small: string; rows: number }> => {
  const texts: string[] = [];
  let rows = 0;
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      texts.push(new TextDecoder('latin1').decode(bytes), new TextDecoder('utf-16le').decode(bytes));
    } else if (value !== null && typeof value === 'object') for (const [name, part] of Object.entries(value)) { texts.push(name); walk(part); }
  };
  const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error ?? new Error()); });
  for (const { name = '' } of await indexedDB.databases()) {
    texts.push(name);
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      const values = await done(all.getAll());
      walk(await done(all.getAllKeys()));
      walk(values);
      rows += values.length;
    }
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) cached.push(request.url, (await (await cache.match(request))?.text()) ?? '');
  }
  const small = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage)).flat();
  return { databases: texts.join('\n'), caches: cached.join('\n'), small: [...small, document.cookie, document.title].join('\n'), rows };
};

let server: RunningServer;
let profile: string;
let phone: Phone;
let committee: Committee;
/** Evidence, gathered while the meeting was held. */
const seen = { console: [] as string[], places: new Set<string>(), requests: new Set<string>(), violations: [] as string[], downloads: [] as string[], files: { minutes: '', plan: '', report: '' } };
let storage: Awaited<ReturnType<typeof dumpStorage>>;
let lockedPage = '';
let record = '';

async function watch(context: BrowserContext): Promise<void> {
  context.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => seen.console.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => seen.requests.add(request.url()));
  await context.exposeBinding('tellTest', (_source, kind: 'places' | 'violations', text: string) => void (kind === 'places' ? seen.places.add(text) : seen.violations.push(text)));
  await context.addInitScript(() => {
    const tell = (window as unknown as { tellTest: (kind: string, text: string) => void }).tellTest;
    document.addEventListener('securitypolicyviolation', (event) => tell('violations', `${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
    setInterval(() => tell('places', `${document.title} ${location.href}`), 50);
  });
}

/** A regular meeting with a marked word in everything that can be typed. */
async function holdMeeting(): Promise<void> {
  const { page } = phone;
  await pasteMembers(page, MEMBERS.replace('Phạm Thị Dung', `Phạm Thị ${SENT.name}`));
  await phone.place('Đảng viên');
  await page.getByRole('link', { name: new RegExp(SENT.name) }).click();
  await phone.field('Điện thoại').fill(KEPT.mobile);
  await phone.field('Ghi chú').fill(`Hoàn cảnh riêng ${KEPT.aboutMember}`);
  const meeting = await planMeeting(page);
  await openMeeting(page, meeting);
  await phone.tap('Thêm đại biểu');
  await phone.field('Họ tên đại biểu 1').fill(`Ngô Văn ${SENT.guest}`);
  await phone.show(`${meeting}/tk-md-02`);
  await phone.tap('Trần Thị Phó');
  await phone.show(`${meeting}/tk-md-03`);
  await mark(phone, `Phạm Thị ${SENT.name}`, 'Ốm đau');
  await phone.show(`${meeting}/tk-nd-02`);
  await phone.field('Ghi chép').fill(`Tình hình tư tưởng ${KEPT.mood}`);
  await phone.show(`${meeting}/tk-nd-07`);
  await contribute(phone, 'Bùi Thị Hạnh', `Đề nghị ${SENT.said}`, 'Kiến nghị lên trên');
  await phone.show(`${meeting}/tk-nd-08`);
  await contribute(phone, 'Vũ Thị Giang', `Nhận khuyết điểm ${KEPT.criticism}`);
  await contribute(phone, 'Hoàng Văn Đức', `Xin riêng ${KEPT.petition}`, 'Kiến nghị lên trên');
  await phone.field('Ghi chép').fill(`Kiểm điểm ${KEPT.selfCriticism}`);
  await phone.tap('Mở sổ tự phê bình và phê bình');
  await page.getByRole('link', { name: /Vũ Thị Giang/ }).click();
  await phone.tap('Tự phê bình');
  await phone.field('Điều đồng chí tự nhận').fill(`Còn nể nang ${KEPT.notebook}`);
  await phone.field('Hướng khắc phục').fill(`Học thêm ${KEPT.remedy}`);
  await phone.tap('Xong');
  await page.getByText(KEPT.remedy).waitFor();
  await phone.show(`${meeting}/tk-nd-09`);
  await phone.field('Nội dung biểu quyết').fill(`Về việc ${KEPT.vote}`);
  await voteForAll(phone);
  await phone.show(`${meeting}/tk-kt-02`);
  await giveTask(phone, `Rà soát ${SENT.task}`, 'Trần Thị Phó', /^Cuối tháng/);
  await phone.show(`${meeting}/tk-kt-03`);
  await phone.field('Kết luận của chủ trì').fill(`Thống nhất ${SENT.conclusion}`);
  await phone.show(`${meeting}/tk-kt-04`);
  await score(phone);
  await phone.show(`${meeting}/tk-kt-05`);
  await phone.tap('Đã đọc lại, chi bộ thông qua');
  await phone.tap('Kết thúc buổi họp');
  await phone.tap('Vẫn kết thúc');
  await phone.heading('Hoàn thiện và ký biên bản').waitFor();
  for (const tap of ['Ký trên giấy', 'Ký trên giấy']) await phone.tap(tap);
  await closeMinutes(phone);
  await phone.tap('Xuất file Word');
  await keepFile('minutes');
}

/** Saves the Word file that was made, and keeps the text of all its parts. */
async function keepFile(what: keyof typeof seen.files): Promise<void> {
  const waiting = phone.page.waitForEvent('download');
  await phone.tap('Lưu vào máy');
  const download = await waiting;
  seen.downloads.push(download.suggestedFilename());
  seen.files[what] = everyPart(await download.path());
}

/** Somebody who was to be admitted and why it came to nothing, the duties of a member, the plan of the year and its file. */
async function writeTheRest(): Promise<void> {
  const { page } = phone;
  await phone.show('/dang-vien');
  // Not the place of that name in the bar.
  await phone.button('Thêm').click();
  await phone.tap(/^Kết nạp đảng viên/);
  await phone.field(/^Họ và tên/).fill(`Trần Văn ${KEPT.candidate}`);
  await phone.field('Ghi chép thêm').fill(`Xét thêm ${KEPT.lifeNote}`);
  await phone.tap('Dừng việc này');
  await phone.field('Lý do dừng').fill(`Gia đình ${KEPT.stopped}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Dừng việc này' }).click();
  await page.getByText(KEPT.stopped).waitFor();
  await phone.tap('Đóng thông báo');
  await phone.show('/phan-cong');
  await phone.tap(/^Vũ Thị Giang/);
  await phone.field(/^Nhiệm vụ được giao năm/).fill(`Theo dõi ${KEPT.duty}`);
  await phone.tap('Ghi một lần báo cáo');
  await phone.field('Nội dung đã báo cáo').fill(`Đã làm ${KEPT.reported}`);
  await phone.tap('Ghi vào sổ');
  await page.getByText(KEPT.reported).waitFor();
  await phone.tap('Xong');
  const year = new Date().getFullYear() + 1;
  await phone.show(`/ke-hoach-nam/${year}`);
  await phone.tap(`Lập kế hoạch năm ${year}`);
  await phone.tap('Chọn chủ đề quý I');
  await phone.field('Chủ đề').fill(`Nâng cao ${KEPT.theme}`);
  await phone.tap('Xong');
  await phone.tap('Thêm lần dự');
  await phone.field('Họ tên, chức vụ').fill(`Đồng chí ${KEPT.visitor}`);
  await phone.field('Ý kiến, ghi chú').fill(`Góp ý ${KEPT.visit}`);
  await phone.tap('Xong');
  await phone.settled();
  await phone.tap('Tệp Word');
  await keepFile('plan');
}

/** A report that is closed and goes up, its file, and one that is still being written. */
async function writeReports(): Promise<void> {
  const { page } = phone;
  const month = dateInVietnam(new Date().toISOString()).slice(0, 7);
  for (const [period, words] of [[month.slice(0, 4), KEPT.draft], [month, SENT.report]] as const) {
    await phone.show(`/bao-cao/${period}`);
    await phone.tap('Sửa phần Tình hình đảng viên');
    await phone.field('Nội dung phần Tình hình đảng viên').fill(`Tư tưởng ổn định ${words}.`);
    await phone.tap('Xong');
  }
  await phone.tap('Chốt báo cáo');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Chốt', exact: true }).click();
  await page.getByText('Báo cáo đã chốt', { exact: true }).waitFor();
  await phone.tap('Tạo Word');
  await keepFile('report');
}

/** A file on the task that was given, and it opened. */
async function attachFile(): Promise<void> {
  const { page } = phone;
  await phone.show('/nhiem-vu');
  await phone.tap(new RegExp(SENT.task));
  await attach(page, pdfSaying(`Công văn ${KEPT.fileName}.pdf`, KEPT.fileText));
  await fileRow(page, new RegExp(KEPT.fileName)).click();
  await phone.button('Mở PDF').waitFor();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Đóng' }).click();
  await page.keyboard.press('Escape');
}

/** The yearly review of a member: a section of it, and what chi ủy says. */
async function reviewOneYear(): Promise<void> {
  const { page } = phone;
  await phone.show('/kiem-diem');
  await page.getByRole('link', { name: /Vũ Thị Giang/ }).click();
  await phone.tap(/^II\.1\. Hạn chế/);
  await phone.field('Nội dung').fill(`Chưa sâu sát ${KEPT.review}`);
  await phone.tap('Xong');
  await page.getByText(KEPT.review).waitFor();
  await phone.field('Nội dung nhận xét').fill(`Cần cố gắng ${KEPT.reviewed}`);
  await page.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).click();
}

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'trace' } });
  phone = await Phone.open(server.url, { launching: { reducedMotion: 'reduce' }, prepare: watch });
  profile = userDataDirOf(phone.context);
  await phone.enter(codeOf(server), KEPT.passcode);
  await holdMeeting();
  await reviewOneYear();
  await writeTheRest();
  await writeReports();
  await attachFile();
  for (const path of ['/', '/cuoc-hop', '/bao-cao', '/nhiem-vu', '/thiet-bi', '/so-phe-binh', '/kiem-diem', '/phan-cong', '/ke-hoach-nam', '/sao-luu', '/cai-dat', '/gui-nhan']) await phone.show(path);
  await phone.tap('Gửi ngay');
  await phone.heading('Đã gửi hết').waitFor();
  await phone.place('Thêm');
  await phone.tap('Khóa sổ ngay');
  await button(phone.page, 'Mở sổ').waitFor();
  lockedPage = await phone.page.content();
  storage = await phone.page.evaluate(dumpStorage);
  committee = await Committee.open(server);
  await committee.page.getByRole('link', { name: /^Mở hồ sơ của Chi bộ Công ty Giấy/ }).or(committee.page.getByRole('button', { name: /^Mở hồ sơ của Chi bộ Công ty Giấy/ })).first().click();
  await committee.page.getByText('Chữ ký hợp lệ').first().waitFor();
  record = await committee.page.locator('main').innerText();
  await committee.page.goto(`${server.url}/cap-uy`);
  await committee.page.getByRole('region', { name: 'Báo cáo của các chi bộ' }).getByRole('link', { name: /Chi bộ Công ty Giấy/ }).click();
  await committee.page.getByText('Chữ ký hợp lệ').first().waitFor();
  record += await committee.page.locator('main').innerText();
  await committee.close();
  await phone.field('Mật khẩu').fill(KEPT.passcode);
  await phone.tap('Hiện mật khẩu');
  await phone.page.waitForTimeout(1000);
  // Closed as a person closes it, with everything written; the profile stays to be searched.
  await phone.context.close();
}, 180_000);

afterAll(async () => {
  await server.stop();
  rmSync(profile, { recursive: true, force: true });
});

describe('[PRIV-1] on the phone, locked', () => {
  it('the databases hold rows, and no word in them can be read', () => {
    expect(storage.rows).toBeGreaterThan(10);
    expect(wordsIn(storage.databases, marked)).toEqual([]);
  });
  it('caches hold the app alone; the small storages and the page hold no word', () => {
    expect(storage.caches).toContain('/index.html');
    expect(wordsIn(storage.caches, marked)).toEqual([]);
    expect(wordsIn(storage.small, marked)).toEqual([]);
    expect(wordsIn(lockedPage, marked)).toEqual([]);
  });
  it("[PRIV-4] no file of the browser's own profile holds a word: no history, no form memory, no session", () => {
    const files = filesUnder(profile);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => statSync(file).size < 100_000_000).flatMap((file) => wordsInBytes(readFileSync(file), marked).map((word) => `${word} in ${file.slice(profile.length)}`))).toEqual([]);
  });
  it('addresses, titles, the console and the name of the Word file tell nothing', () => {
    expect(seen.places.size).toBeGreaterThan(10);
    expect(wordsIn([...seen.places, ...seen.requests, ...seen.console, ...seen.downloads].join('\n'), marked)).toEqual([]);
    expect(new Set([...seen.places].map((place) => place.split(' http')[0]))).toEqual(new Set(['Sổ Chi bộ']));
    expect(seen.downloads.length).toBe(3);
  });
  it('[NOTE-1] [APR-1] the Word files hold what is printed on purpose, and no other word that stays in the book', () => {
    for (const what of ['minutes', 'plan', 'report'] as const) {
      expect(seen.files[what], what).toContain('w:document');
      expect(wordsIn(seen.files[what], kept.filter((word) => !PRINTED[what].includes(word))), what).toEqual([]);
    }
    expect(wordsIn(seen.files.minutes, Object.values(SENT)).length).toBeGreaterThan(2);
    expect(wordsIn(seen.files.report, Object.values(SENT))).toEqual([SENT.said, SENT.task, SENT.report]);
    // A visit without a day is not printed.
    expect(wordsIn(seen.files.plan, PRINTED.plan)).toEqual([KEPT.theme]);
    expect(wordsIn(seen.files.plan, Object.values(SENT))).toEqual([]);
  });
});

describe('[PRIV-2] on the way and at the server', () => {
  it('[NOTE-1] [APR-1] what is sent holds nothing that stays in the cell; only the submitted document can be read at all', () => {
    const submitted = phone.sent.filter(({ url }) => url.endsWith('/v1/submissions'));
    expect(submitted.length).toBeGreaterThan(0);
    expect(wordsIn(submitted.map(({ body }) => body).join('\n'), Object.values(SENT)).length).toBeGreaterThan(2);
    const rest = phone.sent.filter((request) => !submitted.includes(request));
    expect(rest.some(({ url }) => url.endsWith('/v1/vault/push'))).toBe(true);
    expect(wordsIn(rest.map((request) => JSON.stringify(request)).join('\n'), marked)).toEqual([]);
    expect(wordsIn(submitted.map((request) => JSON.stringify(request)).join('\n'), kept)).toEqual([]);
  });
  it("the server's files hold nothing that stays in the cell, and the rest in submitted documents only", () => {
    const files = filesUnder(server.dataDir);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => wordsInBytes(readFileSync(file), kept))).toEqual([]);
    const database = new Libsql(join(server.dataDir, 'so-chi-bo.db'), { readonly: true });
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables.filter((table) => table.name !== 'submissions')) {
      const values = (database.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]).flatMap((row) => Object.values(row));
      const found = values.flatMap((value) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? wordsInBytes(Buffer.from(value as ArrayBuffer), marked) : wordsIn(String(value), marked)));
      expect(found, name).toEqual([]);
    }
    database.close();
  });
  it('the log holds no word, no token and no name', () => {
    const output = server.output();
    expect(output).toContain('/v1/vault/push');
    expect(wordsIn(output, marked)).toEqual([]);
    const tokens = phone.sent.flatMap(({ headers }) => headers['authorization']?.replace('Bearer ', '') ?? []);
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) expect(output).not.toContain(token);
  });
  it('the committee reads the submitted document, and nothing that stays in the cell', () => {
    expect(wordsIn(record, Object.values(SENT)).length).toBeGreaterThan(2);
    expect(wordsIn(record, [SENT.report])).toEqual([SENT.report]);
    expect(wordsIn(record, kept)).toEqual([]);
  });
});

describe('[PRIV-3] nobody else', () => {
  it('is asked for anything', () => {
    const foreign = [...seen.requests].filter((url) => !url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url));
    expect(foreign).toEqual([]);
    expect(seen.requests.size).toBeGreaterThan(20);
  });
  it('may run or load anything: the policy is strict on every answer, and the app never runs into it', async () => {
    expect(seen.violations).toEqual([]);
    expect(seen.console.filter((line) => !/^(verbose|info|log):/.test(line))).toEqual([]);
    const asset = [...seen.requests].find((url) => /\/assets\/.*\.js$/.test(url)) ?? '';
    for (const url of [server.url, `${server.url}/sw.js`, asset, `${server.url}/v1/status`, `${server.url}/v1/vault/pull`, `${server.url}/khong-co`]) {
      const { headers } = await fetch(url, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, url).toMatch(/default-src 'none'/);
      expect(policy, url).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
      for (const part of ["script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]) expect(policy, url).toContain(part);
      expect(headers.get('x-content-type-options'), url).toBe('nosniff');
      expect(headers.get('referrer-policy'), url).toBe('no-referrer');
      expect(headers.get('x-frame-options'), url).toBe('DENY');
      expect(headers.get('permissions-policy'), url).toMatch(/geolocation=\(\)/);
      expect(headers.get('cross-origin-opener-policy'), url).toBe('same-origin');
    }
  });
});
