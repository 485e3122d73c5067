import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/crypto';
import type { RecordKey } from '@/domain';
import type { Book } from '@/storage';
import { activate, invite, join, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { countWaiting } from '@/sync/outbox';
import { SyncRunner } from '@/sync/runner';
import { resetSyncStatus, syncStatus } from '@/sync/status';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { fastDerive, newPhone, startWorld } from './world';

/** Formats of an app and of the one that comes after it. */
const OLD = 1;
const NEW = 2;

interface Phone {
  readonly book: Book;
  readonly connection: Connection;
}

let world: Awaited<ReturnType<typeof startWorld>>;
let old: Phone;
let updated: Phone;
beforeEach(async () => {
  world = await startWorld();
  const cell = { code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' };
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [cell] }, 'committee');
  const { code } = await issueCode(world.ctx, cells[0]!.id);
  const [one, two] = [await newPhone(), await newPhone()];
  old = { book: one, connection: await activate(one, '', { code, deviceName: 'Máy cũ', attempt: newId() + newId() }, world.send) };
  await syncOnce(one, old.connection, world.send);
  const invited = await invite(one, old.connection, fastDerive, world.send);
  updated = { book: two, connection: await join(two, '', { code: invited.code, deviceName: 'Máy mới', attempt: newId() + newId() }, fastDerive, world.send) };
});
afterEach(async () => {
  await Promise.all([old.book.close(), updated.book.close()]);
  await world.stop();
});

const run = ({ book, connection }: Phone, speaks: number) => syncOnce(book, connection, world.send, speaks);
const write = ({ book }: Phone, what: string, key: RecordKey = 'task:t') => book.write([{ key, field: 'what', value: what }]);
const what = async ({ book }: Phone, key: RecordKey = 'task:t') => (await book.read(key))['what'];
const noNetwork = () => {
  throw new TypeError('no network');
};

describe('an app that has not been updated, beside one that has', () => {
  it('[SYNC-10] from the first entry of a newer format on all is parked, and what the old app writes goes up', async () => {
    await write(updated, 'của bản mới');
    await run(updated, NEW);
    await write(updated, 'của bản cũ hơn nữa', 'task:u');
    await run(updated, OLD);
    await write(old, 'của máy cũ', 'task:v');
    const report = await run(old, OLD);
    expect(report).toMatchObject({ parked: 3, unreadable: 0, leftOut: false });
    expect([await what(old), await what(old, 'task:u'), await what(old, 'task:v')]).toEqual([undefined, undefined, 'của máy cũ']);
    await run(updated, NEW);
    expect(await what(updated, 'task:v')).toBe('của máy cũ');
  });

  it('[SYNC-10] once updated it shows them without a network, in the order of the log', async () => {
    await write(updated, 'một');
    await run(updated, NEW);
    await write(old, 'hai');
    await run(old, OLD);
    expect(await what(old)).toBe('hai');
    await expect(syncOnce(old.book, old.connection, noNetwork, NEW)).rejects.toThrow('offline');
    expect(await what(old)).toBe('hai');
    expect((await old.book.list('review')).map(({ fields }) => [fields['kept'], fields['shown']])).toEqual([['một', 'hai']]);
    expect([await old.book.db.parked.count(), await old.book.db.batches.count(), await countWaiting(old.book)]).toEqual([0, 0, 0]);
    await run(updated, NEW);
    expect((await updated.book.list('review')).map(({ fields }) => fields['kept'])).toEqual(['một']);
  });

  it('[SYNC-10] an app that is not new enough for the second of two keeps the rest', async () => {
    await write(updated, 'một');
    await run(updated, NEW);
    await write(updated, 'hai');
    await run(updated, NEW + 1);
    await run(old, OLD);
    expect(await run(old, NEW)).toMatchObject({ parked: 1 });
    expect(await what(old)).toBe('một');
    expect(await run(old, NEW + 1)).toMatchObject({ parked: 0 });
    expect(await what(old)).toBe('hai');
  });

  it('[SYNC-10] the status says how many wait, and the browser is asked for the newer app', async () => {
    await write(updated, 'một');
    await run(updated, NEW);
    resetSyncStatus();
    const onNewer = vi.fn<() => void>();
    const runner = new SyncRunner(old.book, old.connection, { now: () => Date.now(), random: () => 0, send: world.send, onNewer });
    runner.start();
    await runner.now();
    await runner.stop();
    expect(syncStatus.getState().parked).toBe(1);
    expect(onNewer).toHaveBeenCalled();
  });
});
