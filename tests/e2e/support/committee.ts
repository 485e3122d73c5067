/** The committee at its desk: a browser of its own on a wide screen, let in by the one-time link. */
import type { BrowserContext, Page } from 'playwright-core';
import { close, launch } from '../../support/chromium';
import type { RunningServer } from '../../support/server';
import { button, firstPage, heading } from './seed';

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
    await heading(page, /^Tình hình sinh hoạt chi bộ tháng/).waitFor();
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
