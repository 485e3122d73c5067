import { fromBase64, toBase64 } from '@/crypto';
import { MAX_BATCHES, PullAnswer, PushAnswer } from '@/protocol';
import { nameError, type BatchRow, type Book } from '@/storage';
import { Api, ApiError, type Fetch } from './api';
import { absorb, BATCH_LIMIT, cursorOf, dropBatch, makeBatch, type LogEntry, type Sealer } from './batches';
import { cellKeyOf, type Connection } from './connection';
import { sendSubmissions } from './submissions';

/** What one run did. */
export interface SyncReport {
  readonly pushed: number;
  readonly pulled: number;
  readonly sent: number;
  /** Log entries that did not open: the screen says so, sync goes on. */
  readonly unreadable: number;
}

/** Most bytes of boxes in one request; base64 adds a third and the server's limit is 1 MiB. */
const PUSH_BYTES = 700_000;

/**
 * One whole run: take what is unsent into batches, push, pull to the head, send documents.
 * [SYNC-3] It may die between any two steps and be run again: batches keep their ids until met in the log.
 * @throws ApiError when the line or the server failed, StorageError when the phone's storage did; what was done until then stands
 */
export async function syncOnce(book: Book, connection: Connection, send?: Fetch): Promise<SyncReport> {
  try {
    return await run(book, connection, send);
  } catch (error) {
    throw nameError(error);
  }
}

async function run(book: Book, connection: Connection, send?: Fetch): Promise<SyncReport> {
  const api = new Api(connection.base, connection.token, send);
  const sealer: Sealer = { key: await cellKeyOf(connection), cellId: connection.cellId, deviceId: connection.deviceId };
  const first = await pull(book, api, sealer);
  const pushed = await push(book, api, sealer);
  const sent = await sendSubmissions(book, api, connection);
  // Receipts and refusals are changes too.
  const pushedAfter = sent > 0 ? await push(book, api, sealer) : 0;
  const second = pushed + pushedAfter > 0 ? await pull(book, api, sealer) : { pulled: 0, unreadable: 0 };
  return { pushed: pushed + pushedAfter, pulled: first.pulled + second.pulled, sent, unreadable: first.unreadable + second.unreadable };
}

async function push(book: Book, api: Api, sealer: Sealer): Promise<number> {
  let pushed = 0;
  let limit = BATCH_LIMIT;
  let most = MAX_BATCHES;
  for (;;) {
    // Only so many at a time are sealed: a phone with years to send does not hold them all at once.
    for (let made = 0; made < 4 && (await makeBatch(book, sealer, limit)); made += 1);
    const waiting = await waitingBatches(book, most);
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
    for (const [index, result] of results.entries()) {
      const batch = waiting[index]!;
      if (result.state !== 'refused') await book.db.batches.update(batch.id, { state: 'stored' });
      else if (result.reason === 'tooLarge') limit = await halve(book, batch, limit);
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

async function waitingBatches(book: Book, most: number): Promise<BatchRow[]> {
  const all = await book.db.batches.orderBy('n').filter((batch) => batch.state === 'waiting').limit(most).toArray();
  let bytes = 0;
  return all.filter((batch, index) => {
    bytes += batch.box.length;
    return index === 0 || bytes <= PUSH_BYTES;
  });
}

async function pull(book: Book, api: Api, sealer: Sealer): Promise<{ pulled: number; unreadable: number }> {
  let pulled = 0;
  let unreadable = 0;
  let full = false;
  for (;;) {
    const after = await cursorOf(book);
    const answer = await api.ask(PullAnswer, 'GET', `/v1/vault/pull?after=${after}${full ? '&full=1' : ''}`);
    const entries: LogEntry[] = answer.entries.map((entry) => ({ ...entry, box: entry.box === null ? null : fromBase64(entry.box) }));
    // Own entries come without their box. A device that no longer has it (restored, or the batch already done) asks for it.
    const own = entries.filter((entry) => entry.box === null).map((entry) => entry.batch);
    if (!full && (await book.db.batches.bulkGet(own)).some((batch) => !batch)) {
      full = true;
      continue;
    }
    unreadable += (await absorb(book, sealer, entries)).length;
    pulled += entries.length;
    if (!answer.more) return { pulled, unreadable };
  }
}
