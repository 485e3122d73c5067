/** Snapshots of the sealed log with real client code against the real server. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, openRing, randomBytes, toBase64 } from '@/crypto';
import type { Json, RecordKey, StoredRecord } from '@/domain';
import { readSetting, writeSetting, type Book } from '@/storage';
import { unpack } from '@/storage/backup/pack';
import { ApiError } from '@/sync/api';
import { cursorOf, makeBatch } from '@/sync/batches';
import { activate, invite, join, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { loadRing, revokeDevice } from '@/sync/keyring';
import { countWaiting } from '@/sync/outbox';
import { packParts } from '@/sync/snapshots/form';
import { wholeOf } from '@/sync/snapshots/whole';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { snapshotsOf } from '@/server/store';
import { fastDerive, newPhone, startWorld } from './world';

interface Phone {
  book: Book;
  connection: Connection;
}
let world: Awaited<ReturnType<typeof startWorld>>;
let cell = '';
const books: Book[] = [];
beforeEach(async () => {
  world = await startWorld();
  const { cells } = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [{ code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' }] }, 'committee');
  cell = cells[0]!.id;
});
afterEach(async () => {
  for (const book of books.splice(0)) await book.close();
  await world.stop();
});

/** How heavy the log has to get before a snapshot is due. */
const dueAfter = (weight: number): unknown => Object.assign(world.ctx, { snapshotAfter: weight });
const NEVER = 1e12;
const attempt = (): string => newId() + newId();
async function blank(): Promise<Book> {
  const book = await newPhone();
  books.push(book);
  return book;
}
async function first(): Promise<Phone> {
  const book = await blank();
  const { code } = await issueCode(world.ctx, cell);
  const phone = { book, connection: await activate(book, '', { code, deviceName: 'Máy một', attempt: attempt() }, world.send) };
  await sync(phone);
  return phone;
}
async function joined({ book, connection }: Phone, on?: Book): Promise<Phone> {
  const own = on ?? (await blank());
  const { code } = await invite(book, connection, fastDerive, world.send);
  return { book: own, connection: await join(own, '', { code, deviceName: 'Máy khác', attempt: attempt() }, fastDerive, world.send) };
}
async function another(phone: Phone): Promise<Phone> {
  const next = await joined(phone);
  await sync(next);
  return next;
}
const sync = ({ book, connection }: Phone, speaks?: number) => syncOnce(book, connection, world.send, speaks);
const write = ({ book }: Phone, key: RecordKey, value: Json, field = 'what') => book.write([{ key, field, value }]);
const what = async ({ book }: Phone, key: RecordKey) => (await book.read(key))['what'];
const reasonOf = (work: Promise<unknown>) => work.then(() => 'fine', (error: unknown) => (error instanceof ApiError ? error.reason : String(error)));
const committed = async (): Promise<number[]> => (await snapshotsOf(world.ctx.store.db, cell)).filter(({ committedAt }) => committedAt !== null).map(({ seq }) => seq);
const head = async () => Number((await world.ctx.store.db.selectFrom('counters').select('value').where('cell', '=', cell).where('name', '=', 'vault').executeTakeFirst())?.value);

async function records({ book }: Phone): Promise<StoredRecord[]> {
  const rows = await book.db.rows.filter(({ kind }) => kind !== 'directory').primaryKeys();
  return Promise.all(rows.map((key) => book.load(key)));
}
/** What the log says on a phone, field by field. */
async function logged(phone: Phone): Promise<unknown> {
  const all = (await records(phone)).map(({ key, fields }) => [key, Object.fromEntries(Object.entries(fields).filter(([, { s }]) => s > 0).map(([name, { v, s, d }]) => [name, { v, s, d }]))]);
  return Object.fromEntries(all.filter(([, fields]) => Object.keys(fields as object).length > 0));
}
/** Text that nothing makes smaller. */
const noise = (bytes: number): string => Array.from({ length: bytes / 60_000 }, () => toBase64(randomBytes(60_000))).join('');
/** A snapshot of all that stands in the log. */
async function snapshot(phone: Phone): Promise<void> {
  dueAfter(1);
  for (let entries = 0; entries < 50; entries += 1) {
    await write(phone, 'task:tick', newId());
    await sync(phone);
    if ((await committed())[0] === (await head())) break;
  }
  dueAfter(NEVER);
  expect((await committed())[0]).toBe(await head());
}
/** Two snapshots, so that the log up to the first of them is gone. */
async function twoSnapshots(phone: Phone): Promise<void> {
  await snapshot(phone);
  await snapshot(phone);
}
const asked = (part: string): string[] => world.requests.filter((url) => url.includes(part));

