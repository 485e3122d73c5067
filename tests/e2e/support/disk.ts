/** What a phone's storage may do to the app, put into a page before its first script. `window.ill` says what it does now; '' is well. */
import type { Page } from 'playwright-core';

/**
 * `abort`: every transaction that puts something is undone before its end · `error`: a put fails in the database itself ·
 * `gone`: the browser has taken the database away, and does not open it again.
 */
export type Illness = '' | 'abort' | 'error' | 'gone';

/** Runs in the page; must not name anything outside itself. */
function mayFallIll(): void {
  const state = window as unknown as { ill: string };
  state.ill = sessionStorage.getItem('ill') ?? '';
  const opened = new Set<IDBDatabase>();
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (state.ill === 'error') throw new DOMException('Internal error.', 'UnknownError');
    const request = put.apply(this, args);
    if (state.ill === 'abort') request.addEventListener('success', () => this.transaction.abort());
    return request;
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args: Parameters<typeof open>) {
    // As browsers fail at a file they cannot read: not at the call, but at its answer.
    if (state.ill === 'gone') {
      const request = new EventTarget() as IDBOpenDBRequest;
      const error = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      Object.defineProperties(request, { error: { value: error }, readyState: { value: 'done' } });
      setTimeout(() => {
        const event = new Event('error', { cancelable: true });
        request.dispatchEvent(event);
        request.onerror?.(event);
      });
      return request;
    }
    const request = open.apply(this, args);
    request.addEventListener('success', () => opened.add(request.result));
    return request;
  };
  Object.defineProperty(window, 'takeAway', {
    value: () => {
      for (const database of opened) {
        database.close();
        const event = new Event('close');
        database.onclose?.(event);
      }
      opened.clear();
    },
  });
}

/** Puts it into every page to come of this tab. */
export const prepareDisk = (page: Page): Promise<void> => page.addInitScript(mayFallIll).then(() => undefined);

/** From now on storage is so, also after the page is drawn anew. */
export async function fallIll(page: Page, ill: Illness): Promise<void> {
  await page.evaluate((what) => {
    const state = window as unknown as { ill: string; takeAway: () => void };
    state.ill = what;
    sessionStorage.setItem('ill', what);
    if (what === 'gone') state.takeAway();
  }, ill);
}
