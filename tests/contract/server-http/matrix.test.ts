/** Who may call what: every route of the contract by every kind of caller. A route that is missing here fails. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Grant, type Permission } from '@/protocol';
import { agreeEscrow, setEscrowKey } from '@/server/accounts';
import { routesOf } from '@/server/http';
import { revokeDevice, type AccountRow } from '@/server/store';
import { openOrg, sampleEnvelope, type Call, type Device, type OrgWithApp, type TestOrg } from '../../support/org';
import { cookieOf, officer, plantPerson } from '../../support/persons';

/** What a route asks for, as this table has it: written by hand, apart from what the routes say of themselves. */
type Rule =
  | 'anyone'
  | 'device'
  | {
      may: Permission | 'person' | 'newcomer';
      /** `own` the cell or document of the case: others' are not found · `asked` the same, named in the body · `list` narrowed · `names` · `whole` · `colleague` a person, over the whole committee · `self`. */
      about: 'own' | 'asked' | 'list' | 'names' | 'whole' | 'colleague' | 'self';
      confirmed?: true;
    };

const NEWCOMER: Rule = { may: 'newcomer', about: 'self' };
const CREDENTIAL: Rule = { may: 'newcomer', about: 'self', confirmed: true };
const PERSON: Rule = { may: 'person', about: 'self' };
const COLLEAGUE: Rule = { may: 'administer', about: 'colleague', confirmed: true };
const RULES: Readonly<Record<string, Rule>> = {
  'GET /v1/status': 'anyone',
  'GET /v1/openapi.json': 'anyone',
  'POST /v1/activate': 'anyone',
  'POST /v1/join': 'anyone',
  'POST /v1/admit': 'anyone',
  'POST /v1/recover': 'anyone',
  'POST /v1/invites': 'device',
  'POST /v1/admissions': 'device',
  'GET /v1/devices': 'device',
  'POST /v1/devices/:id/revoke': 'device',
  'POST /v1/devices/key': 'device',
  'GET /v1/keyring': 'device',
  'POST /v1/keyring/rotate': 'device',
  'POST /v1/recovery': 'device',
  'POST /v1/escrow': 'device',
  'POST /v1/escrow/withdraw': 'device',
  'POST /v1/vault/push': 'device',
  'GET /v1/vault/pull': 'device',
  'POST /v1/vault/find': 'device',
  'POST /v1/vault/snapshots': 'device',
  'POST /v1/vault/snapshots/:id/commit': 'device',
  'GET /v1/vault/snapshots/:id/parts/:part': 'device',
  'GET /v1/vault/files': 'device',
  'GET /v1/vault/files/:id': 'device',
  'PUT /v1/vault/files/:id/:index': 'device',
  'GET /v1/vault/files/:id/:index': 'device',
  'DELETE /v1/vault/files/:id': 'device',
  'POST /v1/submissions': 'device',
  'GET /v1/directives': 'device',
  'POST /v1/directives/seen': 'device',
  'GET /v1/acts': 'device',
  'POST /v1/committee/sign-in': 'anyone',
  'POST /v1/committee/first': 'anyone',
  'POST /v1/committee/sign-in/password': 'anyone',
  'POST /v1/committee/sign-in/passkey/begin': 'anyone',
  'POST /v1/committee/sign-in/passkey': 'anyone',
  'POST /v1/committee/sign-out': NEWCOMER,
  'GET /v1/committee/me': NEWCOMER,
  'POST /v1/committee/confirm': PERSON,
  'GET /v1/committee/own': NEWCOMER,
  'POST /v1/committee/own/passkeys/begin': CREDENTIAL,
  'POST /v1/committee/own/passkeys': CREDENTIAL,
  'POST /v1/committee/own/passkeys/:id/end': { ...PERSON, confirmed: true },
  'POST /v1/committee/own/password/begin': CREDENTIAL,
  'POST /v1/committee/own/password': CREDENTIAL,
  'POST /v1/committee/own/sessions/end': PERSON,
  'POST /v1/committee/own/sessions/:id/end': PERSON,
  'GET /v1/committee/accounts': { may: 'administer', about: 'whole' },
  'POST /v1/committee/accounts': { may: 'administer', about: 'whole', confirmed: true },
  'POST /v1/committee/accounts/:id': COLLEAGUE,
  'POST /v1/committee/accounts/:id/invite': COLLEAGUE,
  'POST /v1/committee/accounts/:id/end': COLLEAGUE,
  'POST /v1/committee/accounts/:id/sessions/end': COLLEAGUE,
  'GET /v1/committee/acts': { may: 'administer', about: 'whole' },
  'GET /v1/committee/overview': { may: 'view', about: 'list' },
  'GET /v1/committee/submissions/:id': { may: 'view', about: 'own' },
  'POST /v1/committee/submissions/:id/directives': { may: 'grade', about: 'own' },
  'POST /v1/committee/guidance': { may: 'direct', about: 'list' },
  'GET /v1/committee/guidance': { may: 'view', about: 'list' },
  'POST /v1/committee/cells/:id/codes': { may: 'administer', about: 'own', confirmed: true },
  'GET /v1/committee/bodies': { may: 'view', about: 'names' },
  'POST /v1/committee/bodies/changes': { may: 'administer', about: 'whole', confirmed: true },
  'POST /v1/committee/codes': { may: 'administer', about: 'asked', confirmed: true },
  'GET /v1/committee/escrow': { may: 'administer', about: 'list' },
  'POST /v1/committee/escrow': { may: 'administer', about: 'whole', confirmed: true },
  'POST /v1/committee/escrow/end': { may: 'administer', about: 'whole', confirmed: true },
  'POST /v1/committee/cells/:id/escrow': { may: 'administer', about: 'own', confirmed: true },
  'POST /v1/committee/cells/:id/recovery': { may: 'administer', about: 'own', confirmed: true },
};

