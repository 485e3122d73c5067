/** [SCALE-1] Two server processes on one PostgreSQL, under load, killed in turn: nothing that was acknowledged is lost, nothing stands twice. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PushAnswer } from '@/protocol';
import { issueCode } from '@/server/accounts';
import { verifyStore } from '@/server/care';
import { openSecrets } from '@/server/secrets';
import { cellsOf, listCommittees, openStore } from '@/server/store';
import { sampleEnvelope } from '../support/org';
import { findPostgres, startPostgres, type Postgres } from '../support/postgres';
import { startServer, type RunningServer } from '../support/server';
import { call, wholeLog } from '../support/wire';

const found = findPostgres();
/** Kills, and how many batches more are acknowledged between two of them. */
const [KILLS, BETWEEN] = [2, 50];
let postgres: Postgres | null = null;
const servers: RunningServer[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
  if (!postgres) return;
  for (const _index of [0, 1]) servers.push(await startServer({ env: { DATABASE_URL: postgres.url } }));
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await postgres?.stop();
});

interface Phone {
  readonly token: string;
  readonly stored: Map<string, number>;
  readonly signatures: Map<string, string>;
}

it.skipIf(!found.available)(`[SCALE-1] every batch and document is there once, under the number that was acknowledged${found.available ? '' : ` (${found.reason})`}`, async () => {
  const store = await openStore({ dataDir: '', databaseUrl: postgres?.url });
  const ctx = { store, secrets: await openSecrets(store), now: () => new Date() };
  const [committee] = await listCommittees(store.db);
  const phones: Phone[] = [];
  for (const { id } of await cellsOf(store.db, committee?.committee ?? '')) {
    const { code } = await issueCode(ctx, id).catch(() => ({ code: '' }));
    if (code === '') continue;
    const joined = await call<{ token: string }>(servers[0]?.url ?? '', null, '/v1/activate', { code, deviceName: 'A' }).catch(() => null);
    if (joined) phones.push({ token: joined.token, stored: new Map(), signatures: new Map() });
  }
  expect(phones.length).toBeGreaterThan(2);

  let isOver = false;
  let turn = 0;
  /** Asks either process, and the other one where the line breaks: the same again is the same. */
  const persist = async <T>(phone: Phone, path: string, body: unknown): Promise<T> => {
    for (;;) {
      turn += 1;
      try {
        return await call<T>(servers[turn % 2]?.url ?? '', phone.token, path, body);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        await new Promise((next) => setTimeout(next, 5));
      }
    }
  };
  // Two hands write for each phone, so that one cell is written to by both processes at once.
  const write = async (phone: Phone, hand: number): Promise<void> => {
    for (let index = 0; !isOver; index += 1) {
      const id = `batch-${hand}-${index}`;
      const [result] = (await persist<PushAnswer>(phone, '/v1/vault/push', { batches: [{ id, box: Buffer.from(id.repeat(20)).toString('base64') }] })).results;
      if (result?.state !== 'refused') phone.stored.set(id, result?.seq ?? 0);
      if (index % 8 > 0) continue;
      const envelope = sampleEnvelope(`document-${hand}-${index}`);
      phone.signatures.set(envelope.id, (await persist<{ receipt: { signature: string } }>(phone, '/v1/submissions', envelope)).receipt.signature);
    }
  };
  const writing = Promise.all(phones.flatMap((phone) => [write(phone, 0), write(phone, 1)]));
  const acknowledged = (): number => phones.reduce((sum, { stored }) => sum + stored.size, 0);
  const more = async (): Promise<void> => {
    const before = acknowledged();
    while (acknowledged() < before + BETWEEN) await new Promise((next) => setTimeout(next, 5));
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    await Promise.race([more(), writing]);
    const at = kill % 2;
    await servers[at]?.kill9();
    // The other one goes on alone meanwhile.
    await Promise.race([more(), writing]);
    const back = await servers[at]?.restart();
    if (back) servers[at] = back;
  }
  await more();
  isOver = true;
  await writing;

  for (const { token, stored, signatures } of phones) {
    const log = await wholeLog(servers[0]?.url ?? '', token);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: log.length }, (_, index) => index + 1));
    expect(new Map(log.map(({ batch, seq }) => [batch, seq]))).toEqual(stored);
    expect(log).toHaveLength(stored.size);
    for (const [id, signature] of signatures) expect((await call<{ state: string; receipt: { signature: string } }>(servers[1]?.url ?? '', token, '/v1/submissions', sampleEnvelope(id))).receipt.signature).toBe(signature);
  }
  expect((await verifyStore(store)).wrong).toEqual([]);
  await store.close();
}, 90_000);
