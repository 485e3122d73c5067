import { createStore } from 'zustand/vanilla';
import { useSyncExternalStore } from 'react';
import { deriveInWorker } from '@/crypto';
import { bookExists, deleteBook, DIRECTORY_KEY, followBlocked, Saver, StorageError, unlockBook, type Book, type BookMode } from '@/storage';
import { resumePlace } from './last-place';
import { loadSync, resetSyncStatus, type ApiReason, type Connection, type SyncRunner } from '@/sync';
import { whenIdle } from './when-idle';

/**
 * Where the person stands: no book yet, locked, or in. `broken`: the browser gives no storage · `shutOut`: the cell has shut this device
 * out, and its book is gone.
 */
export interface Session {
  readonly phase: 'starting' | 'welcome' | 'locked' | 'open' | 'broken' | 'shutOut';
  readonly mode: BookMode;
  readonly saver: Saver | null;
  readonly connection: Connection | null;
  /** An older window holds the database, which this one must bring to a newer version first. */
  readonly blocked?: boolean;
}

/** What the welcome screen asks for. */
export interface CreateChoice {
  readonly mode: BookMode;
  readonly passcode: string;
  readonly code?: string;
  /** A recovery sheet. */
  readonly sheet?: string;
  readonly cell?: { readonly name: string; readonly superior: string; readonly placeName: string };
}
type Failure = ApiReason | StorageError['reason'] | 'unknown';
/** How creating or connecting went. `bookMade`: the book is there, only the connection is not. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: Failure; readonly bookMade?: boolean };

const MODE_KEY = 'so-chi-bo.mode';
/** Stands here from the moment the cell shuts this device out until somebody has read why its book is gone. */
export const SHUT_OUT_KEY = 'so-chi-bo.shutOut';

/** What was open here last says at once which screen comes; `startSession` looks whether it is still so. */
function lastSeen(): Pick<Session, 'phase' | 'mode'> {
  try {
    const mode = localStorage.getItem(MODE_KEY);
    if (mode === 'real' || mode === 'trial') return { phase: 'locked', mode };
  } catch {
    // No storage at all: `startSession` meets that too, and says so.
  }
  return { phase: 'starting', mode: 'real' };
}

const store = createStore<Session>(() => ({ ...lastSeen(), saver: null, connection: null }));
let runner: SyncRunner | null = null;

/** Follows the session. */
export const useSession = (): Session => useSyncExternalStore(store.subscribe, store.getState);
/** The session now. */
export const session = (): Session => store.getState();

/** The name of what went wrong. */
export const reasonOf = (error: unknown): Failure => {
  if (error instanceof StorageError) return error.reason;
  const reason = (error as { name?: string; reason?: ApiReason } | null)?.name === 'ApiError' ? (error as { reason: ApiReason }).reason : null;
  return reason ?? 'unknown';
};

/** A passcode may have been quicker than the look: an open book stays open. */
const found = (what: Partial<Session>): void => store.setState((now) => (now.phase === 'open' ? now : what));
followBlocked((blocked) => store.setState({ blocked }));

/** Finds out which book this browser holds. The try-out book comes back only where it was left open last. */
export async function startSession(): Promise<void> {
  try {
    const trial = localStorage.getItem(MODE_KEY) === 'trial' && (await bookExists('trial'));
    const mode: BookMode = trial ? 'trial' : 'real';
    if (localStorage.getItem(SHUT_OUT_KEY)) return found({ mode: 'real', phase: 'shutOut' });
    found({ mode, phase: trial || (await bookExists('real')) ? 'locked' : 'welcome' });
  } catch {
    // Where a book was open before it may open again in a moment: the lock tells, and tries as often as one likes.
    if (store.getState().phase !== 'locked') found({ phase: 'broken' });
  }
}

/** Shows a book that was just opened or made, and starts what runs beside it. */
export async function enter(book: Book, mode: BookMode): Promise<void> {
  localStorage.setItem(MODE_KEY, mode);
  // What the first screen shows is read before it is drawn: drawn once, and whole.
  await Promise.all([resumePlace(book), book.read('cell:cell'), book.read(DIRECTORY_KEY)]).catch(() => undefined);
  // A passcode and a passkey at the same time: the first in opens the book.
  if (store.getState().saver) return book.close();
  const saver = new Saver(book, () => Date.now());
  // Another tab has a newer version of the app: this one writes out what is being typed, and makes room; what cannot be written yet, it writes first.
  book.db.onSuperseded = () => {
    const stop = saver.state.subscribe(() => {
      if (saver.unwritten.length > 0) return;
      stop();
      void lockSession();
    });
    void lockSession();
  };
  store.setState({ phase: 'open', mode, saver, connection: null });
  // The engine is not needed to begin a meeting: it loads after the first screen stands.
  whenIdle(() => void startSync(saver));
}

