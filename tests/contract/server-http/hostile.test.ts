/** [SEC-3] Clients that mean harm, over real sockets: what they send costs little, is refused by name, and nobody else is held up. */
import { connect, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '@/protocol';
import { openOrg, type Device, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
let device: Device;
let port = 0;
beforeAll(async () => {
  org = await openOrg({ patience: { headers: 300, request: 600, look: 50 } });
  device = await org.device();
  await org.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = org.app.server.address() as AddressInfo);
});
afterAll(() => org.close());

interface Line {
  readonly socket: Socket;
  /** All that came until the server hung up. */
  readonly ended: Promise<string>;
}
const open = (): Line => {
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise<string>((done) => {
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.on('error', () => undefined);
    socket.once('close', () => done(said));
  });
  return { socket, ended };
};
const status = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/v1/status`)).status;
const code = (said: string): string => /"code":"(\w+)"/.exec(said)?.[1] ?? said.slice(0, 80);
const head = (more: string): string => `POST /v1/vault/push HTTP/1.1\r\nHost: so\r\nx-so-protocol: 2\r\nauthorization: Bearer ${device.token}\r\ncontent-type: application/json\r\n${more}\r\n`;

describe('a client that takes its time', () => {
  it('[SEC-3] with its headers is cut off, however many there are of it, and others are answered meanwhile', async () => {
    const lines = Array.from({ length: 50 }, open);
    for (const { socket } of lines) socket.write('GET /v1/status HTTP/1.1\r\nHost: so\r\nx-a: ');
    const drip = setInterval(() => lines.forEach(({ socket }) => socket.writable && socket.write('a')), 40);
    expect(await status()).toBe(200);
    const said = await Promise.all(lines.map(({ ended }) => ended));
    clearInterval(drip);
    expect(new Set(said.map((text) => text.split('\r\n')[0]))).toEqual(new Set(['HTTP/1.1 408 Request Timeout']));
    expect(new Set(said.map(code))).toEqual(new Set(['invalid']));
  });

  it('[SEC-3] with its body is cut off, and nothing of it is kept', async () => {
    const { socket, ended } = open();
    socket.write(head('content-length: 900\r\n'));
    const drip = setInterval(() => socket.writable && socket.write(' '), 40);
    expect(await status()).toBe(200);
    expect((await ended).split('\r\n')[0]).toBe('HTTP/1.1 408 Request Timeout');
    clearInterval(drip);
    expect((await org.call('GET', '/v1/vault/pull?after=0', { device })).json()).toMatchObject({ head: 0 });
  });
});

describe('a request that is too much', () => {
  it.each([
    ['one endless header', `x-a: ${'a'.repeat(40_000)}\r\n`],
    ['thousands of headers', Array.from({ length: 4000 }, (_, index) => `x-${index}: 1\r\n`).join('')],
  ])('[SEC-3] %s is tooLarge', async (_name, headers) => {
    const { socket, ended } = open();
    socket.write(head(headers));
    expect(code(await ended)).toBe('tooLarge');
  });

  it('[SEC-3] a body that says it is larger than may be is refused before it comes', async () => {
    const { socket, ended } = open();
    socket.write(head(`content-length: ${MAX_BODY_BYTES + 1}\r\nconnection: close\r\n`));
    expect(code(await ended)).toBe('tooLarge');
  });

  it('[SEC-3] a body in pieces that says nothing of its size is refused once it is too large', async () => {
    const { socket, ended } = open();
    const piece = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    socket.write(head('transfer-encoding: chunked\r\nconnection: close\r\n'));
    for (let sent = 0; sent < 2 * MAX_BODY_BYTES && socket.writable; sent += 65_536) socket.write(piece);
    expect(code(await ended)).toBe('tooLarge');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ] as const)('[SEC-3] a bomb packed with %s is not unpacked', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(50_000_000, 0x20));
    expect(bomb.length).toBeLessThan(MAX_BODY_BYTES);
    const before = process.memoryUsage().arrayBuffers;
    const answer = await org.app.inject({ method: 'POST', url: '/v1/vault/push', headers: { 'x-so-protocol': '2', authorization: `Bearer ${device.token}`, 'content-type': 'application/json', 'content-encoding': encoding }, payload: bomb });
    expect([answer.statusCode, answer.json()]).toEqual([400, { error: { code: 'invalid' } }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(25_000_000);
  });

  it('[SEC-3] two lengths, or a length and pieces, are refused: what stands between might read them otherwise', async () => {
    for (const headers of ['content-length: 2\r\ncontent-length: 30\r\n', 'content-length: 2\r\ntransfer-encoding: chunked\r\n']) {
      const { socket, ended } = open();
      socket.write(`${head(headers)}{}GET /v1/devices HTTP/1.1\r\n\r\n`);
      expect((await ended).split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
    }
  });
});

describe('tricks', () => {
  it.each(['/v1/vault/files/..%2f..%2fmeta', '/v1/vault/files/%2e%2e/%2e%2e/meta', '/v1/vault/snapshots/%00/parts/1', '/v1/vault/snapshots/..%5c..%5c/parts/0', "/v1/vault/files/'%20or%20'1'='1"])('[SEC-4] the address %s leads nowhere', async (url) => {
    const answer = await org.call('GET', url, { device });
    expect([400, 404, 422]).toContain(answer.statusCode);
    expect(answer.json().error.code).toMatch(/^(notFound|invalid)$/);
  });

  it.each(["' or '1'='1", "x'; drop table devices; --", "' union select value from meta --"])('[SEC-4] the words %s are words', async (words) => {
    const joined = await org.call('POST', '/v1/activate', { body: { code: words, deviceName: words } });
    expect([404, 422]).toContain(joined.statusCode);
    const second = await org.call('POST', '/v1/activate', { body: { code: await org.code(org.cells[1]?.id), deviceName: words } });
    expect([200, 409]).toContain(second.statusCode);
    expect((await org.call('GET', '/v1/devices', { device })).json().devices).toHaveLength(1);
    for (const token of [words, `${device.token}' --`, '*'.repeat(40), '%'.repeat(40)]) {
      expect((await org.call('GET', '/v1/devices', { headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(401);
      expect((await org.call('GET', '/v1/committee/me', { cookie: `so_session=${encodeURIComponent(token)}` })).statusCode).toBe(401);
    }
  });
});
