/** A phone run by its keyboard alone. Every press is looked after: is the focus seen, is it lost? */
import type { Locator, Page } from 'playwright-core';

export interface Keyboard {
  /** Presses of Tab, Shift+Tab, Enter, Space, arrows and Escape so far; letters are not counted. */
  presses: number;
  /** What a person who sees only the focus would have stumbled over. */
  readonly problems: string[];
  press(key: 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Escape'): Promise<void>;
  /** Tabs on until the control has the focus. @throws when it cannot be reached in `most` presses */
  to(control: Locator, most?: number): Promise<void>;
  /** To the control, then Enter (Space for what is chosen rather than pressed). */
  use(control: Locator, key?: 'Enter' | 'Space'): Promise<void>;
  type(text: string): Promise<void>;
}

/** What has the focus, and why nobody would see it there; null when all is well. */
function unseen(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'the focus is nowhere';
    const name = element.outerHTML.slice(0, 110);
    const dialogs = document.querySelectorAll('dialog[open]');
    const dialog = dialogs[dialogs.length - 1];
    if (dialog && !dialog.contains(element)) return `the focus is outside the open dialog: ${name}`;
    const shape = element.closest('.ui-segment, .ui-choice') ?? element;
    const ring = [element, shape].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    // The parts of a date field show the focus themselves.
    if (!ring && !element.matches('input[type=date], input[type=time]')) return `no ring on ${name}`;
    const box = shape.getBoundingClientRect();
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    const shown = [0.15, 0.5, 0.85].some((part) => {
      const over = document.elementsFromPoint(box.left + box.width / 2, top + (bottom - top) * part).find((one) => !one.closest('.ui-toasts') || element.closest('.ui-toasts'));
      return over !== undefined && (shape.contains(over) || over.contains(element));
    });
    return bottom > top && shown ? null : `out of sight (${Math.round(box.top)} to ${Math.round(box.bottom)}, page at ${Math.round(scrollY)}): ${name}`;
  });
}

/** The keyboard of a page. */
export function keyboardOf(page: Page): Keyboard {
  const problems: string[] = [];
  const has = (control: Locator): Promise<boolean> => control.evaluate((element) => element === document.activeElement).catch(() => false);
  const settle = async (after: string): Promise<void> => {
    // What a key sets off may take a moment: a sheet that loads, a button that leaves.
    for (let n = 0; ; n += 1) {
      const problem = await unseen(page);
      if (problem === null) return;
      if (n === 20) return void problems.push(`after ${after}: ${problem}`);
      await page.waitForTimeout(50);
    }
  };
  const self: Keyboard = {
    presses: 0,
    problems,
    press: async (key) => {
      self.presses += 1;
      await page.keyboard.press(key);
      await settle(key);
    },
    to: async (control, most = 90) => {
      await control.waitFor();
      for (let n = 0; n < most; n += 1) {
        if (await has(control)) return;
        self.presses += 1;
        await page.keyboard.press('Tab');
        const problem = await unseen(page);
        // Round the end of the page the focus is the browser's own for one press.
        if (problem && problem !== 'the focus is nowhere') await settle('Tab');
      }
      throw new Error(`not reached in ${most} presses of Tab: ${control}`);
    },
    use: async (control, key = 'Enter') => {
      await self.to(control);
      const name = await control.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '');
      self.presses += 1;
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await settle(`${key} on “${name.trim().slice(0, 60)}”`);
    },
    type: (text) => page.keyboard.type(text),
  };
  return self;
}
