/** One book in three windows of one browser: in turn, at once in one field, and each change sent once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { Phone } from './support/phone';
import { codeOf, go, heading, settled, unlock } from './support/seed';

let server: RunningServer;
let phone: Phone;
let windows: Page[];

beforeAll(async () => {
  server = await startServer();
  phone = await Phone.open(server.url);
  await phone.enter(codeOf(server));
  windows = [phone.page, await phone.context.newPage(), await phone.context.newPage()];
  for (const page of windows.slice(1)) {
    await page.goto(server.url);
    await unlock(page);
  }
  for (const page of windows) await go(page, '/cai-dat');
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

const place = (page: Page) => page.getByLabel('Nơi họp thường lệ', { exact: true });
const town = (page: Page) => page.getByLabel('Địa danh ghi trong văn bản', { exact: true });
/** What each window shows in a field, once all show the same. */
async function agreed(field: (page: Page) => ReturnType<Page['getByLabel']>): Promise<string> {
  await expect.poll(async () => new Set(await Promise.all(windows.map((page) => field(page).inputValue()))).size).toBe(1);
  return field(windows[0]!).inputValue();
}
/** The batches that went up, each time they did. */
const pushed = (): string[] =>
  phone.sent.filter(({ url }) => url.endsWith('/v1/vault/push')).flatMap(({ body }) => (JSON.parse(body!) as { batches: { id: string }[] }).batches.map(({ id }) => id));

describe('three windows on one book', () => {
  it('typing in turn: each sees the others’ words at once, and goes on from them', async () => {
    for (const [index, page] of windows.entries()) {
      await place(page).click();
      await page.keyboard.press('End');
      await page.keyboard.type(` cửa sổ ${index + 1}`);
      await expect.poll(() => place(windows[(index + 1) % 3]!).inputValue()).toContain(`cửa sổ ${index + 1}`);
    }
    expect(await agreed(place)).toMatch(/cửa sổ 1 cửa sổ 2 cửa sổ 3$/);
    await go(windows[0]!, '/gui-nhan');
    expect(await heading(windows[0]!, 'Cần xem lại').count()).toBe(0);
    await go(windows[0]!, '/cai-dat');
  });

  it('[LOG-8] at once in one field: one text shows in all of them, and the others are listed, none is lost', async () => {
    const texts = ['Thanh Hóa', 'Nghệ An', 'Hà Tĩnh'];
    await Promise.all(windows.map((page, index) => town(page).fill(texts[index]!)));
    const shown = await agreed(town);
    await go(windows[1]!, '/gui-nhan');
    const review = windows[1]!.getByRole('region', { name: 'Cần xem lại' });
    await review.waitFor();
    const others = texts.filter((text) => text !== shown);
    expect(others).toHaveLength(2);
    await expect.poll(async () => (await review.innerText()).includes(others[0]!) && (await review.innerText()).includes(others[1]!)).toBe(true);
    await go(windows[1]!, '/cai-dat');
  });

  it('all typing at the same time in different fields: every letter is there', async () => {
    const fields = ['Tên chi bộ', 'Cấp ủy cấp trên trực tiếp', 'Nơi họp thường lệ'].map((label) => (page: Page) => page.getByLabel(label, { exact: true }));
    const words = ['Chi bộ Khoa Nội tổng hợp', 'Đảng ủy Bệnh viện Đa khoa tỉnh', 'Hội trường tầng hai nhà B'];
    await Promise.all(
      windows.map(async (page, index) => {
        await fields[index]!(page).fill('');
        for (const letter of words[index]!) await page.keyboard.insertText(letter);
      }),
    );
    for (const [index, field] of fields.entries()) expect(await agreed(field)).toBe(words[index]);
  });

  it('one window at a time sends: no batch goes up twice, and a second device has it all', async () => {
    for (const page of windows) await go(page, '/gui-nhan');
    await Promise.all(windows.map((page) => page.getByRole('button', { name: 'Gửi ngay' }).click()));
    await heading(windows[2]!, 'Đã gửi hết').waitFor();
    for (const page of windows) await settled(page);
    const ids = pushed();
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    await phone.show('/thiet-bi');
    await phone.tap('Tạo mã thêm máy');
    const code = /[0-9A-Z]{5}(?:-\s*[0-9A-Z]{5}){3}/.exec((await phone.page.getByRole('region', { name: 'Mã thêm máy' }).innerText()).replace(/\s+/g, ''))?.[0];
    const second = await Phone.open(server.url);
    try {
      await second.enter(code!);
      await second.show('/cai-dat');
      await expect.poll(() => second.field('Nơi họp thường lệ').inputValue()).toBe('Hội trường tầng hai nhà B');
      await second.show('/gui-nhan');
      await second.heading('Cần xem lại').waitFor();
    } finally {
      await second.close();
    }
  });

  it('[LOCK-3] a lock on demand falls in all of them, and what was being typed in another one is there afterwards', async () => {
    for (const page of windows) await go(page, '/cai-dat');
    await place(windows[2]!).fill('Gõ dở ở cửa sổ ba');
    await windows[0]!.getByRole('button', { name: 'Khóa sổ ngay' }).click();
    for (const page of windows) await heading(page, 'Mở sổ').waitFor();
    await unlock(windows[1]!);
    expect(await place(windows[1]!).inputValue()).toBe('Gõ dở ở cửa sổ ba');
  });
});
