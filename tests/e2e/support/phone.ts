/** The secretary's phone through a whole test: its browser may be killed and comes back, and what it sent to the server is kept. */
import type { BrowserContext, Download, Locator, Page, Request } from 'playwright-core';
import { close, kill9, launch, type LaunchOptions } from '../../support/chromium';
import { button, firstPage, go, heading, PASSCODE, settled } from './seed';

/** A request as it went out, to be sent again. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** Status of its first answer; null when there was none. */
  status: number | null;
}

export interface PhoneOptions {
  launching?: LaunchOptions;
  /** What is done to the browser each time it is opened, before its first page goes anywhere. */
  prepare?: (context: BrowserContext) => Promise<void>;
}

export class Phone {
  /** Every request under /v1, in the order they went out. */
  readonly sent: Sent[] = [];
  readonly #seen = new Map<Request, Sent>();

  private constructor(
    public context: BrowserContext,
    public page: Page,
    readonly url: string,
    readonly options: PhoneOptions,
  ) {}

  /** A phone that has never seen the app, at its first screen. */
  static async open(url: string, options: PhoneOptions = {}): Promise<Phone> {
    const context = await launch(options.launching);
    const phone = new Phone(context, await firstPage(context), url, options);
    await phone.#adopt(context);
    await phone.page.goto(url);
    return phone;
  }

  async #adopt(context: BrowserContext): Promise<void> {
    this.context = context;
    this.page = await firstPage(context);
    context.setDefaultTimeout(30_000);
    await this.options.prepare?.(context);
    context.on('request', (request) => this.#keep(request));
    context.on('response', (response) => {
      const sent = this.#seen.get(response.request());
      if (sent) sent.status = response.status();
    });
  }

  #keep(request: Request): void {
    if (!new URL(request.url()).pathname.startsWith('/v1/')) return;
    const sent: Sent = { method: request.method(), url: request.url(), headers: request.headers(), body: request.postData(), status: null };
    this.sent.push(sent);
    this.#seen.set(request, sent);
  }

  button(name: string | RegExp): Locator {
    return button(this.page, name);
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label, typeof label === 'string' ? { exact: true } : {});
  }

  heading(name: string | RegExp): Locator {
    return heading(this.page, name);
  }

  /** Taps what has that name: a button, or else a link. */
  async tap(name: string | RegExp): Promise<void> {
    await this.button(name).or(this.page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) })).first().click();
  }

  /** From the first screen into the cell's book with a code of 10 or 20 letters. */
  async enter(code: string, passcode = PASSCODE): Promise<void> {
    await this.tap(/^Tôi có mã của Đảng ủy/);
    await this.field('Mã').fill(code);
    await this.tap('Tiếp tục');
    await this.#make(passcode);
  }

  /** From the first screen into a book that no server knows of. */
  async alone(cell: string, passcode = PASSCODE): Promise<void> {
    await this.tap(/^Bắt đầu không cần máy chủ/);
    await this.field(/^Tên chi bộ/).fill(cell);
    await this.field('Địa danh ghi trong văn bản').fill('Thanh Hóa');
    await this.tap('Tiếp tục');
    await this.#make(passcode);
  }

  /** From the first screen into the try-out book, whose meeting is today. */
  async trial(): Promise<void> {
    await this.tap(/^Dùng thử với dữ liệu mẫu/);
    await this.tap('Vào dùng thử');
    await this.heading('Hôm nay').waitFor();
  }

  async #make(passcode: string): Promise<void> {
    await this.field('Mật khẩu').fill(passcode);
    await this.field('Nhập lại mật khẩu').fill(passcode);
    await this.tap('Tạo sổ');
    await this.heading('Hôm nay').waitFor();
  }

  async unlock(passcode = PASSCODE): Promise<void> {
    await this.field('Mật khẩu').fill(passcode);
    await this.tap('Mở sổ');
    await this.page.getByRole('navigation', { name: 'Các phần của sổ' }).waitFor();
  }

  /** Loads an address anew, as a tap on a link in a message does, and unlocks. */
  async visit(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.unlock();
  }

  /** Draws the page anew: the book locks, and opens at the same place. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.unlock();
  }

  /** The phone ends the app: SIGKILL. Then its icon is tapped and the passcode typed. */
  async kill(): Promise<void> {
    await this.restart();
    await this.begin();
  }

  /** SIGKILL, and the browser started anew; nothing is tapped yet. */
  async restart(): Promise<void> {
    await this.#adopt(await kill9(this.context));
  }

  /** The icon is tapped and the passcode typed. */
  async begin(): Promise<void> {
    await this.page.goto(this.url);
    await this.unlock();
  }

  /** To another place by the bar at the bottom. */
  async place(name: 'Hôm nay' | 'Cuộc họp' | 'Đảng viên' | 'Báo cáo' | 'Thêm'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Các phần của sổ' }).getByRole('link', { name }).click();
    await this.settled();
  }

  /** To an address inside the open book, as a link in it would go: nothing is loaded anew. */
  show(path: string): Promise<void> {
    return go(this.page, path);
  }

  /** Everything is on the disk and drawn. */
  settled(): Promise<void> {
    return settled(this.page);
  }

  /** What is on the screen, as text. */
  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** A picture of the screen, where somebody wants to look at the run: E2E_SHOTS names a folder. */
  async shot(name: string): Promise<void> {
    const folder = process.env['E2E_SHOTS'];
    if (folder) await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  /** What a tap puts among the downloads. */
  async download(name: string): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.tap(name)]);
    return download;
  }

  close(): Promise<void> {
    return close(this.context);
  }
}
