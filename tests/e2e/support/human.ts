/** How long a person needs: counted on the glass, timed by a written rule. */
import type { BrowserContext, Page } from 'playwright-core';
import { TapCounter } from './counter';

/** Seconds for one press, looking for the button included, and for one character typed from paper or memory. */
export const RULE = { press: 1.2, character: 0.4 } as const;

/** In the page: every character that the keyboard really brought. */
const REPORT = `addEventListener('keydown', (event) => { if (event.isTrusted && event.key.length === 1) window.reportKey(); }, { capture: true });`;

export class HumanTime {
  readonly #taps = new TapCounter();
  #characters = 0;
  #waited = 0;

  /** For every page of a browser, from its first moment. */
  async watch(context: BrowserContext): Promise<void> {
    await this.#taps.watch(context);
    await context.exposeBinding('reportKey', () => {
      this.#characters += 1;
    });
    await context.addInitScript(REPORT);
  }

  /** The machine works, and the person waits: as long as it really takes. */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const result = await work();
    this.#waited += (performance.now() - from) / 1000;
    return result;
  }

  /** Presses, characters, seconds waited, and the sum by the rule. */
  async total(page: Page): Promise<{ presses: number; characters: number; waited: number; seconds: number }> {
    const presses = await this.#taps.taps(page);
    return { presses, characters: this.#characters, waited: this.#waited, seconds: presses * RULE.press + this.#characters * RULE.character + this.#waited };
  }
}
