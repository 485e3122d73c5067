/** [SNAP] The same suite on libsql and on PostgreSQL: snapshots of the sealed log. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MAX_BOX_LENGTH, type SnapshotPartRequest } from '@/protocol';
import { invite, join, revoke, type DeviceCaller } from '@/server/accounts';
import { counterOf, openStore, snapshotsOf, type Database } from '@/server/store';
import { libsqlEngine } from '@/server/store/libsql';
import { first } from '@/server/store/migrations/001-first';
import { keys } from '@/server/store/migrations/002-keys';
import { postgresEngine } from '@/server/store/postgres';
import { commit, find, part, pull, push, putPart } from '@/server/vault';
import { onEngines } from '../support/on-engines';
import type { TestOrg } from '../support/org';

const box = (text: string): string => Buffer.from(text).toString('base64');
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const DAY = 24 * 60 * 60_000;

onEngines('snapshots', (eachTime, engine) => {
  let org: TestOrg;
  let one: DeviceCaller;
  let two: DeviceCaller;
  eachTime(async (planted) => {
    org = planted;
    const { cell, deviceId } = await org.device();
    one = { cell, device: deviceId };
    const lookup = `AAAA-${Math.random().toString(36).slice(2, 10)}`;
    await invite(org.ctx, one, { lookup, sealedKey: box('sealed') });
    two = { cell, device: (await join(org.ctx, { lookup, deviceName: 'Máy hai' })).deviceId };
  });

  const names: { device: string; batch: string }[] = [];
  /** Entries onto the log. */
  const log = async (by: DeviceCaller, from: number, to: number): Promise<void> => {
    const batches = range(to - from + 1).map((n) => ({ id: `batch-${String(from + n).padStart(4, '0')}`, box: box(`entry ${from + n}`) }));
    await push(org.ctx, by, batches);
    names.splice(from - 1, names.length, ...batches.map(({ id }) => ({ device: by.device, batch: id })));
  };
  const chain = (seq: number): string => names.slice(0, seq).reduce((before, { device, batch }) => createHash('sha256').update(`${before}.${device}.${batch}`).digest('hex'), '');
  const partOf = (id: string, seq: number, more: Partial<SnapshotPartRequest> = {}): SnapshotPartRequest => ({ id, seq, epoch: 1, chain: chain(seq), parts: 1, part: 0, box: box(`state ${seq}`), ...more });
  /** A whole snapshot, committed. */
  const snapshot = async (by: DeviceCaller, seq: number): Promise<string> => {
    const id = `snapshot-${String(seq).padStart(4, '0')}`;
    await putPart(org.ctx, by, partOf(id, seq));
    await commit(org.ctx, by, id);
    return id;
  };
  const committed = async (): Promise<number[]> => (await snapshotsOf(org.ctx.store.db, one.cell)).filter(({ committedAt }) => committedAt !== null).map(({ seq }) => seq);
  const parts = async (): Promise<string[]> => (await org.ctx.store.db.selectFrom('snapshot_parts').select('snapshot').where('cell', '=', one.cell).orderBy('snapshot').execute()).map((row) => row.snapshot);
  const boxes = async (): Promise<number[]> => (await org.ctx.store.db.selectFrom('vault_log').select('seq').where('cell', '=', one.cell).where('size', '>', 0).orderBy('seq').execute()).map(({ seq }) => seq);

  describe('coming', () => {
    it('[SNAP-2] parts come in any order; the same again is the same; another content, or another word on the snapshot, is refused', async () => {
      await log(one, 1, 3);
      const sent = (n: number, more = {}) => putPart(org.ctx, one, partOf('snapshot-a', 3, { parts: 2, part: n, box: box(`part ${n}`), ...more }));
      expect([await sent(1), await sent(0), await sent(1)]).toEqual([{ state: 'stored' }, { state: 'stored' }, { state: 'same' }]);
      for (const other of [{ box: box('x') }, { seq: 2 }, { parts: 3 }, { chain: 'f'.repeat(64) }, { epoch: 2 }]) await expect(sent(1, other)).rejects.toMatchObject({ code: 'contentMismatch' });
      await expect(putPart(org.ctx, two, partOf('snapshot-a', 3, { parts: 2 }))).rejects.toMatchObject({ code: 'contentMismatch' });
      expect(await commit(org.ctx, one, 'snapshot-a')).toEqual({ state: 'stored' });
      expect(await sent(1)).toEqual({ state: 'same' });
      expect(await part(org.ctx, two, 'snapshot-a', 1)).toEqual({ box: box('part 1') });
    });

    it('[SNAP-2] a part that is too large or beyond the last is refused', async () => {
      await log(one, 1, 1);
      await expect(putPart(org.ctx, one, partOf('snapshot-a', 1, { box: 'A'.repeat(MAX_BOX_LENGTH + 4) }))).rejects.toMatchObject({ code: 'tooLarge' });
      await expect(putPart(org.ctx, one, partOf('snapshot-a', 1, { part: 1 }))).rejects.toMatchObject({ code: 'invalid', path: 'part' });
      expect(await parts()).toEqual([]);
    });

    it('[SNAP-2] a device has one on its way; what has not come whole within a day goes; nobody is offered or given what is coming', async () => {
      await log(one, 1, 3);
      await putPart(org.ctx, one, partOf('snapshot-a', 2, { parts: 2 }));
      await putPart(org.ctx, one, partOf('snapshot-b', 3, { parts: 2 }));
      await putPart(org.ctx, two, partOf('snapshot-c', 3, { parts: 2 }));
      expect(await parts()).toEqual(['snapshot-b', 'snapshot-c']);
      await expect(part(org.ctx, one, 'snapshot-b', 0)).rejects.toMatchObject({ code: 'notFound' });
      expect((await pull(org.ctx, two, 0)).offer).toBeUndefined();
      org.clock.forward(DAY + 1);
      await putPart(org.ctx, one, partOf('snapshot-d', 3, { parts: 2 }));
      expect(await parts()).toEqual(['snapshot-d']);
    });

    it('[SNAP-2] [SNAP-7] one that could not become the newest is refused with its first part: beyond the head, not newer, under an old key', async () => {
      await log(one, 1, 3);
      await expect(putPart(org.ctx, one, partOf('snapshot-a', 4))).rejects.toMatchObject({ code: 'invalid', path: 'seq' });
      await snapshot(one, 2);
      await expect(putPart(org.ctx, two, partOf('snapshot-b', 2))).rejects.toMatchObject({ code: 'snapshotTaken' });
      await expect(putPart(org.ctx, two, partOf('snapshot-b', 3, { epoch: 2 }))).rejects.toMatchObject({ code: 'epochTaken' });
      await revoke(org.ctx, one, two.device, { proofs: [] });
      await expect(putPart(org.ctx, one, partOf('snapshot-b', 3))).rejects.toMatchObject({ code: 'epochTaken' });
    });
  });

  describe('committed', () => {
    it('[SNAP-3] only whole, by its maker, and once', async () => {
      await log(one, 1, 3);
      await putPart(org.ctx, one, partOf('snapshot-a', 3, { parts: 2 }));
      await expect(commit(org.ctx, one, 'snapshot-a')).rejects.toMatchObject({ code: 'boxMissing' });
      await putPart(org.ctx, one, partOf('snapshot-a', 3, { parts: 2, part: 1 }));
      await expect(commit(org.ctx, two, 'snapshot-a')).rejects.toMatchObject({ code: 'notFound' });
      await expect(commit(org.ctx, one, 'snapshot-x')).rejects.toMatchObject({ code: 'notFound' });
      expect([await commit(org.ctx, one, 'snapshot-a'), await commit(org.ctx, one, 'snapshot-a')]).toEqual([{ state: 'stored' }, { state: 'same' }]);
    });

    it('[SNAP-3] only from a device that has taken in exactly this log', async () => {
      await log(one, 1, 3);
      await putPart(org.ctx, one, partOf('snapshot-a', 3, { chain: chain(2) }));
      await expect(commit(org.ctx, one, 'snapshot-a')).rejects.toMatchObject({ code: 'contentMismatch' });
      await snapshot(one, 2);
      await putPart(org.ctx, two, partOf('snapshot-b', 3, { chain: createHash('sha256').update(`${chain(2)}.${two.device}.other`).digest('hex') }));
      await expect(commit(org.ctx, two, 'snapshot-b')).rejects.toMatchObject({ code: 'contentMismatch' });
      await snapshot(one, 3);
      expect(await committed()).toEqual([3, 2]);
    });

    it('[SNAP-3] of several at once, each is counted or refused by name, and the newest wins', async () => {
      await log(one, 1, 6);
      const coming: [DeviceCaller, string, number][] = [[one, 'snapshot-a', 4], [two, 'snapshot-b', 6]];
      for (const [by, id, seq] of coming) await putPart(org.ctx, by, partOf(id, seq));
      const answers = await Promise.allSettled(coming.flatMap(([by, id]) => [commit(org.ctx, by, id), commit(org.ctx, by, id)]));
      const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : []));
      expect(refused.filter((code) => !['snapshotTaken', 'notFound'].includes(code))).toEqual([]);
      expect((await committed())[0]).toBe(6);
    });

    it('[SNAP-5] the newest two stay; boxes up to the older of them go, and nothing else', async () => {
      await log(one, 1, 9);
      await snapshot(one, 2);
      expect([await committed(), await boxes()]).toEqual([[2], [1, 2, 3, 4, 5, 6, 7, 8, 9]]);
      await putPart(org.ctx, two, partOf('snapshot-left', 4, { parts: 2 }));
      await snapshot(one, 5);
      expect([await committed(), await boxes()]).toEqual([[5, 2], [3, 4, 5, 6, 7, 8, 9]]);
      await snapshot(one, 7);
      expect([await committed(), await boxes()]).toEqual([[7, 5], [6, 7, 8, 9]]);
      expect(await parts()).toEqual(['snapshot-0005', 'snapshot-0007']);
      await expect(part(org.ctx, two, 'snapshot-0002', 0)).rejects.toMatchObject({ code: 'notFound' });
    });

    it('[SNAP-5] a commit that is refused lets nothing go', async () => {
      await log(one, 1, 4);
      await snapshot(one, 2);
      await putPart(org.ctx, one, partOf('snapshot-a', 4, { parts: 2 }));
      await expect(commit(org.ctx, one, 'snapshot-a')).rejects.toMatchObject({ code: 'boxMissing' });
      expect([await committed(), await boxes()]).toEqual([[2], [1, 2, 3, 4]]);
    });

    it('[VAULT-1] a batch whose box is gone, pushed again, is the same; another box under its id is refused', async () => {
      await log(one, 1, 4);
      await snapshot(one, 2);
      await snapshot(one, 4);
      const again = await push(org.ctx, one, [{ id: 'batch-0001', box: box('entry 1') }, { id: 'batch-0002', box: box('other') }, { id: 'batch-0005', box: box('entry 5') }]);
      expect(again.results).toEqual([{ state: 'same', id: 'batch-0001', seq: 1 }, { state: 'refused', id: 'batch-0002', reason: 'contentMismatch' }, { state: 'stored', id: 'batch-0005', seq: 5 }]);
    });

    it('[VAULT-4] snapshots of one cell are nothing to another', async () => {
      const { cell, deviceId } = await org.device(org.cells[1]?.id);
      const foreign = { cell, device: deviceId };
      await push(org.ctx, foreign, range(4).map((n) => ({ id: `batch-${n}-theirs`, box: box('x') })));
      await log(one, 1, 4);
      await snapshot(one, 2);
      const id = await snapshot(one, 4);
      expect(await pull(org.ctx, foreign, 0)).toMatchObject({ head: 4, more: false });
      await expect(part(org.ctx, foreign, id, 0)).rejects.toMatchObject({ code: 'notFound' });
      await expect(commit(org.ctx, foreign, id)).rejects.toMatchObject({ code: 'notFound' });
      expect(await find(org.ctx, foreign, { batches: [{ device: one.device, id: 'batch-0001' }] })).toEqual({ found: [] });
    });
  });

  describe('offered', () => {
    it('[SNAP-4] where the log is gone the snapshots come, newest first, and there is no other way; after it the log goes on', async () => {
      await log(one, 1, 9);
      await snapshot(one, 3);
      await snapshot(one, 6);
      const offered = await pull(org.ctx, two, 0);
      expect(offered).toMatchObject({ entries: [], head: 9, more: true, keys: { epoch: 1 }, offer: { only: true, snapshots: [{ id: 'snapshot-0006', device: one.device, seq: 6, parts: 1, size: 7 }, { id: 'snapshot-0003', seq: 3 }] } });
      expect((await pull(org.ctx, two, 2, { byLog: true })).offer?.only).toBe(true);
      expect((await pull(org.ctx, two, 3)).offer).toMatchObject({ only: false, snapshots: [{ seq: 6 }] });
      expect((await pull(org.ctx, two, 3, { byLog: true })).entries.map(({ seq }) => seq)).toEqual([4, 5, 6, 7, 8, 9]);
      expect((await pull(org.ctx, two, 6)).entries.map(({ seq }) => seq)).toEqual([7, 8, 9]);
      expect((await pull(org.ctx, one, 3, { byLog: true, full: true })).entries.map((entry) => entry.box)).toEqual(range(6).map((n) => box(`entry ${n + 4}`)));
    });

    it('[SNAP-4] a snapshot is offered where it is the cheaper way', async () => {
      await log(one, 1, 9);
      await putPart(org.ctx, one, partOf('snapshot-a', 8, { box: Buffer.alloc(5 * 1024).toString('base64') }));
      await commit(org.ctx, one, 'snapshot-a');
      expect((await pull(org.ctx, two, 0)).offer).toMatchObject({ only: false, snapshots: [{ seq: 8 }] });
      expect((await pull(org.ctx, two, 4)).entries).toHaveLength(5);
      await push(org.ctx, one, [{ id: 'batch-heavy', box: Buffer.alloc(9000).toString('base64') }]);
      names.push({ device: one.device, batch: 'batch-heavy' });
      await putPart(org.ctx, one, partOf('snapshot-b', 10, { box: Buffer.alloc(8 * 1024).toString('base64') }));
      await commit(org.ctx, one, 'snapshot-b');
      expect((await pull(org.ctx, two, 8)).offer).toMatchObject({ snapshots: [{ seq: 10 }] });
      // Its own entries cost their writer nothing to fetch.
      expect((await pull(org.ctx, one, 8)).entries).toHaveLength(2);
    });

    it('[SNAP-4] a client of protocol 1 reads the log for as long as it is there; below it is too old, and may still push', async () => {
      await log(one, 1, 9);
      await snapshot(one, 3);
      await snapshot(one, 6);
      await expect(pull(org.ctx, two, 2, { protocol: 1 })).rejects.toMatchObject({ code: 'clientTooOld' });
      const log1 = await pull(org.ctx, two, 3, { protocol: 1 });
      expect([log1.entries.map(({ seq }) => seq), log1.more, 'offer' in log1, 'snapshotDue' in log1]).toEqual([[4, 5, 6, 7, 8, 9], false, false, false]);
      expect((await push(org.ctx, two, [{ id: 'batch-of-two', box: box('x') }])).results).toMatchObject([{ state: 'stored', seq: 10 }]);
    });

    it('[SNAP-1] one is due when the log after the newest weighs enough: an amount at least, and twice the newest', async () => {
      const ctx = { ...org.ctx, snapshotAfter: 4 * 1024 };
      const due = async () => (await pull(ctx, one, 0, { byLog: true })).snapshotDue ?? false;
      await log(one, 1, 3);
      expect(await due()).toBe(false);
      await log(one, 4, 4);
      expect(await due()).toBe(true);
      expect((await pull(ctx, one, 0, { protocol: 1 })).snapshotDue).toBeUndefined();
      await putPart(ctx, one, partOf('snapshot-a', 3, { box: Buffer.alloc(3 * 1024).toString('base64') }));
      await commit(ctx, one, 'snapshot-a');
      expect(await due()).toBe(false);
      await log(one, 5, 8);
      expect(await due()).toBe(false);
      await log(one, 9, 9);
      expect(await due()).toBe(true);
      expect((await pull(org.ctx, one, 0, { byLog: true })).snapshotDue).toBeUndefined();
    });

    it('[SNAP-6] tells which batches stand in the log, also those whose boxes are gone', async () => {
      await log(one, 1, 3);
      await log(two, 4, 4);
      await snapshot(one, 2);
      await snapshot(one, 3);
      const asked = [{ device: one.device, id: 'batch-0001' }, { device: one.device, id: 'batch-0004' }, { device: two.device, id: 'batch-0004' }, { device: 'nobody-known', id: 'batch-0001' }];
      expect((await find(org.ctx, two, { batches: asked })).found).toEqual([{ device: one.device, id: 'batch-0001', seq: 1 }, { device: two.device, id: 'batch-0004', seq: 4 }]);
    });
  });

  it('[STORE-6] tables of version 2 with a log are brought up to date; it counts as what it weighs', async () => {
    const fresh = await engine.url();
    const dataDir = mkdtempSync(path(tmpdir(), 'snapshots-migration-'));
    const old = fresh === undefined ? libsqlEngine(dataDir) : postgresEngine(fresh);
    const db = new Kysely<Database>({ dialect: old.dialect });
    await db.transaction().execute(async (tx) => {
      await first(tx, old);
      await keys(tx, old);
      await tx.schema.createTable('schema_version').addColumn('id', 'integer', (c) => c.primaryKey()).addColumn('version', 'integer', (c) => c.notNull()).execute();
      await tx.insertInto('schema_version' as 'meta').values({ id: 1, version: 2 } as never).execute();
      await tx.insertInto('committees').values({ committee: 'k', code: 'k', name: 'K', created_at: 'x' }).execute();
      for (const cell of ['c', 'silent']) await tx.insertInto('cells').values({ cell, committee: 'k', code: cell, position: 0, name: 'C', superior: 'S', place_name: 'P', profile: 'p', created_at: 'x' }).execute();
      for (const seq of [1, 2]) await tx.insertInto('vault_log').values({ cell: 'c', seq, device: 'd', batch: `b${seq}`, hash: 'h', box: Buffer.alloc(10), size: 10, received_at: 'x' }).execute();
    });
    await db.destroy();
    const store = await openStore({ dataDir, databaseUrl: fresh });
    expect([await counterOf(store.db, 'c', 'weight'), await counterOf(store.db, 'silent', 'weight')]).toEqual([2 * (1024 + 10), 0]);
    expect(await snapshotsOf(store.db, 'c')).toEqual([]);
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
