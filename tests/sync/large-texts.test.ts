import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '@/crypto';
import { activate } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { newPhone, startWorld } from './world';

let world: Awaited<ReturnType<typeof startWorld>>;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

it('[SYNC-4] minutes of many long Vietnamese texts arrive before the mark that closes them', async () => {
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
  const { code } = await issueCode(world.ctx, cells[0]!.id);
  const book = await newPhone();
  const connection = await activate(book, '', { code, deviceName: 'Máy', attempt: newId() + newId() }, world.send);
  // Three bytes each letter: what is counted must be what is sent.
  const long = 'ế'.repeat(70_000);
  await book.write([
    { key: 'meeting:m', field: 'con/1/text', value: long },
    { key: 'meeting:m', field: 'con/2/text', value: long },
    { key: 'meeting:m', field: 'con/3/text', value: long },
    { key: 'meeting:m', field: 'closedAt', value: '2026-11-24T09:00:00.000Z' },
  ]);
  await syncOnce(book, connection, world.send);
  expect(await book.list('review')).toEqual([]);
  const record = await book.load('meeting:m');
  expect(Object.keys(record.fields).filter((field) => record.fields[field]?.v !== null).sort()).toEqual(['closedAt', 'con/1/text', 'con/2/text', 'con/3/text']);
  expect(await book.db.batches.count()).toBe(0);
  await book.close();
});