/** What a change is asked with: whole enough to reach the check of who asks about what. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /v1/committee/submissions/:id/directives': { kind: 'officialGrade', id: 'grade-0001', grade: 'good', points: 97, reason: '', replaces: null },
  'POST /v1/committee/accounts/:id': { name: 'Tên Mới', office: 'Văn phòng', grants: [] },
  'POST /v1/committee/cells/:id/recovery': { epoch: 1, lookup: 'a'.repeat(32), publicKey: Buffer.alloc(65, 4).toString('base64'), voucher: 'dg==', sealedKey: 'aw==' },
};

let org: OrgWithApp;
let foreign: TestOrg;
let own: string;
let sibling: string;
const devices: Record<string, Device> = {};
beforeAll(async () => {
  org = await openOrg();
  foreign = await org.another();
  [own, sibling] = [org.cells[0]!.id, org.cells[1]!.id];
  Object.assign(devices, { own: await org.device(own), sibling: await org.device(sibling), foreign: await org.device(foreign.cells[0]!.id), revoked: await org.device(org.cells[2]!.id) });
  await org.call('POST', '/v1/submissions', { device: devices['own']!, body: sampleEnvelope('document-1') });
  await org.ctx.store.transact((tx) => revokeDevice(tx, devices['revoked']!.deviceId, org.clock.now.toISOString()));
});
afterAll(() => org.close());

const routes = routesOf({} as never, undefined).map(({ method, path }) => ({ method, path, name: `${method} ${path}` }));
type Route = (typeof routes)[number];

/** A caller: what it carries, and what it is to be told by a route of a rule. */
interface Role {
  readonly name: string;
  carry(): Promise<Call>;
  expected(rule: Rule): string;
}

const OUT = 'unauthorized';
const stranger = (name: string, carry: () => Promise<Call>, deviceWord = OUT): Role => ({ name, carry, expected: (rule) => (rule === 'anyone' ? 'in' : rule === 'device' ? deviceWord : OUT) });

const person = (over: Partial<AccountRow> & { may?: readonly Grant[] } = {}, committee = org.committee): Promise<AccountRow> => plantPerson(org.ctx, committee, over);
const session = async (who: AccountRow, change?: (token: string) => Promise<unknown>): Promise<Call> => {
  const cookie = await cookieOf(org.ctx, who);
  await change?.(cookie);
  return { cookie };
};

type Reach = 'whole' | 'own' | 'sibling';
const granted = (permission: Permission, reach: Reach): Grant[] => [reach === 'whole' ? { over: 'whole', may: [permission] } : { over: 'cells', cells: [reach === 'own' ? own : sibling], may: [permission] }];

