/** Unlocking by finger or face, with Chromium's virtual authenticator: added, used without a server, cancelled, gone, taken away. */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { violations } from './support/axe';
import { covered, sideways, smallTargets } from './support/layout';
import { Phone } from './support/phone';
import { PASSCODE } from './support/seed';
import { shooter } from './support/shots';

const OPEN = 'Mở bằng vân tay hoặc khuôn mặt';
const shot = shooter('passkey');

let server: RunningServer;
let phone: Phone;
let device: Authenticator;

beforeAll(async () => {
  server = await startServer();
  // A passkey belongs to a name: an address of numbers has none.
  phone = await Phone.open(server.url.replace('127.0.0.1', 'localhost'), { launching: { reducedMotion: 'reduce' } });
  await phone.alone('Chi bộ Passkey');
});
afterAll(async () => {
  await close(phone.context);
  await server.stop();
});

/** The part of the phone that knows fingers. One at a time. */
class Authenticator {
  private constructor(
    readonly cdp: CDPSession,
    readonly id: string,
  ) {}

  static async plug(hasPrf: boolean): Promise<Authenticator> {
    const cdp = await phone.context.newCDPSession(phone.page);
    await cdp.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf, automaticPresenceSimulation: true } as const;
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
    return new Authenticator(cdp, authenticatorId);
  }

  /** From now on only wrong fingers; they are tried until the authenticator is locked, as on a real phone. */
  async wrongFingers(): Promise<void> {
    await this.cdp.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified: false });
  }

  /** Whether anybody lays a finger on it. */
  async touched(enabled: boolean): Promise<void> {
    await this.cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: this.id, enabled });
  }

  async credentials() {
    return (await this.cdp.send('WebAuthn.getCredentials', { authenticatorId: this.id })).credentials;
  }

  async forgetAll(): Promise<void> {
    await this.cdp.send('WebAuthn.clearCredentials', { authenticatorId: this.id });
  }

  async unplug(): Promise<void> {
    await this.cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.id });
    await this.cdp.send('WebAuthn.disable');
  }
}

/** The page as eyes and hands meet it: nothing too wide, too small or covered, in light, dark and twice the size. */
async function look(name: string): Promise<void> {
  // What is under the pointer has another colour.
  await phone.page.mouse.move(0, 0);
  await phone.settled();
  await shot(phone.page, name);
  const wrong = [...(await violations(phone.page)), ...(await smallTargets(phone.page)), ...(await sideways(phone.page)), ...(await covered(phone.page))];
  await phone.page.emulateMedia({ colorScheme: 'dark' });
  wrong.push(...(await violations(phone.page, 'colours')));
  await shot(phone.page, `${name} dark`);
  await phone.page.emulateMedia({ colorScheme: 'light' });
  await phone.page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await phone.settled();
  await shot(phone.page, `${name} large`);
  wrong.push(...(await sideways(phone.page)), ...(await covered(phone.page)));
  await phone.page.evaluate(() => delete document.documentElement.dataset['text']);
  await phone.settled();
  expect(wrong.join('\n')).toBe('');
}

const section = () => phone.page.getByRole('region', { name: /passkey/ });
const dialog = () => phone.page.getByRole('dialog');
async function add(passcode = PASSCODE): Promise<void> {
  await phone.show('/cai-dat');
  if (!(await dialog().isVisible())) await phone.tap('Thêm passkey');
  await dialog().getByLabel('Mật khẩu đang dùng', { exact: true }).fill(passcode);
  await phone.tap('Tiếp tục');
}
async function lock(): Promise<void> {
  await phone.place('Thêm');
  await phone.tap('Khóa sổ ngay');
  await phone.field('Mật khẩu').waitFor();
}
const inside = () => phone.page.getByRole('navigation', { name: 'Các phần của sổ' }).waitFor();
/** What the database holds of the passkey. */
const stored = () =>
  phone.page.evaluate(async () => {
    const opening = indexedDB.open('so-chi-bo');
    const db = await new Promise<IDBDatabase>((done) => (opening.onsuccess = () => done(opening.result)));
    const getting = db.transaction('meta').objectStore('meta').get('passkey');
    const row = await new Promise<{ value: Record<string, unknown> } | undefined>((done) => (getting.onsuccess = () => done(getting.result as never)));
    db.close();
    return row && Object.keys(row.value).sort();
  });

