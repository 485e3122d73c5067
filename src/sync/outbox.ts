import { splitKey, unsentChanges, type RecordKey } from '@/domain';
import type { Book } from '@/storage';
import { readSubmission, type QueuedSubmission } from './submissions';

/** What the outbox shows: documents for the committee, and records for the cell's own vault. */
export interface Outbox {
  readonly submissions: readonly QueuedSubmission[];
  /** Records with changes not yet in the vault: how many, and where they stand. */
  readonly records: readonly { readonly key: RecordKey; readonly changes: number; readonly state: 'waiting' | 'onTheWay' | 'refused'; readonly reason?: string }[];
}

/** Records and documents that the server does not have yet. */
export async function countWaiting(book: Book): Promise<number> {
  const [dirty, batches, submissions] = await Promise.all([
    book.db.rows.where('dirty').equals(1).primaryKeys(),
    book.db.batches.filter((batch) => batch.state === 'waiting').toArray(),
    book.list('submission'),
  ]);
  const keys = new Set([...dirty, ...batches.flatMap((batch) => batch.keys)].filter((key) => !key.startsWith('submission:')));
  return keys.size + submissions.filter(({ key, fields }) => readSubmission(key, fields).state === 'waiting').length;
}

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
  return {
    submissions: submissions.map(({ key, fields }) => readSubmission(key, fields)).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
    records: [...records.values()].filter(({ key }) => splitKey(key).kind !== 'submission'),
  };
}
