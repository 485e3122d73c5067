/** Two devices of one cell: the second joins with a code from the first; what both write apart comes together the same on both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@/domain';
import { startServer, type RunningServer } from '../support/server';
import { attach, chooseFiles, fileRow, pdfSaying, photoOf } from './support/attach';
import { importRegister, mark, planMeeting } from './support/meeting';
import { Phone } from './support/phone';
import { REGISTER } from './support/register';

const FIRST = 'Giao chi ủy kiểm tra hồ sơ hằng tuần.';
const SECOND = 'Giao tổ trưởng kiểm tra hồ sơ hằng ngày.';
const NEWS = 'Thông tin Nghị quyết mới của tỉnh.';

let server: RunningServer;
let first: Phone;
let second: Phone;
let meeting: string;

beforeAll(async () => {
  server = await startServer();
  const [, code] = await server.waitFor(/mã kích hoạt ([0-9A-Z]{5}-[0-9A-Z]{5})/);
  first = await Phone.open(server.url);
  await first.enter(code!);
  await first.tap(/Nhập danh sách đảng viên/);
  await importRegister(first);
  await first.show('/cuoc-hop/moi');
  meeting = await planMeeting(first);
});
afterAll(async () => {
  await first?.close();
  await second?.close();
  await server?.stop();
});

const both = (): Phone[] => [first, second];

/** Sends and fetches by the button, and waits until nothing is left. */
async function sync(phone: Phone): Promise<void> {
  await phone.show('/gui-nhan');
  await phone.button('Gửi ngay').click();
  await phone.button('Gửi ngay').waitFor();
  await phone.heading('Đã gửi hết').waitFor();
}

/** What a device shows of the book, screen by screen. */
async function book(phone: Phone): Promise<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const path of ['/dang-vien', `${meeting}/tk-md-03`, `${meeting}/tk-nd-01`, `${meeting}/tk-kt-03`]) {
    await phone.show(path);
    await phone.page.getByRole('heading', { level: 1 }).waitFor();
    const fields = await phone.page.locator('main textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    shown[path] = [await phone.page.locator('main').innerText(), ...fields].join('\n');
  }
  return shown;
}

/** What both show, looked at until it is the same: a part may not have been drawn yet. */
async function books(): Promise<[Record<string, string>, Record<string, string>]> {
  for (let look = 1; ; look += 1) {
    const [one, other] = [await book(first), await book(second)];
    if (look === 5 || canonicalJson(one) === canonicalJson(other)) return [one, other];
  }
}

/** The texts of the review list's cards. */
async function toReview(phone: Phone): Promise<string> {
  await phone.show('/gui-nhan');
  await phone.heading('Cần xem lại').waitFor();
  await phone.page.getByText('Ghi trên máy này').waitFor();
  return phone.page.getByRole('region', { name: 'Cần xem lại' }).innerText();
}

