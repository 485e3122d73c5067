/** Persons of the committee in a real browser, with Chromium's virtual authenticator: a passkey is made and signs in, another person is invited. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { button, firstPage, heading, linkOf } from './support/seed';

const MONTH = /^Tình hình sinh hoạt chi bộ tháng/;
let server: RunningServer;
let context: BrowserContext;
let page: Page;
let url = '';
beforeAll(async () => {
  server = await startServer();
  await server.waitFor(/Ctrl\+C/);
  // A passkey belongs to a name: an address of numbers has none.
  url = server.url.replace('127.0.0.1', 'localhost');
  context = await launch({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(30_000);
  page = await firstPage(context);
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
});
afterAll(async () => {
  await close(context);
  await server.stop();
});

const addPasskey = async (): Promise<void> => {
  await button(page, 'Thêm passkey').click();
  await button(page, 'Tạo passkey').click();
};

describe('persons of the committee', () => {
  it('[ACC-3] a passkey is made, and signs in after signing out', async () => {
    await page.goto(linkOf(server).replace('127.0.0.1', 'localhost'));
    await heading(page, MONTH).waitFor();
    await page.goto(`${url}/cap-uy/toi`);
    await addPasskey();
    await button(page, 'Bỏ passkey Máy này').waitFor();
    await button(page, 'Đăng xuất').click();
    await button(page, 'Đăng nhập bằng passkey').click();
    await heading(page, 'Đang đăng nhập ở').waitFor();
  });

  it('[ACC-2] [GRANT-4] an invited person chooses a passkey before all else, and is offered only what they may do', async () => {
    await page.goto(`${url}/cap-uy/tai-khoan`);
    await button(page, 'Mời đồng chí khác').click();
    await page.getByRole('dialog').getByLabel('Họ và tên').fill('Lê Thị Hoa');
    await button(page.getByRole('dialog'), 'Tạo liên kết mời').click();
    const invitation = await page.getByText(/\/cap-uy\/vao#/).innerText();
    await button(page.getByRole('dialog'), 'Xong').click();
    await button(page, 'Đăng xuất').click();
    await heading(page, 'Đã đăng xuất').waitFor();
    await page.goto('about:blank');
    await page.goto(invitation);
    await heading(page, 'Chọn cách vào trang này').waitFor();
    await addPasskey();
    await heading(page, MONTH).waitFor();
    await page.getByRole('link', { name: 'Tài khoản của Lê Thị Hoa' }).waitFor();
    expect(await page.getByRole('link', { name: 'Người dùng' }).count()).toBe(0);
    expect(await button(page, /^Cấp mã kích hoạt/).count()).toBe(0);
  });
});
