import type { Json, RecordKey, TypedChange } from '@/domain';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Book } from './book';
import { StorageError, type StorageReason } from './errors';

/** What the header says: everything saved, being saved, or not saved and why. */
export interface SaveState {
  readonly pending: number;
  readonly failed: StorageReason | 'unknown' | null;
  readonly savedAt: number | null;
}

/** Values that are on no disk yet, by record and field; null: taken away. */
export type Waiting = ReadonlyMap<RecordKey, Readonly<Record<string, Json>>>;

/**
 * All that a person types goes through here. [STORE-2] What could not be written stays in memory and is tried again with the next
 * write or by the button; a failure never clears a screen. One write after the other, so that an older text never overtakes a newer.
 */
export class Saver {
  readonly state: StoreApi<SaveState> = createStore<SaveState>(() => ({ pending: 0, failed: null, savedAt: null }));
  readonly #drafts = new Set<() => Promise<void>>();
  #queue: Promise<unknown> = Promise.resolve();
  /** Each write whole, oldest first: what belongs together goes in together or not at all. */
  #unwritten: (readonly TypedChange[])[] = [];
  #waiting: Waiting = new Map();

  constructor(
    readonly book: Book,
    readonly now: () => number,
  ) {}

  /** Writes changes; resolves to true when they are on the disk. Never rejects: the state tells. */
  write(changes: readonly TypedChange[]): Promise<boolean> {
    const idle = this.state.getState().pending === 0;
    this.state.setState((s) => ({ ...s, pending: s.pending + 1 }));
    const seen = this.book.withSeen(changes.map((change) => this.#overWaiting(change)));
    const run = idle ? this.#write(seen) : this.#queue.then(() => this.#write(seen));
    this.#queue = run;
    return run;
  }

  /** Changes that could not be written yet: for "try again" and for the rescue file. */
  get unwritten(): readonly TypedChange[] {
    return this.#unwritten.flat();
  }

  /** The same by record, for the screens: what was typed and tapped stays in sight while it waits. Another map after every change. */
  get waiting(): Waiting {
    return this.#waiting;
  }

  /** Tries again what failed. */
  retry(): Promise<boolean> {
    return this.write([]);
  }

  /** A field being typed in registers how to write it out at once (lock, app put away). */
  addDraft(flush: () => Promise<void>): () => void {
    this.#drafts.add(flush);
    return () => this.#drafts.delete(flush);
  }

  /** Writes every draft out now, and waits. */
  async flush(): Promise<void> {
    await Promise.all([...this.#drafts].map((flush) => flush()));
    await this.#queue;
    await this.book.settled();
  }

  async #write(changes: readonly TypedChange[]): Promise<boolean> {
    const waiting = changes.length > 0 ? [...this.#unwritten, changes] : this.#unwritten;
    let failed = await this.#put(waiting.flat());
    let mine = failed;
    let left = failed === null ? [] : waiting;
    if (failed === 'closed') {
      // Closed minutes refuse for good, and only what was meant for them: the others go in by themselves.
      failed = mine = null;
      left = [];
      for (const one of waiting) {
        const why = await this.#put(one);
        if (why === null) continue;
        failed = why;
        if (one === changes) mine = why;
        if (why !== 'closed') left.push(one);
      }
    }
    this.#keep(left);
    const saved = changes.length > 0 ? mine === null : failed === null;
    this.state.setState((s) => ({ pending: s.pending - 1, failed, savedAt: saved ? this.now() : s.savedAt }));
    return saved;
  }

  /** A change of what waits replaces that, not what is on the disk. */
  #overWaiting(change: TypedChange): TypedChange {
    const shown = this.#waiting.get(change.key)?.[change.field];
    return change.over === undefined && shown !== undefined ? { ...change, over: shown } : change;
  }

  #keep(left: (readonly TypedChange[])[]): void {
    if (left.length === 0 && this.#unwritten.length === 0) return;
    this.#unwritten = left;
    const waiting = new Map<RecordKey, Record<string, Json>>();
    for (const { key, field, value } of left.flat()) waiting.set(key, { ...waiting.get(key), [field]: value });
    this.#waiting = waiting;
  }

  async #put(changes: readonly TypedChange[]): Promise<SaveState['failed']> {
    try {
      await this.book.write(changes);
      return null;
    } catch (error) {
      return error instanceof StorageError ? error.reason : 'unknown';
    }
  }
}
