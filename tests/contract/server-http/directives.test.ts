import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { DirectivesAnswer, DirectiveView, SubmissionView } from '@/protocol';
import { openOrg, sampleEnvelope, type Device, type OrgWithApp, type TestOrg } from '../../support/org';

const url = '/v1/committee/submissions/document-1/directives';
const grade = (id: string, over: object = {}): object => ({ kind: 'officialGrade', id, grade: 'fair', points: 84, reason: 'Ít ý kiến.', replaces: null, ...over });

let org: OrgWithApp;
let foreign: TestOrg;
let device: Device;
let cookie: string;
beforeAll(async () => {
  org = await openOrg();
  foreign = await org.another();
  cookie = await org.signIn();
  device = await org.device();
  await org.call('POST', '/v1/submissions', { device, body: sampleEnvelope('document-1') });
});
afterAll(() => org.close());

const pulled = async (as: Device): Promise<string[]> =>
  v.parse(DirectivesAnswer, (await org.call('GET', '/v1/directives?after=0', { device: as })).json()).directives.map(({ id }) => id);

describe('directives over HTTP', () => {
  it.each([
    ['an unknown kind', { kind: 'visit' }, 'kind'],
    ['an unknown grade', { grade: 'splendid' }, 'grade'],
    ['points below nothing', { points: -1 }, 'points'],
    ['a reason too long', { reason: 'x'.repeat(2001) }, 'reason'],
    ['a reason of blanks where one is wanted', { reason: '   ' }, 'reason'],
    ['no word on what it replaces', { replaces: undefined }, 'replaces'],
  ])('[DIR-3] %s is refused with its path, and nothing goes down', async (_name, over, path) => {
    const answer = await org.call('POST', url, { cookie, body: grade('grade-refused', over) });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
    expect(await pulled(device)).toEqual([]);
  });

  it.each([
    ['nobody', {}, 401, 'unauthorized'],
    ['a page of another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'forbidden'],
    ['an origin that is not ours', { headers: { origin: 'https://elsewhere.example' } }, 403, 'forbidden'],
  ])('[DIR-2] [COM-5] a grade from %s is refused', async (_name, call, status, code) => {
    const answer = await org.call('POST', url, { ...(status === 401 ? {} : { cookie }), ...call, body: grade('grade-stolen') });
    expect([answer.statusCode, answer.json()]).toEqual([status, { error: { code } }]);
    expect(await pulled(device)).toEqual([]);
  });

  it('[DIR-2] a device gives no grade, a session reads nothing of a cell’s, and another committee finds nothing', async () => {
    expect((await org.call('POST', url, { device, body: grade('grade-self') })).statusCode).toBe(401);
    expect((await org.call('GET', '/v1/directives?after=0', { cookie })).statusCode).toBe(401);
    expect((await org.call('POST', '/v1/directives/seen', { cookie, body: { ids: ['grade-0001'] } })).statusCode).toBe(401);
    const answer = await org.call('POST', url, { cookie: await org.signIn(foreign), body: grade('grade-foreign') });
    expect([answer.statusCode, answer.json()]).toEqual([404, { error: { code: 'notFound' } }]);
    expect(await pulled(device)).toEqual([]);
  });

  it('[DIR-1] [DIR-4] [DIR-5] a grade goes down to the cell’s own devices, and what was seen comes back', async () => {
    const given = v.parse(DirectiveView, (await org.call('POST', url, { cookie, body: grade('grade-0001') })).json());
    expect(given).toMatchObject({ seenAt: null, directive: { seq: 1, cell: device.cell } });
    expect(await pulled(device)).toEqual(['grade-0001']);
    expect(await pulled(await org.device(org.cells[1]?.id))).toEqual([]);
    expect((await org.call('POST', '/v1/directives/seen', { device, body: { ids: ['grade-0001'] } })).json()).toEqual({});
    const shown = v.parse(SubmissionView, (await org.call('GET', '/v1/committee/submissions/document-1', { cookie })).json());
    expect(shown.directives).toEqual([{ ...given, seenAt: org.clock.now.toISOString() }]);
    const late = await org.call('POST', url, { cookie, body: grade('grade-0002') });
    expect([late.statusCode, late.json()]).toEqual([409, { error: { code: 'gradeTaken' } }]);
  });

  it.each(['', '?after=', '?after=-1', '?after=x'])('[PROTO-3] GET /v1/directives%s is refused with its path', async (query) => {
    const answer = await org.call('GET', `/v1/directives${query}`, { device });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path: 'query.after' } }]);
  });

  describe('guidance to all cells', () => {
    const path = '/v1/committee/guidance';
    const change = (over: object = {}): object => ({ id: 'guide-0001', from: '2026-07-01', profile: 'hd42-2025', frame: null, wording: {}, ...over });
    it.each([
      ['a day that is none', { from: '2026-02-31x' }, 'from'],
      ['a profile with a path in it', { profile: '../x' }, 'profile'],
      ['a text for what is no part of a step', { wording: { 'a/b/blocks': 'x' } }, 'wording.a/b/blocks'],
      ['a text too long', { wording: { 'a/b/say': 'x'.repeat(2001) } }, 'wording.a/b/say'],
      ['too many texts', { wording: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`a/b${n}/say`, 'x'])) }, 'wording'],
      ['nothing said', { profile: null }, 'profile'],
    ])('[DIR-9] %s is refused with its path, and nothing goes down', async (_name, over, at) => {
      const answer = await org.call('POST', path, { cookie, body: change(over) });
      expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path: at } }]);
      expect((await org.call('GET', path, { cookie })).json()).toEqual({ guidance: [] });
    });
    it('[DIR-9] a device may neither say it nor read what the committee has said to all', async () => {
      expect((await org.call('POST', path, { device, body: change() })).statusCode).toBe(401);
      expect((await org.call('GET', path, { device })).statusCode).toBe(401);
      expect((await org.call('GET', path, {})).statusCode).toBe(401);
    });
  });
});
