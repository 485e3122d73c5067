/** Backup, restore and verify as commands of the built server, beside a running one. */
import { execFile, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushAnswer } from '@/protocol';
import { openSecrets } from '@/server/secrets';
import { openStore } from '@/server/store';
import { track } from '../../support/children';
import { engines } from '../../support/engines';
import { openTestContext, plantOrg, sampleEnvelope } from '../../support/org';
import { submit } from '@/server/submissions';
import { push } from '@/server/vault';
import { startServer, type RunningServer } from '../../support/server';
import { call, wholeLog } from '../../support/wire';

const folder = mkdtempSync(join(tmpdir(), 'care-'));
const servers: RunningServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
type Done = { code: number; out: string; err: string };
const run = (env: Record<string, string>, ...args: string[]): Promise<Done> =>
  new Promise((done) => {
    const child = execFile(process.execPath, ['dist/server/main.js', ...args], { env: { PATH: process.env['PATH'], ...env } }, (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }));
  });
const batchOf = (id: string) => ({ batches: [{ id, box: Buffer.from(id.repeat(30)).toString('base64') }] });
const start = async (options: Parameters<typeof startServer>[0]): Promise<RunningServer> => {
  const server = await startServer(options);
  servers.push(server);
  return server;
};
const activate = async (server: RunningServer): Promise<string> => {
  await server.waitFor(/Ctrl\+C/);
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(server.output())?.[0] ?? '';
  return (await call<{ token: string }>(server.url, null, '/v1/activate', { code, deviceName: 'A' })).token;
};

