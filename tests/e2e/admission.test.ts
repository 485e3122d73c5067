/** Two phones side by side and no network: one shows, the other reads; then the server hears of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { Camera, codeOf, drawnCode, held, nothing, shownSeries } from './support/camera';
import { importRegister } from './support/meeting';
import { Phone } from './support/phone';
import { REGISTER } from './support/register';
import { codeOf as activationCode, pasteMembers, settled } from './support/seed';

const NEAR = 'Thêm máy này vào chi bộ, không cần mạng';
const OWN_PICTURE = 'Hình mã của máy này';
const HANDED = 'Hình đang trao sang máy mới';
const FRESH = 'Họ và tên\tNgày sinh\tNgày vào Đảng\tNgày chính thức\nĐinh Thị Mới\t12/12/1992\t03/02/2020\t03/02/2021';
const [oldSees, newSees] = [new Camera(), new Camera()];
let server: RunningServer;
let old: Phone;
let fresh: Phone;
const phones: Phone[] = [];

const offline = (phone: Phone, on: boolean): Promise<void> => phone.context.setOffline(on);
/** The eight letters on a phone's screen. */
const compared = async (phone: Phone): Promise<string> => (await phone.page.getByRole('region', { name: 'Mã đối chiếu' }).innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)![0];

async function open(camera: Camera): Promise<Phone> {
  const phone = await Phone.open(server.url, { launching: camera.launching });
  phones.push(phone);
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  return phone;
}

beforeAll(async () => {
  server = await startServer();
  old = await open(oldSees);
  await old.enter(activationCode(server));
  await old.tap(/Nhập danh sách đảng viên/);
  await importRegister(old);
  await old.show('/gui-nhan');
  await old.button('Gửi ngay').click();
  await old.heading('Đã gửi hết').waitFor();
  await offline(old, true);
  fresh = await open(newSees);
  await offline(fresh, true);
});
afterAll(async () => {
  for (const phone of phones) await phone.close();
  oldSees.remove();
  newSees.remove();
  await server.stop();
});

