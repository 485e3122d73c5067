import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ErrorBody, OLDEST_PROTOCOL, PROTOCOL_VERSION } from '@/protocol';
import { openOrg, type Device, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
let device: Device;
beforeAll(async () => {
  org = await openOrg();
  device = await org.device();
});
afterAll(() => org.close());

const refusal = (answer: { statusCode: number; json(): unknown; headers: Record<string, unknown> }): [number, string, string | undefined] => {
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  const { error } = v.parse(v.strictObject({ error: v.strictObject(ErrorBody.entries.error.entries) }), answer.json());
  return [answer.statusCode, error.code, error.path];
};

describe('refusals', () => {
  it.each([
    ['malformed JSON', { type: 'application/json', body: '{"code": "AAAAA' }, 400],
    ['nothing at all', { type: 'application/json', body: '' }, 400],
    ['a page', { type: 'text/html', body: '<html><body>Login</body></html>' }, 415],
    ['a form', { type: 'application/x-www-form-urlencoded', body: 'code=1' }, 415],
    ['plain text', { type: 'text/plain', body: 'code' }, 415],
    ['a poisoned prototype', { type: 'application/json', body: '{"__proto__": {"code": 1}}' }, 400],
    ['null', { type: 'application/json', body: 'null' }, 422],
  ])('[PROTO-3] a body that is %s is invalid, and what was sent is not quoted', async (_name, text, status) => {
    const answer = await org.call('POST', '/v1/activate', { text });
    expect(refusal(answer).slice(0, 2)).toEqual([status, 'invalid']);
    expect(answer.body).not.toMatch(/Login|AAAAA|Unexpected|stack/);
  });

  it('[PROTO-3] a compressed body is not unpacked', async () => {
    const answer = await org.call('POST', '/v1/activate', { text: { type: 'application/json', body: '\u001f' }, headers: { 'content-encoding': 'gzip' } });
    expect(refusal(answer).slice(0, 2)).toEqual([400, 'invalid']);
  });

  it.each(['/v1', '/v1/', '/v1/nothing', '/v1/activate/more', '/v1/../v1/x', '/v2/status'])('[PROTO-3] %s is notFound, as JSON, to a browser too', async (url) => {
    const answer = await org.call('GET', url, { headers: { accept: url.startsWith('/v2') ? '*/*' : 'text/html' } });
    expect(refusal(answer)).toEqual([404, 'notFound', undefined]);
  });

  it('[PROTO-3] another method is notFound', async () => {
    expect(refusal(await org.call('GET', '/v1/activate'))).toEqual([404, 'notFound', undefined]);
  });

  it('[PROTO-3] a broken address is invalid', async () => {
    expect(refusal(await org.call('GET', '/v1/%E0%A4%A'))).toEqual([400, 'invalid', undefined]);
  });

  it.each([
    [String(OLDEST_PROTOCOL - 1), 426, 'clientTooOld', undefined],
    [String(PROTOCOL_VERSION + 1), 400, 'clientTooNew', undefined],
    ['one', 400, 'invalid', 'x-so-protocol'],
    [null, 400, 'invalid', 'x-so-protocol'],
  ])('[PROTO-1] protocol %s is refused by name, before the token and the body are looked at', async (protocol, status, code, path) => {
    const answers = [await org.call('GET', '/v1/vault/pull?after=0', { device, protocol }), await org.call('POST', '/v1/activate', { protocol, text: { type: 'application/json', body: '{' } })];
    for (const answer of answers) {
      expect(refusal(answer)).toEqual([status, code, path]);
      expect(answer.headers['x-so-protocol']).toBe(String(PROTOCOL_VERSION));
    }
  });

  it('[PROTO-1] status tells a client that is too old so, and one that says nothing everything', async () => {
    expect((await org.call('GET', '/v1/status', { protocol: null })).statusCode).toBe(200);
    expect((await org.call('GET', '/v1/openapi.json', { protocol: null })).statusCode).toBe(200);
    expect(refusal(await org.call('GET', '/v1/status', { protocol: '0' }))[1]).toBe('clientTooOld');
  });

  it('[PROTO-3] a fault of the server is internal, without a word about it', async () => {
    const broken = await openOrg();
    await broken.ctx.store.db.schema.dropTable('activation_codes').execute();
    const answer = await broken.call('POST', '/v1/activate', { body: { code: 'AAAAA-AAAAA', deviceName: 'A' } });
    expect(refusal(answer)).toEqual([500, 'internal', undefined]);
    expect(answer.body).toBe('{"error":{"code":"internal"}}');
    await broken.close();
  });

  it('[PROTO-3] what is no HTTP gets a named refusal too', async () => {
    await org.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = org.app.server.address() as AddressInfo;
    const answerTo = (text: string) =>
      new Promise<string>((done) => {
        let got = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.setEncoding('utf8').on('data', (part: string) => (got += part));
        socket.on('close', () => done(got)).on('error', () => undefined);
      });
    expect(await answerTo('HELO mail\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*\{"error":\{"code":"invalid"\}\}$/);
    expect(await answerTo(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 [^]*\{"error":\{"code":"tooLarge"\}\}$/);
  });

  it('a watcher is told that the server lives, and whether it can work', async () => {
    const watched = await openOrg();
    expect([(await watched.call('GET', '/healthz', { protocol: null })).json(), (await watched.call('GET', '/readyz', { protocol: null })).json()]).toEqual([{ ok: true }, { ok: true }]);
    await watched.ctx.store.close();
    const dead = await watched.call('GET', '/readyz');
    expect([dead.statusCode, dead.json()]).toEqual([503, { ok: false }]);
    await watched.app.close();
  });
});

describe('limits', () => {
  it('[PROTO-5] guessing at codes is stopped per address, over all doors together, and said when to come back', async () => {
    const limited = await openOrg({ limits: { entry: 3, other: 5 }, trustProxy: true });
    const guess = (url: string, from: string) => limited.call('POST', url, { body: { code: 'AAAAA-AAAAA', lookup: 'AAAAAAAA', deviceName: 'A', token: 'x'.repeat(43) }, headers: { 'x-forwarded-for': from } });
    const doors = ['/v1/activate', '/v1/join', '/v1/committee/sign-in', '/v1/activate'];
    const answers = [];
    for (const door of doors) answers.push(await guess(door, '10.0.0.1'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 429]);
    const { error } = v.parse(ErrorBody, answers[3]?.json());
    expect(error).toEqual({ code: 'tooManyRequests', retryAfter: expect.any(Number) });
    expect(error.retryAfter).toBeGreaterThan(0);
    expect(answers[3]?.headers['retry-after']).toBeDefined();
    expect((await guess('/v1/activate', '10.0.0.2')).statusCode).toBe(404);
    expect((await limited.call('GET', '/v1/status', { headers: { 'x-forwarded-for': '10.0.0.1' } })).statusCode).toBe(200);
    await limited.close();
  });

  it('[PROTO-5] a forwarded address is not believed unless the proxy is trusted', async () => {
    const limited = await openOrg({ limits: { entry: 1, other: 5 } });
    const guess = (from: string) => limited.call('POST', '/v1/activate', { body: { code: 'AAAAA-AAAAA', deviceName: 'A' }, headers: { 'x-forwarded-for': from } });
    expect([(await guess('10.0.0.1')).statusCode, (await guess('10.0.0.2')).statusCode]).toEqual([404, 429]);
    await limited.close();
  });
});
