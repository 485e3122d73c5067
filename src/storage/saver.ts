import type { Change } from '@/domain';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Book } from './book';
import { StorageError, type StorageReason } from './errors';

/** What the header says: everything saved, being saved, or not saved and why. */
export interface SaveState {
  readonly pending: number;
  readonly failed: StorageReason | 'unknown' | null;
  readonly savedAt: number | null;
}

/**
 * All that a person types goes through here. [STORE-2] What could not be written stays in memory and is tried again with the next
 * write or by the button; a failure never clears a screen.
 */
export class Saver {
  readonly state: StoreApi<SaveState> = createStore<SaveState>(() => ({ pending: 0, failed: null, savedAt: null }));
  readonly #drafts = new Set<() => Promise<void>>();
  #unwritten: Change[] = [];

  constructor(
    readonly book: Book,
    readonly now: () => number,
  ) {}

  /** Writes changes; resolves to true when they are on the disk. Never rejects: the state tells. */
  async write(changes: readonly Change[]): Promise<boolean> {
    this.state.setState((s) => ({ ...s, pending: s.pending + 1 }));
    const all = [...this.#unwritten, ...changes];
    this.#unwritten = [];
    try {
      await this.book.write(all);
      this.state.setState((s) => ({ pending: s.pending - 1, failed: null, savedAt: this.now() }));
      return true;
    } catch (error) {
      const reason = error instanceof StorageError ? error.reason : 'unknown';
      // Closed minutes refuse for good: trying again would hold up everything else.
      this.#unwritten = reason === 'closed' ? [...all.slice(0, all.length - changes.length), ...this.#unwritten] : [...all, ...this.#unwritten];
      this.state.setState((s) => ({ ...s, pending: s.pending - 1, failed: reason }));
      return false;
    }
  }

  /** Changes that could not be written yet: for "try again" and for the rescue file. */
  get unwritten(): readonly Change[] {
    return this.#unwritten;
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
    await this.book.settled();
  }
}
