/** The meeting by the keyboard alone: from the lock to its end no pointer touches the page. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { keyboardOf, type Keyboard } from './support/keyboard';
import { enterTrial, firstPage } from './support/seed';

let server: RunningServer;
let phone: BrowserContext;
let page: Page;
let keys: Keyboard;
let pointer = 0;

const button = (name: string | RegExp, within: Page | Locator = page): Locator => within.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const dialog = (): Locator => page.locator('dialog[open]');
const focusIs = (control: Locator): Promise<boolean> => control.evaluate((element) => element === document.activeElement);

/** A change of step puts the focus on its heading. */
async function atStep(title: string | RegExp): Promise<void> {
  const h1 = page.getByRole('heading', { level: 1, name: title });
  await h1.waitFor();
  await expect.poll(() => focusIs(h1), { message: `the focus is on “${title}”` }).toBe(true);
}
const next = (): Promise<void> => keys.use(button('Bước tiếp'));

/** Goes to a step through the list of steps, unless it is there already. */
async function jump(title: string): Promise<void> {
  if ((await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ') === title) return;
  await keys.use(button(/^Bước \d+\/\d+$/));
  await dialog().waitFor();
  await keys.use(button(new RegExp(title), dialog()));
  await atStep(title);
}

/** Everything in an open dialog is gone round twice: the focus never leaves it. Escape brings it back to what opened the dialog. */
async function trapped(opener: Locator): Promise<void> {
  await dialog().waitFor();
  const inside = (): Promise<boolean> => page.evaluate(() => document.querySelector('dialog[open]')?.contains(document.activeElement) ?? false);
  expect(await inside(), 'the dialog takes the focus').toBe(true);
  for (const key of ['Tab', 'Shift+Tab'] as const) {
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press(key);
      // After its last control the browser's own bar may have its turn; the page behind must not.
      expect(await page.evaluate(() => document.activeElement === document.body || document.querySelector('dialog[open]')?.contains(document.activeElement))).toBe(true);
    }
  }
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  expect(await focusIs(opener), 'the focus is back on what opened the dialog').toBe(true);
}

beforeAll(async () => {
  server = await startServer();
  phone = await launch({ reducedMotion: 'reduce' });
  page = await firstPage(phone);
  page.setDefaultTimeout(30_000);
  await enterTrial(page, server.url);
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => (window as { pointers?: number }).pointers = ((window as { pointers?: number }).pointers ?? 0) + 1, true);
  });
  await page.goto(server.url);
  keys = keyboardOf(page);
});

afterAll(async () => {
  await close(phone);
  await server.stop();
});

