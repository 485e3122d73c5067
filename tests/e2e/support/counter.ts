/** Counts what a finger really does on the glass: presses that the browser itself reports, not what a test meant to do. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Row {
  task: string;
  taps: number;
  budget: number;
}

/** In the page: every trusted press of a finger, pen or mouse, by its end; keys are no taps. */
const REPORT = `addEventListener('pointerup', (event) => { if (event.isTrusted && event.isPrimary) window.reportTap(); }, { capture: true });`;

export class TapCounter {
  readonly rows: Row[] = [];
  #taps = 0;

  /** For every page of a browser, from its first moment. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding('reportTap', () => {
      this.#taps += 1;
    });
    await context.addInitScript(REPORT);
  }

  /** Presses so far. Whatever the page has reported before the question is counted. */
  async taps(page: Page): Promise<number> {
    await page.evaluate(() => undefined);
    return this.#taps;
  }

  /** Does a task and writes down how many presses it took. */
  async measure(page: Page, task: string, budget: number, work: () => Promise<void>): Promise<void> {
    const before = await this.taps(page);
    await work();
    this.rows.push({ task, budget, taps: (await this.taps(page)) - before });
  }

  /** The budget table with what was counted. */
  table(): string {
    const width = Math.max(...this.rows.map(({ task }) => task.length));
    return ['', `${'task'.padEnd(width)}  taps  budget`, ...this.rows.map(({ task, taps, budget }) => `${task.padEnd(width)}  ${String(taps).padStart(4)}  ${String(budget).padStart(6)}${taps > budget ? '  OVER' : ''}`), ''].join('\n');
  }
}
