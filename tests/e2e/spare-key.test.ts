/** A cell that lost its phones and its sheet: the committee, which the cell had agreed to leave a spare key with, makes it a new one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { Committee } from './support/committee';
import { importRegister } from './support/meeting';
import { Phone } from './support/phone';
import { REGISTER } from './support/register';
import { button, heading } from './support/seed';
import { shooter } from './support/shots';

let server: RunningServer;
let phone: Phone;
let blank: Phone;
let office: Committee;
let ownSheet = '';
let letters = '';
const shot = shooter('spare-key');

beforeAll(async () => {
  server = await startServer();
  const [, code] = await server.waitFor(/mã kích hoạt ([0-9A-Z]{5}-[0-9A-Z]{5})/);
  phone = await Phone.open(server.url);
  await phone.enter(code!);
  await phone.tap(/Nhập danh sách đảng viên/);
  await importRegister(phone);
  await phone.show('/gui-nhan');
  await phone.button('Gửi ngay').click();
  await phone.heading('Đã gửi hết').waitFor();
  office = await Committee.open(server);
});
afterAll(async () => {
  for (const one of [phone, blank, office]) await one?.close();
  await server?.stop();
});

const groupsOn = async (paper: ReturnType<typeof office.page.getByRole>): Promise<string> => {
  await paper.getByRole('img').waitFor();
  return (await paper.locator('ol').first().innerText()).match(/[0-9A-Z]{4}/g)!.join('-');
};

it('[ESC-1] the committee makes a spare key, whose sheet goes onto paper and is read back', async () => {
  const { page } = office;
  await page.getByRole('link', { name: 'Khóa dự phòng' }).click();
  await button(page, 'Lập khóa dự phòng').waitFor();
  await shot(page, 'spare-01-none');
  await button(page, 'Lập khóa dự phòng').click();
  ownSheet = await groupsOn(page.getByRole('article'));
  expect(ownSheet).toHaveLength(39);
  await shot(page, 'spare-02-paper');
  await button(page, 'Phiếu đã ở trên giấy').click();
  await shot(page, 'spare-02b-confirm');
  const groups = ownSheet.split('-');
  for (const field of await page.getByLabel(/^Nhóm số/).all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1]!.toLowerCase());
  }
  await button(page, 'Đưa khóa vào dùng').click();
  await heading(page, '8 chữ của khóa').waitFor();
  letters = (await page.locator('.cm-code').innerText()).trim();
  expect(letters).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await page.getByText('Không có chi bộ nào').waitFor();
  await shot(page, 'spare-03-key');
});

it('[ESC-2] the secretary sees what it means, compares the letters, and agrees', async () => {
  await phone.show('/them');
  await phone.show('/thiet-bi');
  await phone.heading('Khóa dự phòng của Đảng ủy').waitFor();
  await phone.page.getByText(letters).waitFor();
  await phone.shot('spare-04-asked');
  await phone.tap('So chữ rồi đồng ý');
  await phone.shot('spare-05-compare');
  await phone.tap('Giống nhau, tôi đồng ý');
  await phone.page.getByText(/Chi bộ đã đồng ý lúc/).waitFor();
  await phone.shot('spare-06-agreed');
  await phone.close();
});

it('[ESC-5] with the phone gone, the committee’s sheet gives one for the cell, and a blank phone has the book', async () => {
  const { page } = office;
  await page.reload();
  const rescue = button(page, /^Làm phiếu khôi phục cho/);
  await rescue.waitFor();
  await shot(page, 'spare-07-cells');
  await rescue.click();
  await page.getByLabel('8 nhóm chữ trên tờ phiếu của Đảng ủy').fill('AAAA-BBBB');
  await button(page, 'Mở và làm phiếu').click();
  await page.getByText(/Không mở được bằng phiếu này/).waitFor();
  await shot(page, 'spare-08-wrong');
  await page.getByLabel('8 nhóm chữ trên tờ phiếu của Đảng ủy').fill(ownSheet.toLowerCase());
  await button(page, 'Mở và làm phiếu').click();
  const sheet = await groupsOn(page.getByRole('dialog').getByRole('article'));
  expect(sheet).not.toBe(ownSheet);
  await shot(page, 'spare-09-sheet');
  await button(page, 'Phiếu đã ở trên giấy, đóng lại').click();
  expect(await page.locator('body').innerText()).not.toContain(sheet.slice(0, 9));

  blank = await Phone.open(server.url);
  await blank.tap(/^Khôi phục từ phiếu/);
  await blank.field('Tám nhóm chữ trên phiếu').fill(sheet);
  await blank.tap('Tiếp tục');
  await blank.field('Mật khẩu').fill('135791');
  await blank.field('Nhập lại mật khẩu').fill('135791');
  await blank.tap('Tạo sổ');
  await blank.heading('Hôm nay').waitFor();
  await blank.place('Đảng viên');
  for (const [name] of REGISTER.slice(0, 3)) await blank.page.getByText(name).first().waitFor();
  await blank.show('/thiet-bi');
  // [ESC-4] The cell sees that it was used.
  await blank.page.getByText(/Đảng ủy đã dùng khóa dự phòng lúc/).waitFor();
  await blank.shot('spare-10-used');
});