describe('a new phone beside the old one, without a network', () => {
  it('[ADMIT-1] [ADMIT-2] shows its code; the old one reads it, names what is something else, and shows the same letters', async () => {
    await fresh.tap(new RegExp(`^${NEAR}`));
    await fresh.page.getByRole('img', { name: OWN_PICTURE }).waitFor();
    await fresh.shot('admit-01-new-shows');
    await old.show('/thiet-bi');
    await settled(old.page);
    await old.shot('admit-02-devices');
    await old.tap('Cho máy khác vào, không cần mạng');
    await old.shot('admit-03-give');
    for (const [text, words] of [
      ['https://zalo.me/g/abc', /đường dẫn trên mạng/],
      ['0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD2', /không phải của Sổ Chi bộ/],
    ] as const) {
      oldSees.sees([codeOf(text)]);
      await old.tap('Quét bằng máy ảnh');
      await old.page.getByText(words).waitFor();
      await old.shot('admit-04-wrong');
      await old.tap('Đóng máy ảnh');
    }
    oldSees.sees([held(await drawnCode(fresh.page, OWN_PICTURE))]);
    await old.tap('Quét bằng máy ảnh');
    await old.heading('Bước 2: so mã trên hai máy').waitFor();
    await old.button('Không giống').waitFor();
    expect(await compared(old)).toBe(await compared(fresh));
    await old.shot('admit-05-compare');
  });

  it('[ADMIT-3] [SERIES-1] reads the pictures of the old one, half of them missed, and compares once more', async () => {
    await old.tap('Giống hệt, trao khóa cho máy đó');
    await old.button('Hiện hình cho máy mới đọc').waitFor();
    expect(await old.text()).toMatch(/máy mới đọc khoảng \d+ giây/);
    await old.shot('admit-06-pack');
    await old.tap('Hiện hình cho máy mới đọc');
    await old.page.getByRole('img', { name: HANDED }).waitFor();
    await old.shot('admit-07-show');
    const frames = await shownSeries(old.page, HANDED, 40);
    newSees.sees([codeOf('https://zalo.me/g/abc'), nothing(), ...frames.filter((_, index) => index % 2 === 0).map(held)], 8);
    await fresh.tap('Máy cũ đang hiện hình, đọc tiếp');
    await fresh.page.getByRole('progressbar').waitFor();
    await fresh.shot('admit-08-reading');
    await fresh.heading('So mã lần cuối').waitFor({ timeout: 60_000 });
    expect(await compared(fresh)).toBe(await compared(old));
    await fresh.shot('admit-09-check');
    await fresh.tap('Giống hệt, nhận sổ này');
    await fresh.field('Mật khẩu').fill('135791');
    await fresh.field('Nhập lại mật khẩu').fill('135791');
    await fresh.tap('Khôi phục và mở sổ');
    await fresh.heading('Hôm nay').waitFor();
    await fresh.place('Đảng viên');
    for (const [name] of REGISTER.slice(0, 3)) await fresh.page.getByText(name).first().waitFor();
    await old.tap('Máy mới đã mở được sổ');
    await old.heading('Đã trao sổ').waitFor();
    await old.shot('admit-10-done');
    await old.tap('Về mục Thiết bị');
    await old.heading('Đã cho vào, máy chủ chưa được báo').waitFor();
    await old.shot('admit-11-kept');
  });

  it('[ADMIT-8] writes at once, waits for the old one when it is online first, and then both have everything', async () => {
    await pasteMembers(fresh.page, FRESH);
    await fresh.page.reload();
    await fresh.unlock('135791');
    await offline(fresh, false);
    await fresh.show('/gui-nhan');
    await fresh.button('Gửi ngay').click();
    await fresh.page.getByText(/mở sổ trên máy cũ một lần khi có mạng/).waitFor();
    await fresh.shot('admit-12-waiting');
    await offline(old, false);
    await old.show('/gui-nhan');
    await old.button('Gửi ngay').click();
    await old.heading('Đã gửi hết').waitFor();
    await fresh.button('Gửi ngay').click();
    await fresh.heading('Đã gửi hết').waitFor();
    await old.button('Gửi ngay').click();
    await old.place('Đảng viên');
    await old.page.getByText('Đinh Thị Mới').first().waitFor();
    await old.show('/thiet-bi');
    await old.button(/^Thu hồi máy/).waitFor();
    await settled(old.page);
    expect(await old.text()).not.toContain('máy chủ chưa được báo');
    await old.shot('admit-13-devices');
    const admitted = fresh.sent.filter(({ url }) => url.endsWith('/v1/admit'));
    expect(admitted.length).toBeGreaterThan(1);
    const { lookup } = JSON.parse(admitted[0]!.body!) as { lookup: string };
    for (const { url } of [...fresh.sent, ...old.sent]) expect(url).not.toContain(lookup);
    expect(fresh.page.url() + old.page.url()).not.toContain(lookup);
  });
});

