/** Cards for the roll: printed, looked at as paper, held before the camera at the door, with the server dead. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_OFFICE, WHY } from '../support/office';
import { startServer, type RunningServer } from '../support/server';
import { Camera, codeOf, nothing } from './support/camera';
import { importRegister } from './support/meeting';
import { Phone } from './support/phone';
import { printedCards, type PrintedCard } from './support/printed';
import { REGISTER } from './support/register';
import { button, meetingOfToday, openMeeting, planMeeting } from './support/seed';
import { shooter } from './support/shots';

let server: RunningServer;
let phone: Phone;
let cards: PrintedCard[] = [];
const camera = new Camera();
const folder = mkdtempSync(join(tmpdir(), 'cards-'));
const shot = shooter('cards');

/** Pictures of one screen: phone, dark, large letters, wide. */
async function pictures(on: Phone, name: string): Promise<void> {
  if (!process.env['SHOTS']) return;
  const { page } = on;
  await shot(page, `${name} phone`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, `${name} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await shot(page, `${name} large`);
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, `${name} wide`);
  await page.setViewportSize({ width: 390, height: 844 });
}

beforeAll(async () => {
  server = await startServer();
  phone = await Phone.open(server.url, { launching: camera.launching });
  await phone.alone('Chi bộ Khoa Nội');
  await phone.tap(/Nhập danh sách đảng viên/);
  await importRegister(phone);
});
afterAll(async () => {
  await phone.close();
  camera.remove();
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

const nameOn = (card: PrintedCard): string => REGISTER.find(([name]) => card.words.includes(name))?.[0] ?? '';
const codeOfMember = (name: string): string => cards.find((card) => nameOn(card) === name)!.code;

describe.skipIf(!HAS_OFFICE)(`cards for the roll${WHY}`, () => {
  it('[CARD-1] ten stand on a page of A4, and the code on each is another one, beside its member’s name', async () => {
    await phone.show('/dang-vien');
    await phone.tap('Thẻ điểm danh');
    await phone.button('Xem 30 thẻ để in').waitFor();
    await pictures(phone, 'choose');
    await phone.tap('Xem 30 thẻ để in');
    await phone.heading('Thẻ để in').waitFor();
    await phone.page.getByRole('img', { name: /^Hình mã/ }).nth(29).waitFor();
    await pictures(phone, 'to print');
    const pdf = join(folder, 'cards.pdf');
    await phone.page.pdf({ path: pdf, preferCSSPageSize: true });
    const kept = process.env['SHOTS'];
    if (kept) {
      mkdirSync(kept, { recursive: true });
      copyFileSync(pdf, join(kept, 'cards.pdf'));
    }
    const printed = printedCards(pdf, folder);
    ({ cards } = printed);
    expect(printed.size).toBe('210 × 297');
    expect(cards.map(({ page }) => page)).toEqual([...Array<number>(10).fill(1), ...Array<number>(10).fill(2), ...Array<number>(10).fill(3)]);
    expect(printed.pages).toBe(3);
    expect(new Set(cards.map(({ code }) => code)).size).toBe(30);
    expect(cards.map(nameOn).sort()).toEqual(REGISTER.map(([name]) => name).sort());
    for (const { code, words } of cards) {
      expect(code).toMatch(/^SCBT1\/[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(words).toContain('Chi bộ Khoa Nội');
    }
  });

  it('[CARD-2] [CARD-3] [CARD-5] scanned one after the other at the door, with the server dead: two are marked, a lost one is told, and so is a second time', async () => {
    const [first, second, third] = ['Ngô Minh Hải', 'Lâm Thị Uyên', 'Đỗ Thùy Dương'];
    await phone.tap('Chọn lại');
    await phone.tap(`Mất thẻ: ${third}`);
    await pictures(phone, 'lost');
    await phone.tap('Thay thẻ');
    await phone.button('Xem 1 thẻ để in').waitFor();
    const meeting = await planMeeting(phone.page);
    await openMeeting(phone.page, meeting);
    await phone.show(`${meeting}/tk-md-03`);
    await phone.button('Quét thẻ').waitFor();
    await phone.button('Quét thẻ').scrollIntoViewIfNeeded();
    await pictures(phone, 'roll');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await server.kill9();
    const held = [first, second, third].flatMap((name) => [...Array.from({ length: 25 }, () => codeOf(codeOfMember(name!))), ...Array.from({ length: 5 }, nothing)]);
    camera.sees(held);
    await phone.button('Quét thẻ').click();
    const hit = phone.page.locator('.door-hit');
    await hit.waitFor();
    // What is shown for two seconds is not to be missed by a busy machine.
    await hit.evaluate((box) => {
      const seen = ((globalThis as { seen?: string[] }).seen = [box.textContent ?? '']);
      new MutationObserver(() => seen.push(box.textContent ?? '')).observe(box, { childList: true, subtree: true, characterData: true });
    });
    const was = (start: string, words: string): Promise<unknown> =>
      phone.page.waitForFunction(([a, b]) => (globalThis as { seen?: string[] }).seen!.some((text) => text.startsWith(a!) && text.includes(b!)), [start, words], { timeout: 40_000 });
    await was(first!, 'Có mặt.');
    await was(second!, 'Có mặt.');
    await was(third!, 'Thẻ cũ');
    await pictures(phone, 'door');
    await was(first!, 'Đã điểm danh rồi: Có mặt.');
    await phone.page.getByRole('status', { name: 'Kết quả điểm danh bằng thẻ' }).filter({ hasText: 'Đã điểm danh: 2Chưa: 28' }).waitFor();
    await hit.filter({ hasText: first! }).waitFor();
    await pictures(phone, 'door again');
    await phone.button('Đóng').click();
    await phone.reload();
    await phone.button('Quét thẻ').click();
    await phone.page.getByRole('status', { name: 'Kết quả điểm danh bằng thẻ' }).filter({ hasText: 'Đã điểm danh: 2Chưa: 28' }).waitFor();
    server = await server.restart();
  });

  it('[CARD-6] without leave for the camera: plain words, and the same roll by hand', async () => {
    const other = await Phone.open(server.url, { launching: { args: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'] } });
    try {
      await other.trial();
      const meeting = await meetingOfToday(other.page);
      await openMeeting(other.page, meeting);
      await other.show(`${meeting}/tk-md-03`);
      await other.button('Quét thẻ').click();
      await other.page.getByText('Máy ảnh chưa được cho phép').waitFor();
      await other.page.getByText('Chi bộ chưa in thẻ điểm danh').waitFor();
      await pictures(other, 'refused');
      await other.page.getByText(/^Điểm danh bằng tay: còn/).click();
      await pictures(other, 'by hand');
      const name = (await other.button(/^Có mặt: /).first().getAttribute('aria-label'))!.replace('Có mặt: ', '');
      await button(other.page, `Có mặt: ${name}`).click();
      await other.page.locator('.door-hit').filter({ hasText: name }).waitFor();
      await other.button(/^Đến muộn \d\d:\d\d$/).click();
      await other.page.locator('.door-hit').filter({ hasText: 'Đến muộn' }).waitFor();
      await other.button('Đóng').click();
      await other.button(new RegExp(`^${name}.*Đến muộn`)).waitFor();
    } finally {
      await other.close();
    }
  });
});
