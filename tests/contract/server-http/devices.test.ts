import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ActivateAnswer, DevicesAnswer, InviteAnswer, JoinAnswer, PROTOCOL_VERSION, StatusAnswer } from '@/protocol';
import { revokeDevice } from '@/server/store';
import { openOrg, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
beforeAll(async () => {
  org = await openOrg();
});
afterAll(() => org.close());
const cell = (index: number): string => org.cells[index]?.id ?? '';

describe('devices over HTTP', () => {
  it('[PROTO-1] status says what the server speaks, without a protocol header too', async () => {
    const answer = await org.call('GET', '/v1/status', { protocol: null });
    expect(v.parse(v.strictObject(StatusAnswer.entries), answer.json())).toMatchObject({ service: 'so-chi-bo', time: org.clock.now.toISOString() });
    expect(answer.headers['x-so-protocol']).toBe(String(PROTOCOL_VERSION));
  });

  it('[ACT-1] [JOIN-1] a phone comes in by a code, a second one by its invite, and both are listed', async () => {
    const activated = await org.call('POST', '/v1/activate', { body: { code: await org.code(cell(0)), deviceName: 'Điện thoại bí thư' } });
    expect(activated.statusCode).toBe(200);
    const first = v.parse(v.strictObject(ActivateAnswer.entries), activated.json());
    const device = { cell: cell(0), deviceId: first.deviceId, token: first.token };

    const invited = await org.call('POST', '/v1/invites', { device, body: { lookup: 'K7M2-9QXT', sealedKey: 'c2VhbGVk' } });
    v.parse(v.strictObject(InviteAnswer.entries), invited.json());
    const joined = await org.call('POST', '/v1/join', { body: { lookup: 'k7m2 9qxt', deviceName: 'Máy tính' } });
    const second = v.parse(v.strictObject(JoinAnswer.entries), joined.json());
    expect([second.sealedKey, second.cell.id]).toEqual(['c2VhbGVk', cell(0)]);

    const listed = v.parse(DevicesAnswer, (await org.call('GET', '/v1/devices', { device })).json());
    expect(Object.fromEntries(listed.devices.map(({ name, self }) => [name, self]))).toEqual({ 'Điện thoại bí thư': true, 'Máy tính': false });
  });

  it('[ACT-1] [ACT-2] refusals have their names and statuses', async () => {
    const body = { code: await org.code(cell(1)), deviceName: 'A' };
    await org.call('POST', '/v1/activate', { body });
    const answers = [
      await org.call('POST', '/v1/activate', { body }),
      await org.call('POST', '/v1/activate', { body: { code: '00000-00000', deviceName: 'A' } }),
      await org.call('POST', '/v1/activate', { body: { code: await org.code(cell(1)), deviceName: 'A' } }),
      await org.call('POST', '/v1/join', { body: { lookup: 'ZZZZ-ZZZZ', deviceName: 'A' } }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual([
      [410, { error: { code: 'codeUsed' } }],
      [404, { error: { code: 'codeUnknown' } }],
      [409, { error: { code: 'cellHasKey' } }],
      [404, { error: { code: 'codeUnknown' } }],
    ]);
  });

  it('[ACT-1] an expired code is named so', async () => {
    const code = await org.code(cell(2));
    org.clock.forward(15 * 86_400_000);
    const answer = await org.call('POST', '/v1/activate', { body: { code, deviceName: 'A' } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([410, 'codeExpired']);
  });

  it.each([
    [{ code: 'short', deviceName: 'A' }, 'code'],
    [{ code: 'AAAAA-AAAA!', deviceName: 'A' }, 'code'],
    [{ code: 'AAAAA-AAAAA', deviceName: '   ' }, 'deviceName'],
    [{ code: 'AAAAA-AAAAA', deviceName: 'A\u0000' }, 'deviceName'],
    [{ code: 'AAAAA-AAAAA', deviceName: 'A'.repeat(61) }, 'deviceName'],
    [{ code: 'AAAAA-AAAAA', deviceName: 'A', attempt: 'guessable' }, 'attempt'],
    [{ code: 7, deviceName: 'A' }, 'code'],
    [[], 'code'],
  ])('[PROTO-3] what does not fit is 422 invalid with its path: %j', async (body, path) => {
    const answer = await org.call('POST', '/v1/activate', { body });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
  });

  it.each(['/v1/devices', '/v1/vault/pull?after=0'])('[ACT-5] %s without a token or with an unknown one is unauthorized, with a revoked one revoked', async (url) => {
    const device = await org.device((await org.another()).cells[0]?.id);
    expect((await org.call('GET', url, { device })).statusCode).toBe(200);
    await org.ctx.store.transact((tx) => revokeDevice(tx, device.deviceId, org.clock.now.toISOString()));
    const answers = [
      await org.call('GET', url),
      await org.call('GET', url, { device: { ...device, token: 'x'.repeat(43) } }),
      await org.call('GET', url, { headers: { authorization: `Basic ${device.token}` } }),
    ];
    for (const answer of answers) expect([answer.statusCode, answer.json()]).toEqual([401, { error: { code: 'unauthorized' } }]);
    const revoked = await org.call('GET', url, { device });
    expect([revoked.statusCode, revoked.json()]).toEqual([401, { error: { code: 'revoked' } }]);
  });
});