async function startSync(saver: Saver): Promise<void> {
  const { loadConnection, SyncRunner: Runner } = await loadSync();
  const connection = await loadConnection(saver.book);
  if (store.getState().saver !== saver || !connection) return;
  await runner?.stop();
  resetSyncStatus();
  store.setState({ connection });
  runner = new Runner(saver.book, connection, undefined, () => shutOut(saver));
  runner.start();
}

/** The cell has shut this device out. What is left of the book is deleted by the page that says so, now or at the next start. */
function shutOut({ book }: Saver): void {
  if (store.getState().saver?.book !== book) return;
  localStorage.setItem(SHUT_OUT_KEY, '1');
  localStorage.removeItem(MODE_KEY);
  store.setState({ phase: 'shutOut', mode: 'real', saver: null, connection: null });
  runner = null;
  resetSyncStatus();
  void book.close();
}

/** Makes a book and opens it; connects it when there is a code. Done once in a book's life: its code comes when it is needed. */
export const createSession = (choice: CreateChoice): Promise<Outcome> =>
  import('./create-session').then(
    ({ create }) => create(choice),
    () => ({ ok: false, reason: 'offline' }),
  );

/** Shows the lock of a book that was made, but not opened. */
export const showLock = (mode: BookMode): void => store.setState({ phase: 'locked', mode });

/** Connects the open book to the server with a code. */
export async function connectSession(code: string): Promise<Outcome> {
  const { saver } = store.getState();
  if (!saver) return { ok: false, reason: 'unknown' };
  try {
    await (await import('./connect')).connectBook(saver.book, code);
  } catch (error) {
    return { ok: false, reason: reasonOf(error), bookMade: true };
  }
  await startSync(saver);
  return { ok: true };
}

/** What came of a passcode. */
export type UnlockState = { readonly state: 'open' } | { readonly state: 'wrong' | 'wait'; readonly waitSeconds: number } | { readonly state: 'failed'; readonly reason: Failure };

/** Tries a passcode. */
export async function unlockSession(passcode: string): Promise<UnlockState> {
  const { mode } = store.getState();
  try {
    const result = await unlockBook(mode, passcode, deriveInWorker, Date.now());
    if (result.state !== 'open') return result;
    await enter(result.book, mode);
    return { state: 'open' };
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) };
  }
}

/** Writes everything out, forgets the keys and shows the lock. The address stays, so that unlocking comes back to the same step. */
export async function lockSession(): Promise<void> {
  const { saver } = store.getState();
  if (!saver) return;
  await saver.flush();
  // Another tab has heard that this device is shut out.
  if (localStorage.getItem(SHUT_OUT_KEY)) return shutOut(saver);
  // What could not be written stays in memory with the book open: locking now would lose it.
  if (saver.unwritten.length > 0 && !(await saver.retry())) return;
  // Locked by somebody else meanwhile, and perhaps open again.
  if (store.getState().saver !== saver) return;
  store.setState({ phase: 'locked', saver: null, connection: null });
  await runner?.stop();
  runner = null;
  resetSyncStatus();
  await saver.book.close();
}

const windows = new BroadcastChannel('so-chi-bo.lock');
windows.onmessage = () => void lockSession();

/** [LOCK-3] On demand the lock falls in every window of this browser: who asks for it is leaving the machine, not a window. */
export function lockEverywhere(): Promise<void> {
  windows.postMessage(0);
  return lockSession();
}

/** Runs sync now. */
export const syncNow = (): Promise<void> => runner?.now() ?? Promise.resolve();

/** Leaves this book for the welcome screen, or for the other book. The try-out's data may be deleted, the real book's never. */
export async function leaveTrial(deleteData: boolean): Promise<void> {
  await lockSession();
  localStorage.removeItem(MODE_KEY);
  if (deleteData) await deleteBook('trial');
  await startSession();
}
