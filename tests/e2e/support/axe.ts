/** axe-core on the page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe?: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** Everything axe knows, and what it leaves off unless asked: 7:1 for text. Targets are measured in layout.ts, where the page may scroll. */
const ALL: RunOptions = { resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } };
/** Rules whose answer changes with the colours alone. */
const COLOURS: RunOptions = { resultTypes: ['violations'], runOnly: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] };
/** Rules whose answer changes with the size of the letters. */
const SIZES: RunOptions = { resultTypes: ['violations'], runOnly: ['scrollable-region-focusable', 'color-contrast', 'color-contrast-enhanced'] };

/** The running clock is on the button that says the times in words. As the button's name it would be read out every second. */
const MEANT = (rule: string, html: string): boolean => rule === 'label-content-name-mismatch' && html.includes('meeting-time');

/** One line a violation and element: rule, element, why. The page's policy is not loosened for it: the debugger brings the code in. */
export async function violations(page: Page, which: 'all' | 'colours' | 'sizes' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(SOURCE);
  const options = { all: ALL, colours: COLOURS, sizes: SIZES }[which];
  const results = await page.evaluate((given) => window.axe?.run(given), options);
  if (!results) throw new Error('axe did not run');
  return results.violations.flatMap(({ id, nodes }) => nodes.filter(({ html }) => !MEANT(id, html)).map((node) => `${id}: ${node.html.slice(0, 160)} — ${(node.failureSummary ?? '').split('\n').slice(1).join('; ').trim()}`));
}
