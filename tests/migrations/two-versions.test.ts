import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { BOOK_NAMES, BookDatabase, followBlocked, unlockBook, type Book } from '@/storage';
import { createBook } from '@/storage/passcode';
import { fastDerive } from '../sync/world';

let book: Book | null = null;
afterEach(async () => {
  await book?.close();
  book = null;
  await Dexie.delete(BOOK_NAMES.real);
});

/** The schema's next number. */
const NEXT = new BookDatabase('number').verno + 1;

/** What a later version of the app will do: open the same database under the next number. Tells what happened, in order. */
function openNewer(told: string[]): Promise<void> {
  const opening = indexedDB.open(BOOK_NAMES.real, NEXT * 10);
  opening.onblocked = () => told.push('waits');
  opening.onupgradeneeded = () => {
    told.push('upgrades');
    opening.result.createObjectStore('more', { keyPath: 'id' });
  };
  return new Promise((done, failed) => {
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
    opening.onerror = () => failed(opening.error ?? new Error('not opened'));
  });
}

describe('an old app and a new one on the same phone', () => {
  it('[MIGRATE-4] the old one leaves a newer database alone, and says so', async () => {
    const made = await createBook('real', '246810', fastDerive);
    await made.write([{ key: 'task:t', field: 'what', value: 'một' }]);
    await made.close();
    await openNewer([]);
    await expect(unlockBook('real', '246810', fastDerive, 0)).rejects.toMatchObject({ reason: 'newer' });
  });

  it('[MIGRATE-5] the new one says that it waits for an old tab, and goes on by itself once that gives way', async () => {
    book = await createBook('real', '246810', fastDerive);
    const old = book;
    let asked = (): void => undefined;
    const wasAsked = new Promise<void>((done) => (asked = done));
    // It still has something in memory that it cannot write.
    old.db.onSuperseded = asked;
    const told: boolean[] = [];
    let blocked = (): void => undefined;
    const isBlocked = new Promise<void>((done) => (blocked = done));
    followBlocked((now) => {
      told.push(now);
      if (now) blocked();
    });
    await expect(unlockBook('real', '000000', fastDerive, 0)).resolves.toMatchObject({ state: 'wrong' });
    told.length = 0;
    const newer = new BookDatabase(BOOK_NAMES.real);
    newer.version(NEXT).stores({ more: 'id' });
    const reading = newer.meta.get('device');
    await Promise.all([wasAsked, isBlocked]);
    expect(told).toEqual([true]);
    await old.write([{ key: 'task:t', field: 'what', value: 'đang gõ' }]);
    await old.close();
    expect(await reading).toBeDefined();
    expect(told).toEqual([true, false]);
    expect(await newer.rows.get('task:t')).toBeDefined();
    newer.close();
  });

  it('[MIGRATE-4] the new one waits until an open tab of the old one has written what was being typed', async () => {
    book = await createBook('real', '246810', fastDerive);
    const old = book;
    const told: string[] = [];
    old.db.onSuperseded = () =>
      void old.write([{ key: 'task:t', field: 'what', value: 'đang gõ' }]).then(async () => {
        told.push('wrote');
        await old.close();
      });
    await openNewer(told);
    expect(told.filter((one) => one !== 'waits')).toEqual(['wrote', 'upgrades']);
    await expect(unlockBook('real', '246810', fastDerive, 0)).rejects.toMatchObject({ reason: 'newer' });
  });
});