describe('the embedded database', () => {
  let server: RunningServer;
  let token = '';
  const dataDir = join(folder, 'data');
  const env = { DATA_DIR: dataDir };
  const good = join(folder, 'good.db');
  const envelope = sampleEnvelope('sub-0001');
  beforeAll(async () => {
    server = await start({ dataDir });
    token = await activate(server);
    await call(server.url, token, '/v1/submissions', envelope);
  });

  it('[OPS-1] a backup made under writes is whole, and has all that was acknowledged before it began', async () => {
    const acknowledged: string[] = [];
    let isDone = false;
    const writing = Promise.all(
      [0, 1, 2].map(async (writer) => {
        for (let index = 0; !isDone; index += 1) {
          const id = `batch-${writer}-${index}`;
          const [result] = (await call<PushAnswer>(server.url, token, '/v1/vault/push', batchOf(id))).results;
          if (result?.state === 'stored') acknowledged.push(id);
        }
      }),
    );
    while (acknowledged.length < 60) await sleep(5);
    const before = [...acknowledged];
    const made = await run(env, 'backup', good);
    isDone = true;
    await writing;
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(acknowledged.length).toBeGreaterThan(before.length);
    expect(statSync(good).mode & 0o077).toBe(0);
    const copy = new Libsql(good);
    const kept = new Set((copy.prepare('select batch from vault_log').all() as { batch: string }[]).map(({ batch }) => batch));
    copy.close();
    expect(before.filter((id) => !kept.has(id))).toEqual([]);
    expect(await run(env, 'verify', good)).toMatchObject({ code: 0, out: expect.stringMatching(/All whole/) });
    expect(await run(env, 'verify')).toMatchObject({ code: 0 });
    expect(await run(env, 'backup', good)).toMatchObject({ code: 2, err: expect.stringContaining('không ghi đè') });
  });

  it('[OPS-1] one that is killed has no name yet, or is whole', async () => {
    const left: (number | null)[] = [];
    for (const after of [120, 200, 280, 360]) {
      const file = join(folder, `killed-${after}.db`);
      const child = spawn(process.execPath, ['dist/server/main.js', 'backup', file], { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' });
      track(child);
      const ended = new Promise((done) => child.once('exit', done));
      await sleep(after);
      child.kill('SIGKILL');
      await ended;
      left.push(existsSync(file) ? (await run(env, 'verify', file)).code : null);
    }
    expect(left).toContain(null);
    expect(left.filter((code) => code !== null && code !== 0)).toEqual([]);
  });

  it('[OPS-3] verify names what is wrong, in a line each, and ends with 1', async () => {
    const bad = join(folder, 'bad.db');
    copyFileSync(good, bad);
    const database = new Libsql(bad);
    database.exec(`update submissions set body = replace(body, 'a', 'b') where submission = 'sub-0001'`);
    database.exec(`update submissions set receipt = (select receipt from submissions where submission = 'sub-0001') where number = 1 and submission <> 'sub-0001'`);
    database.exec(`update vault_log set box = cast('other' as blob), size = 5 where seq = 3; delete from vault_log where seq = 7`);
    database.close();
    const { code, out, err } = await run(env, 'verify', bad);
    expect([code, out]).toEqual([1, '']);
    for (const line of [/văn bản sub-0001: nội dung không khớp/, /biên nhận không đúng/, /nhật ký số 3: nội dung/, /nhật ký: thiếu số 7/, /nhật ký: bộ đếm ghi \d+, thực có \d+/]) expect(err).toMatch(line);
    expect(err).not.toContain('Nguyễn');
    const torn = join(folder, 'torn.db');
    copyFileSync(good, torn);
    truncateSync(torn, Math.floor(statSync(torn).size / 2));
    for (const file of [torn, 'package.json']) expect(await run(env, 'verify', file)).toMatchObject({ code: 1, err: expect.stringContaining('cơ sở dữ liệu hỏng') });
    for (const file of [bad, torn]) {
      expect(await run({ DATA_DIR: join(folder, 'fresh') }, 'restore', file)).toMatchObject({ code: 2, err: expect.stringContaining('bị hỏng') });
      expect(existsSync(join(folder, 'fresh', 'so-chi-bo.db'))).toBe(false);
    }
  });

  it('[OPS-2] restore refuses data without --replace, and a running server with it; then it keeps the old data beside', async () => {
    const late = await call<PushAnswer>(server.url, token, '/v1/vault/push', batchOf('batch-late'));
    expect(await run(env, 'restore', good)).toMatchObject({ code: 2, err: expect.stringContaining('--replace') });
    expect(await run(env, 'restore', '--replace', good)).toMatchObject({ code: 2, err: expect.stringContaining('dừng máy chủ') });
    expect((await call<PushAnswer>(server.url, token, '/v1/vault/push', batchOf('batch-late'))).results[0]?.state).toBe('same');
    await server.kill9();
    expect(await run(env, 'restore', good)).toMatchObject({ code: 2 });
    expect(await run(env, 'restore', good, '--replace')).toMatchObject({ code: 0, out: expect.stringContaining('truoc-') });

    server = await start({ dataDir, port: server.port });
    const log = await wholeLog(server.url, token);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(log.some(({ batch }) => batch === 'batch-late')).toBe(false);
    // A phone that has seen more sends what it still keeps, under the same ids, and asks for what comes after its place.
    expect((await call<PushAnswer>(server.url, token, '/v1/vault/push', batchOf(log[0]?.batch ?? ''))).results[0]?.state).toBe('same');
    expect((await call<PushAnswer>(server.url, token, '/v1/vault/push', batchOf('batch-late'))).results).toEqual([{ state: 'stored', id: 'batch-late', seq: log.length + 1 }]);
    expect(await call(server.url, token, `/v1/vault/pull?after=${late.head}`)).toMatchObject({ entries: [], more: false });
    expect((await call<{ state: string }>(server.url, token, '/v1/submissions', envelope)).state).toBe('same');
    const aside = readdirSync(dataDir).find((name) => name.includes('truoc-')) ?? '';
    expect(await run(env, 'verify', join(dataDir, aside))).toMatchObject({ code: 0 });
  });

  it('[OPS-2] a restore that is killed anywhere leaves the old data or the new, and never none', async () => {
    const home = join(folder, 'killed');
    const other = await start({ dataDir: home });
    await other.stop();
    const names = new Set<string>();
    for (const after of [150, 250, 300, 350, 400, 500]) {
      const child = spawn(process.execPath, ['dist/server/main.js', 'restore', good, '--replace'], { env: { PATH: process.env['PATH'], DATA_DIR: home }, stdio: 'ignore' });
      track(child);
      const ended = new Promise((done) => child.once('exit', done));
      await sleep(after);
      child.kill('SIGKILL');
      await ended;
      expect(existsSync(join(home, 'so-chi-bo.db'))).toBe(true);
      const seen = await run({ DATA_DIR: home }, 'verify');
      expect(seen).toMatchObject({ code: 0 });
      names.add(seen.out);
    }
    expect(await run({ DATA_DIR: home }, 'restore', good, '--replace')).toMatchObject({ code: 0 });
  });
});

describe('PostgreSQL', () => {
  const engine = engines().find(({ name }) => name.startsWith('PostgreSQL'));
  afterAll(() => engine?.stop());
  it.skipIf(!engine?.available)('[OPS-1] [OPS-2] [OPS-3] a backup goes into an empty database and over a full one, which is kept in a schema beside; a foreign file changes nothing', async () => {
    await engine?.start();
    const [one, two] = [(await engine?.url()) ?? '', (await engine?.url()) ?? ''];
    const opened = await openTestContext(one);
    const org = await plantOrg(opened.ctx, opened.clock);
    const device = await org.device();
    const caller = { cell: device.cell, device: device.deviceId };
    const { receipt } = await submit(org.ctx, caller, sampleEnvelope('sub-0001'));
    await push(org.ctx, caller, batchOf('batch-0001').batches);
    const file = join(folder, 'pg.dump');
    expect(await run({ DATABASE_URL: one }, 'backup', file)).toMatchObject({ code: 0, err: '' });
    expect(await run({ DATABASE_URL: one }, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('1 văn bản, 1 mục') });
    expect(await run({ DATABASE_URL: one }, 'verify', file)).toMatchObject({ code: 0 });
    await push(org.ctx, caller, batchOf('batch-0002').batches);
    expect(await run({ DATABASE_URL: one }, 'restore', file, '--replace')).toMatchObject({ code: 2, err: expect.stringContaining('dừng máy chủ') });
    await opened.close();

    expect(await run({ DATABASE_URL: two }, 'restore', file)).toMatchObject({ code: 0 });
    const store = await openStore({ dataDir: folder, databaseUrl: two });
    const again = { ...org.ctx, store, secrets: await openSecrets(store) };
    expect((await submit(again, caller, sampleEnvelope('sub-0001'))).receipt).toEqual(receipt);
    await store.close();

    expect(await run({ DATABASE_URL: one }, 'restore', file)).toMatchObject({ code: 2, err: expect.stringContaining('--replace') });
    expect(await run({ DATABASE_URL: one }, 'restore', 'package.json', '--replace')).toMatchObject({ code: 2, err: expect.stringContaining('vẫn nguyên') });
    expect((await run({ DATABASE_URL: one }, 'verify')).out).toContain('2 mục');
    expect(await run({ DATABASE_URL: one }, 'restore', file, '--replace')).toMatchObject({ code: 0, out: expect.stringMatching(/before_\d{8}t\d{6}z/) });
    expect((await run({ DATABASE_URL: one }, 'verify')).out).toContain('1 mục');
    expect(await run({ DATABASE_URL: one, PATH: '/nowhere' }, 'backup', join(folder, 'other.dump'))).toMatchObject({ code: 2, err: expect.stringContaining('pg_dump') });
  });
});
