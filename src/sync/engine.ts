import { fromBase64, toBase64 } from '@/crypto';
import { MAX_BATCHES, PullAnswer, PushAnswer } from '@/protocol';
import { nameError, type BatchRow, type Book } from '@/storage';
import { comeIn } from './admission/come';
import { tellAdmissions } from './admission/queue';
import { Api, ApiError, type Fetch } from './api';
import { absorb, BATCH_LIMIT, cursorOf, dropBatch, makeBatch, unpark, type LogEntry, type Sealer } from './batches';
import type { Connection } from './connection';
import { exchangeDirectives } from './directives';
import { exchangeFiles } from './files';
import { KeyKeeper } from './keyring';
import { loadOffered, makeWhenDue } from './snapshots';
import { sendSubmissions } from './submissions';

/** What one run did. */
export interface SyncReport {
  readonly pushed: number;
  readonly pulled: number;
  readonly sent: number;
  /** Log entries that did not open: the screen says so, sync goes on. */
  readonly unreadable: number;
  /** The cell has a newer key that nobody gave this device: what follows waits on the server until it is let in anew. */
  readonly leftOut: boolean;
  /** [SYNC-10] Entries parked until the app is updated. */
  readonly parked: number;
  /** [DIR-6] Directives of the committee that this app does not understand yet. */
  readonly unknown: number;
  /** Attached files: there is more to do, since something was written meanwhile; or why it came to nothing, all else having gone well. */
  readonly files: { readonly more: boolean; readonly problem?: Error };
}

/** Most bytes of boxes in one request; base64 adds a third and the server's limit is 1 MiB. */
const PUSH_BYTES = 700_000;

/**
 * One whole run: take what is unsent into batches, push, pull to the head, send documents, take in what the committee has sent, and last
 * of all send attached files, which may take long.
 * [SYNC-3] It may die between any two steps and be run again: batches keep their ids until met in the log.
 * @param speaks the format of batches, where it is not this build's own
 * @throws ApiError when the line or the server failed, StorageError when the phone's storage did; what was done until then stands
 */
export async function syncOnce(book: Book, connection: Connection, send?: Fetch, speaks?: number): Promise<SyncReport> {
  try {
    return await run(book, connection, send, speaks);
  } catch (error) {
    throw nameError(error);
  }
}

/** Whose run it is, and with what it seals. The keys may change within the run. */
interface Line {
  readonly book: Book;
  readonly api: Api;
  readonly keeper: KeyKeeper;
  readonly sealer: () => Sealer;
  /** Sealed under a former id of this device: they cannot go up any more. */
  readonly stale: ReadonlySet<string>;
}

async function run(book: Book, given: Connection, send?: Fetch, speaks?: number): Promise<SyncReport> {
  const connection = given.token === '' ? await comeIn(book, given, send) : given;
  const api = new Api(connection.base, connection.token, send);
  const keeper = await KeyKeeper.open(book, api, connection);
  const { cellId, deviceId, former = [], stale = [] } = connection;
  const line: Line = { book, api, keeper, sealer: () => ({ ring: keeper.ring, cellId, deviceId, former, ...(speaks === undefined ? {} : { speaks }) }), stale: new Set(stale) };
  const unparked = await unpark(book, line.sealer());
  const first = await pull(line);
  if (!first.held && !first.problem) await dropStale(line);
  const pushed = await push(line);
  // Before documents go up: what another phone closed first shows only once one's own close has come back from the log.
  const between = pushed > 0 && !first.problem ? await pull(line) : undefined;
  const sent = await sendSubmissions(book, api, connection);
  // Receipts and refusals are changes too.
  const pushedAfter = sent > 0 ? await push(line) : 0;
  const last = pushedAfter > 0 && !first.problem ? await pull(line) : undefined;
  const second = last ?? between;
  await tellAdmissions(book, keeper, connection);
  const unknown = await exchangeDirectives(book, api, connection, (second ?? first).directives);
  if (first.problem) throw new ApiError(first.problem);
  const held = first.held || (second?.held ?? false);
  const { due, keys } = second ?? first;
  if (due && !held) await makeWhenDue(line, keys);
  const files = await exchangeFiles(book, api, cellId, (second ?? first).files).then(
    (more) => ({ more }),
    (problem: unknown) => ({ more: false, problem: nameError(problem) as Error }),
  );
  return {
    pushed: pushed + pushedAfter,
    pulled: first.pulled + (between?.pulled ?? 0) + (last?.pulled ?? 0),
    sent,
    unreadable: unparked.length + first.unreadable + (between?.unreadable ?? 0) + (last?.unreadable ?? 0),
    leftOut: keeper.isLeftOut || held,
    parked: await book.db.parked.count(),
    unknown,
    files,
  };
}

/** [SYNC-7] What was sealed under a former id and does not stand in the log, now that all of it is known, is sent anew. */
async function dropStale({ book, stale }: Line): Promise<void> {
  if ((await book.db.parked.count()) > 0) return;
  for (const batch of await book.db.batches.bulkGet([...stale])) if (batch) await dropBatch(book, batch);
}

