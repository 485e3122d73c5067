import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_FILE } from '@/protocol';
import { openOrg, type Call, type Device, type OrgWithApp } from '../../support/org';

const box = (length: number): string => Buffer.alloc(length, 7).toString('base64');
const url = (index: number | string, id = 'file-0001'): string => `/v1/vault/files/${id}/${index}`;
const piece = { size: 10, box: box(48) };

let org: OrgWithApp;
let device: Device;
beforeAll(async () => {
  org = await openOrg({ filesPerCell: 1000 });
  device = await org.device();
});
afterAll(() => org.close());

const ask = async (method: 'GET' | 'PUT' | 'DELETE', path: string, call: Call = { device }): Promise<[number, unknown]> => {
  const answer = await org.call(method, path, call);
  return [answer.statusCode, answer.json()];
};

describe('attached files over HTTP', () => {
  it.each([
    ['no size', { box: box(48) }, 'size'],
    ['a size of nothing', { size: 0, box: box(48) }, 'size'],
    ['more than the largest content', { size: MAX_FILE + 1, box: box(48) }, 'size'],
    ['a box that is no base64', { size: 10, box: '!' }, 'box'],
    ['a box of another length', { size: 10, box: box(47) }, 'box'],
  ])('[PIECE-1] %s is refused with its path', async (_name, body, path) => {
    expect(await ask('PUT', url(0), { device, body })).toEqual([422, { error: { code: 'invalid', path } }]);
    expect(await ask('GET', '/v1/vault/files/file-0001')).toEqual([404, { error: { code: 'notFound' } }]);
  });

  it('[PIECE-1] a place that is none is refused, and a body over the limit by name', async () => {
    for (const index of ['x', '-1', '1000']) expect((await ask('PUT', url(index), { device, body: piece }))[0]).toBe(422);
    expect(await ask('PUT', url(0), { device, body: { size: 10, box: 'A'.repeat(1_100_000) } })).toEqual([413, { error: { code: 'tooLarge' } }]);
  });

  it('[PIECE-4] nobody without a device token puts, lists, fetches or removes', async () => {
    const cookie = await org.signIn();
    for (const call of [{}, { cookie }]) {
      for (const [method, path] of [['GET', '/v1/vault/files'], ['GET', '/v1/vault/files/file-0001'], ['GET', url(0)], ['DELETE', '/v1/vault/files/file-0001']] as const) expect((await ask(method, path, call))[1]).toEqual({ error: { code: 'unauthorized' } });
      expect((await ask('PUT', url(0), { ...call, body: piece }))[1]).toEqual({ error: { code: 'unauthorized' } });
    }
  });

  it('[PIECE-1] [PIECE-2] [PIECE-3] [PIECE-5] up, listed, down and gone; without room it is quotaFull', async () => {
    expect(await ask('PUT', url(0), { device, body: piece })).toEqual([200, { state: 'stored', there: 1 }]);
    expect(await ask('GET', '/v1/vault/files')).toEqual([200, { revision: 1, files: [{ id: 'file-0001', size: 10, there: 1 }], room: { used: 48, limit: 1000 } }]);
    expect(await ask('GET', url(0))).toEqual([200, { box: box(48) }]);
    expect(await ask('PUT', url(0, 'file-0002'), { device, body: { size: 930, box: box(968) } })).toEqual([413, { error: { code: 'quotaFull' } }]);
    expect(await ask('DELETE', '/v1/vault/files/file-0001')).toEqual([200, { state: 'gone' }]);
    expect(await ask('PUT', url(0, 'file-0002'), { device, body: { size: 930, box: box(968) } })).toEqual([200, { state: 'stored', there: 1 }]);
  });
});