describe('a new phone', () => {
  it('[SNAP-1] [SNAP-4] loads the state and a tail: what it costs grows with the state, not with the history', { timeout: 120_000 }, async () => {
    const one = await first();
    const sealer = { ring: await openRing(await loadRing(one.book, one.connection)), cellId: cell, deviceId: one.connection.deviceId };
    let written = 0;
    const change = async (times: number): Promise<void> => {
      for (let n = 0; n < times; n += 1) {
        written += 1;
        await write(one, `task:t${written % 50}`, `Nội dung lần thứ ${written}`);
        await makeBatch(one.book, sealer);
        if (written % 100 === 0) await sync(one);
      }
    };
    const cost = async (): Promise<{ requests: number; bytes: number }> => {
      const phone = await joined(one);
      let [requests, bytes] = [0, 0];
      const counting: typeof world.send = async (url, init) => {
        const answer = await world.send(url, init);
        requests += 1;
        bytes += (await answer.clone().text()).length;
        return answer;
      };
      await syncOnce(phone.book, phone.connection, counting);
      expect(await logged(phone)).toEqual(await logged(one));
      await phone.book.close();
      return { requests, bytes };
    };
    await change(500);
    const early = await cost();
    await change(1500);
    const late = await cost();
    expect(await head()).toBeGreaterThan(2000);
    expect(late.requests).toBeLessThanOrEqual(early.requests + 2);
    // A snapshot is due after about 400 entries of this size; all of the log is five times that.
    const entry = 500;
    expect(late.bytes).toBeLessThan(500 * entry);
    expect(Math.abs(late.bytes - early.bytes)).toBeLessThan(400 * entry);
    const sizes = (await snapshotsOf(world.ctx.store.db, cell)).map(({ size }) => size);
    expect(Math.max(...sizes)).toBeLessThan(10_000);
  });

  it('[SNAP-9] gets deleted fields, closed minutes and texts for review as the others have them, and goes on like them', async () => {
    const one = await first();
    const two = await another(one);
    await write(one, 'task:gone', 'rồi xóa');
    await write(one, 'meeting:m', 'Kết luận', 'conclusion');
    await write(one, 'task:t', 'của máy một');
    await write(two, 'task:t', 'của máy hai');
    await sync(one);
    await sync(two);
    await sync(one);
    await write(one, 'task:gone', null);
    await write(one, 'meeting:m', '2026-03-03', 'date');
    await write(one, 'meeting:m', 'đóng', 'closedAt');
    await write(two, 'meeting:m', 'đến muộn', 'conclusion');
    await sync(one);
    await sync(two);
    await sync(one);
    expect((await one.book.list('review')).map(({ fields }) => String(fields['reason'])).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['both-changed', 'closed']);
    await twoSnapshots(one);
    await sync(two);
    const three = await joined(one);
    world.requests.length = 0;
    await sync(three);
    expect([asked('/parts/').length, asked('/pull').length]).toEqual([1, 2]);
    expect(await logged(three)).toEqual(await logged(one));
    expect(await wholeOf(three.book.db)).toEqual(await wholeOf(one.book.db));
    expect(Object.keys(await three.book.read('directory:meetings'))).toEqual(['m']);
    await write(three, 'task:gone', 'lại có');
    await write(three, 'task:t', 'của máy ba');
    await sync(three);
    await snapshot(three);
    for (const phone of [one, two]) await sync(phone);
    for (const phone of [one, two]) expect(await logged(phone)).toEqual(await logged(three));
    expect(await one.book.list('review')).toHaveLength(2);
  });

  it('[SNAP-9] every phone makes the same of the same log, and nothing in it is unsent', async () => {
    const one = await first();
    await write(one, 'task:t', 'đã gửi');
    await sync(one);
    const two = await another(one);
    await sync(one);
    await write(two, 'task:t', 'CHUAGUI');
    await write(two, 'member:m', 'CHUAGUI', 'name');
    const plain = async (phone: Phone): Promise<string> => {
      const { at, chain } = (await wholeOf(phone.book.db))!;
      const parts = await packParts(listed(await records(phone)), { seq: at, chain }, 1);
      return JSON.stringify(await Promise.all(parts.map((part) => unpack(part))));
    };
    async function* listed(all: readonly StoredRecord[]): AsyncGenerator<StoredRecord> {
      yield* all;
    }
    expect(await plain(one)).toContain('đã gửi');
    expect(await plain(two)).toBe(await plain(one));
  });

  it('[SNAP-4] may load the newest before anything is gone, and reads the log where that is cheaper', async () => {
    const one = await first();
    for (let n = 0; n < 20; n += 1) {
      await write(one, 'task:t', `lần ${n}`);
      await sync(one);
    }
    await write(one, 'task:long', toBase64(randomBytes(4000)));
    await snapshot(one);
    world.requests.length = 0;
    const two = await another(one);
    expect([asked('/parts/').length, await logged(two)]).toEqual([1, await logged(one)]);
    dueAfter(1);
    const before = (await committed())[0];
    for (let n = 0; n < 50 && (await committed())[0] === before; n += 1) {
      await sync(two);
      await write(one, 'task:t', `thêm ${n}`);
      await sync(one);
    }
    expect((await committed())[0]).toBe(await head());
    world.requests.length = 0;
    await sync(two);
    expect([asked('/parts/').length, await logged(two)]).toEqual([0, await logged(one)]);
  });
});

