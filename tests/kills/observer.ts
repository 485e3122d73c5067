/** Watches a page from outside the app's code: says what stood on the screen while the header said “Đã lưu”. */
import type { BrowserContext } from 'playwright-core';

/**
 * Runs in the page; must not name anything outside itself. A text is taken as acknowledged when the header says so and nothing is on its
 * way that it does not know of: two frames after the last tap or key, and while a field has the focus only after a pause in which its
 * last letters have been taken (they are written a quarter of a second after the first).
 */
function watch(): void {
  const TAKEN = 400;
  let quiet = 0;
  let typed = 0;
  let told = '';
  for (const type of ['input', 'click', 'focusout']) {
    addEventListener(type, () => {
      quiet = 0;
      if (type === 'input') typed = performance.now();
    }, true);
  }
  const look = (): void => {
    quiet += 1;
    const typing = document.activeElement instanceof HTMLTextAreaElement && performance.now() - typed < TAKEN;
    if (quiet > 2 && !typing && document.querySelector('header')?.innerText.includes('Đã lưu')) {
      const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value);
      const marks = [...document.querySelectorAll<HTMLElement>('main button')].map(({ innerText }) => innerText.replace(/\s+/g, ' ')).filter((text) => text.includes('Vắng'));
      const screen = JSON.stringify([[...fields, document.querySelector('main')?.innerText ?? ''].join('\n'), marks]);
      if (screen !== told) (window as unknown as { acknowledged: (screen: string) => Promise<void> }).acknowledged(screen).catch(() => undefined);
      told = screen;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Wakes sync again and again, as a network that comes and goes does, so that it runs while somebody types. */
function wakeSync(): void {
  setInterval(() => dispatchEvent(new Event('online')), 350);
}

/** Puts the watcher into every page to come; `onSaved` hears the text of the screen and the marks of the roll on it. */
export async function observe(context: BrowserContext, onSaved: (text: string, marks: readonly string[]) => void): Promise<void> {
  await context.exposeBinding('acknowledged', (_, screen: string) => {
    const [text, marks] = JSON.parse(screen) as [string, string[]];
    onSaved(text, marks);
  });
  // tsx wraps every function that it compiles in a helper, which the page must have too.
  await context.addInitScript({ content: 'globalThis.__name = (one) => one;' });
  await context.addInitScript(watch);
  await context.addInitScript(wakeSync);
}
