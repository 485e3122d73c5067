/**
 * A quick hand inside the page: it finds what a person would tap by the name on it, waits until it is there and can be tapped, and goes on
 * as soon as the screen has answered. A whole meeting is one call from the test, so that a year fits into a minute or two.
 */
import type { BrowserContext, Page } from 'playwright-core';

/** Where to look: the group, list, region or open window of that name. Without one: the uppermost open window, else the page. */
export type Inside = string;

/** One thing that the hand does. A name that ends with `*` may go on, one that begins with it may have something before. */
export type Move =
  /** The clock goes on to that moment; somebody touches the phone every few minutes meanwhile. */
  | readonly ['now', string]
  /** To an address of the open book. */
  | readonly ['go', string]
  | readonly ['tap', string, Inside?]
  /** Taps what has that name where there is such a thing already. */
  | readonly ['tapIf', string, Inside?]
  /** Picks a radio button or ticks a box by its label. */
  | readonly ['tick', string, Inside?]
  /** Writes into the field of that label, and leaves it. */
  | readonly ['fill', string, string, Inside?]
  /** Chooses a line of a list by its words. */
  | readonly ['choose', string, string]
  /** The field of that label must hold this already. */
  | readonly ['holds', string, string]
  /** Waits until the address no longer fits, and keeps it as `address`. */
  | readonly ['at', string]
  /** Waits until no window is open. */
  | readonly ['closed']
  /** Waits for words on the screen. */
  | readonly ['see', string]
  /** Waits until what has that name is there. */
  | readonly ['there', string]
  /** Waits until a button is gone. */
  | readonly ['gone', string]
  /** On to the next step, and waits until it is there. */
  | readonly ['next']
  /** Waits until everything is on the disk. */
  | readonly ['saved']
  /** Keeps the text of what has that label or role, under a name. */
  | readonly ['read', string, string];

/** What was read, by name. */
export type Read = Record<string, string>;

/** The clock of the pages that are opened from now on stands at that moment, and goes on from there. */
export const setClock = (context: BrowserContext, at: string): Promise<void> => context.addInitScript(install, at).then(() => undefined);

/** Does it all; what was read comes back. */
export async function work(page: Page, moves: readonly Move[]): Promise<Read> {
  return page.evaluate((all) => (window as unknown as { hand: (moves: readonly Move[]) => Promise<Read> }).hand(all), moves);
}

