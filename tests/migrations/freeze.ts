/**
 * Freezes the database of the app as it is now: `npx tsx tests/migrations/freeze.ts`.
 * Run once, just before the schema's number is raised, and commit the file. A frozen database is never made again: what it proves is
 * that the phones out there can still be read.
 */
import 'fake-indexeddb/auto';
import { existsSync, writeFileSync } from 'node:fs';
import { newRing, openRing, seal, utf8 } from '@/crypto';
import { unsentChanges, type Json, type RecordKey, type StoredRecord } from '@/domain';
import { BOOK_NAMES, writeSecret, writeSetting } from '@/storage';
import { addAttachment } from '@/storage/attachments';
import { createBook } from '@/storage/passcode';
import { absorb, makeBatch, type Sealer } from '@/sync/batches';
import { frozenPath, realDerive, writeFrozen } from './old-database';

const passcode = '246813';
const book = await createBook('real', passcode, realDerive);
const version = book.db.verno;
if (existsSync(frozenPath(version))) throw new Error(`version ${version} is frozen already`);

const ring = await newRing();
const sealer: Sealer = { ring: await openRing(ring), cellId: 'cell1', deviceId: 'device1' };
await writeSecret(book, 'connection', { base: '', token: 'token1', deviceId: 'device1', cellId: 'cell1', serverKey: '' });
await writeSecret(book, 'keyring', ring as unknown as Json);
await writeSecret(book, 'devices', []);
await writeSetting(book, 'idleMinutes', 15);
await writeSetting(book, 'place', '/');

const put = (key: RecordKey, fields: Readonly<Record<string, Json>>): Promise<void> => book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const other = async (seq: number, key: RecordKey, field: string, value: Json, base = 0): Promise<void> => {
  const box = await seal(sealer.ring.current, utf8(JSON.stringify({ v: 1, changes: [{ key, field, value, base }] })), `batch.cell1.device2.b${seq}`);
  await absorb(book, sealer, [{ seq, device: 'device2', batch: `b${seq}`, box }]);
};
const landed = async (seq: number): Promise<void> => {
  while (await makeBatch(book, sealer));
  for (const [index, { id }] of (await book.db.batches.orderBy('n').toArray()).entries()) await absorb(book, sealer, [{ seq: seq + index, device: 'device1', batch: id, box: null }]);
};

// What the log has: a cell, members, a meeting held and closed, a task changed by another phone and one put up for review.
await put('cell:cell', { name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', meetingDay: 5, hasCommittee: true });
await put('member:m1', { name: 'Nguyễn Văn Bí', position: 'Bí thư', standing: 'official', birthDate: '1971-04-12' });
await put('member:m2', { name: 'Trần Thị Phó', standing: 'official' });
await put('member:m3', { name: 'Đã xóa' });
await put('meeting:h1', {
  kind: 'regular',
  date: '2026-11-24',
  time: '14:00',
  place: 'Phòng họp tầng 2',
  procedure: { id: 'regular.hd05-duk-2021', version: 1 },
  createdAt: '2026-11-20T02:00:00.000Z',
  'prep/committeeMetOn': '2026-11-21',
  stepId: 'tk-kt-02',
  startedAt: '2026-11-24T07:00:00.000Z',
  'att/m1': { state: 'present' },
  'att/m2': { state: 'absentExcused', reason: 'đi công tác' },
  'con/c1': { memberId: 'm1', kind: 'opinion', at: '2026-11-24T07:20:00.000Z', stepId: 'tk-nd-02' },
  'con/c1/text': 'Đề nghị rà soát hồ sơ đảng viên trước ngày 05/12.',
  'step/tk-md-01/done': '2026-11-24T07:05:00.000Z',
  conclusion: 'Chi bộ thống nhất các nội dung đã nêu.',
  endedAt: '2026-11-24T08:40:00.000Z',
  result: { points: 92, grade: 'good' },
});
await put('meeting:h1', { closedAt: '2026-11-24T09:00:00.000Z' });
await put('task:t1', { what: 'Rà soát hồ sơ', due: '2026-12-05', state: 'open' });
await landed(1);
await other(20, 'task:t1', 'what', 'Rà soát hồ sơ đảng viên');
await other(21, 'meeting:h1', 'conclusion', 'đến muộn');
await put('member:m3', { name: null });
// A photo attached to the meeting, with its pieces.
await addAttachment(book, 'meeting:h1', { name: 'Ảnh buổi họp.jpg', type: 'image/jpeg', bytes: utf8('ảnh'.repeat(100)) }, '2026-11-24T08:50:00.000Z');
await landed(22);
// An entry of a later version, parked.
const parked = await seal(sealer.ring.current, utf8(JSON.stringify({ v: 99, changes: [] })), 'batch.cell1.device2.b40');
await absorb(book, sealer, [{ seq: 40, device: 'device2', batch: 'b40', box: parked }]);
// On its way, and not taken by any batch yet.
await put('task:t2', { what: 'Đang gửi' });
await makeBatch(book, sealer);
await put('task:t3', { what: 'Chưa gửi' });
await put('member:m2', { position: 'Phó bí thư' });

const stores = Object.fromEntries(book.db.tables.map(({ name, schema }) => [name, { keyPath: String(schema.primKey.keyPath), indexes: schema.indexes.map(({ name: index }) => index) }]));
const tables = Object.fromEntries(await Promise.all(book.db.tables.map(async (table) => [table.name, await table.toArray()] as const)));
const records = await Promise.all((await book.db.rows.toCollection().primaryKeys()).map((key) => book.load(key as RecordKey)));
const shown = Object.fromEntries(await Promise.all(records.map(async ({ key }: StoredRecord) => [key, await book.read(key)] as const)));
const unsent = Object.fromEntries(records.map((record) => [record.key, unsentChanges(record).map(({ change }) => change.field)] as const).filter(([, fields]) => fields.length > 0));
writeFileSync(frozenPath(version), writeFrozen({ version, passcode, stores, tables, shown, unsent }));
console.log(`${BOOK_NAMES.real} version ${version}: ${frozenPath(version)}`);
