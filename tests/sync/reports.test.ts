import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '@/crypto';
import type { Book } from '@/storage';
import { activate, invite, join, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { IncompleteRecord } from '@/sync/meeting-record';
import { reportRecord } from '@/sync/report-record';
import { readSubmission, retrySubmission, submissionChanges } from '@/sync/submissions';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { readReport } from '@/domain';
import { cell } from '../fixtures/november-meeting';
import { sampleReport, sampleReportRecord } from '../fixtures/report';
import { DOCUMENT } from './simulation/document';
import { fastDerive, newPhone, startWorld } from './world';

let world: Awaited<ReturnType<typeof startWorld>>;
let book: Book;
let connection: Connection;
beforeEach(async () => {
  world = await startWorld();
  const one = { code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' };
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [one] }, 'committee');
  const { code } = await issueCode(world.ctx, cells[0]!.id);
  book = await newPhone();
  connection = await activate(book, '', { code, deviceName: 'Máy một', attempt: newId() + newId() }, world.send);
});
afterEach(async () => {
  await book.close();
  await world.stop();
});

it('[SUB-7] before a server that does not know reports the phone keeps it, says why, sends everything else, and sends it once the server is updated', async () => {
  const old: typeof world.send = (input, init) =>
    input.endsWith('/v1/submissions') && String(init?.body).includes('"type":"report"')
      ? Promise.resolve(Response.json({ error: { code: 'invalid', path: 'body.type' } }, { status: 422, headers: { 'x-so-protocol': '2' } }))
      : world.send(input, init);
  const report = await submissionChanges(sampleReportRecord(), 'Báo cáo quý IV năm 2026', '2027-01-04T02:00:00.000Z');
  const minutes = await submissionChanges(DOCUMENT, 'Biên bản', '2027-01-04T03:00:00.000Z');
  await book.write([...report.changes, ...minutes.changes]);
  const read = async (id: string) => readSubmission(`submission:${id}`, await book.read(`submission:${id}`));
  await syncOnce(book, connection, old);
  expect(await read(report.id)).toMatchObject({ type: 'report', reportId: '2026-Q4', meetingId: '', state: 'refused', refused: { code: 'invalid', path: 'body.type' } });
  expect(await read(minutes.id)).toMatchObject({ state: 'received', meetingId: 'm', reportId: '' });
  await retrySubmission(book, `submission:${report.id}`);
  await syncOnce(book, connection, world.send);
  expect(await read(report.id)).toMatchObject({ state: 'received', verified: true, receipt: { receipt: { hash: report.hash } } });
});

it('[REP-9] [LOG-4] two phones close one report without a network: only the close that the log keeps goes up, the other is set aside with the reason', async () => {
  const two = await newPhone();
  const { code } = await invite(book, connection, fastDerive, world.send);
  const second = await join(two, '', { code, deviceName: 'Máy hai', attempt: newId() + newId() }, fastDerive, world.send);
  await syncOnce(two, second, world.send);
  const close = async (phone: Book, title: string): Promise<string> => {
    const { id, changes } = await submissionChanges(sampleReportRecord(), title, '2027-01-04T02:00:00.000Z');
    const own = (field: string, value: string) => ({ key: 'report:2026-Q4' as const, field, value });
    await phone.write([own('closedHash', id), own('submissionId', id), ...changes, own('closedAt', '2027-01-04T02:00:00.000Z')]);
    return id;
  };
  const [first, late] = [await close(book, 'Bản một'), await close(two, 'Bản hai')];
  await syncOnce(book, connection, world.send);
  await syncOnce(two, second, world.send);
  await syncOnce(book, connection, world.send);
  for (const phone of [book, two]) {
    const state = async (id: string) => readSubmission(`submission:${id}`, await phone.read(`submission:${id}`));
    expect((await phone.read('report:2026-Q4'))['submissionId']).toBe(first);
    expect([await state(first), await state(late)]).toMatchObject([{ state: 'received' }, { state: 'refused', refused: { code: 'reportOutrun' } }]);
  }
  await two.close();
});

it('[SUB-6] what the server would refuse is met on the phone, by its path', () => {
  const report = readReport('2026-Q4', {})!;
  const final = sampleReport('2026-Q4');
  const path = (over: object): string => {
    try {
      reportRecord(report, { ...final, ...over }, cell, 'a'.repeat(64), '2027-01-04T02:00:00.000Z');
      return 'none';
    } catch (error) {
      return error instanceof IncompleteRecord ? error.path : String(error);
    }
  };
  expect([path({}), path({ sections: [{ id: 'x', heading: 'X', text: 'a'.repeat(40_001) }] }), path({ date: '2026-02-30' })]).toEqual(['none', 'sections.0.text', 'date']);
});