async function push({ book, api, sealer, stale }: Line): Promise<number> {
  let pushed = 0;
  let limit = BATCH_LIMIT;
  let most = MAX_BATCHES;
  let done = 0;
  for (;;) {
    // Only so many at a time are sealed: a phone with years to send does not hold them all at once.
    for (let made = 0; made < 4 && (await makeBatch(book, sealer(), limit)); made += 1);
    const waiting = await waitingBatches(book, most, stale, done);
    if (waiting.length === 0) return pushed;
    let results: PushAnswer['results'];
    try {
      const body = { batches: waiting.map((batch) => ({ id: batch.id, box: toBase64(batch.box) })) };
      results = (await api.ask(PushAnswer, 'POST', '/v1/vault/push', body)).results;
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'tooLarge') throw error;
      const [only] = waiting;
      if (waiting.length > 1 || !only) most = Math.ceil(waiting.length / 2);
      else limit = await halve(book, only, limit);
      continue;
    }
    // One commit for all that went well: each waits for the disk.
    const stored = waiting.filter((_, index) => results[index]?.state !== 'refused');
    done = stored.at(-1)?.n ?? done;
    await book.db.batches.where('id').anyOf(stored.map(({ id }) => id)).modify({ state: 'stored' });
    for (const [index, result] of results.entries()) {
      const batch = waiting[index]!;
      if (result.state !== 'refused') continue;
      if (result.reason === 'tooLarge') limit = await halve(book, batch, limit);
      else await book.db.batches.update(batch.id, { state: 'refused', reason: result.reason });
    }
    pushed += results.filter((result) => result.state === 'stored').length;
  }
}

/** [SYNC-4] Too large: made anew in halves; a single change that is too large by itself is set aside, and never blocks the rest. */
async function halve(book: Book, batch: BatchRow, limit: number): Promise<number> {
  // Over the limit means that it holds one change only: see makeBatch.
  if (batch.size > limit || limit <= 1) {
    await book.db.batches.update(batch.id, { state: 'refused', reason: 'tooLarge' });
    return limit;
  }
  await dropBatch(book, batch);
  return Math.max(1, Math.floor(batch.size / 2));
}

/** Those after number `done`: what this run has sent is not read again. It stays until it is met in the log, so whatever is made later has a higher one. */
async function waitingBatches(book: Book, most: number, stale: ReadonlySet<string>, done: number): Promise<BatchRow[]> {
  const all = await book.db.batches.where('n').above(done).filter((batch) => batch.state === 'waiting' && !stale.has(batch.id)).limit(most).toArray();
  let bytes = 0;
  return all.filter((batch, index) => {
    bytes += batch.box.length;
    return index === 0 || bytes <= PUSH_BYTES;
  });
}

interface Pulled {
  readonly pulled: number;
  readonly unreadable: number;
  /** [KEY-15] Stopped before an entry, or a snapshot, whose key this device lacks. */
  readonly held: boolean;
  /** [SNAP-10] The way on is a snapshot, and none of them can be read: what this device writes goes up all the same. */
  readonly problem?: 'clientTooOld' | 'snapshotDamaged';
  /** [SNAP-1] All of the log has been taken in, and a snapshot of it is due. */
  readonly due: boolean;
  readonly keys: PullAnswer['keys'];
  /** How many directives the committee has sent. */
  readonly directives: number | undefined;
  /** The revision of the cell's attached files. */
  readonly files: number | undefined;
}

/** How often in one run a snapshot may be gone by the time it is fetched. */
const PATIENCE = 5;

async function pull(line: Line): Promise<Pulled> {
  const { book, api, keeper, sealer } = line;
  let [pulled, unreadable, gone] = [0, 0, 0];
  let [full, byLog] = [false, false];
  for (;;) {
    const after = await cursorOf(book);
    const answer = await api.ask(PullAnswer, 'GET', `/v1/vault/pull?after=${after}${full ? '&full=1' : ''}${byLog ? '&log=1' : ''}`);
    const so = { pulled, unreadable, due: false, keys: answer.keys, directives: answer.directives, files: answer.files };
    if (answer.offer) {
      const came = await loadOffered(line, answer.offer, answer.keys);
      gone += Number(came === 'gone');
      if (gone > PATIENCE) throw new ApiError('server');
      if (came === 'loaded' || came === 'gone') continue;
      if (came === 'held' && (answer.offer.only || byLog)) return { ...so, held: true };
      if (answer.offer.only || byLog) return { ...so, held: false, problem: came === 'newer' ? 'clientTooOld' : 'snapshotDamaged' };
      byLog = true;
      continue;
    }
    const entries: LogEntry[] = answer.entries.map((entry) => ({ ...entry, box: entry.box === null ? null : fromBase64(entry.box) }));
    // Own entries come without their box. A device that no longer has it (restored, or the batch already done) asks for it.
    const own = entries.filter((entry) => entry.box === null).map((entry) => entry.batch);
    if (!full && (await book.db.batches.bulkGet(own)).some((batch) => !batch)) {
      full = true;
      continue;
    }
    await keeper.meet(answer.keys, entries.flatMap(({ box }) => (box ? [box] : [])));
    const at = entries.findIndex(({ box }) => box !== null && keeper.lacks(box));
    const readable = at < 0 ? entries : entries.slice(0, at);
    unreadable += (await absorb(book, sealer(), readable)).length;
    pulled += readable.length;
    if (at >= 0) return { ...so, pulled, unreadable, held: true };
    if (!answer.more) return { ...so, pulled, unreadable, held: false, due: answer.snapshotDue === true };
  }
}
