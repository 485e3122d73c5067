/** Pictures of the screens on the way, for the eye: only when the folder SHOTS is named. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A function that takes numbered pictures. */
export function shooter(test: string): (page: Page, name: string) => Promise<void> {
  const folder = process.env['SHOTS'];
  let taken = 0;
  return async (page, name) => {
    if (!folder) return;
    mkdirSync(`${folder}/${test}`, { recursive: true });
    taken += 1;
    await page.screenshot({ path: `${folder}/${test}/${String(taken).padStart(3, '0')} ${name.replace(/[^\w-]+/g, ' ')}.png` });
  };
}