/** Runs in the page. */
function install(at: string): void {
  const Real = Date;
  let ahead = Real.parse(at) - Real.now();
  const now = (): number => Real.now() + ahead;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every way of making a date goes through here
  const Fake = function (this: unknown, ...args: any[]): unknown {
    if (!new.target) return new Real(now()).toString();
    return args.length === 0 ? new Real(now()) : new Real(...(args as [number]));
  } as unknown as DateConstructor;
  Object.setPrototypeOf(Fake, Real);
  Object.defineProperty(Fake, 'prototype', { value: Real.prototype });
  Fake.now = now;
  window.Date = Fake;

  const TOUCH = 9 * 60_000;
  const PATIENCE = 10_000;
  const { port1, port2 } = new MessageChannel();
  // A timer would wait four milliseconds each time, and a year has many thousand moves.
  const yieldOnce = (): Promise<void> =>
    new Promise((done) => {
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
  const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 2));
  const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const fits = (text: string, name: string): boolean => (name.endsWith('*') ? text.startsWith(name.slice(0, -1)) : name.startsWith('*') ? text.endsWith(name.slice(1)) : text === name);
  const nameOf = (el: Element): string => {
    const by = el.getAttribute('aria-labelledby');
    return plain(el.getAttribute('aria-label') ?? (by ? by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : el.tagName === 'FIELDSET' ? el.querySelector('legend')?.textContent : el.textContent));
  };
  const visible = (el: Element): boolean => el.getClientRects().length > 0;
  const top = (): ParentNode => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const within = (inside?: string): ParentNode | undefined =>
    inside === undefined ? top() : [...top().querySelectorAll('[aria-label], [aria-labelledby], fieldset')].find((el) => fits(nameOf(el), inside) && visible(el));
  const find = (selector: string, name: string, inside?: string): HTMLElement | undefined => {
    const where = within(inside);
    return where && [...where.querySelectorAll<HTMLElement>(selector)].find((el) => fits(nameOf(el), name) && visible(el) && !el.matches(':disabled'));
  };
  const labelled = (name: string, inside?: string): HTMLElement | undefined => {
    const where = within(inside);
    const label = where && [...where.querySelectorAll('label')].find((el) => fits(plain(el.textContent).replace(/ \*$/, ''), name));
    const field = label?.control ?? (where && [...where.querySelectorAll<HTMLElement>('input, select, textarea')].find((el) => fits(nameOf(el), name)));
    return field && !field.matches(':disabled') ? field : undefined;
  };
  const until = async <T>(look: () => T | undefined | false, what: string): Promise<T> => {
    const end = Real.now() + PATIENCE;
    for (;;) {
      const found = look();
      if (found) return found;
      if (Real.now() > end) throw new Error(`${what} is not there at ${location.pathname}: ${plain((top() as HTMLElement).textContent ?? document.body.textContent).slice(0, 1500)}`);
      await pause();
    }
  };
  const TAPPED = 'button, a[href], summary';
  const tap = (el: HTMLElement): void => {
    el.focus({ preventScroll: true });
    el.click();
  };
  const write = (el: HTMLElement, value: string): void => {
    el.focus({ preventScroll: true });
    const kind = el instanceof HTMLTextAreaElement ? HTMLTextAreaElement : el instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    // React watches the setter of the element itself: the prototype's one makes it see a change.
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')!.set!.call(el, value);
    el.dispatchEvent(new Event(el instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    el.blur();
  };
  const drawn = async (): Promise<void> => {
    for (let i = 0; i < 3; i += 1) await yieldOnce();
    await until(() => !document.querySelector('main .ui-ring'), 'the page');
  };
  const saved = (): Promise<unknown> => until(() => /Đã lưu/.test(document.querySelector('header')?.textContent ?? ''), '"Đã lưu"');
  const pass = (to: number): void => {
    for (let left = to - now(); left > 0; left = to - now()) {
      ahead += Math.min(left, TOUCH);
      window.dispatchEvent(new Event('pointerdown'));
    }
  };
  const read = (what: string): string | undefined => {
    const el = what.startsWith('#') ? document.querySelector(what.slice(1)) : within(what);
    return el instanceof Element && visible(el) ? plain((el as HTMLElement).innerText) : undefined;
  };

  const move = async (one: Move, kept: Read): Promise<void> => {
    switch (one[0]) {
      case 'now':
        return pass(Real.parse(one[1]));
      case 'go':
        history.pushState(null, '', one[1]);
        return drawn();
      case 'tap':
        return tap(await until(() => find(TAPPED, one[1], one[2]), one[1]));
      case 'tapIf': {
        const there = find(TAPPED, one[1], one[2]);
        return there && tap(there);
      }
      case 'tick':
        return tap(await until(() => labelled(one[1], one[2]), one[1]));
      case 'fill':
        return write(await until(() => labelled(one[1], one[3]), one[1]), one[2]);
      case 'choose': {
        const select = (await until(() => labelled(one[1]), one[1])) as HTMLSelectElement;
        const option = await until(() => [...select.options].find((el) => fits(plain(el.textContent), one[2])), one[2]);
        return write(select, option.value);
      }
      case 'holds': {
        const field = (await until(() => labelled(one[1]), one[1])) as HTMLInputElement;
        await until(() => field.value === one[2], `${one[2]} in ${one[1]}, which has ${field.value},`);
        return;
      }
      case 'at':
        await until(() => !new RegExp(one[1]).test(location.pathname), 'another address');
        kept['address'] = location.pathname.split('/').slice(0, 3).join('/');
        return drawn();
      case 'closed':
        await until(() => !document.querySelector('dialog[open]'), 'an end of the window');
        return;
      case 'see':
        await until(() => plain((top() as HTMLElement).textContent ?? document.body.textContent).includes(one[1]), one[1]);
        return;
      case 'there':
        await until(() => within(one[1]), one[1]);
        return;
      case 'gone':
        await until(() => !find(TAPPED, one[1]), `an end of ${one[1]}`);
        return;
      case 'next': {
        const before = location.pathname;
        tap(await until(() => find(TAPPED, 'Bước tiếp'), 'Bước tiếp'));
        await until(() => location.pathname !== before, 'the next step');
        return drawn();
      }
      case 'saved':
        await saved();
        return drawn();
      case 'read':
        kept[one[1]] = await until(() => read(one[2]), one[2]);
        return;
    }
  };
  (window as unknown as { hand: unknown }).hand = async (moves: readonly Move[]): Promise<Read> => {
    const kept: Read = {};
    for (const [index, one] of moves.entries()) {
      try {
        await move(one, kept);
      } catch (error) {
        throw new Error(`move ${index}, ${JSON.stringify(one)}: ${(error as Error).message}`);
      }
      await yieldOnce();
    }
    return kept;
  };
}