describe('a phone that was away', () => {
  it('[SNAP-11] keeps on top what it has not sent, and the texts meet as they would have in the log', async () => {
    const one = await first();
    const two = await another(one);
    await write(one, 'task:t', 'của máy một');
    await write(two, 'task:t', 'của máy hai');
    await write(two, 'task:u', 'chỉ máy hai');
    await sync(one);
    await twoSnapshots(one);
    world.requests.length = 0;
    await sync(two);
    expect(asked('/parts/')).toHaveLength(1);
    await sync(one);
    for (const phone of [one, two]) {
      expect([await what(phone, 'task:t'), await what(phone, 'task:u')]).toEqual(['của máy hai', 'chỉ máy hai']);
      expect((await phone.book.list('review')).map(({ fields }) => fields['kept'])).toEqual(['của máy một']);
      expect(await countWaiting(phone.book)).toBe(0);
    }
  });

  it.each(['waiting', 'stored'])('[SNAP-6] knows its own batch inside a snapshot for sent, one that it holds for %s', async (state) => {
    const one = await first();
    const two = await another(one);
    await write(two, 'task:t', 'của máy hai');
    await write(two, 'task:u', 'còn sửa');
    world.fault = (url) => (state === 'waiting' && url.includes('/push') ? 'after' : state === 'stored' && world.requests.some((other) => other.includes('/push')) && url.includes('/pull') ? 'before' : null);
    world.requests.length = 0;
    expect(await reasonOf(sync(two))).toBe('offline');
    world.fault = null;
    expect((await two.book.db.batches.toArray()).map((batch) => batch.state)).toEqual([state]);
    await write(two, 'task:u', 'đã sửa');
    await sync(one);
    await write(one, 'task:t', 'sửa bởi máy một');
    await twoSnapshots(one);
    const before = await head();
    await sync(two);
    expect([await two.book.db.batches.count(), await countWaiting(two.book)]).toEqual([0, 0]);
    expect([await what(two, 'task:t'), await what(two, 'task:u')]).toEqual(['sửa bởi máy một', 'đã sửa']);
    // The word typed since, and nothing twice.
    expect(await head()).toBe(before + 1);
    await sync(one);
    expect(await logged(two)).toEqual(await logged(one));
    expect(await one.book.list('review')).toEqual([]);
  });

  it('[SNAP-6] [SYNC-7] let in under another id it does not send again what its former id had sent', async () => {
    const one = await first();
    const two = await another(one);
    await write(two, 'task:t', 'của máy hai');
    world.fault = (url) => (url.includes('/push') ? 'after' : null);
    expect(await reasonOf(sync(two))).toBe('offline');
    world.fault = null;
    await sync(one);
    await twoSnapshots(one);
    const again = await joined(one, two.book);
    const before = await head();
    await sync(again);
    expect([await again.book.db.batches.count(), await countWaiting(again.book), await head()]).toEqual([0, 0, before]);
    expect(await logged(again)).toEqual(await logged(one));
  });
});

