import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { BodiesAnswer, CodesAnswer } from '@/protocol';
import { openOrg, type Device, type OrgWithApp, type TestOrg } from '../../support/org';

const CHANGES = '/v1/committee/bodies/changes';
const CODES = '/v1/committee/codes';
let org: OrgWithApp;
let foreign: TestOrg;
let device: Device;
let cookie: string;
let cell = '';
beforeAll(async () => {
  org = await openOrg();
  foreign = await org.another();
  cookie = await org.signIn();
  device = await org.device();
  cell = org.cells[1]!.id;
});
afterAll(() => org.close());

const rename = (over: object = {}): object => ({ id: 'change-0001', from: '2026-03-01', note: '', acts: [{ act: 'amend', body: cell, standing: { name: 'Chi bộ Đổi tên' } }], ...over });
const bodies = async (as = cookie): Promise<BodiesAnswer> => v.parse(BodiesAnswer, (await org.call('GET', '/v1/committee/bodies', { cookie: as })).json());

describe('the organisation over HTTP', () => {
  it.each([
    ['an act nobody knows', { acts: [{ act: 'sell', body: 'x'.repeat(10) }] }, 'acts.0.act'],
    ['no act', { acts: [] }, 'acts'],
    ['a day that is none', { from: '2026-02-30' }, 'from'],
    ['a day to come', { from: '2027-01-01' }, 'from'],
    ['an empty name', { acts: [{ act: 'amend', body: 'x'.repeat(10), standing: { name: ' ' } }] }, 'acts.0.standing.name'],
    ['a superior by amending', { acts: [{ act: 'amend', body: 'x'.repeat(10), standing: { superior: 'y'.repeat(10) } }] }, 'acts.0.standing.superior'],
    ['a kind nobody knows', { acts: [{ act: 'add', body: 'x'.repeat(10), code: 'a', kind: 'club', standing: {} }] }, 'acts.0.kind'],
  ])('[ORG-8] %s is refused with its path', async (_name, over, path) => {
    const answer = await org.call('POST', CHANGES, { cookie, body: rename(over) });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
  });

  it('[ORG-8] what the tree does not allow is refused by name with the act’s place', async () => {
    const answer = await org.call('POST', CHANGES, { cookie, body: rename({ acts: [{ act: 'end', body: org.committee }] }) });
    expect([answer.statusCode, answer.json()]).toEqual([409, { error: { code: 'bodyBeneath', path: 'acts.0' } }]);
  });

  it.each([
    ['GET', '/v1/committee/bodies', undefined],
    ['POST', CHANGES, rename()],
    ['POST', CODES, { cells: ['x'.repeat(10)] }],
  ] as const)('[COM-2] [COM-5] %s %s is for the committee alone, from its own page', async (method, url, body) => {
    expect((await org.call(method, url, { body })).statusCode).toBe(401);
    expect((await org.call(method, url, { device, body })).statusCode).toBe(401);
    expect((await org.call(method, url, { cookie, body, headers: { 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(method === 'POST' ? 403 : 200);
  });

  it('[COM-2] each committee has its own bodies, and none of another’s', async () => {
    const other = await org.signIn(foreign);
    const ids = (await bodies()).bodies.map(({ id }) => id);
    expect((await bodies(other)).bodies.some(({ id }) => ids.includes(id))).toBe(false);
    expect((await org.call('POST', CHANGES, { cookie: other, body: rename() })).json()).toEqual({ error: { code: 'bodyGone', path: 'acts.0' } });
    expect((await org.call('POST', CODES, { cookie: other, body: { cells: [cell] } })).json()).toEqual({ error: { code: 'notFound' } });
  });

  it('[ORG-8] [COM-7] a change is made and seen, and a code made in bulk lets a phone in once', async () => {
    expect((await org.call('POST', CHANGES, { cookie, body: rename() })).json()).toMatchObject({ state: 'made', change: { acts: 1, person: 'Trần Văn Bình, Phó Bí thư' } });
    expect((await bodies()).periods.filter(({ body }) => body === cell).map(({ name }) => name)).toEqual(['Chi bộ Hai', 'Chi bộ Đổi tên']);
    const { codes } = v.parse(CodesAnswer, (await org.call('POST', CODES, { cookie, body: { cells: [cell, device.cell] } })).json());
    expect(codes.map((one) => one.cell)).toEqual([cell]);
    const activate = () => org.call('POST', '/v1/activate', { body: { code: codes[0]?.code, deviceName: 'Máy' } });
    expect((await activate()).json()).toMatchObject({ cell: { name: 'Chi bộ Đổi tên' } });
    expect((await activate()).statusCode).toBe(410);
  });
});
