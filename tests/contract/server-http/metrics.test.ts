import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg, sampleEnvelope, type Device, type OrgWithApp } from '../../support/org';

const TOKEN = 'mot-chuoi-dai-va-bi-mat';
let org: OrgWithApp;
let device: Device;
beforeAll(async () => {
  org = await openOrg({ metricsToken: TOKEN });
  device = await org.device();
});
afterAll(() => org.close());
const read = async (): Promise<string> => (await org.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })).body;

describe('/metrics', () => {
  it('[MET-1] is there for who has the token, and for nobody else', async () => {
    expect((await org.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })).headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, TOKEN, `Bearer ${device.token}`]) expect((await org.app.inject({ url: '/metrics', headers: { authorization } })).json()).toEqual({ error: { code: 'notFound' } });
  });

  it('[MET-1] without a token it is there for this machine alone, and not through a proxy', async () => {
    const open = await openOrg();
    const asked = async (remoteAddress: string, headers: Record<string, string> = {}) => (await open.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
    expect([await asked('127.0.0.1'), await asked('::1'), await asked('203.0.113.7')]).toEqual([200, 200, 404]);
    expect([await asked('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }), await asked('127.0.0.1', { forwarded: 'for=203.0.113.7' }), await asked('203.0.113.7', { 'x-forwarded-for': '127.0.0.1' })]).toEqual([404, 404, 404]);
    await open.close();
  });

  it('[MET-2] counts requests by route pattern, batches and documents by what became of them, the wait for the database, the devices', async () => {
    const batch = { id: 'batch-0001', box: 'AAAA' };
    await org.call('POST', '/v1/vault/push', { device, body: { batches: [batch] } });
    await org.call('POST', '/v1/vault/push', { device, body: { batches: [batch, { ...batch, box: 'BBBB' }] } });
    const envelope = sampleEnvelope('sub-0001', { conclusion: 'Lời riêng' });
    await org.call('POST', '/v1/submissions', { device, body: envelope });
    await org.call('POST', '/v1/submissions', { device, body: envelope });
    await org.call('POST', '/v1/submissions', { device, body: { ...envelope, hash: '0'.repeat(64) } });
    await org.call('GET', `/v1/vault/files/${device.deviceId}`, { device });
    await org.call('GET', `/nowhere/${device.deviceId}`);
    const lines = (await read()).split('\n');
    for (const line of [
      'so_batches_total{outcome="stored"} 1', 'so_batches_total{outcome="same"} 1', 'so_batches_total{outcome="contentMismatch"} 1',
      'so_documents_total{outcome="accepted"} 1', 'so_documents_total{outcome="same"} 1', 'so_documents_total{outcome="hashMismatch"} 1',
      'so_requests_total{method="POST",route="/v1/vault/push",status="200"} 2', 'so_requests_total{method="GET",route="/v1/vault/files/:id",status="404"} 1',
      'so_refusals_total{code="hashMismatch"} 1', 'so_devices{heard="ever"} 1', 'so_request_seconds_count{route="/v1/vault/push"} 2',
    ]) expect(lines).toContain(line);
    expect(lines.some((line) => /^so_database_wait_seconds_count [1-9]/.test(line))).toBe(true);
    for (const line of lines.filter(Boolean)) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"\\]*"(,\w+="[^"\\]*")*\})? -?[\d.e+-]+)$/);
  });

  it('[MET-2] holds no id, no name, no code, no token and no word', async () => {
    const code = await org.code(org.cells[1]?.id);
    await org.call('GET', `/v1/activate/${code}`);
    const text = await read();
    for (const secret of [device.token, device.deviceId, device.cell, org.committee, 'Chi bộ', 'sub-0001', 'batch-0001', 'riêng', code, 'nowhere']) expect(text).not.toContain(secret);
  });
});
