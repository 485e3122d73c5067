import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrg, sampleEnvelope, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
const lines: string[] = [];
beforeAll(async () => {
  org = await openOrg({ logLevel: 'trace', logTo: { write: (line: string) => void lines.push(line) } });
});
afterAll(() => org.close());

describe('[LOG-1] the log', () => {
  it('has an outcome a request, and nobody\'s words, names, codes or tokens', async () => {
    const code = await org.code();
    const activated = await org.call('POST', '/v1/activate', { body: { code, deviceName: 'Máy của bà Hoa' } });
    const { token, deviceId } = activated.json();
    const device = { cell: org.cells[0]?.id ?? '', deviceId, token };
    const link = await org.link();
    const signedIn = await org.call('POST', '/v1/committee/sign-in', { body: { token: link } });
    const cookie = signedIn.cookies[0]?.value ?? '';
    await org.call('POST', '/v1/submissions', { device, body: sampleEnvelope('sub-0001', { conclusion: 'Lời riêng' }) });
    await org.call('POST', '/v1/submissions', { device, body: { ...sampleEnvelope('sub-0002'), body: { conclusion: 'Lời riêng' } } });
    await org.call('POST', '/v1/activate', { text: { type: 'application/json', body: '{"code": Lời riêng' } });
    await org.call('GET', `/v1/vault/pull?after=${code}`, { device });
    await org.call('GET', `/v1/activate/${code}?code=${code}`);
    await org.call('GET', `/v1/%E0%A4%A${code}`);
    await org.ctx.store.db.schema.dropTable('activation_codes').execute();
    await org.call('POST', '/v1/activate', { body: { code, deviceName: 'Máy của bà Hoa' } });

    const log = lines.join('');
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(log).toContain('"route":"/v1/submissions","status":200');
    expect(log).toContain('"route":"/v1/activate","status":500');
    expect(log).toMatch(/"level":50.*"type":"SqliteError".*"at":\["at /);
    for (const secret of [code, code.replace('-', ''), token, link, cookie, 'Hoa', 'riêng', 'Nguyễn', 'Chi bộ', 'authorization', 'cookie', 'no such table']) expect(log).not.toContain(secret);
  });
});
