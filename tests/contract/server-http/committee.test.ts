import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { CodeAnswer, MeAnswer, OverviewAnswer, SubmissionView } from '@/protocol';
import { openOrg, sampleEnvelope, type OrgWithApp, type TestOrg } from '../../support/org';

let org: OrgWithApp;
let other: TestOrg;
let cookie: string;
let foreignCookie: string;
beforeAll(async () => {
  org = await openOrg();
  other = await org.another();
  cookie = await org.signIn();
  foreignCookie = await org.signIn(other);
  const device = await org.device();
  await org.call('POST', '/v1/submissions', { device, body: sampleEnvelope('sub-0001') });
});
afterAll(() => org.close());

describe('the committee over HTTP', () => {
  it('[COM-1] [COM-4] a link becomes a session cookie that no script reads and no other site sends', async () => {
    const answer = await org.call('POST', '/v1/committee/sign-in', { body: { token: await org.link() } });
    expect(v.parse(v.strictObject(MeAnswer.entries), answer.json()).committee.id).toBe(org.committee);
    expect(answer.cookies).toEqual([{ name: 'so_session', value: expect.stringMatching(/^[\w-]{43}$/), path: '/', httpOnly: true, sameSite: 'Strict', maxAge: 43_200 }]);
  });

  it('[COM-4] behind https the cookie is Secure and bound to the host', async () => {
    const secure = await openOrg({ publicUrl: 'https://so.example.vn' });
    const answer = await secure.call('POST', '/v1/committee/sign-in', { body: { token: await secure.link() } });
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-so_session', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    const me = await secure.call('GET', '/v1/committee/me', { cookie: `__Host-so_session=${answer.cookies[0]?.value}` });
    expect(me.statusCode).toBe(200);
    await secure.close();
  });

  it('[COM-1] used, unknown and expired links are refused by name', async () => {
    const used = await org.link();
    await org.call('POST', '/v1/committee/sign-in', { body: { token: used } });
    const late = await openOrg();
    const expired = await late.link();
    late.clock.forward(86_400_000);
    const answers = [
      await org.call('POST', '/v1/committee/sign-in', { body: { token: used } }),
      await org.call('POST', '/v1/committee/sign-in', { body: { token: 'x'.repeat(43) } }),
      await late.call('POST', '/v1/committee/sign-in', { body: { token: expired } }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().error.code])).toEqual([[410, 'codeUsed'], [404, 'codeUnknown'], [410, 'codeExpired']]);
    for (const answer of answers) expect(answer.cookies).toEqual([]);
    await late.close();
  });

  it('[COM-3] the overview shows every cell with the meetings of the month', async () => {
    const answer = v.parse(OverviewAnswer, (await org.call('GET', '/v1/committee/overview?month=2026-03', { cookie })).json());
    expect(answer.cells.map(({ cell }) => cell.id)).toEqual(org.cells.map(({ id }) => id));
    expect(answer.cells[0]?.meetings).toEqual([
      { submissionId: 'sub-0001', kind: 'regular', date: '2026-03-03', minutes: 95, present: 21, expected: 22, ratePercent: 95.5, points: 97, grade: 'good', receivedAt: org.clock.now.toISOString() },
    ]);
  });

  it.each(['', '?month=', '?month=2026-13', '?month=2026-3', '?month=2026-03-01'])('[PROTO-3] overview%s is refused with its path', async (query) => {
    const answer = await org.call('GET', `/v1/committee/overview${query}`, { cookie });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path: 'query.month' } }]);
  });

  it('[COM-2] the document comes whole with its receipt', async () => {
    const seen = v.parse(SubmissionView, (await org.call('GET', '/v1/committee/submissions/sub-0001', { cookie })).json());
    expect(seen.body).toEqual(sampleEnvelope('sub-0001').body);
    expect(seen.receipt.receipt.hash).toBe(sampleEnvelope('sub-0001').hash);
  });

  it("[COM-2] another committee's cell, document and codes are not found", async () => {
    const overview = await org.call('GET', '/v1/committee/overview?month=2026-03', { cookie: foreignCookie });
    expect(overview.body).not.toContain(org.cells[0]?.id);
    const answers = [
      await org.call('GET', '/v1/committee/submissions/sub-0001', { cookie: foreignCookie }),
      await org.call('POST', `/v1/committee/cells/${org.cells[1]?.id}/codes`, { cookie: foreignCookie }),
      await org.call('POST', '/v1/committee/cells/nowhere-at-all/codes', { cookie }),
    ];
    for (const answer of answers) expect([answer.statusCode, answer.json()]).toEqual([404, { error: { code: 'notFound' } }]);
  });

  it('[COM-6] a fresh code for a cell lets its phone in', async () => {
    const { code } = v.parse(CodeAnswer, (await org.call('POST', `/v1/committee/cells/${org.cells[1]?.id}/codes`, { cookie })).json());
    const answer = await org.call('POST', '/v1/activate', { body: { code, deviceName: 'Máy' } });
    expect(answer.json().cell.id).toBe(org.cells[1]?.id);
  });

  it.each(['/v1/committee/me', '/v1/committee/overview?month=2026-03', '/v1/committee/submissions/sub-0001'])('[COM-2] %s without a session, or with a device token, is 401', async (url) => {
    const device = await org.device((await org.another()).cells[0]?.id);
    for (const call of [{}, { cookie: 'so_session=nobody-at-all-here' }, { device }]) {
      expect((await org.call('GET', url, call)).json()).toEqual({ error: { code: 'unauthorized' } });
    }
  });

  it('[COM-2] a session opens nothing that belongs to devices', async () => {
    expect((await org.call('GET', '/v1/vault/pull?after=0', { cookie })).statusCode).toBe(401);
  });

  it.each([
    ['no protocol header', { protocol: null }, 400],
    ['a page of another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['a page of a sister site', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
    ['an origin that is not ours', { headers: { origin: 'https://elsewhere.example' } }, 403],
    ['a sandboxed page', { headers: { origin: 'null' } }, 403],
  ])('[COM-5] a change asked for by %s is refused, and nothing is changed', async (_name, call, status) => {
    const count = async (): Promise<number> => (await org.ctx.store.db.selectFrom('activation_codes').selectAll().execute()).length;
    const before = await count();
    const answer = await org.call('POST', `/v1/committee/cells/${org.cells[2]?.id}/codes`, { cookie, ...call });
    expect(answer.statusCode).toBe(status);
    expect(await count()).toBe(before);
    const link = await org.link();
    expect((await org.call('POST', '/v1/committee/sign-in', { body: { token: link }, ...call })).statusCode).toBe(status);
    expect((await org.call('POST', '/v1/committee/sign-in', { body: { token: link } })).statusCode).toBe(200);
  });

  it.each([{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }, { origin: 'http://localhost:80' }, {}])('[COM-5] our own page is let through: %j', async (headers) => {
    const answer = await org.call('POST', `/v1/committee/cells/${org.cells[2]?.id}/codes`, { cookie, headers: { host: 'localhost', ...headers } });
    expect(answer.statusCode).toBe(200);
  });

  it('[COM-1] signing out closes the session and takes the cookie away', async () => {
    const own = await org.signIn();
    const answer = await org.call('POST', '/v1/committee/sign-out', { cookie: own });
    expect([answer.statusCode, answer.cookies[0]?.value]).toEqual([200, '']);
    expect((await org.call('GET', '/v1/committee/me', { cookie: own })).statusCode).toBe(401);
  });
});
