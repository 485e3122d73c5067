/** A lost phone and a lost cell: shut out from another device, and everything back from a blank phone and a sheet of paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { importRegister } from './support/meeting';
import { Phone } from './support/phone';
import { REGISTER } from './support/register';

let server: RunningServer;
let first: Phone;
let second: Phone;
let found: Phone;
let sheet = '';

beforeAll(async () => {
  server = await startServer();
  const [, code] = await server.waitFor(/mã kích hoạt ([0-9A-Z]{5}-[0-9A-Z]{5})/);
  first = await Phone.open(server.url);
  await first.enter(code!);
  await first.tap(/Nhập danh sách đảng viên/);
  await importRegister(first);
});
afterAll(async () => {
  for (const phone of [first, second, found]) await phone?.close();
  await server?.stop();
});

async function sync(phone: Phone): Promise<void> {
  await phone.show('/gui-nhan');
  await phone.button('Gửi ngay').click();
}

/** What the browser still holds of the book, row by row. */
const rows = (phone: Phone): Promise<number> =>
  phone.page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'so-chi-bo')) return 0;
    const opening = indexedDB.open('so-chi-bo');
    const db = await new Promise<IDBDatabase>((done) => (opening.onsuccess = () => done(opening.result)));
    let count = 0;
    for (const store of db.objectStoreNames) {
      const counting = db.transaction(store).objectStore(store).count();
      count += await new Promise<number>((done) => (counting.onsuccess = () => done(counting.result)));
    }
    db.close();
    return count;
  });

describe('the paper in the safe', () => {
  it('is made, goes onto one page, is read back, and is in force', async () => {
    await first.place('Thêm');
    await first.tap(/^Phiếu khôi phục/);
    await first.page.getByText('Chi bộ chưa có phiếu khôi phục').waitFor();
    await first.shot('keys-01-none');
    await first.tap('Làm phiếu khôi phục');
    const paper = first.page.getByRole('article');
    await paper.getByRole('img').waitFor();
    sheet = (await paper.locator('ol').first().innerText()).match(/[0-9A-Z]{4}/g)!.join('-');
    expect(sheet).toHaveLength(39);
    await first.shot('keys-02-paper');
    const pdf = await first.page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await first.tap('Phiếu đã ở trên giấy');
    const groups = sheet.split('-');
    for (const field of await first.page.getByLabel(/^Nhóm số/).all()) {
      const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
      await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1]!.toLowerCase());
    }
    await first.shot('keys-03-confirm');
    await first.tap('Đưa phiếu vào dùng');
    await first.page.getByText('Phiếu đang có hiệu lực').waitFor();
    await first.shot('keys-04-in-force');
    expect(await first.text()).not.toContain(groups[1]);
  });
});

describe('a phone that was lost', () => {
  it('is shut out from another device, keeps nothing after its next contact, and says why', async () => {
    await first.show('/thiet-bi');
    await first.tap('Tạo mã thêm máy');
    const slip = first.page.getByRole('region', { name: 'Mã thêm máy' });
    const code = /[0-9A-Z]{5}(?:-\s*[0-9A-Z]{5}){3}/.exec((await slip.innerText()).replace(/\s+/g, ''))?.[0];
    second = await Phone.open(server.url);
    await second.enter(code!);
    await second.place('Đảng viên');
    await second.page.getByText(REGISTER[0]![0]).waitFor();
    await first.tap('Xong, ẩn mã');
    const out = first.button(/^Thu hồi máy/);
    await out.waitFor();
    await first.shot('keys-05-devices');
    await out.click();
    await first.shot('keys-06-ask');
    await first.tap('Thu hồi máy này');
    await first.page.getByText(/Chi bộ đã dùng khóa mới/).waitFor();
    await first.page.getByText('Máy đó chưa liên lạc lại lần nào.').waitFor();
    await first.shot('keys-07-revoked');
    expect(await rows(second)).toBeGreaterThan(5);
    await sync(second);
    await second.heading('Máy này không còn trong sổ của chi bộ').waitFor();
    await second.shot('keys-08-shut-out');
    await second.button('Bắt đầu lại').and(second.page.locator(':not([aria-busy])')).waitFor();
    expect(await rows(second)).toBe(0);
    await second.page.reload();
    await second.heading('Máy này không còn trong sổ của chi bộ').waitFor();
    await second.tap('Bắt đầu lại');
    await second.button(/^Tôi có mã của Đảng ủy/).waitFor();
    await first.show('/them');
    await first.show('/thiet-bi');
    await first.page.getByText(/Máy đó đã nhận lệnh/).waitFor();
  });

  it('was the last one: the sheet brings the whole book to a blank phone, which shuts the lost one out', async () => {
    await first.show('/dang-vien');
    await sync(first);
    await first.heading('Đã gửi hết').waitFor();
    await first.close();
    found = await Phone.open(server.url);
    await found.tap(/^Khôi phục từ phiếu/);
    await found.field('Tám nhóm chữ trên phiếu').fill(sheet.toLowerCase().replaceAll('-', ' '));
    await found.shot('keys-09-type');
    await found.tap('Tiếp tục');
    await found.field('Mật khẩu').fill('135791');
    await found.field('Nhập lại mật khẩu').fill('135791');
    await found.tap('Tạo sổ');
    await found.heading('Hôm nay').waitFor();
    await found.place('Đảng viên');
    for (const [name] of REGISTER.slice(0, 3)) await found.page.getByText(name).first().waitFor();
    await found.shot('keys-10-back');
    await found.show('/thiet-bi');
    await found.button(/^Thu hồi máy/).click();
    await found.tap('Thu hồi máy này');
    await found.page.getByText(/Chi bộ đã dùng khóa mới/).waitFor();
    await found.show('/phieu-khoi-phuc');
    await found.page.getByText('Phiếu đang có hiệu lực').waitFor();
  });
});
