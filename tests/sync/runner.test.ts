import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/crypto';
import type { Book } from '@/storage';
import { activate, type Connection } from '@/sync/connection';
import { countWaiting } from '@/sync/outbox';
import { SyncRunner } from '@/sync/runner';
import { resetSyncStatus, syncStatus } from '@/sync/status';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { newPhone, startWorld } from './world';

let world: Awaited<ReturnType<typeof startWorld>>;
let book: Book;
let connection: Connection;
let runner: SyncRunner;

beforeEach(async () => {
  resetSyncStatus();
  world = await startWorld();
  const cell = { code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' };
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [cell] }, 'committee');
  const { code } = await issueCode(world.ctx, cells[0]!.id);
  book = await newPhone();
  connection = await activate(book, '', { code, deviceName: 'Máy một', attempt: newId() + newId() }, world.send);
});
afterEach(async () => {
  await runner.stop();
  await book.close();
  await world.stop();
});

describe('runner', () => {
  it('[SYNC-9] what is written while a run is under way goes up in a moment, not in five minutes', async () => {
    let pulls = 0;
    runner = new SyncRunner(book, connection, {
      now: () => Date.now(),
      random: () => 0,
      send: async (input, init) => {
        const answer = await world.send(input, init);
        // After the last pull of the run nothing more is taken into a batch.
        if (input.includes('/vault/pull') && (pulls += 1) === 2) await book.write([{ key: 'task:t1', field: 'what', value: 'viết giữa chừng' }]);
        return answer;
      },
    });
    await book.write([{ key: 'task:t0', field: 'what', value: 'viết trước' }]);
    runner.start();
    await vi.waitFor(async () => {
      expect(pulls).toBeGreaterThanOrEqual(2);
      expect([await countWaiting(book), syncStatus.getState().toSend]).toEqual([0, 0]);
    }, { timeout: 8000, interval: 100 });
  }, 15_000);

  it('once stopped it asks for nothing more, also in the middle of a run, and says nothing', async () => {
    const asked: string[] = [];
    let stopping: Promise<void> | undefined;
    runner = new SyncRunner(book, connection, {
      now: () => Date.now(),
      random: () => 0,
      send: (input, init) => {
        asked.push(input);
        if (input.includes('/vault/pull')) stopping ??= runner.stop();
        return world.send(input, init);
      },
    });
    await book.write([{ key: 'task:t0', field: 'what', value: 'chưa gửi' }]);
    runner.start();
    await vi.waitFor(() => expect(stopping).toBeDefined());
    await stopping;
    const before = asked.length;
    await runner.now();
    expect([asked.length, asked.some((url) => url.includes('/push')), syncStatus.getState().reason]).toEqual([before, false, null]);
    expect(await countWaiting(book)).toBe(2);
  });

  it('[SNAP-10] too old for what the others have left, it looks for an update', async () => {
    let asks = 0;
    const refused = new Response(JSON.stringify({ error: { code: 'clientTooOld' } }), { status: 426 });
    runner = new SyncRunner(book, connection, { now: () => Date.now(), random: () => 0, send: async () => refused.clone(), onNewer: () => (asks += 1) });
    runner.start();
    await vi.waitFor(() => expect([asks, syncStatus.getState().reason]).toEqual([1, 'clientTooOld']));
  });
});
