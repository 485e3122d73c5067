/** The committee at its desk: a browser of its own on a wide screen, let in by the one-time link. */
import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { close, launch } from '../../support/chromium';
import type { RunningServer } from '../../support/server';
import { button, firstPage, heading } from './seed';

const MONTH = /^Tình hình sinh hoạt chi bộ tháng/;

/** [ACC-1] Goes on from an opened link to the month: at a demonstration at once, elsewhere as the committee's first administrator. */
export async function enter(page: Page): Promise<void> {
  const first = heading(page, 'Lập người quản trị đầu tiên');
  await heading(page, MONTH).or(first).waitFor();
  if ((await first.count()) > 0) {
    await page.getByLabel('Họ và tên').fill('Lưu Thị Hồng');
    await page.getByLabel('Cơ quan, bộ phận').selectOption('Khác…');
    await page.getByLabel('Tên cơ quan, chức vụ').fill('Phó Bí thư');
    await button(page, 'Tiếp tục').click();
    await heading(page, 'Chọn cách vào trang này').waitFor();
    await setPassword(page);
  }
  await heading(page, MONTH).waitFor();
}

/** [ACC-4] A password with a second factor; gives the secret and the recovery codes. */
export async function setPassword(page: Page): Promise<{ secret: string; codes: string[] }> {
  await button(page, 'Đặt mật khẩu').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Không quét được? Nhập tay').click();
  const secret = (await sheet.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText()).replaceAll(' ', '');
  await sheet.getByLabel('Mật khẩu mới').fill(PASSWORD);
  await sheet.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
  await sheet.getByLabel('Sáu số trên ứng dụng').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await button(sheet, 'Đặt mật khẩu').click();
  const list = sheet.getByRole('list', { name: 'Tám mã dự phòng' });
  const codes = await list.getByRole('listitem').allInnerTexts();
  await button(sheet, 'Đã cất').click();
  return { secret, codes };
}

/** What the committee's administrator types. */
export const PASSWORD = 'con đường làng quanh co';

export class Committee {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Opens the sign-in link that a server prints at its first start. */
  static async open(server: RunningServer): Promise<Committee> {
    const [link] = await server.waitFor(/http:\S+\/cap-uy\/vao#[\w-]+/);
    const context = await launch({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(30_000);
    const page = await firstPage(context);
    await page.goto(link);
    await enter(page);
    return new Committee(context, page);
  }

  /** A fresh activation code for a cell's first device. */
  async codeFor(cell: string): Promise<string> {
    await button(this.page, `Cấp mã kích hoạt cho ${cell}`).click();
    await button(this.page, 'Tạo mã').click();
    const slip = this.page.getByRole('group', { name: `Mã của ${cell}` });
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await slip.innerText())?.[0];
    if (!code) throw new Error('the slip shows no code');
    await button(this.page, 'Đóng').first().click();
    return code;
  }

  /** The month anew, as the server has it now. */
  async refresh(): Promise<void> {
    await this.page.reload();
    await heading(this.page, 'Các chi bộ').waitFor();
  }

  close(): Promise<void> {
    return close(this.context);
  }
}