describe('two devices of one cell', () => {
  it('the second joins with the code from “Thiết bị” and has the whole book', async () => {
    await first.place('Thêm');
    await first.tap(/^Thiết bị/);
    await first.tap('Tạo mã thêm máy');
    const slip = first.page.getByRole('region', { name: 'Mã thêm máy' });
    await slip.waitFor();
    const code = /[0-9A-Z]{5}(?:-\s*[0-9A-Z]{5}){3}/.exec((await slip.innerText()).replace(/\s+/g, ''))?.[0];
    await first.shot('two-01-code');
    expect(code).toBeDefined();
    second = await Phone.open(server.url);
    await second.enter(code!);
    await second.place('Đảng viên');
    await second.page.getByText(REGISTER[0]![0]).waitFor();
    await sync(first);
    await sync(second);
    const [one, other] = await books();
    expect(other).toEqual(one);
    await first.show('/thiet-bi');
    await expect.poll(() => first.page.getByRole('region', { name: 'Máy của chi bộ' }).getByRole('listitem').count()).toBe(2);
  });

  it('written apart, different things meet nowhere and the same text is shown twice, the same on both', async () => {
    for (const phone of both()) await phone.context.setOffline(true);
    await first.show(`${meeting}/tk-md-03`);
    await mark(first, 'Lê Hữu Bách', 'Đi công tác');
    await first.show(`${meeting}/tk-kt-03`);
    await first.field('Kết luận của chủ trì').fill(FIRST);
    await second.show(`${meeting}/tk-md-03`);
    await mark(second, 'Cao Thị Lan', 'Ốm đau');
    await second.show(`${meeting}/tk-nd-01`);
    await second.field('Ghi chép').fill(NEWS);
    await second.show(`${meeting}/tk-kt-03`);
    await second.field('Kết luận của chủ trì').fill(SECOND);
    for (const phone of both()) {
      await phone.settled();
      await phone.context.setOffline(false);
      await sync(phone);
    }
    await sync(first);
    const [one, other] = await books();
    expect(other).toEqual(one);
    const roll = one[`${meeting}/tk-md-03`]!;
    for (const words of ['Vắng: đi công tác', 'Vắng: ốm đau', '28/30']) expect(roll.replace(/\n/g, '')).toContain(words);
    expect(one[`${meeting}/tk-nd-01`]).toContain(NEWS);
    for (const phone of both()) {
      const cards = await toReview(phone);
      // One and no more: where each device last looked, and what only one of them wrote, is nothing to look at.
      expect(cards.match(/đã ghi khác nhau/g)).toHaveLength(1);
      expect(cards).toContain('Kết luận');
      expect(cards).toContain(FIRST);
      expect(cards).toContain(SECOND);
    }
    await first.shot('two-02-review');
  });

  it('the text that was chosen on one is on both, and nothing is left to look at', async () => {
    const chosen = (await book(first))[`${meeting}/tk-kt-03`]!.includes(FIRST) ? SECOND : FIRST;
    await first.show('/gui-nhan');
    await first.tap('Dùng bản kia');
    await first.heading('Cần xem lại').waitFor({ state: 'detached' });
    await sync(first);
    await sync(second);
    for (const phone of both()) {
      expect(await phone.heading('Cần xem lại').count()).toBe(0);
      await phone.show(`${meeting}/tk-kt-03`);
      expect(await phone.field('Kết luận của chủ trì').inputValue()).toBe(chosen);
    }
    const [one, other] = await books();
    expect(other).toEqual(one);
  });

  it('[ATTACH-10] a photo and a PDF attached without a network are seen at once; sent later in pieces, the other device fetches them', async () => {
    await first.context.setOffline(true);
    await first.show(`${meeting}/van-ban`);
    const { page } = first;
    await attach(page, await photoOf(page, 'ky-nhan.png'), pdfSaying('Cong van 5.pdf', 'Kinh gui', 600_000));
    await fileRow(page, /ky-nhan\.jpg.*Chờ gửi/).click();
    const image = page.getByRole('img', { name: 'Ảnh: ky-nhan.jpg' });
    await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
    await first.tap('Đóng');
    // What says that it is secret does not come in, and neither does what a person says is.
    await chooseFiles(page, pdfSaying('Cong van 6.pdf', 'TOI MAT'), await photoOf(page, 'x.png'));
    await page.getByText('Trang đầu có dấu TỐI MẬT').waitFor();
    await first.tap('Có dấu mật');
    await first.tap('Xem phải làm gì');
    await first.heading('Tài liệu mật').waitFor();
    await first.context.setOffline(false);
    await sync(first);
    await first.show(`${meeting}/van-ban`);
    await fileRow(page, /ky-nhan\.jpg.*Đã lên máy chủ/).waitFor();
    await fileRow(page, /Cong van 5\.pdf.*Đã lên máy chủ/).waitFor();
    expect(await page.getByText('Cong van 6').count()).toBe(0);

    await sync(second);
    await second.show(`${meeting}/van-ban`);
    await fileRow(second.page, /Cong van 5\.pdf.*Chưa tải về máy này/).click();
    await second.button('Mở PDF').waitFor();
    await second.tap('Đóng');
    await fileRow(second.page, /ky-nhan\.jpg.*Chưa tải về máy này/).click();
    await second.page.getByRole('img', { name: 'Ảnh: ky-nhan.jpg' }).waitFor();
    await second.shot('two-03-file');
    await second.tap('Đóng');
    await second.context.setOffline(true);
    await second.show('/dang-vien');
    await second.show(`${meeting}/van-ban`);
    await fileRow(second.page, /Cong van 5\.pdf.*Đã lên máy chủ/).click();
    await second.button('Mở PDF').waitFor();
    await second.context.setOffline(false);
  });
});