describe('without a camera', () => {
  const typedInto = async (phone: Phone, text: string): Promise<void> => {
    await phone.page.getByLabel('Mười bốn nhóm chữ trên máy mới').fill(text);
    await phone.tap('Tiếp tục');
  };
  let third: Phone;
  let ask = '';
  let file = '';

  it('[ADMIT-1] the code is typed, a wrong letter is noticed; letters that differ end it before anything is given', async () => {
    third = await open(newSees);
    await third.tap(new RegExp(`^${NEAR}`));
    await third.page.getByText('Máy cũ không có máy ảnh').click();
    ask = (await third.text()).match(/(?:[0-9A-Z]{4}-\s*){13}[0-9A-Z]{4}/)![0].replace(/\s+/g, '');
    await third.shot('admit-14-groups');
    await old.show('/sao-luu/trao-so');
    await old.page.getByText('Gõ hoặc dán mã của máy mới').click();
    await typedInto(old, ask.slice(0, -1));
    await old.page.getByText(/Mã có đủ 14 nhóm/).waitFor();
    await typedInto(old, ask.replace(/^./, ask.startsWith('7') ? '8' : '7'));
    await old.page.getByText('Có một nhóm gõ nhầm').waitFor();
    await old.shot('admit-15-typo');
    await typedInto(old, ask.toLowerCase());
    await old.button('Không giống').click();
    await old.page.getByText('Chưa trao gì cả').waitFor();
    await old.shot('admit-16-stopped');
  });

  it('[ADMIT-3] the book goes over as a file that only the new phone opens', async () => {
    await old.page.getByText('Gõ hoặc dán mã của máy mới').click();
    await typedInto(old, ask);
    await old.button('Không giống').waitFor();
    expect(await compared(old)).toBe(await compared(third));
    await old.tap('Giống hệt, trao khóa cho máy đó');
    await old.tap('Đưa cả sổ bằng tệp');
    await old.heading('Tệp cho máy mới').waitFor();
    await old.shot('admit-17-file');
    file = await (await old.download('Lưu tệp vào máy này')).path();
    const choose = async (phone: Phone, path: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> => phone.page.locator('input[type=file]').setInputFiles(path);
    await third.tap('Máy cũ đang hiện hình, đọc tiếp');
    await choose(third, { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a parcel') });
    await third.page.getByText('Gói nhận được không nguyên vẹn').waitFor();
    await third.shot('admit-18-damaged');
    await third.tap('Đọc lại');
    await choose(third, file);
    await third.heading('So mã lần cuối').waitFor();
    expect(await compared(third)).toBe(await compared(old));
    const stranger = await open(newSees);
    await stranger.tap(new RegExp(`^${NEAR}`));
    await stranger.tap('Máy cũ đang hiện hình, đọc tiếp');
    await choose(stranger, file);
    await stranger.page.getByText('Gói này trao cho máy khác').waitFor();
    await stranger.shot('admit-19-other-device');
    await stranger.page.goto(server.url);
    await stranger.tap(/^Khôi phục từ tệp sao lưu/);
    await choose(stranger, file);
    await stranger.page.getByText('Tệp này trao riêng cho một máy').waitFor();
    await stranger.shot('admit-20-not-a-backup');
  });

  /** Gives the keys to the third phone, up to the pictures. */
  const giveKeys = async (): Promise<void> => {
    await old.show('/thiet-bi');
    await old.show('/sao-luu/trao-so');
    await old.page.getByText('Gõ hoặc dán mã của máy mới').click();
    await typedInto(old, ask);
    await old.tap('Giống hệt, trao khóa cho máy đó');
    await old.tap('Chỉ trao khóa');
    await old.page.getByText(/Trong gói có thông tin chi bộ/).waitFor();
    await old.tap('Hiện hình cho máy mới đọc');
    await old.page.getByRole('img', { name: HANDED }).waitFor();
  };
  const readAnew = async (): Promise<void> => {
    await third.tap('Quay lại');
    await third.tap('Máy cũ đang hiện hình, đọc tiếp');
  };

  it('[SERIES-2] two handings-over mixed before the camera are told apart, and one is read from its beginning', async () => {
    await third.tap('Không giống, bỏ gói này');
    await giveKeys();
    const one = await shownSeries(old.page, HANDED, 6);
    await giveKeys();
    const two = await shownSeries(old.page, HANDED, 12);
    newSees.sees([held(one[0]!), held(two[0]!)], 2);
    await readAnew();
    await third.page.getByText(/hình của một lần trao khác/).waitFor();
    await third.shot('admit-21-mixed');
    await third.button('Bỏ phần đã nhận, đọc lại').waitFor();
    newSees.sees(two.map(held), 5);
    await readAnew();
    await third.heading('So mã lần cuối').waitFor();
    expect(await compared(third)).toBe(await compared(old));
    await third.page.getByText(/Gói này chỉ có khóa và tên của Chi bộ/).waitFor();
    await third.shot('admit-22-keys-only');
  });

  it('[ADMIT-7] what was let in and not told yet is taken back: at the next contact it is shut out', async () => {
    await offline(old, true);
    await giveKeys();
    await old.show('/thiet-bi');
    await old.tap(/^Rút lại máy/);
    await old.shot('admit-23-take-back');
    await old.page.getByRole('alertdialog').getByRole('button', { name: 'Rút lại' }).click();
    await old.page.getByText('Đã rút lại.').waitFor();
    await offline(old, false);
    await old.show('/gui-nhan');
    await old.button('Gửi ngay').click();
    await old.heading('Đã gửi hết').waitFor();
    await old.show('/thiet-bi');
    await old.heading('Máy đã thu hồi').waitFor();
    await old.page.getByText('Máy đó chưa liên lạc lại lần nào.').first().waitFor();
    await old.shot('admit-24-shut-out');
  });
});