describe('a phone whose passkeys derive no keys', () => {
  it('[KEY-31] says so plainly; nothing is changed, and no passkey stays behind', async () => {
    device = await Authenticator.plug(false);
    await add();
    await dialog().getByText(/không tạo được khóa để mở sổ. Chưa có gì thay đổi/).waitFor();
    await look('no PRF');
    await dialog().getByRole('button', { name: 'Đóng', exact: true }).click();
    await section().getByText('Chưa bật trên máy này.').waitFor();
    expect(await stored()).toBeUndefined();
    await lock();
    expect(await phone.button(OPEN).count()).toBe(0);
    await phone.unlock();
    await device.unplug();
  });
});

describe('a phone whose passkeys derive keys', () => {
  it('[KEY-31] adds one after the passcode only; a finger that is not the owner’s changes nothing', async () => {
    device = await Authenticator.plug(true);
    await phone.show('/cai-dat');
    await section().getByText(/Passkey ngăn được ai/).click();
    await section().scrollIntoViewIfNeeded();
    await look('settings off');
    await add('000000');
    await dialog().getByText('Mật khẩu đang dùng chưa đúng. Chưa có gì thay đổi.').waitFor();
    await device.wrongFingers();
    await add();
    await dialog().getByText(/đã hủy hoặc đã hết giờ chờ/).waitFor();
    await look('cancelled while adding');
    expect(await device.credentials()).toEqual([]);
    expect(await stored()).toBeUndefined();
    await device.unplug();
    device = await Authenticator.plug(true);
    await add();
    await section().getByText(/Đang bật trên máy này/).waitFor();
    await section().scrollIntoViewIfNeeded();
    await look('settings on');
    const [made, ...more] = await device.credentials();
    expect(more).toEqual([]);
    expect(made).toMatchObject({ rpId: 'localhost', userName: 'Sổ Chi bộ', userDisplayName: 'Sổ Chi bộ' });
    expect(await stored()).toEqual(['box', 'credential', 'salt', 'v']);
  });

  it('[KEY-33] opens the book with one tap, the passcode beneath it', async () => {
    await lock();
    await phone.button(OPEN).waitFor();
    await look('lock');
    await phone.tap(OPEN);
    await inside();
  });

  it('[KEY-33] takes the passcode while the passkey is still waiting for a finger', async () => {
    await lock();
    await device.touched(false);
    await phone.tap(OPEN);
    await phone.button(/Đang chờ vân tay/).waitFor();
    await phone.unlock();
    await device.touched(true);
    await phone.show('/cai-dat');
    expect(await phone.field('Tên chi bộ').inputValue()).toBe('Chi bộ Passkey');
  });

  it('[KEY-33] opens it on a cold start with the server dead', async () => {
    await phone.place('Hôm nay');
    await phone.page.getByText('Sẵn sàng dùng ngoại tuyến').waitFor();
    await server.kill9();
    await phone.page.reload();
    await phone.tap(OPEN);
    await inside();
    await phone.show('/cai-dat');
    expect(await phone.field('Tên chi bộ').inputValue()).toBe('Chi bộ Passkey');
    server = await server.restart();
  });

  it('[KEY-33] a passkey that is gone: words, and the passcode right there', async () => {
    await device.forgetAll();
    await lock();
    await phone.tap(OPEN);
    await phone.page.getByText(/passkey không còn/).waitFor();
    await phone.unlock();
  });

  it('[KEY-32] is taken away again, and added anew; a change of the passcode leaves it', async () => {
    await phone.show('/cai-dat');
    await phone.tap('Bỏ passkey');
    await look('remove?');
    await phone.page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ passkey' }).click();
    await section().getByText('Chưa bật trên máy này.').waitFor();
    expect(await stored()).toBeUndefined();
    await lock();
    expect(await phone.button(OPEN).count()).toBe(0);
    await phone.unlock();
    await add();
    await section().getByText(/Đang bật trên máy này/).waitFor();
    await phone.tap('Đổi mật khẩu');
    for (const [label, text] of [['Mật khẩu đang dùng', PASSCODE], ['Mật khẩu mới', '975310'], ['Nhập lại mật khẩu mới', '975310']] as const) await dialog().getByLabel(label, { exact: true }).fill(text);
    await dialog().getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await phone.page.getByText('Đã đổi mật khẩu.').waitFor();
    await lock();
    await phone.tap(OPEN);
    await inside();
    await lock();
    await phone.unlock('975310');
  });

  it('[KEY-33] wrong fingers: words, and the passcode right there', async () => {
    await lock();
    await device.wrongFingers();
    await phone.tap(OPEN);
    await phone.page.getByText(/đã hủy, đã hết giờ chờ, hoặc passkey không còn/).waitFor();
    await look('lock cancelled');
    await phone.unlock('975310');
  });
});
