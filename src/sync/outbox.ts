import { recordKey, splitKey, unsentChanges, type RecordKey } from '@/domain';
import type { Book, FileRow } from '@/storage';
import { readSubmission, type QueuedSubmission } from './submissions';

/** What the outbox shows: documents for the committee, and records for the cell's own vault. */
export interface Outbox {
  readonly submissions: readonly QueuedSubmission[];
  /** Records with changes not yet in the vault: how many, and where they stand. Of an attached file that is on its way, how much of it is there. */
  readonly records: readonly { readonly key: RecordKey; readonly changes: number; readonly state: 'waiting' | 'onTheWay' | 'refused'; readonly reason?: string; readonly sent?: { readonly pieces: number; readonly of: number } }[];
}

/** What the server does not have yet. */
export interface Waiting {
  /** Records and documents: a run sends all of them. */
  readonly records: number;
  /** The same with attached files, of which a run sends as much as it comes to. */
  readonly all: number;
}

/** Counts what the server does not have yet; what it refused for good does not count. */
export async function countAll(book: Book): Promise<Waiting> {
  const [dirty, batches, submissions, files] = await Promise.all([
    book.db.rows.where('dirty').equals(1).primaryKeys(),
    book.db.batches.filter((batch) => batch.state === 'waiting').toArray(),
    book.list('submission'),
    unsentFiles(book),
  ]);
  const keys = new Set([...dirty, ...batches.flatMap((batch) => batch.keys)].filter((key) => !key.startsWith('submission:')));
  const records = keys.size + submissions.filter(({ key, fields }) => readSubmission(key, fields).state === 'waiting').length;
  return { records, all: records + files.filter(({ id, refused }) => refused === undefined && !keys.has(recordKey('file', id))).length };
}

/** Records and documents that the server does not have yet. */
export const countWaiting = async (book: Book): Promise<number> => (await countAll(book)).records;

/** Attached files that are whole on this device, and the server does not have all of. */
const unsentFiles = ({ db }: Book): PromiseLike<FileRow[]> => db.files.filter(({ pieces, here, there }) => here >= pieces && there < pieces).toArray();

/** Everything on its way, newest document first. */
export async function readOutbox(book: Book): Promise<Outbox> {
  const [dirty, batches, submissions] = await Promise.all([
    book.db.rows.where('dirty').equals(1).primaryKeys(),
    book.db.batches.orderBy('n').toArray(),
    book.list('submission'),
  ]);
  const records = new Map<RecordKey, Outbox['records'][number]>();
  for (const batch of batches) {
    for (const key of batch.keys) {
      const before = records.get(key);
      if (batch.state === 'refused') records.set(key, { key, changes: 1, state: 'refused', reason: batch.reason ?? 'invalid' });
      else if (before?.state !== 'refused') records.set(key, { key, changes: (before?.changes ?? 0) + 1, state: batch.state === 'waiting' ? 'waiting' : 'onTheWay' });
    }
  }
  for (const key of dirty) {
    const unsent = unsentChanges(await book.load(key as RecordKey)).length;
    const before = records.get(key as RecordKey);
    records.set(key as RecordKey, { key: key as RecordKey, changes: (before?.changes ?? 0) + unsent, state: before?.state === 'refused' ? 'refused' : 'waiting', ...(before?.reason ? { reason: before.reason } : {}) });
  }
  for (const { id, there, pieces, refused } of await unsentFiles(book)) {
    const key = recordKey('file', id);
    const changes = records.get(key)?.changes ?? 0;
    records.set(key, { key, changes, sent: { pieces: there, of: pieces }, ...(refused === undefined ? { state: there > 0 ? 'onTheWay' : 'waiting' } : { state: 'refused', reason: refused }) });
  }
  return {
    submissions: submissions.map(({ key, fields }) => readSubmission(key, fields)).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
    records: [...records.values()].filter(({ key }) => splitKey(key).kind !== 'submission'),
  };
}
