/**
 * Why storage refused. `full`: no space left on the device · `closed`: the meeting's minutes are closed ·
 * `blocked`: another tab holds an older version open · `damaged`: a row does not open · `newer`: a later version of the app has been
 * here · `unavailable`: no IndexedDB (private window).
 */
export type StorageReason = 'full' | 'closed' | 'blocked' | 'damaged' | 'newer' | 'unavailable';

/** A storage failure with a name; the screen puts it into words (`errors:storage.<reason>`). Carries no private text. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(readonly reason: StorageReason) {
    super(reason);
  }
}

const UNAVAILABLE = ['MissingAPIError', 'OpenFailedError', 'InvalidStateError', 'DatabaseClosedError', 'UnknownError'];

/** Names a browser's or Dexie's error by what lies innermost in it; anything unknown comes back as it is. */
export function nameError(error: unknown): unknown {
  let named = error;
  const seen = new Set<unknown>();
  for (let at = error; at !== null && typeof at === 'object' && !seen.has(at); at = (at as { inner?: unknown }).inner) {
    seen.add(at);
    const { name } = at as { name?: unknown };
    if (at instanceof StorageError) return at;
    if (name === 'QuotaExceededError') return new StorageError('full');
    if (UNAVAILABLE.includes(name as string)) named = new StorageError('unavailable');
  }
  return named;
}