function expectedOf(rule: Rule, has: readonly Permission[], reach: Reach): string {
  if (rule === 'anyone') return 'in';
  if (rule === 'device') return OUT;
  if (rule.may === 'person' || rule.may === 'newcomer') return 'in';
  if (!has.includes(rule.may)) return 'permissionNeeded';
  if (rule.about === 'whole' || rule.about === 'colleague') return reach === 'whole' ? 'in' : 'permissionNeeded';
  return (rule.about === 'own' || rule.about === 'asked') && reach === 'sibling' ? 'notFound' : 'in';
}

const ROLES: readonly Role[] = [
  stranger('nobody', async () => ({})),
  { name: 'a device of the cell', carry: async () => ({ device: devices['own']! }), expected: (rule) => (rule === 'anyone' || rule === 'device' ? 'in' : OUT) },
  { name: 'a device of a sibling cell', carry: async () => ({ device: devices['sibling']! }), expected: (rule) => (rule === 'anyone' || rule === 'device' ? 'in' : OUT) },
  { name: 'a device of a foreign cell', carry: async () => ({ device: devices['foreign']! }), expected: (rule) => (rule === 'anyone' || rule === 'device' ? 'in' : OUT) },
  stranger('a device that was shut out', async () => ({ device: devices['revoked']! }), 'revoked'),
  ...PERMISSIONS.flatMap((permission) =>
    (['whole', 'own', 'sibling'] as const).map((reach): Role => ({
      name: `a person who may ${permission} over ${reach === 'whole' ? 'the whole committee' : `the ${reach} cell`}`,
      carry: async () => session(await person({ may: granted(permission, reach) })),
      expected: (rule) => expectedOf(rule, [permission], reach),
    })),
  ),
  { name: 'a person without a grant', carry: async () => session(await person({ may: [] })), expected: (rule) => expectedOf(rule, [], 'own') },
  {
    name: 'a person of another committee who may do everything there',
    carry: async () => session(await person({}, foreign.committee)),
    expected: (rule) => (typeof rule === 'object' && ['own', 'asked', 'colleague'].includes(rule.about) ? 'notFound' : expectedOf(rule, PERMISSIONS, 'whole')),
  },
  {
    name: 'a person invited, without a credential yet',
    carry: async () => session(await person({ state: 'invited' })),
    expected: (rule) => (typeof rule === 'string' ? expectedOf(rule, [], 'own') : rule.may === 'newcomer' ? 'in' : 'credentialNeeded'),
  },
  {
    name: 'an administrator who has not shown lately who they are',
    carry: async () => session(await person(), () => org.ctx.store.db.updateTable('sessions').set({ confirmed_at: '2026-01-01T00:00:00.000Z' }).execute()),
    expected: (rule) => (typeof rule === 'object' && rule.confirmed ? 'confirmNeeded' : expectedOf(rule, PERMISSIONS, 'whole')),
  },
  stranger('a session that was closed', async () => session(await person(), () => org.ctx.store.db.deleteFrom('sessions').execute())),
  stranger('a session that is over', async () => session(await person(), () => org.ctx.store.db.updateTable('sessions').set({ expires_at: org.clock.now.toISOString() }).execute())),
  stranger('a session idle for two hours', async () => session(await person(), () => org.ctx.store.db.updateTable('sessions').set({ seen_at: new Date(org.clock.now.getTime() - 7_200_000).toISOString() }).execute())),
  stranger('a session of an ended person', async () => session(await person({ endedAt: '2026-01-01T00:00:00.000Z' }))),
  stranger('a session of before there were persons', async () => session(await person(), () => org.ctx.store.db.updateTable('sessions').set({ device: '', account: null }).execute())),
  stranger('a session’s token with another letter', async () => ({ cookie: (await session(await person())).cookie!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })),
  stranger('a session’s token where a device’s belongs', async () => ({ headers: { authorization: `Bearer ${(await session(await person())).cookie!.split('=')[1]}` } })),
  stranger('a device’s token where a session’s belongs', async () => ({ cookie: `so_session=${devices['own']!.token}` })),
  stranger('a session’s hash, as a stolen database has it', async () => {
    await session(await person());
    const [row] = await org.ctx.store.db.selectFrom('sessions').select('token_hash').limit(1).execute();
    return { cookie: `so_session=${row!.token_hash}` };
  }),
];