describe('cut off', () => {
  it('[SNAP-1] an upload that fails fails no run, lets nothing go, and is tried again some runs later', async () => {
    const one = await first();
    dueAfter(1);
    for (const [path, fault] of [['/v1/vault/snapshots', 'before'], ['/commit', 'before'], ['/commit', 'after']] as const) {
      let struck = 0;
      world.fault = (url) => (url.endsWith(path) && (struck += 1) === 1 ? fault : null);
      await write(one, 'task:t', newId());
      expect(await reasonOf(sync(one))).toBe('fine');
      expect(struck).toBe(1);
      world.fault = null;
      for (let run = 0; run < 9; run += 1) await sync(one);
    }
    // The last was committed, and its answer lost: nothing has come since that another would be due for.
    expect([await committed(), await head()]).toEqual([[4, 3], 4]);
    const two = await another(one);
    expect(await logged(two)).toEqual(await logged(one));
  });

  it('[SNAP-11] a load that is cut off writes nothing, and goes on with the part that it was at', async () => {
    const one = await first();
    await snapshot(one);
    for (let n = 0; n < 3; n += 1) {
      await write(one, `task:t${n}`, noise(180_000));
      await sync(one);
    }
    await snapshot(one);
    const two = await joined(one);
    world.requests.length = 0;
    world.fault = (url) => (url.endsWith('/parts/2') ? 'before' : null);
    expect(await reasonOf(sync(two))).toBe('offline');
    expect([await cursorOf(two.book), await logged(two)]).toEqual([0, {}]);
    world.fault = null;
    await sync(two);
    expect(asked('/parts/').map((url) => url.at(-1))).toEqual(['0', '1', '2', '2']);
    expect(await logged(two)).toEqual(await logged(one));
  });

  it('[SNAP-4] a snapshot that another takes the place of while it is fetched: the newer is loaded', async () => {
    const one = await first();
    await twoSnapshots(one);
    const two = await joined(one);
    let struck = false;
    const between: typeof world.send = async (url, init) => {
      if (url.includes('/parts/') && !struck) {
        struck = true;
        await twoSnapshots(one);
      }
      return world.send(url, init);
    };
    await syncOnce(two.book, two.connection, between);
    expect([struck, await logged(two)]).toEqual([true, await logged(one)]);
  });
});

