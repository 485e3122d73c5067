import { readSetting, writeSetting, type Book } from '@/storage';

const NAME = 'place';

/**
 * Remembers the address, which names things by random ids only, so that a phone that killed the app comes back to the same step.
 * In the book and not in localStorage, whose last seconds are lost with a killed browser.
 */
export function rememberPlace(book: Book, path: string): void {
  // A convenience: where it cannot be written nothing is lost.
  void writeSetting(book, NAME, path).catch(() => undefined);
}

/**
 * After a start at the front page: back into a meeting that was on the screen, nowhere else. A deep link is an answer already.
 * Called before the book is shown, so that the front page does not flash by.
 */
export async function resumePlace(book: Book): Promise<void> {
  if (location.pathname !== '/') return;
  const place = await readSetting<unknown>(book, NAME).catch(() => undefined);
  if (typeof place === 'string' && /^\/cuoc-hop\/[a-z0-9]{8,}\/[a-z0-9-]+$/.test(place)) history.replaceState(null, '', place);
}
