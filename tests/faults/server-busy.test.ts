/** Another process holds the database's lock. */
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '@/server/http';
import { DATABASE_FILE } from '@/server/store';
import { openTestContext, plantOrg, type Device } from '../support/org';

let opened: Awaited<ReturnType<typeof openTestContext>>;
let app: Awaited<ReturnType<typeof buildApp>>;
let device: Device;
beforeAll(async () => {
  opened = await openTestContext();
  app = await buildApp(opened.ctx);
  device = await (await plantOrg(opened.ctx, opened.clock)).device();
});
afterAll(async () => {
  await app.close();
  await opened.close();
});
const push = (id: string) =>
  app.inject({ method: 'POST', url: '/v1/vault/push', headers: { 'x-so-protocol': '1', authorization: `Bearer ${device.token}` }, payload: { batches: [{ id, box: 'AAAA' }] } });

describe('a database that is locked by another process', () => {
  it('[STORE-3] a push waits for its turn, the rest is answered meanwhile, and nothing is left hanging', async () => {
    await push('batch-0001');
    const other = new Libsql(join(opened.dataDir, DATABASE_FILE));
    other.exec('begin immediate');
    const waiting = push('batch-0002');
    const before = Date.now();
    for (let index = 0; index < 10; index += 1) {
      await new Promise((next) => setTimeout(next, 70));
      expect((await app.inject({ url: '/v1/status' })).statusCode).toBe(200);
    }
    // A wait of five seconds inside the driver would have held these up.
    expect(Date.now() - before).toBeLessThan(4000);
    other.exec('rollback');
    other.close();
    expect((await waiting).json().results).toEqual([{ state: 'stored', id: 'batch-0002', seq: 2 }]);
    expect((await push('batch-0003')).json().head).toBe(3);
  });
});
