import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromUtf8, importKey, newId, newRing, open, openRing, randomBytes, seal, utf8 } from '@/crypto';
import type { LoggedChange } from '@/domain';
import { Book, BookDatabase } from '@/storage';
import { absorb, cursorOf, makeBatch, type LogEntry, type Sealer } from '@/sync/batches';

const books: Book[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const book of books.splice(0)) await book.close();
});

/** Two tabs over one database, of a phone that takes part in a cell with another, `b`. */
async function twoTabs(): Promise<{ one: Book; two: Book; sealer: Sealer }> {
  const key = await importKey(randomBytes(32));
  const name = `tabs-${newId()}`;
  const [one, two] = [new Book(new BookDatabase(name), key), new Book(new BookDatabase(name), key)];
  books.push(one, two);
  return { one, two, sealer: { ring: await openRing(await newRing()), cellId: 'cell', deviceId: 'a' } };
}

/** What the log holds of another phone. */
async function entry({ ring, cellId }: Sealer, seq: number, change: LoggedChange, device = 'b'): Promise<LogEntry> {
  const batch = newId();
  return { seq, device, batch, box: await seal(ring.current, utf8(JSON.stringify({ v: 1, changes: [change] })), `batch.${cellId}.${device}.${batch}`) };
}

/** Lets something happen between what the tab has read and its next commit. */
function beforeCommit({ db }: Book, happens: () => Promise<unknown>): void {
  const commit = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  let done = false;
  db.transaction = (async (...args: unknown[]) => {
    if (!done) {
      done = true;
      await happens();
    }
    return commit(...args);
  }) as unknown as typeof db.transaction;
}
const write = (what: string, base: number): LoggedChange => ({ key: 'task:t', field: 'what', value: what, base });

describe('two tabs without a lock between them', () => {
  it('[SYNC-6] that take unsent changes at the same time put each into one batch only', async () => {
    const { one, two, sealer } = await twoTabs();
    await one.write([write('một', 0)]);
    await two.read('task:t');
    const made = await Promise.all([makeBatch(one, sealer), makeBatch(two, sealer)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await one.db.batches.count()).toBe(1);
  });

  it('[SYNC-6] a batch made from what a tab remembers never marks a newer text of the other tab as sent', async () => {
    // A browser in which tabs hear nothing of each other.
    vi.stubGlobal('BroadcastChannel', undefined);
    const { one, two, sealer } = await twoTabs();
    await one.write([write('một', 0)]);
    await two.read('task:t');
    await makeBatch(one, sealer);
    const [batch] = await one.db.batches.toArray();
    await absorb(one, sealer, [{ seq: 1, device: 'a', batch: batch!.id, box: null }]);
    await one.write([write('hai', 1)]);
    await makeBatch(two, sealer);
    const made = await one.db.batches.toArray();
    const texts = await Promise.all(made.map(async ({ id, box }) => fromUtf8(await open(sealer.ring.current, box, `batch.cell.a.${id}`))));
    expect(texts).toEqual([expect.stringContaining('hai')]);
  });

  it('[SYNC-2] that take in the log at the same time end where the log ends', async () => {
    const { one, two, sealer } = await twoTabs();
    const log = [await entry(sealer, 1, write('một', 0)), await entry(sealer, 2, write('hai', 1)), await entry(sealer, 3, write('ba', 2))];
    beforeCommit(one, () => absorb(two, sealer, log));
    await absorb(one, sealer, log.slice(0, 1));
    expect(await cursorOf(one)).toBe(3);
    expect((await one.load('task:t')).fields['what']).toMatchObject({ v: 'ba', s: 3 });
  });

  it('[LOG-3] that take in the same two texts at the same time list the other once', async () => {
    const { one, two, sealer } = await twoTabs();
    await absorb(one, sealer, [await entry(sealer, 1, write('một', 0))]);
    const page = [await entry(sealer, 2, write('hai', 0), 'c')];
    beforeCommit(one, () => absorb(two, sealer, page));
    await absorb(one, sealer, page);
    const [item, ...more] = await one.list('review');
    expect(more).toEqual([]);
    expect(item?.fields).toMatchObject({ kept: 'một', shown: 'hai' });
  });
});
