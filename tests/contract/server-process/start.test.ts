/** The built server as a process: what it prints, its settings, its commands, how it stops. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, it } from 'vitest';
import { track } from '../../support/children';
import { startServer, type RunningServer } from '../../support/server';

const folder = mkdtempSync(join(tmpdir(), 'start-'));
const servers: RunningServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});
const start = async (options: Parameters<typeof startServer>[0] = {}): Promise<RunningServer> => {
  const server = await startServer(options);
  servers.push(server);
  await server.waitFor(/Ctrl\+C/);
  return server;
};
const run = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const child = execFile(process.execPath, ['dist/server/main.js', ...args], { env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'unused'), ...env } }, (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }));
  });
const post = async (url: string, body: unknown): Promise<{ status: number; json: Record<string, never> }> => {
  const answer = await fetch(url, { method: 'POST', headers: { 'x-so-protocol': '1', 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: answer.status, json: (await answer.json()) as Record<string, never> };
};
const codeIn = (text: string): string => /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0] ?? '';
const linkIn = (text: string): RegExpExecArray => /(http\S+)\/cap-uy\/vao#(\S+)/.exec(text) ?? (['', '', ''] as unknown as RegExpExecArray);
const orgFile = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const cellRow = (code: string, name: string) => ({ code, name, superior: 'Đảng ủy Khối', placeName: 'Sông Mơ' });

describe('a first start without an organisation file', () => {
  it('[START-1] makes a demonstration: its code lets a phone in, its link signs the committee in, and a record is there', async () => {
    const server = await start();
    const { json } = await post(`${server.url}/v1/activate`, { code: codeIn(server.output()), deviceName: 'A' });
    expect(json).toMatchObject({ cell: { name: expect.stringMatching(/^Chi bộ .*\(mẫu\)$/) } });
    const [, base, token] = linkIn(server.output());
    expect(base).toBe(server.url);
    const signIn = await fetch(`${server.url}/v1/committee/sign-in`, { method: 'POST', headers: { 'x-so-protocol': '1', 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
    expect(signIn.status).toBe(200);
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const months = [0, 1, 2].map((ago) => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - ago, 15)).toISOString().slice(0, 7));
    const overviews = await Promise.all(months.map(async (month) => (await fetch(`${server.url}/v1/committee/overview?month=${month}`, { headers: { cookie, 'x-so-protocol': '1' } })).json() as Promise<{ cells: { meetings: unknown[] }[] }>));
    expect(overviews[0]?.cells).toHaveLength(5);
    expect(overviews.flatMap(({ cells }) => cells.flatMap(({ meetings }) => meetings)).length).toBeGreaterThanOrEqual(3);
  });

  it('[START-1] a later start keeps the data and prints another code and link; the data belongs to its user alone', async () => {
    const dataDir = join(folder, 'again');
    const first = await start({ dataDir });
    await first.stop();
    const second = await start({ dataDir });
    expect(codeIn(second.output())).not.toBe(codeIn(first.output()));
    expect((await post(`${second.url}/v1/activate`, { code: codeIn(first.output()), deviceName: 'A' })).status).toBe(200);
    for (const name of readdirSync(dataDir)) expect(statSync(join(dataDir, name)).mode & 0o077).toBe(0);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
  });
});

describe('a real organisation', () => {
  it('[START-2] [ORG-1] [ACC-1] is imported at the first start, grows by new cells, and its link is printed until there is an administrator', async () => {
    const dataDir = join(folder, 'real');
    const path = orgFile('org.json', { committee: { name: 'Đảng ủy Thật' }, cells: [cellRow('a', 'Chi bộ A')] });
    const first = await start({ dataDir, env: { ORG_FILE: path } });
    expect(linkIn(first.output())[2]).toMatch(/^[\w-]{43}$/);
    expect(codeIn(first.output())).toBe('');
    const [, , token] = linkIn(first.output());
    const made = await fetch(`${first.url}/v1/committee/first`, { method: 'POST', headers: { 'x-so-protocol': '2', 'content-type': 'application/json' }, body: JSON.stringify({ token, name: 'Lê Thị Hoa', login: 'hoa', office: 'Văn phòng' }) });
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
    const own = async <T>(path: string, body = {}): Promise<T> => (await (await fetch(`${first.url}/v1/committee/own/${path}`, { method: 'POST', headers: { 'x-so-protocol': '2', 'content-type': 'application/json', cookie }, body: JSON.stringify(body) })).json()) as T;
    const { secret } = await own<{ secret: string }>('password/begin');
    await own('password', { password: 'con đường làng quanh co', code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
    await first.stop();
    orgFile('org.json', { committee: { name: 'Đảng ủy Thật' }, cells: [cellRow('a', 'Chi bộ A'), cellRow('b', 'Chi bộ B')] });
    const second = await start({ dataDir, env: { ORG_FILE: path } });
    expect(linkIn(second.output())[2]).toBe('');

    const beside = (...args: string[]) => run(args, { DATA_DIR: dataDir, PUBLIC_URL: 'https://so.example.vn' });
    expect((await beside('cells')).out).toMatch(/Chi bộ A {2}\[a\] {2}\S+\n.*no device.*\nChi bộ B {2}\[b\]/);
    const issued = await beside('code', 'chi', 'bộ', 'b');
    const { json } = await post(`${second.url}/v1/activate`, { code: codeIn(issued.out), deviceName: 'A' });
    expect(json).toMatchObject({ cell: { name: 'Chi bộ B' } });
    const [, base, rescue] = linkIn((await beside('link')).out);
    expect(base).toBe('https://so.example.vn');
    expect((await post(`${second.url}/v1/committee/sign-in`, { token: rescue })).json).toMatchObject({ person: { login: 'hoa', state: 'active' } });
    expect(linkIn((await beside('link', 'hoa')).out)[2]).toMatch(/^[\w-]{43}$/);
    expect(await beside('link', 'nobody')).toMatchObject({ code: 2, err: expect.stringMatching(/^[^\n]*nobody\n$/) });

    expect((await beside('code', 'b')).out).toContain('revoke');
    const { deviceId, token: deviceToken } = json as unknown as { deviceId: string; token: string };
    expect((await beside('revoke', deviceId)).code).toBe(0);
    expect((await fetch(`${second.url}/v1/devices`, { headers: { 'x-so-protocol': '1', authorization: `Bearer ${deviceToken}` } })).status).toBe(401);
    expect(await beside('revoke', deviceId)).toMatchObject({ code: 2 });
  });

  it('[ORG-2] never mixes with the demonstration', async () => {
    const dataDir = join(folder, 'mixed');
    await (await start({ dataDir })).stop();
    const path = orgFile('late.json', { committee: { name: 'Đảng ủy Thật' }, cells: [cellRow('a', 'Chi bộ A')] });
    expect(await run([], { DATA_DIR: dataDir, ORG_FILE: path })).toMatchObject({ code: 2, err: expect.stringMatching(/^ORG_FILE: .*DATA_DIR.*\n$/) });
  });

  it('[ORG-3] a file that is wrong is refused in one line with the place', async () => {
    const path = orgFile('wrong.json', { committee: { name: 'Đ' }, cells: [{ code: 'a', name: 'A', superior: 'B' }] });
    expect(await run([], { ORG_FILE: path })).toMatchObject({ code: 2, err: expect.stringMatching(/^ORG_FILE: [^\n]*cells\.0\.placeName[^\n]*\n$/) });
  });
});

describe('settings and commands', () => {
  it.each([
    ['PORT', 'eighty'],
    ['HOST', '203.0.113.7'],
    ['DATA_DIR', 'package.json/data'],
  ])('[START-3] %s=%s ends with one line that names it', async (name, value) => {
    const { code, out, err } = await run([], { [name]: value });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^${name}: [^\\n]+\\n$`));
  });

  it('[START-3] a port that is taken is named', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    expect(await run([], { PORT: String(port), DATA_DIR: join(folder, 'taken') })).toMatchObject({ code: 2, err: expect.stringMatching(/^PORT: .*\n$/) });
    taken.close();
  });

  it('[START-4] commands that cannot be done say what to do instead', async () => {
    const dataDir = join(folder, 'commands');
    await (await start({ dataDir })).stop();
    const env = { DATA_DIR: dataDir };
    expect((await run(['help'])).out).toContain('npm run server -- link');
    for (const args of [['dance'], ['code', 'nowhere'], ['code', 'Chi bộ'], ['constructor']]) {
      expect(await run(args, env)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^[^\n]+\n$/) });
    }
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('[START-5] %s ends it with 0, and what is under way is finished', async (signal) => {
    const child = spawn(process.execPath, ['dist/server/main.js'], { env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(folder, signal) }, stdio: ['ignore', 'pipe', 'inherit'] });
    track(child);
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    while (!printed.includes('Ctrl+C')) await new Promise((next) => setTimeout(next, 20));
    const url = /http:\S+:\d+/.exec(printed)?.[0] ?? '';
    const body = JSON.stringify({ code: codeIn(printed), deviceName: 'A' });
    const headers = { 'x-so-protocol': '1', 'content-type': 'application/json' };
    // The signal comes while the body is still on its way.
    const slow = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(body.slice(0, 5)));
        await new Promise((next) => setTimeout(next, 300));
        child.kill(signal);
        await new Promise((next) => setTimeout(next, 300));
        controller.enqueue(new TextEncoder().encode(body.slice(5)));
        controller.close();
      },
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    const answer = await fetch(`${url}/v1/activate`, { method: 'POST', headers, body: slow, duplex: 'half' } as RequestInit);
    expect([answer.status, await ended]).toEqual([200, 0]);
    expect(readdirSync(join(folder, signal))).toEqual(['so-chi-bo.db']);
  });
});
