/** [STORE] The same suite on libsql and on PostgreSQL: the sealed log and the documents. */
import { describe, expect, it } from 'vitest';
import { MAX_BOX_LENGTH, MAX_PULL } from '@/protocol';
import { activate, committeeOf, deviceOf, invite, join, signIn, type CommitteeCaller, type DeviceCaller } from '@/server/accounts';
import { buildApp } from '@/server/http';
import { openSecrets } from '@/server/secrets';
import { openStore } from '@/server/store';
import { issue } from '@/server/directives';
import { overview, submit, view } from '@/server/submissions';
import { pull, push } from '@/server/vault';
import { reportEnvelope } from '../fixtures/report';
import { onEngines, type Opened } from '../support/on-engines';
import { openTestContext, plantOrg, sampleEnvelope, type TestOrg } from '../support/org';

const box = (text: string): string => Buffer.from(text).toString('base64');
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

onEngines('store', (eachTime, engine) => {
  let org: TestOrg;
  let opened: Opened;
  let one: DeviceCaller;
  eachTime(async (planted, opening) => {
    [org, opened] = [planted, opening];
    one = callerOf(await org.device());
  });
  const callerOf = ({ cell, deviceId }: { cell: string; deviceId: string }): DeviceCaller => ({ cell, device: deviceId });
  /** A second device of the same cell. */
  const second = async (): Promise<DeviceCaller> => {
    const lookup = `AAAA-${Math.random().toString(36).slice(2, 10)}`;
    await invite(org.ctx, one, { lookup, sealedKey: box('sealed') });
    return callerOf(await join(org.ctx, { lookup, deviceName: 'Máy hai' }).then(({ deviceId, cell }) => ({ deviceId, cell: cell.id })));
  };
  const committee = async (of: TestOrg): Promise<CommitteeCaller> => (await signIn(of.ctx, await of.link())).caller;

  describe('vault', () => {
    it('[VAULT-1] appends in order and answers each batch', async () => {
      const answer = await push(org.ctx, one, [{ id: 'batch-0001', box: box('a') }, { id: 'batch-0002', box: box('b') }]);
      expect(answer).toEqual({ results: [{ state: 'stored', id: 'batch-0001', seq: 1 }, { state: 'stored', id: 'batch-0002', seq: 2 }], head: 2 });
    });

    it('[VAULT-1] the same batch again changes nothing; the same id with another box is refused', async () => {
      await push(org.ctx, one, [{ id: 'batch-0001', box: box('a') }]);
      const again = await push(org.ctx, one, [{ id: 'batch-0001', box: box('a') }, { id: 'batch-0001', box: box('other') }, { id: 'batch-0002', box: box('b') }]);
      expect(again.results).toEqual([
        { state: 'same', id: 'batch-0001', seq: 1 },
        { state: 'refused', id: 'batch-0001', reason: 'contentMismatch' },
        { state: 'stored', id: 'batch-0002', seq: 2 },
      ]);
      expect((await pull(org.ctx, one, 0)).entries.map(({ seq, batch }) => [seq, batch])).toEqual([[1, 'batch-0001'], [2, 'batch-0002']]);
    });

    it('[VAULT-1] the same batch twice in one push is stored once', async () => {
      const batch = { id: 'batch-0001', box: box('a') };
      expect((await push(org.ctx, one, [batch, batch])).results.map(({ state }) => state)).toEqual(['stored', 'same']);
    });

    it('[VAULT-1] a box that is too large is refused alone', async () => {
      const answer = await push(org.ctx, one, [{ id: 'batch-0001', box: 'A'.repeat(MAX_BOX_LENGTH + 4) }, { id: 'batch-0002', box: box('b') }]);
      expect(answer.results).toEqual([{ state: 'refused', id: 'batch-0001', reason: 'tooLarge' }, { state: 'stored', id: 'batch-0002', seq: 1 }]);
    });

    it('[VAULT-2] its own entries come without their box, those of others with it, byte for byte', async () => {
      const two = await second();
      const bytes = Buffer.from(range(256));
      await push(org.ctx, one, [{ id: 'batch-0001', box: bytes.toString('base64') }]);
      await push(org.ctx, two, [{ id: 'batch-0001', box: box('two') }]);
      expect((await pull(org.ctx, two, 0)).entries).toEqual([
        { seq: 1, device: one.device, batch: 'batch-0001', box: bytes.toString('base64') },
        { seq: 2, device: two.device, batch: 'batch-0001', box: null },
      ]);
      expect((await pull(org.ctx, one, 1)).entries).toEqual([{ seq: 2, device: two.device, batch: 'batch-0001', box: box('two') }]);
      expect((await pull(org.ctx, two, 1, { full: true })).entries).toEqual([{ seq: 2, device: two.device, batch: 'batch-0001', box: box('two') }]);
    });

    it('[VAULT-2] pages by sequence until there is no more', async () => {
      for (const start of range(5)) await push(org.ctx, one, range(50).map((index) => ({ id: `batch-${start}-${index}`, box: box('x') })));
      const first = await pull(org.ctx, one, 0);
      expect([first.entries.length, first.head, first.more]).toEqual([MAX_PULL, 250, true]);
      const rest = await pull(org.ctx, one, MAX_PULL);
      expect([rest.entries.length, rest.entries[0]?.seq, rest.more]).toEqual([50, MAX_PULL + 1, false]);
      expect(await pull(org.ctx, one, 250)).toMatchObject({ entries: [], head: 250, more: false });
    });

    it('[VAULT-2] an answer stays near a mebibyte, and one heavy entry still comes', async () => {
      const two = await second();
      const heavy = Buffer.alloc(380_000, 7).toString('base64');
      for (const index of range(4)) await push(org.ctx, one, [{ id: `batch-000${index}`, box: heavy }]);
      const first = await pull(org.ctx, two, 0);
      expect([first.entries.length, first.more, first.head]).toEqual([2, true, 4]);
      expect((await pull(org.ctx, two, 2)).entries.map(({ seq }) => seq)).toEqual([3, 4]);
      expect((await pull(org.ctx, one, 0)).entries).toHaveLength(4);
    });

    it('[VAULT-3] eight writers in two processes get distinct sequences without a gap, and retries of theirs change nothing', async () => {
      const store = await openStore({ dataDir: opened.dataDir, databaseUrl: opened.url });
      const other = { ...org.ctx, store, secrets: await openSecrets(store) };
      const writers = range(8).map((writer) => async () => {
        const seqs: number[] = [];
        for (const index of range(10)) {
          const batch = [{ id: `batch-${writer}-${index}`, box: box(`${writer}.${index}`) }];
          const [sent, again] = await Promise.all([push(writer % 2 ? other : org.ctx, one, batch), push(org.ctx, one, batch)]);
          const results = [...sent.results, ...again.results];
          expect(results.map(({ state }) => String(state)).sort()).toEqual(['same', 'stored']);
          const [a, b] = results.map((result) => (result.state === 'refused' ? 0 : result.seq));
          expect(a).toBe(b);
          seqs.push(a ?? 0);
        }
        return seqs;
      });
      const seqs = (await Promise.all(writers.map((write) => write()))).flat();
      expect(seqs.toSorted((a, b) => a - b)).toEqual(range(80).map((index) => index + 1));
      await store.close();
    });

    it('[VAULT-4] cells do not see, number or stand in the way of each other', async () => {
      const foreign = callerOf(await org.device(org.cells[1]?.id));
      await push(org.ctx, one, [{ id: 'batch-0001', box: box('a') }]);
      expect(await push(org.ctx, foreign, [{ id: 'batch-0001', box: box('b') }])).toMatchObject({ results: [{ state: 'stored', seq: 1 }] });
      expect((await pull(org.ctx, foreign, 0)).entries).toEqual([{ seq: 1, device: foreign.device, batch: 'batch-0001', box: null }]);
      expect((await pull(org.ctx, one, 0)).head).toBe(1);
    });
  });

  describe('submissions', () => {
    it('[SUB-2] the same again gets the first receipt; another content under the id is refused', async () => {
      const first = await submit(org.ctx, one, sampleEnvelope('sub-0001'));
      org.clock.forward(60_000);
      const again = await submit(org.ctx, one, sampleEnvelope('sub-0001'));
      expect([first.state, again.state]).toEqual(['accepted', 'same']);
      expect(again.receipt).toEqual(first.receipt);
      await expect(submit(org.ctx, one, sampleEnvelope('sub-0001', { conclusion: 'Khác' }))).rejects.toMatchObject({ code: 'contentMismatch' });
      expect((await submit(org.ctx, one, sampleEnvelope('sub-0002'))).receipt.receipt.number).toBe(2);
    });

    it('[SUB-2] eight at once make one record', async () => {
      const answers = await Promise.all(range(8).map(() => submit(org.ctx, one, sampleEnvelope('sub-0001'))));
      expect(answers.filter(({ state }) => state === 'accepted')).toHaveLength(1);
      expect(new Set(answers.map(({ receipt }) => receipt.signature)).size).toBe(1);
      const [cell] = (await overview(org.ctx, await committee(org), '2026-03')).cells;
      expect(cell?.meetings).toHaveLength(1);
    });

    it('[COM-2] the committee reads the document whole, exactly as it was sent', async () => {
      const sent = sampleEnvelope('sub-0001', { conclusion: 'Kết luận: “thống nhất” 😀\n\u0000 dòng hai' });
      const { receipt } = await submit(org.ctx, one, sent);
      const seen = await view(org.ctx, await committee(org), 'sub-0001');
      expect(seen).toEqual({ id: 'sub-0001', cell: { id: one.cell, name: org.cells[0]?.name }, body: sent.body, receipt, directives: [] });
    });

    it('[COM-2] another committee sees neither the cells nor the document', async () => {
      await submit(org.ctx, one, sampleEnvelope('sub-0001'));
      const other = await org.another();
      const caller = await committee(other);
      await expect(view(org.ctx, caller, 'sub-0001')).rejects.toMatchObject({ code: 'notFound' });
      const ids = (await overview(org.ctx, caller, '2026-03')).cells.map(({ cell }) => cell.id);
      expect(ids).toEqual(other.cells.map(({ id }) => id));
    });

    it('[COM-2] two cells that chose the same id: both are kept, and the first to come is the one shown', async () => {
      const foreign = callerOf(await org.device(org.cells[1]?.id));
      await submit(org.ctx, one, sampleEnvelope('sub-0001'));
      org.clock.forward(1000);
      expect((await submit(org.ctx, foreign, sampleEnvelope('sub-0001', { place: 'Nơi khác' }))).state).toBe('accepted');
      expect((await view(org.ctx, await committee(org), 'sub-0001')).cell.id).toBe(one.cell);
    });

    it('[COM-3] a month shows every cell in order, silent ones too, and only its own meetings', async () => {
      for (const date of ['2026-03-31', '2026-03-01', '2026-02-28', '2026-04-01']) await submit(org.ctx, one, sampleEnvelope(`sub-${date}`, { date }));
      const { cells } = await overview(org.ctx, await committee(org), '2026-03');
      expect(cells.map(({ cell }) => cell.name)).toEqual(org.cells.map(({ name }) => name));
      expect(cells[0]?.meetings.map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-31']);
      expect(cells[1]).toMatchObject({ devices: 0, lastSeenAt: null, meetings: [] });
    });

    it('[SUB-6] [SUB-8] reports come in like any document, stand in the month that ends their time, and are no meetings', async () => {
      const first = reportEnvelope('report-q1', '2026-Q1');
      const { receipt } = await submit(org.ctx, one, first);
      expect((await submit(org.ctx, one, first)).state).toBe('same');
      await submit(org.ctx, one, reportEnvelope('report-02', '2026-02'));
      org.clock.forward(60_000);
      const corrects = { submissionId: 'report-q1', hash: first.hash };
      await submit(org.ctx, one, reportEnvelope('report-q1b', '2026-Q1.2', { corrects, reason: 'đếm thiếu một buổi' }));
      await submit(org.ctx, one, sampleEnvelope('sub-0001'));
      const caller = await committee(org);
      const [cell] = (await overview(org.ctx, caller, '2026-03')).cells;
      expect(cell?.reports).toEqual([
        { submissionId: 'report-q1', reportId: '2026-Q1', period: '2026-Q1', corrects: false, receivedAt: receipt.receipt.receivedAt },
        { submissionId: 'report-q1b', reportId: '2026-Q1.2', period: '2026-Q1', corrects: true, receivedAt: org.clock.now.toISOString() },
      ]);
      expect(cell?.meetings).toHaveLength(1);
      expect((await overview(org.ctx, caller, '2026-02')).cells[0]?.reports?.map(({ period }) => period)).toEqual(['2026-02']);
      expect(await view(org.ctx, caller, 'report-q1')).toEqual({ id: 'report-q1', cell: { id: one.cell, name: org.cells[0]?.name }, body: first.body, receipt, directives: [] });
      await expect(view(org.ctx, await committee(await org.another()), 'report-q1')).rejects.toMatchObject({ code: 'notFound' });
    });

    it('[DIR-3] a report is not graded', async () => {
      await submit(org.ctx, one, reportEnvelope('report-q1'));
      const request = { kind: 'officialGrade' as const, id: 'grade-0001', person: '', grade: 'good' as const, points: null, reason: 'x', replaces: null };
      await expect(issue(org.ctx, await committee(org), 'report-q1', request)).rejects.toMatchObject({ code: 'invalid', path: 'kind' });
    });

    it('[COM-3] counts devices that are let in, and when one was last heard of', async () => {
      const device = await activate(org.ctx, { code: await org.code(org.cells[2]?.id), deviceName: 'Máy' });
      await deviceOf(org.ctx, device.token);
      const { cells } = await overview(org.ctx, await committee(org), '2026-03');
      expect(cells[2]).toMatchObject({ devices: 1, lastSeenAt: org.clock.now.toISOString() });
    });
  });

  it('[STORE-1] what was written is there after closing and opening again, keys too', async () => {
    await push(org.ctx, one, [{ id: 'batch-0001', box: box('a') }]);
    const store = await openStore({ dataDir: opened.dataDir, databaseUrl: opened.url });
    const again = { ...org.ctx, store, secrets: await openSecrets(store) };
    expect((await pull(again, one, 0)).head).toBe(1);
    expect(again.secrets.serverKey).toBe(org.ctx.secrets.serverKey);
    expect(await committeeOf(again, 'nobody')).toBeNull();
    await store.close();
  });

  it('[STORE-2] two processes that start at once on an empty database agree', async () => {
    const fresh = await engine.url();
    const folder = fresh === undefined ? await openTestContext() : opened;
    const stores = await Promise.all(range(4).map(() => openStore({ dataDir: folder.dataDir, databaseUrl: fresh })));
    const keys = await Promise.all(stores.map(async (store) => (await openSecrets(store)).serverKey));
    expect(new Set(keys).size).toBe(1);
    for (const store of stores) await store.close();
    if (folder !== opened) await folder.close();
  });

  it('[STORE-3] work that another transaction disturbed is done again; work that fails leaves nothing', async () => {
    const { store } = org.ctx;
    let tries = 0;
    const done = store.transact(async () => {
      tries += 1;
      if (tries < 3) throw Object.assign(new Error('busy'), { code: store.kind === 'postgres' ? '40001' : 'SQLITE_BUSY' });
      return 'done';
    });
    await expect(done).resolves.toBe('done');
    expect(tries).toBe(3);
    const failing = store.transact(async (tx) => {
      await tx.insertInto('meta').values({ name: 'half', value: 'x' }).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.db.selectFrom('meta').select('value').where('name', '=', 'half').executeTakeFirst()).toBeUndefined();
  });

  it('[STORE-5] a process whose tables a newer one has moved on says that it is not ready, and writes no more', async () => {
    const fresh = await engine.url();
    const older = await openTestContext(fresh);
    const theirs = await plantOrg(older.ctx, older.clock);
    const caller = callerOf(await theirs.device());
    const app = await buildApp(older.ctx);
    const ready = async () => (await app.inject({ url: '/readyz' })).statusCode;
    expect(await ready()).toBe(200);
    const move = (by: number) => older.ctx.store.db.updateTable('schema_version' as 'meta').set((eb) => ({ version: eb('version' as 'value', '+', by as never) }) as never).execute();
    await move(1);
    expect(await ready()).toBe(503);
    await new Promise((next) => setTimeout(next, 1100));
    await expect(push(theirs.ctx, caller, [{ id: 'batch-0001', box: box('a') }])).rejects.toThrow('this build knows');
    expect((await pull(theirs.ctx, caller, 0)).head).toBe(0);
    await move(-1);
    expect(await ready()).toBe(200);
    expect((await push(theirs.ctx, caller, [{ id: 'batch-0001', box: box('a') }])).head).toBe(1);
    await app.close();
    await older.close();
  });

  it('[STORE-4] tables of a newer version are refused, not touched', async () => {
    const fresh = await engine.url();
    const folder = await openTestContext(fresh);
    await folder.ctx.store.db.updateTable('schema_version' as 'meta').set({ version: 999 } as never).execute();
    await expect(openStore({ dataDir: folder.dataDir, databaseUrl: fresh })).rejects.toThrow('999');
    await folder.close();
  });
});