/** The cell has left something with the spare key, so that what is not found is not found for the caller's sake. */
async function prepare({ path }: Route): Promise<void> {
  await org.ctx.store.db.deleteFrom('directives').execute();
  if (!/escrow|recovery/.test(path)) return;
  await setEscrowKey(org.ctx, officer(org.committee), { publicKey: 'a2V5', sealedKey: 'c2VhbGVk' });
  await agreeEscrow(org.ctx, { cell: own, device: devices['own']!.deviceId }, { epoch: 1, publicKey: 'a2V5', voucher: 'dg==', sealedRing: 'cg==' });
}

const WORDS = [OUT, 'revoked', 'permissionNeeded', 'credentialNeeded', 'confirmNeeded', 'forbidden', 'internal'];

async function told({ method, path, name }: Route, rule: Rule, call: Call): Promise<{ word: string; body: string }> {
  const isColleague = typeof rule === 'object' && rule.about === 'colleague';
  const id = isColleague ? (await person()).account : path.includes('/submissions/') ? 'document-1' : path.includes('/cells/') ? own : 'nobody-at-all-1';
  const query = path === '/v1/committee/overview' ? '?month=2026-03' : '';
  const body = name === 'POST /v1/committee/codes' ? { cells: [own] } : BODIES[name];
  const answer = await org.call(method, path.replace(':id', id).replace(':part', '0').replace(':index', '0') + query, { ...call, ...(method !== 'GET' && method !== 'DELETE' ? { body: body ?? {} } : {}) });
  const code = answer.statusCode === 200 ? null : (answer.json() as { error: { code: string } }).error.code;
  const isNotFound = code === 'notFound' && typeof rule === 'object' && ['own', 'asked', 'colleague'].includes(rule.about);
  return { word: code !== null && (WORDS.includes(code) || isNotFound) ? code : 'in', body: answer.body };
}

describe('[GRANT-4] every route by every caller', () => {
  it('has a rule for each route, and no rule for a route that is not there', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(routes)('$name', async (route) => {
    const rule = RULES[route.name];
    if (!rule) throw new Error('no rule');
    const wrong: string[] = [];
    for (const role of ROLES) {
      // A device that is let in by its own routes is left as it is.
      if (rule === 'device' && role.expected(rule) === 'in' && /revoke|withdraw/.test(route.path)) continue;
      await prepare(route);
      const call = await role.carry();
      const { word, body } = await told(route, rule, call);
      if (word !== role.expected(rule)) wrong.push(`${role.name}: ${word}, not ${role.expected(rule)}`);
      if (role.name.includes('another committee') && body.includes(own)) wrong.push(`${role.name}: sees the cell`);
      if (role.name.includes('over the sibling cell') && typeof rule === 'object' && rule.about === 'list' && body.includes(own)) wrong.push(`${role.name}: sees the cell`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('[COM-5] every change asked for by another page', () => {
  const changes = routes.filter(({ method, path }) => method !== 'GET' && path.startsWith('/v1/committee/'));
  const PAGES: readonly (readonly [string, Call, string])[] = [
    ['a page of another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 'forbidden'],
    ['a page of a sister site', { headers: { 'sec-fetch-site': 'same-site' } }, 'forbidden'],
    ['an origin that is not ours', { headers: { origin: 'https://elsewhere.example' } }, 'forbidden'],
    ['a sandboxed page', { headers: { origin: 'null' } }, 'forbidden'],
    ['a form, which sends no protocol', { protocol: null }, 'invalid'],
  ];
  it.each(changes)('$name is refused, and nothing is written down', async (route) => {
    const who = await person();
    const cookie = await cookieOf(org.ctx, who);
    const before = await org.ctx.store.db.selectFrom('acts').selectAll().execute();
    for (const [name, page, code] of PAGES) {
      const answer = await org.call('POST', route.path.replace(':id', own), { cookie, body: BODIES[route.name] ?? {}, ...page });
      expect((answer.json() as { error: { code: string } }).error.code, name).toBe(code);
    }
    expect(await org.ctx.store.db.selectFrom('acts').selectAll().execute()).toEqual(before);
    expect((await org.call('GET', '/v1/committee/me', { cookie })).statusCode).toBe(200);
  });
});