describe('a snapshot that cannot be read', () => {
  const hurt = async (...which: number[]): Promise<void> => {
    const all = (await snapshotsOf(world.ctx.store.db, cell)).filter((_, index) => which.includes(index));
    for (const { snapshot: id } of all) {
      const row = await world.ctx.store.db.selectFrom('snapshot_parts').select('box').where('snapshot', '=', id).where('part', '=', 0).executeTakeFirstOrThrow();
      const box = Buffer.from(row.box);
      box[40] = box[40]! ^ 1;
      await world.ctx.store.db.updateTable('snapshot_parts').set({ box }).where('snapshot', '=', id).where('part', '=', 0).execute();
    }
  };

  it('[SNAP-10] is passed over for the older one and the log after it', async () => {
    const one = await first();
    await write(one, 'task:t', 'trước');
    await twoSnapshots(one);
    await write(one, 'task:t', 'sau');
    await sync(one);
    await hurt(0);
    const two = await joined(one);
    expect(await sync(two)).toMatchObject({ unreadable: 0, leftOut: false });
    expect(await logged(two)).toEqual(await logged(one));
  });

  it('[SNAP-10] is passed over for the log where that is there', async () => {
    const one = await first();
    for (let n = 0; n < 9; n += 1) {
      await write(one, 'task:t', `lần ${n}`);
      await sync(one);
    }
    await snapshot(one);
    await hurt(0);
    const two = await another(one);
    expect(await logged(two)).toEqual(await logged(one));
  });

  it('[SNAP-10] with no other way it is named; nothing is lost, what is written goes up, and a new snapshot makes it good', async () => {
    const one = await first();
    await twoSnapshots(one);
    await hurt(0, 1);
    const two = await joined(one);
    await write(two, 'task:t', 'của máy hai');
    expect(await reasonOf(sync(two))).toBe('snapshotDamaged');
    expect([await cursorOf(two.book), await what(two, 'task:t')]).toEqual([0, 'của máy hai']);
    await sync(one);
    expect(await what(one, 'task:t')).toBe('của máy hai');
    await snapshot(one);
    await sync(two);
    expect([await logged(two), await countWaiting(two.book)]).toEqual([await logged(one), 0]);
  });

  it('[SNAP-10] from another snapshot, or at another place, a part does not open', async () => {
    const one = await first();
    await twoSnapshots(one);
    const [newer, older] = (await snapshotsOf(world.ctx.store.db, cell)).map(({ snapshot: id }) => id);
    const row = await world.ctx.store.db.selectFrom('snapshot_parts').selectAll().where('snapshot', '=', older!).executeTakeFirstOrThrow();
    await world.ctx.store.db.updateTable('snapshot_parts').set({ box: Buffer.from(row.box) }).where('snapshot', '=', newer!).execute();
    const two = await joined(one);
    await sync(two);
    expect(await logged(two)).toEqual(await logged(one));
    await world.ctx.store.db.updateTable('snapshots').set({ seq: 1 }).where('snapshot', '=', older!).execute();
    const three = await joined(one);
    expect(await reasonOf(sync(three))).toBe('snapshotDamaged');
  });

  it('[SNAP-10] [PROTO-2] made by a newer app it is named so; after the update it is loaded', async () => {
    const one = await first();
    dueAfter(1);
    for (const text of ['một', 'hai']) {
      await write(one, 'task:t', text);
      await sync(one, 2);
    }
    dueAfter(NEVER);
    expect(await committed()).toHaveLength(2);
    const two = await joined(one);
    await write(two, 'task:u', 'của bản cũ');
    expect(await reasonOf(sync(two, 1))).toBe('clientTooOld');
    await sync(one, 2);
    expect(await what(one, 'task:u')).toBe('của bản cũ');
    await sync(two, 2);
    expect(await logged(two)).toEqual(await logged(one));
  });

  it('[SNAP-7] [KEY-15] under a key that the phone lacks is waited for, and what it writes goes up', async () => {
    const one = await first();
    // Let in, it has not been in touch yet: nobody can vouch for it when the key changes.
    const late = await joined(one);
    const out = await another(one);
    await revokeDevice(one.book, one.connection, out.connection.deviceId, world.send);
    await sync(one);
    await twoSnapshots(one);
    await write(late, 'task:u', 'của máy chậm');
    expect(await sync(late)).toMatchObject({ leftOut: true, pushed: 1, unreadable: 0 });
    expect(await cursorOf(late.book)).toBe(0);
    await sync(one);
    const again = await joined(one, late.book);
    expect(await sync(again)).toMatchObject({ leftOut: false });
    await sync(one);
    expect(await logged(again)).toEqual(await logged(one));
  });
});

describe('who may make one', () => {
  const refuses = async (phone: Phone, speaks?: number): Promise<void> => {
    dueAfter(1);
    const before = await committed();
    world.requests.length = 0;
    await write(phone, 'task:tick', newId());
    await sync(phone, speaks);
    expect([asked('/snapshots'), await committed()]).toEqual([[], before]);
    dueAfter(NEVER);
  };

  it('[SNAP-8] not one that has passed over an entry', async () => {
    const one = await first();
    const two = await another(one);
    const box = toBase64(Uint8Array.from([1, 1, ...randomBytes(60)]));
    await world.send('/v1/vault/push', { method: 'POST', headers: { authorization: `Bearer ${two.connection.token}`, 'x-so-protocol': '2', 'content-type': 'application/json' }, body: JSON.stringify({ batches: [{ id: newId(), box }] }) });
    expect(await sync(one)).toMatchObject({ unreadable: 1 });
    await refuses(one);
    expect(await wholeOf(one.book.db)).toBeUndefined();
  });

  it('[SNAP-8] not one that has parked entries', async () => {
    const one = await first();
    const two = await another(one);
    await write(two, 'task:t', 'của bản mới');
    await sync(two, 2);
    await sync(one, 1);
    await refuses(one, 1);
    dueAfter(1);
    await sync(one, 2);
    expect(await committed()).toEqual([await head()]);
  });

  it('[SNAP-3] not one that has taken in another log than the server has', async () => {
    const one = await first();
    const whole = await readSetting<{ at: number }>(one.book, 'whole');
    await writeSetting(one.book, 'whole', { ...whole, chain: 'f'.repeat(64) });
    dueAfter(1);
    await write(one, 'task:t', 'x');
    expect(await reasonOf(sync(one))).toBe('fine');
    expect([asked('/commit').length, await committed()]).toEqual([1, []]);
  });
});
