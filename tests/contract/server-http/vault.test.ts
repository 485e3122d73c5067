import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { FindAnswer, MAX_BATCHES, MAX_BODY_BYTES, MAX_BOX_LENGTH, MAX_FIND, PullAnswer, PushAnswer, SnapshotPart } from '@/protocol';
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
    expect(await pull(foreign)).toEqual({ entries: [{ seq: 1, device: foreign.deviceId, batch: 'batch-0001', box: null }], head: 1, more: false, keys: { epoch: 1, rotationDue: false }, directives: 0, files: 0 });
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

const chainOf = (device: Device, ...batches: string[]): string => batches.reduce((before, id) => createHash('sha256').update(`${before}.${device.deviceId}.${id}`).digest('hex'), '');
/** Snapshots at 1 and 2 of a log of three, so that the first entry's box is gone. */
async function snapshots(): Promise<void> {
  const ids = ['batch-0001', 'batch-0002', 'batch-0003'];
  await push(mine, ...ids.map((id) => batch(id)));
  for (const seq of [1, 2]) {
    const id = `snapshot-${seq}`;
    const body = { id, seq, epoch: 1, chain: chainOf(mine, ...ids.slice(0, seq)), parts: 1, part: 0, box: Buffer.from(id).toString('base64') };
    expect((await org.call('POST', '/v1/vault/snapshots', { device: mine, body })).json()).toEqual({ state: 'stored' });
    expect((await org.call('POST', `/v1/vault/snapshots/${id}/commit`, { device: mine, body: {} })).json()).toEqual({ state: 'stored' });
  }
}

describe('snapshots over HTTP', () => {
  it('[SNAP-4] come up in parts, are offered, and come down; a client of protocol 1 is too old for what is gone, and may push', async () => {
    await snapshots();
    const offered = v.parse(PullAnswer, (await org.call('GET', '/v1/vault/pull?after=0', { device: mine, protocol: '2' })).json());
    expect(offered).toMatchObject({ entries: [], more: true, offer: { only: true, snapshots: [{ id: 'snapshot-2', seq: 2, parts: 1 }, { id: 'snapshot-1' }] } });
    const part = v.parse(SnapshotPart, (await org.call('GET', '/v1/vault/snapshots/snapshot-2/parts/0', { device: mine })).json());
    expect(Buffer.from(part.box, 'base64').toString()).toBe('snapshot-2');
    const old = await org.call('GET', '/v1/vault/pull?after=0', { device: mine, protocol: '1' });
    expect([old.statusCode, old.json()]).toEqual([426, { error: { code: 'clientTooOld' } }]);
    expect((await push(mine, batch('batch-0004'))).statusCode).toBe(200);
    expect((await pull(mine, 1)).entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect((await org.call('GET', '/v1/vault/pull?after=1&log=1', { device: mine, protocol: '2' })).json().entries).toHaveLength(3);
  });

  it('[SNAP-6] [VAULT-4] find tells of the own cell alone', async () => {
    await snapshots();
    const asked = { batches: [{ device: mine.deviceId, id: 'batch-0001' }] };
    expect(v.parse(FindAnswer, (await org.call('POST', '/v1/vault/find', { device: mine, body: asked })).json()).found).toEqual([{ device: mine.deviceId, id: 'batch-0001', seq: 1 }]);
    expect((await org.call('POST', '/v1/vault/find', { device: foreign, body: asked })).json()).toEqual({ found: [] });
    expect((await org.call('GET', '/v1/vault/snapshots/snapshot-2/parts/0', { device: foreign })).json()).toEqual({ error: { code: 'notFound' } });
  });

  it.each([
    ['/v1/vault/snapshots', { id: 'snapshot-1', seq: 0, epoch: 1, chain: 'a'.repeat(64), parts: 1, part: 0, box: 'AAAA' }, 'seq'],
    ['/v1/vault/snapshots', { id: 'snapshot-1', seq: 1, epoch: 1, chain: 'a', parts: 1, part: 0, box: 'AAAA' }, 'chain'],
    ['/v1/vault/snapshots', { id: 'snapshot-1', seq: 1, epoch: 1, chain: 'a'.repeat(64), parts: 201, part: 0, box: 'AAAA' }, 'parts'],
    ['/v1/vault/snapshots', { id: 'snapshot-1', seq: 1, epoch: 1, chain: 'a'.repeat(64), parts: 1, part: 0, box: '' }, 'box'],
    ['/v1/vault/find', { batches: [] }, 'batches'],
    ['/v1/vault/find', { batches: Array.from({ length: MAX_FIND + 1 }, () => ({ device: 'device-01', id: 'batch-0001' })) }, 'batches'],
  ])('[PROTO-3] what does not fit %s is refused with its path (%#)', async (url, body, path) => {
    const answer = await org.call('POST', url, { device: mine, body });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
  });
});
