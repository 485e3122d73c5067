import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, seal, toBase64, utf8 } from '@/crypto';
import { applyLogged } from '@/domain';
import { Cell } from './cell';
import { judge } from './oracle';
import { runSchedule } from './run';
import { scheduleOf, type Step } from './schedule';
import { ONCE_FAILED } from './seeds';
import { startServer, type Server } from './server';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('what once failed', () => {
  it.each(ONCE_FAILED.map(({ what, steps }) => [what, steps] as const))('%s', async (_what, steps) => {
    await expect(runSchedule(server, { seed: 0, steps })).resolves.toBeUndefined();
  });
});

it('a seed is always the same schedule', () => {
  expect(scheduleOf(7)).toEqual(scheduleOf(7));
  expect(scheduleOf(7)).not.toEqual(scheduleOf(8));
});

/** Two phones that wrote one field unseen by each other, at rest: all is well, until something is tampered with. */
const STEPS: Step[] = [
  { do: 'join', by: 0, lost: false },
  { do: 'edit', phone: 0, tab: 0, typed: [{ key: 'task:a', field: 'what', value: 'one' }] },
  { do: 'edit', phone: 1, tab: 0, typed: [{ key: 'task:a', field: 'what', value: 'two' }] },
  { do: 'sync', phone: 0, tab: 0, faults: [] },
  { do: 'close', phone: 1, tab: 0, meeting: 'meeting:m', mark: 'closed' },
];
const bookOf = (cell: Cell, phone: number) => cell.phones[phone]!.life.tabs[0]!.book;

describe('the judge of the simulation sees', () => {
  it.each<[string, RegExp, (cell: Cell) => unknown]>([
    ['nothing wrong', /^$/, () => undefined],
    [
      'a phone that shows something else',
      /phone 1 shows task:a what = "one", the log says "two"/,
      (cell) => bookOf(cell, 1).edit(['task:a'], (read) => [applyLogged(read('task:a'), { key: 'task:a', field: 'what', value: 'one', base: 9 }, { seq: 9, device: 'x' }).record]),
    ],
    [
      'a text that vanished from the list for review',
      /phone 0 does not list both-changed task:a what "one"/,
      async (cell) => {
        const { db, list } = { db: bookOf(cell, 0).db, list: await bookOf(cell, 0).list('review') };
        await db.rows.delete(list[0]!.key);
      },
    ],
    [
      'a text listed for nothing',
      /phone 0 lists both-changed task:a note "x" for nothing/,
      (cell) =>
        bookOf(cell, 0).edit(['review:x'], (read) => {
          const fields = Object.fromEntries(Object.entries({ reason: 'both-changed', key: 'task:a', field: 'note', kept: 'x' }).map(([name, v]) => [name, { v, s: 1, d: '' }]));
          return [{ ...read('review:x'), fields }];
        }),
    ],
    ['a text that was acknowledged and is nowhere', /task:a note: "gone" was acknowledged and never sent/, (cell) => cell.phones[0]!.written.set('task:a note', [{ value: '"gone"', acked: true, seen: new Set() }])],
    [
      'a batch that came in twice under two ids',
      /task:a what: "one" was sent twice/,
      async (cell) => {
        const connection = await cell.connectionOf(cell.phones[0]!);
        const ring = await cell.ringOf(cell.phones[0]!);
        const { device, changes } = (await server.log(cell.id, ring)).find((entry) => entry.device === connection.deviceId)!;
        const id = newId();
        const box = toBase64(await seal(ring.current, utf8(JSON.stringify({ v: 1, changes })), `batch.${cell.id}.${device}.${id}`));
        await server.ask('/v1/vault/push', { method: 'POST', headers: headersOf(connection.token), body: JSON.stringify({ batches: [{ id, box }] }) });
        await cell.settle();
      },
    ],
    ['something left in the outbox', /phone 1 still has a batch/, (cell) => bookOf(cell, 1).db.batches.put({ id: 'left-over', n: 1, keys: [], size: 0, box: new Uint8Array(1), state: 'stored' })],
    ['a document without a receipt', /a queued document has no receipt/, (cell) => cell.phones[0]!.queued.push('never-arrived')],
  ])('%s', async (_what, message, tamper) => {
    const cell = await Cell.found(server);
    for (const step of STEPS) await cell.perform(step);
    await cell.settle();
    await tamper(cell);
    const verdict = await judge(cell).then(() => '', String);
    await cell.end();
    expect(verdict.replace(/^Broken: /, '')).toMatch(message);
  });
});

const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, 'x-so-protocol': '1', 'content-type': 'application/json' });