describe('[A11Y-5] the keyboard alone', () => {
  it('runs the meeting from the lock to its end', async () => {
    // Opens the book and the meeting.
    const passcode = page.getByLabel('Mật khẩu', { exact: true });
    await passcode.waitFor();
    await expect.poll(() => focusIs(passcode)).toBe(true);
    await page.keyboard.press('Control+A');
    await keys.type('dungthu');
    await keys.press('Enter');
    await keys.use(page.getByRole('link', { name: 'Vào buổi họp' }));
    await atStep(/./);
    await jump('Tuyên bố lý do, giới thiệu đại biểu');
    const open = button('Khai mạc buổi họp');
    while (await open.isDisabled()) {
      await keys.use(button('Vẫn họp, ghi lý do').first());
      await keys.use(page.getByRole('group', { name: 'Lý do thường gặp' }).getByRole('button').first(), 'Space');
    }
    await keys.use(open);
    await open.waitFor({ state: 'detached' });
    await atStep('Tuyên bố lý do, giới thiệu đại biểu');

    // Reads the sentence aloud, adds a guest, picks the clerk.
    const aloud = button('Chữ to để đọc');
    await keys.use(aloud);
    await trapped(aloud);
    await keys.use(button('Thêm đại biểu'));
    const guest = page.getByLabel('Họ tên đại biểu 1');
    await expect.poll(() => focusIs(guest)).toBe(true);
    await keys.type('Ngô Văn Khách');
    await next();
    await atStep('Cử thư ký ghi biên bản');
    const another = button('Chọn đồng chí khác');
    await keys.use(another);
    await trapped(another);
    await keys.use(another);
    await dialog().waitFor();
    await keys.to(dialog().getByRole('searchbox'));
    await keys.type('thao');
    await keys.use(button(/Thảo/, dialog()));
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Thư ký ghi biên bản' }).getByRole('button', { name: /Thảo/, pressed: true }).waitFor();
    await next();

    // Marks an absence with its reason.
    await atStep('Điểm danh, thông báo tình hình đảng viên');
    const counts = page.getByRole('status', { name: 'Tình hình điểm danh' });
    const before = await counts.innerText();
    const hai = button(/^Đặng Giả Hải/);
    await keys.use(hai);
    await keys.use(button('Đi công tác'), 'Space');
    await button(/^Đặng Giả Hải.*Vắng: đi công tác/).waitFor();
    expect(await focusIs(hai)).toBe(true);
    expect(await counts.innerText()).not.toBe(before);
    await next();
    await atStep('Thông báo tình hình nộp đảng phí');
    await next();

    // Takes a vote.
    await atStep('Thông qua nội dung, chương trình');
    await keys.use(button(/^Tất cả tán thành/));
    await keys.use(button('Ghi kết quả biểu quyết'));
    await page.getByRole('list', { name: 'Kết quả biểu quyết' }).getByText('Được thông qua').waitFor();
    await next();

    // Chooses with the arrows whether a task was done.
    await atStep('Thông tin thời sự, quán triệt văn bản mới');
    await jump('Đánh giá kết quả lãnh đạo tháng trước');
    const state = page.getByRole('radiogroup', { name: 'Tình trạng nhiệm vụ 1' }).or(page.getByRole('group', { name: 'Tình trạng nhiệm vụ 1' }));
    const notDone = state.getByRole('radio', { name: 'Chưa xong' });
    await keys.to(state.getByRole('radio', { checked: true }));
    await keys.press((await notDone.isChecked()) ? 'ArrowLeft' : 'ArrowRight');
    await expect.poll(() => state.getByRole('radio', { checked: true }).count()).toBe(1);

    // Writes a contribution.
    await jump('Đảng viên thảo luận, đóng góp ý kiến');
    await keys.use(button(/Hạnh/).first());
    await dialog().waitFor();
    await keys.type('Đề nghị bố trí lịch trực hợp lý hơn');
    await keys.use(button('Đề xuất', dialog()), 'Space');
    await keys.use(button('Xong', dialog()));
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Các ý kiến đã ghi' }).getByText('Đề nghị bố trí lịch trực hợp lý hơn').waitFor();
    const bin = button(/^Xóa ý kiến của đồng chí/).first();
    await keys.use(bin);
    expect(await focusIs(button('Giữ lại')), 'the harmless answer has the focus').toBe(true);
    await trapped(bin);

    // Gives a task.
    await jump('Phân công nhiệm vụ cho đảng viên');
    const give = button('Giao việc');
    await keys.use(give);
    await dialog().waitFor();
    await keys.type('Rà soát danh sách đảng viên');
    await keys.use(dialog().getByRole('group', { name: 'Người thực hiện' }).getByRole('button').first(), 'Space');
    await keys.use(dialog().getByRole('group', { name: 'Thời hạn' }).getByRole('button').first(), 'Space');
    await keys.use(button('Xong', dialog()));
    await dialog().waitFor({ state: 'detached' });
    expect(await focusIs(give)).toBe(true);
    await page.getByRole('list', { name: 'Nhiệm vụ giao trong buổi họp' }).getByText('Rà soát danh sách đảng viên').waitFor();
    await next();

    // Concludes, scores, reads back and ends.
    await atStep('Kết luận, biểu quyết thông qua nghị quyết hoặc kết luận');
    await keys.to(page.getByLabel('Kết luận của chủ trì'));
    await keys.type('Thống nhất nội dung.');
    await next();
    await atStep('Tự chấm điểm, xếp loại buổi sinh hoạt');
    await keys.use(button('Nhận các điểm gợi ý'));
    await keys.use(button('Chấm tối đa các mục còn lại'));
    await page.getByText('điểm, đã chấm đủ').waitFor();
    await next();
    await atStep('Thư ký trình bày, chi bộ thông qua biên bản');
    await keys.use(button('Mở biên bản để đọc'));
    await keys.use(button('Đã đọc lại, chi bộ thông qua', dialog()));
    await dialog().waitFor({ state: 'detached' });
    await keys.use(button('Kết thúc buổi họp'));
    expect(await focusIs(button('Quay lại buổi họp'))).toBe(true);
    await keys.use(button('Vẫn kết thúc'));
    await atStep('Hoàn thiện và ký biên bản');
  });

  it('was all that was used, was always seen and never lost', async () => {
    pointer = await page.evaluate(() => (window as { pointers?: number }).pointers ?? 0);
    console.log(`the meeting by keyboard: ${keys.presses} presses besides the typing`);
    expect(pointer).toBe(0);
    expect(keys.problems.join('\n')).toBe('');
  });
});
