/** A slow phone: a Chromium of its own with touch, its page's main thread slowed down. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { close, launch } from '../support/chromium';
import { installProbe } from './probe';

/** How many times slower than this machine. */
export const SLOWER = 4;

export interface Phone {
  readonly page: Page;
  close(): Promise<void>;
}

/** A profile folder that outlives its browser, so that the next start is a cold one with everything on the disk. */
export function newProfile(): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 }) };
}

/** Starts a browser process on a profile; nothing is loaded yet. `slower`: 1 for what is not measured. */
export async function startPhone(profile: string, slower = SLOWER): Promise<Phone> {
  const context: BrowserContext = await launch({ userDataDir: profile, hasTouch: true, isMobile: true });
  const page = context.pages()[0] ?? (await context.newPage());
  // tsx wraps every function that it compiles in a helper, which the page must have too.
  await page.addInitScript({ content: 'globalThis.__name = (one) => one;' });
  await page.addInitScript(installProbe);
  if (slower > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { page, close: () => close(context) };
}

/** Waits until the page's service worker says that every file is in its cache. */
export async function readyForOffline(page: Page): Promise<void> {
  const ready = (): Promise<boolean> =>
    page.evaluate(
      () =>
        new Promise((done) => {
          const worker = navigator.serviceWorker.controller;
          if (!worker) return done(false);
          const channel = new MessageChannel();
          channel.port1.onmessage = (event: MessageEvent<boolean>) => done(event.data);
          worker.postMessage({ type: 'IS_READY' }, [channel.port2]);
        }),
    );
  for (let tries = 0; !(await ready()); tries += 1) {
    if (tries > 300) throw new Error('The files did not come into the cache.');
    await page.waitForTimeout(200);
  }
}
