import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { MAX_BATCHES, MAX_BODY_BYTES, MAX_BOX_LENGTH, PullAnswer, PushAnswer } from '@/protocol';
import { openOrg, type Device, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
let mine: Device;
let foreign: Device;
beforeAll(async () => {
  org = await openOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  const { cells } = await org.another();
  mine = await org.device(cells[0]?.id);
  foreign = await org.device(cells[1]?.id);
});

const batch = (id: string, text = 'x'): { id: string; box: string } => ({ id, box: Buffer.from(text).toString('base64') });
const push = (device: Device, ...batches: { id: string; box: string }[]) => org.call('POST', '/v1/vault/push', { device, body: { batches } });
const pull = async (device: Device, after = 0): Promise<PullAnswer> => v.parse(PullAnswer, (await org.call('GET', `/v1/vault/pull?after=${after}`, { device })).json());

describe('the sealed log over HTTP', () => {
  it('[VAULT-1] a push that is sent twice stores once', async () => {
    const first = v.parse(PushAnswer, (await push(mine, batch('batch-0001'), batch('batch-0002'))).json());
    const again = v.parse(PushAnswer, (await push(mine, batch('batch-0001'), batch('batch-0002'))).json());
    expect(first.results.map(({ state }) => state)).toEqual(['stored', 'stored']);
    expect(again.results).toEqual(first.results.map((result) => ({ ...result, state: 'same' })));
    expect((await pull(mine)).entries).toHaveLength(2);
  });

  it('[VAULT-4] a cell never sees what another one pushed', async () => {
    await push(mine, batch('batch-0001', 'secret'));
    await push(foreign, batch('batch-0001', 'theirs'));
    expect(await pull(foreign)).toEqual({ entries: [{ seq: 1, device: foreign.deviceId, batch: 'batch-0001', box: null }], head: 1, more: false, keys: { epoch: 1, rotationDue: false } });
    expect((await org.call('GET', '/v1/devices', { device: foreign })).json().devices).toHaveLength(1);
  });

  it('[VAULT-1] a full push near the body limit goes through; one byte over is 413 tooLarge', async () => {
    const frame = JSON.stringify({ batches: [batch('batch-0001', ''), batch('batch-0002', '')] }).length;
    const room = MAX_BODY_BYTES - frame;
    const first = { id: 'batch-0001', box: 'A'.repeat(MAX_BOX_LENGTH) };
    const rest = { id: 'batch-0002', box: 'A'.repeat(Math.floor((room - MAX_BOX_LENGTH) / 4) * 4) };
    expect((await push(mine, first, rest)).json().results.map(({ state }: { state: string }) => state)).toEqual(['stored', 'stored']);
    const over = await org.call('POST', '/v1/vault/push', { device: mine, text: { type: 'application/json', body: JSON.stringify({ batches: [] }).padEnd(MAX_BODY_BYTES + 1) } });
    expect([over.statusCode, over.json()]).toEqual([413, { error: { code: 'tooLarge' } }]);
  });

  it.each([
    [{ batches: [] }, 'batches'],
    [{ batches: Array.from({ length: MAX_BATCHES + 1 }, (_, index) => batch(`batch-${1000 + index}`)) }, 'batches'],
    [{ batches: [batch('x')] }, 'batches.0.id'],
    [{ batches: [{ id: 'batch-0001', box: 'not base64!' }] }, 'batches.0.box'],
    [{ batches: [batch('batch-0001'), { id: 'batch-0002', box: '' }] }, 'batches.1.box'],
    [{}, 'batches'],
  ])('[PROTO-3] a push that does not fit stores nothing (%#)', async (body, path) => {
    const answer = await org.call('POST', '/v1/vault/push', { device: mine, body });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
    expect((await pull(mine)).head).toBe(0);
  });

  it.each(['', '?after=', '?after=-1', '?after=1.5', '?after=x', '?after=1&after=2', '?after=9999999999999999'])('[PROTO-3] pull%s is refused with its path', async (query) => {
    const answer = await org.call('GET', `/v1/vault/pull${query}`, { device: mine });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path: 'query.after' } }]);
  });

  it('[VAULT-2] a pull beyond the head is empty', async () => {
    expect(await pull(mine, 999_999_999)).toMatchObject({ entries: [], head: expect.any(Number), more: false });
  });
});
