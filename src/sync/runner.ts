import type { RecordKind } from '@/domain';
import { StorageError, type Book } from '@/storage';
import { ApiError, type Fetch } from './api';
import type { Connection } from './connection';
import { syncOnce } from './engine';
import { isShutOut } from './keyring';
import { countAll } from './outbox';
import { syncStatus } from './status';

/** What the runner needs of the world; tests pass their own. */
export interface World {
  readonly now: () => number;
  readonly random: () => number;
  readonly send?: Fetch;
  /** Told after each run while something waits for a newer version of the app: whether there is one is to be asked. */
  readonly onNewer?: () => void;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 5 * 60_000;
/** Quiet after the last change before a run, ms: typing is saved at once, but sent in breaths. */
const SETTLE = 2000;
const WATCHED: readonly RecordKind[] = ['cell', 'member', 'meeting', 'task', 'submission', 'review', 'note', 'paper', 'life', 'duty', 'plan', 'directive', 'appraisal', 'report', 'file'];

/** [SYNC-5] Wait before try number `failures`: 1 s doubling to 5 min, less up to a quarter by chance so that a thousand phones do not knock together. */
export function backOff(failures: number, random: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(20, failures - 1)) * (1 - random / 4);
}

/**
 * Keeps a book in sync while it is open: after changes, when the network or the person comes back, every five minutes, and on demand.
 * One tab of the browser does it (Web Locks); the others only write.
 */
export class SyncRunner {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  readonly #stops: (() => void)[] = [];

  constructor(
    readonly book: Book,
    readonly connection: Connection,
    readonly world: World = { now: () => Date.now(), random: () => Math.random(), onNewer: askForUpdate },
    /** Told once the cell itself has shut this device out: the book is to be deleted. */
    readonly onShutOut: () => void = () => undefined,
  ) {}

  /** Starts following the book. */
  start(): void {
    syncStatus.setState({ phase: 'idle' });
    for (const kind of WATCHED) this.#stops.push(this.book.watch(kind, () => this.#changed()));
    if (typeof window !== 'undefined') {
      const wake = (): void => {
        if (document.visibilityState === 'visible') void this.now();
      };
      window.addEventListener('online', wake);
      document.addEventListener('visibilitychange', wake);
      this.#stops.push(() => {
        window.removeEventListener('online', wake);
        document.removeEventListener('visibilitychange', wake);
      });
    }
    void this.now();
  }

  /** Stops; a run under way asks for nothing more. A long one (a snapshot on a thin line) would keep the keys in memory behind the lock. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const stop of this.#stops.splice(0)) stop();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** Runs now; while one is under way, another follows it. Resolves when there is nothing under way. Never rejects: the status tells. */
  async now(): Promise<void> {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  readonly #send: Fetch = (input, init) => (this.#stopped ? Promise.reject(new TypeError('stopped')) : (this.world.send ?? fetch)(input, init));

  async #run(): Promise<void> {
    do {
      this.#again = false;
      if (this.#timer) clearTimeout(this.#timer);
      syncStatus.setState({ phase: 'syncing', nextTryAt: null });
      try {
        const report = await withLock(`${this.book.db.name}.sync`, () => syncOnce(this.book, this.connection, this.#send));
        if (report?.files.problem === undefined) this.#failures = 0;
        syncStatus.setState({ phase: 'idle', reason: null, lastSyncAt: this.world.now(), unreadable: syncStatus.getState().unreadable + (report?.unreadable ?? 0), ...(report ? { leftOut: report.leftOut, parked: report.parked } : {}) });
        if (report && report.parked + report.unknown > 0) this.world.onNewer?.();
        if (report?.files.problem !== undefined) throw report.files.problem;
        this.#again ||= report?.files.more ?? false;
        this.#plan(LONGEST_WAIT);
      } catch (error) {
        await this.#failed(error);
      }
      const { records, all } = await countAll(this.book).catch(() => ({ records: syncStatus.getState().toSend, all: syncStatus.getState().toSend }));
      syncStatus.setState({ toSend: all });
      // [SYNC-9] What was written while the run was under way does not wait for the next five minutes.
      const { phase, leftOut } = syncStatus.getState();
      if (records > 0 && phase === 'idle' && !leftOut) this.#plan(SETTLE);
    } while (this.#again && !this.#stopped && syncStatus.getState().phase === 'idle');
  }

  async #failed(error: unknown): Promise<void> {
    if (this.#stopped) return;
    this.#failures += 1;
    if (error instanceof ApiError && error.reason === 'revoked' && (await isShutOut(this.book, this.connection, error.proofs))) {
      void this.stop();
      this.onShutOut();
      return;
    }
    const reason = error instanceof ApiError ? error.reason : error instanceof StorageError ? 'storage' : 'server';
    const wait = Math.max(backOff(this.#failures, this.world.random()), error instanceof ApiError && error.retryAfter ? error.retryAfter * 1000 : 0);
    if (reason === 'clientTooOld') this.world.onNewer?.();
    const phase = reason === 'unauthorized' || reason === 'revoked' || reason === 'admissionOver' ? 'signedOut' : 'waiting';
    syncStatus.setState({ phase, reason, nextTryAt: phase === 'waiting' ? this.world.now() + wait : null });
    if (phase === 'waiting') this.#plan(wait);
  }

  #changed(): void {
    void countAll(this.book).then(({ all }) => {
      if (this.#stopped) return;
      syncStatus.setState({ toSend: all });
      if (all > 0 && !this.#running && this.#failures === 0) this.#plan(SETTLE);
    }, () => undefined);
  }

  #plan(wait: number): void {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), wait);
  }
}

/** Has the browser look for a newer version of the app; the page offers it once it is there. */
function askForUpdate(): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.getRegistration().then((registration) => registration?.update()).catch(() => undefined);
}

/** Runs under a lock that one tab at a time holds; where there are no Web Locks, just runs: ids make double work harmless. */
async function withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request(name, work);
}
