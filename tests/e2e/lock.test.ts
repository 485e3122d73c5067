/** The lock: put away for too long, put away with "at once", on demand, and against guessing. What was being typed is there afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { Phone } from './support/phone';

/** The try-out's, which stands filled in. */
const PASSCODE = 'dungthu';
const PLACE = '/cai-dat';

let server: RunningServer;
let phone: Phone;

beforeAll(async () => {
  server = await startServer();
  phone = await Phone.open(server.url, { prepare: (context) => context.clock.install() });
  await phone.trial();
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

/** The phone's own word on whether the app is in front; a headless browser always says that it is. */
const put = (state: 'hidden' | 'visible'): Promise<void> =>
  phone.page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
const field = () => phone.field('Nơi họp thường lệ');
/** Types without leaving the field, and with less time than a draft takes to be written by itself. */
async function type(words: string): Promise<void> {
  await phone.show(PLACE);
  await field().click();
  await phone.page.keyboard.press('End');
  await phone.page.keyboard.insertText(words);
}
const locked = () => phone.heading('Mở sổ dùng thử').waitFor();
const typed = () => field().inputValue();

describe('an app that was put away', () => {
  it('[LOCK-2] is open after a minute, and locked after six; what was being typed is there, at the same place', async () => {
    await type('Đang gõ thì có điện thoại.');
    await put('hidden');
    await phone.page.clock.fastForward('01:00');
    await put('visible');
    await phone.settled();
    expect(await typed()).toContain('Đang gõ thì có điện thoại.');
    await phone.page.keyboard.insertText(' Gõ nốt');
    await put('hidden');
    await phone.page.clock.fastForward('06:00');
    await put('visible');
    await locked();
    await phone.unlock(PASSCODE);
    expect(new URL(phone.page.url()).pathname).toBe(PLACE);
    expect(await typed()).toMatch(/Đang gõ thì có điện thoại. Gõ nốt$/);
  });

  it('[LOCK-2] set to “Ngay”, locks as it is put away', async () => {
    await phone.show('/cai-dat');
    await phone.field('Tự khóa sau khi rời ứng dụng').selectOption('Ngay');
    await phone.settled();
    await type(' thêm câu cuối.');
    await put('hidden');
    await locked();
    await put('visible');
    await phone.unlock(PASSCODE);
    expect(await typed()).toContain('thêm câu cuối.');
  });
});

describe('a lock', () => {
  it('on demand writes out what is being typed, and forgets what was on the screen', async () => {
    await type(' Khóa ngay.');
    await phone.page.evaluate(() => (document.querySelector('nav a[href="/them"]') as HTMLElement).click());
    await phone.tap('Khóa sổ ngay');
    await locked();
    expect(await phone.text()).not.toContain('điện thoại');
    await phone.unlock(PASSCODE);
    await phone.show(PLACE);
    expect(await typed()).toContain('Khóa ngay.');
  });

  it('[LOCK-1] comes by itself after ten minutes without a touch', async () => {
    await type(' Để quên.');
    await phone.page.clock.fastForward('11:00');
    await locked();
    await phone.unlock(PASSCODE);
    expect(await typed()).toContain('Để quên.');
  });

  it('[KEY-2] wrong passcodes slow down, and loading the page anew does not help', async () => {
    await phone.place('Thêm');
    await phone.tap('Khóa sổ ngay');
    for (let tries = 1; tries <= 5; tries += 1) {
      await phone.field('Mật khẩu').fill('000000');
      await phone.tap('Mở sổ');
      await phone.page.getByText(tries < 5 ? 'Mật khẩu chưa đúng.' : 'Đã nhập sai nhiều lần.').first().waitFor();
      await phone.button('Mở sổ').waitFor();
    }
    await phone.page.reload();
    await phone.field('Mật khẩu').fill(PASSCODE);
    await phone.tap('Mở sổ');
    await phone.page.getByText('Đã nhập sai nhiều lần.').first().waitFor();
    await phone.page.clock.fastForward('00:06');
    await phone.page.getByText('Nhập lại được rồi.').waitFor();
    await phone.unlock(PASSCODE);
  });
});
