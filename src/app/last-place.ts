const KEY = 'so-chi-bo.place';

/** Remembers the address, which names things by random ids only, so that a phone that killed the app comes back to the same step. */
export function rememberPlace(path: string): void {
  try {
    localStorage.setItem(KEY, path);
  } catch {
    // No room for a convenience: nothing is lost.
  }
}

/** Where to go after a start at the front page: back into a meeting that was on the screen, nowhere else. */
export function placeToResume(): string | null {
  const place = localStorage.getItem(KEY);
  return place && /^\/cuoc-hop\/[a-z0-9]{8,}\/[a-z0-9-]+$/.test(place) ? place : null;
}
