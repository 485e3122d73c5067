/**
 * Why storage refused. `full`: no space left on the device · `closed`: the meeting's minutes are closed ·
 * `blocked`: another tab holds an older version open · `damaged`: a row does not open · `unavailable`: no IndexedDB (private window).
 */
export type StorageReason = 'full' | 'closed' | 'blocked' | 'damaged' | 'unavailable';

/** A storage failure with a name; the screen puts it into words (`errors:storage.<reason>`). Carries no private text. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(readonly reason: StorageReason) {
    super(reason);
  }
}

/** Names a browser's or Dexie's error; anything unknown comes back as it is. */
export function nameError(error: unknown): unknown {
  const seen = new Set<unknown>();
  let at: unknown = error;
  while (at !== null && typeof at === 'object' && !seen.has(at)) {
    seen.add(at);
    const { name, inner } = at as { name?: unknown; inner?: unknown };
    if (name === 'QuotaExceededError') return new StorageError('full');
    if (name === 'MissingAPIError' || name === 'OpenFailedError' || name === 'InvalidStateError' || name === 'DatabaseClosedError') {
      return new StorageError('unavailable');
    }
    at = inner;
  }
  return error;
}
