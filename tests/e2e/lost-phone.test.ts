/** "Mất máy": every phone of the cell is gone, the sheet of paper is in the safe. From a blank phone to the last state that was sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { Camera, codeOf } from './support/camera';
import { HumanTime } from './support/human';
import { importRegister } from './support/meeting';
import { Phone } from './support/phone';
import { REGISTER } from './support/register';
import { codeOf as activationCode } from './support/seed';
import { makeSheet } from './support/sheet';

const PASSCODE = '135791';
let server: RunningServer;
let sheet = '';
const camera = new Camera();
const phones: Phone[] = [];

beforeAll(async () => {
  server = await startServer();
  const first = await Phone.open(server.url);
  phones.push(first);
  await first.enter(activationCode(server));
  await first.tap(/Nhập danh sách đảng viên/);
  await importRegister(first);
  sheet = await makeSheet(first);
  await first.show('/gui-nhan');
  await first.button('Gửi ngay').click();
  await first.heading('Đã gửi hết').waitFor();
  await first.close();
});
afterAll(async () => {
  for (const phone of phones) await phone.close();
  camera.remove();
  await server.stop();
});

async function blank(human: HumanTime): Promise<Phone> {
  const phone = await Phone.open(server.url, { launching: camera.launching, prepare: (context) => human.watch(context) });
  phones.push(phone);
  return phone;
}

/** Presses on a field and types. */
async function type(phone: Phone, label: string, text: string): Promise<void> {
  await phone.field(label).click();
  await phone.field(label).pressSequentially(text);
}

/** From the sheet's field to the whole register on the screen. */
async function finish(phone: Phone, human: HumanTime): Promise<void> {
  await phone.tap('Tiếp tục');
  await type(phone, 'Mật khẩu', PASSCODE);
  await type(phone, 'Nhập lại mật khẩu', PASSCODE);
  await phone.tap('Tạo sổ');
  await human.wait(() => phone.heading('Hôm nay').waitFor());
  await phone.place('Đảng viên');
  await human.wait(async () => {
    for (const [name] of REGISTER) await phone.page.getByText(name).first().waitFor();
  });
}

async function told(way: string, phone: Phone, human: HumanTime): Promise<number> {
  const { presses, characters, waited, seconds } = await human.total(phone.page);
  console.log(`lost phone, ${way}: ${presses} presses, ${characters} characters, waited ${waited.toFixed(1)} s: ${seconds.toFixed(0)} s by the rule`);
  return seconds;
}

describe('a lost phone, a blank one and the sheet', () => {
  it('typed: everything that was sent is back in under two minutes of a person’s time', async () => {
    const human = new HumanTime();
    const phone = await blank(human);
    await phone.tap(/^Khôi phục từ phiếu/);
    await type(phone, 'Tám nhóm chữ trên phiếu', sheet.toLowerCase().replaceAll('-', ' '));
    await finish(phone, human);
    expect(await told('typed', phone, human)).toBeLessThan(120);
  });

  it('scanned with the camera: the same, with less to type; what else comes before the camera is named', async () => {
    const human = new HumanTime();
    const phone = await blank(human);
    await phone.tap(/^Khôi phục từ phiếu/);
    for (const [text, words] of [
      ['https://zalo.me/g/abcdef123', /đường dẫn trên mạng/],
      ['xin chào', /không phải của Sổ Chi bộ/],
      ['7K2M9-PQRST', /Tôi có mã của Đảng ủy/],
    ] as const) {
      camera.sees([codeOf(text)]);
      await phone.tap('Quét bằng máy ảnh');
      await phone.page.getByText(words).waitFor();
      expect(await phone.field('Tám nhóm chữ trên phiếu').inputValue()).toBe('');
      await phone.tap('Đóng máy ảnh');
    }
    await phone.shot('lost-1-before');
    await phone.page.goto(server.url);
    camera.sees([codeOf(sheet)]);
    const anew = new HumanTime();
    const again = await blank(anew);
    await again.tap(/^Khôi phục từ phiếu/);
    await again.tap('Quét bằng máy ảnh');
    await anew.wait(() => again.page.waitForFunction((whole) => document.querySelector('textarea')?.value === whole, sheet));
    await again.shot('lost-2-scanned');
    await finish(again, anew);
    expect(await told('scanned', again, anew)).toBeLessThan(120);
  });

  it('a sheet before the camera where a code is asked for is named, and goes nowhere', async () => {
    camera.sees([codeOf(sheet)]);
    const phone = await blank(new HumanTime());
    await phone.tap(/^Tôi có mã của Đảng ủy/);
    await phone.tap('Quét bằng máy ảnh');
    await phone.page.getByText(/Đây là phiếu khôi phục/).waitFor();
    await phone.shot('lost-3-sheet-in-wrong-place');
    expect(await phone.field('Mã').inputValue()).toBe('');
    expect(phone.page.url()).not.toContain(sheet.slice(0, 4));
    expect(phone.sent).toEqual([]);
  });

  it('without leave for the camera: plain words, and typing goes on', async () => {
    const phone = await Phone.open(server.url, { launching: { args: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'] } });
    phones.push(phone);
    await phone.tap(/^Khôi phục từ phiếu/);
    await phone.tap('Quét bằng máy ảnh');
    await phone.page.getByText('Máy ảnh chưa được cho phép').waitFor();
    await phone.shot('lost-4-refused');
    await phone.field('Tám nhóm chữ trên phiếu').fill(sheet);
    await phone.tap('Tiếp tục');
    await phone.field('Nhập lại mật khẩu').waitFor();
  });
});
