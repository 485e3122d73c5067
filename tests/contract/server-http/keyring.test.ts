import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { DevicesAnswer, KeyringAnswer, RecoverAnswer, RecoveryAnswer, RevokeAnswer, RotateAnswer } from '@/protocol';
import { openOrg, type Device, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
let one: Device;
let two: Device;
const b64 = (text: string): string => Buffer.from(text).toString('base64');
const point = Buffer.alloc(65, 'p').toString('base64');
const said = { publicKey: point, voucher: b64('word'), epoch: 1, keyId: '0123456789abcdef' };
const sheet = { epoch: 1, lookup: 'ab'.repeat(16), publicKey: point, voucher: b64('word'), sealedKey: b64('sealed') };

beforeAll(async () => {
  org = await openOrg();
  one = await org.device();
  await org.call('POST', '/v1/invites', { device: one, body: { lookup: 'K7M2-9QXT', sealedKey: b64('sealed') } });
  const joined = await org.call('POST', '/v1/join', { body: { lookup: 'K7M2-9QXT', deviceName: 'Máy hai' } });
  two = { cell: one.cell, deviceId: joined.json().deviceId, token: joined.json().token };
});
afterAll(() => org.close());

describe('keys over HTTP', () => {
  it('[KEY-9] [KEY-10] [KEY-11] a key is said, the ring asked for, the next epoch begun, and a second beginning refused', async () => {
    for (const device of [one, two]) expect((await org.call('POST', '/v1/devices/key', { device, body: said })).json()).toEqual({});
    const ring = v.parse(v.strictObject(KeyringAnswer.entries), (await org.call('GET', '/v1/keyring', { device: one })).json());
    expect(ring).toMatchObject({ epoch: 1, rotationDue: false, recovery: null });
    const box = (holder: string) => ({ holder, box: b64('box'), voucher: b64('word') });
    const rotate = (boxes: unknown[], keyId = 'f'.repeat(16)) => org.call('POST', '/v1/keyring/rotate', { device: one, body: { epoch: 2, keyId, boxes, without: [] } });
    const missing = await rotate([box(one.deviceId)]);
    expect([missing.statusCode, missing.json()]).toEqual([409, { error: { code: 'boxMissing' } }]);
    expect(v.parse(RotateAnswer, (await rotate([box(one.deviceId), box(two.deviceId)])).json())).toEqual({ epoch: 2 });
    const taken = await rotate([box(one.deviceId), box(two.deviceId)], 'e'.repeat(16));
    expect([taken.statusCode, taken.json()]).toEqual([409, { error: { code: 'epochTaken' } }]);
    expect((await org.call('GET', '/v1/vault/pull?after=0', { device: two })).json().keys).toEqual({ epoch: 2, rotationDue: false });
  });

  it('[KEY-13] [KEY-14] a sheet is kept, a blank phone comes in by it, and an unknown one is refused by name', async () => {
    v.parse(v.strictObject(RecoveryAnswer.entries), (await org.call('POST', '/v1/recovery', { device: one, body: { ...sheet, epoch: 2 } })).json());
    const old = await org.call('POST', '/v1/recovery', { device: one, body: { ...sheet, lookup: 'cd'.repeat(16) } });
    expect([old.statusCode, old.json()]).toEqual([409, { error: { code: 'epochTaken' } }]);
    const answer = await org.call('POST', '/v1/recover', { body: { lookup: sheet.lookup, deviceName: 'Máy mới' } });
    expect(v.parse(v.strictObject(RecoverAnswer.entries), answer.json())).toMatchObject({ sealedKey: sheet.sealedKey, cell: { id: one.cell } });
    const unknown = await org.call('POST', '/v1/recover', { body: { lookup: '0'.repeat(32), deviceName: 'Máy' } });
    expect([unknown.statusCode, unknown.json()]).toEqual([404, { error: { code: 'codeUnknown' } }]);
  });

  it('[KEY-12] a device is shut out: it hears so with the proofs, on every route of devices; the others see it listed', async () => {
    const proofs = [b64('proof')];
    const answer = await org.call('POST', `/v1/devices/${two.deviceId}/revoke`, { device: one, body: { proofs } });
    expect(v.parse(v.strictObject(RevokeAnswer.entries), answer.json())).toEqual({ rotationDue: true });
    for (const url of ['/v1/devices', '/v1/keyring', '/v1/vault/pull?after=0']) {
      const told = await org.call('GET', url, { device: two });
      expect([told.statusCode, told.json()]).toEqual([401, { error: { code: 'revoked', proofs } }]);
    }
    for (const url of ['/v1/vault/push', '/v1/submissions', '/v1/keyring/rotate', `/v1/devices/${one.deviceId}/revoke`]) {
      expect((await org.call('POST', url, { device: two, body: {} })).json().error.code).toBe('revoked');
    }
    const listed = v.parse(DevicesAnswer, (await org.call('GET', '/v1/devices', { device: one })).json());
    expect(listed.revoked?.map(({ id, toldAt }) => [id, toldAt !== null])).toEqual([[two.deviceId, true]]);
    const self = await org.call('POST', `/v1/devices/${one.deviceId}/revoke`, { device: one, body: { proofs } });
    const stranger = await org.call('POST', '/v1/devices/no-such-device/revoke', { device: one, body: { proofs } });
    expect([self.json().error.code, stranger.json().error.code]).toEqual(['forbidden', 'notFound']);
  });

  it.each([
    ['/v1/devices/key', { ...said, publicKey: b64('short') }, 'publicKey'],
    ['/v1/devices/key', { ...said, keyId: 'XYZ' }, 'keyId'],
    ['/v1/devices/key', { ...said, epoch: 0 }, 'epoch'],
    ['/v1/keyring/rotate', { epoch: 3, keyId: 'f'.repeat(16), boxes: [], without: [] }, 'boxes'],
    ['/v1/keyring/rotate', { epoch: 3, keyId: 'f'.repeat(16), boxes: [{ holder: 'x', box: b64('b'), voucher: b64('v') }], without: [] }, 'boxes.0.holder'],
    ['/v1/recovery', { ...sheet, lookup: 'short' }, 'lookup'],
    ['/v1/recovery', { ...sheet, sealedKey: 'A'.repeat(32_772) }, 'sealedKey'],
    ['/v1/devices/no-such-device/revoke', { proofs: 'x' }, 'proofs'],
  ])('[PROTO-3] %s refuses what does not fit, with its path (%#)', async (url, body, path) => {
    const answer = await org.call('POST', url, { device: one, body });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
  });

  it('[PROTO-5] sheets are guessed at as slowly as codes', async () => {
    const strict = await openOrg({ limits: { entry: 2, other: 100 } });
    const tries = [];
    for (let i = 0; i < 3; i += 1) tries.push((await strict.call('POST', '/v1/recover', { body: { lookup: '0'.repeat(32), deviceName: 'A' } })).json().error.code);
    await strict.close();
    expect(tries).toEqual(['codeUnknown', 'codeUnknown', 'tooManyRequests']);
  });
});
