/**
 * Every route of the contract, asked from its own schemas, rightly and wrongly, by everybody. Told of anything that must not be: a fault
 * of the server (5xx), a stack trace or the database's words, a word of another cell, a store that is no longer whole.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { verifyStore } from '@/server/care';
import { routesOf } from '@/server/http';
import type { AnyRoute } from '@/server/http/route';
import { countersOf } from '@/server/store';
import { submit } from '@/server/submissions';
import { push } from '@/server/vault';
import { openOrg, plantOrg, sampleEnvelope, type Device, type OrgWithApp, type TestOrg } from '../support/org';
import { chanceOf, type Chance } from './chance';
import { allowed, spoiled, trick, wild, type Schema } from './values';

/** What only a foreign cell, or a foreign committee, may ever read. No request holds any of it. */
const FOREIGN = { box: Buffer.from('so rieng cua chi bo khac').toString('base64'), device: 'Máy người khác', words: 'Lời của chi bộ khác', cell: 'Chi bộ Xa' } as const;
const LEAKS = /\n\s+at |node_modules|SqliteError|SQLITE_|syntax error|[Ss]yntaxError|TypeError|insert into|select "|dist\/server|\.ts:\d/;
/** Requests of one seed; each seed has a store of its own. */
export const A_SEED = 500;

interface Field {
  readonly org: OrgWithApp;
  readonly routes: readonly AnyRoute[];
  readonly known: readonly string[];
  readonly device: Device;
  readonly others: readonly string[];
}

interface Asked {
  readonly who: 'nobody' | 'device' | 'committee' | 'forged';
  readonly method: string;
  readonly url: string;
  readonly text: string | undefined;
  readonly headers: Record<string, string>;
}

const asSchema = (schema: unknown): Schema => toJsonSchema(schema as GenericSchema, { errorMode: 'ignore', typeMode: 'input' }) as unknown as Schema;
const schemas = new WeakMap<object, Schema>();
const schemaOf = (schema: object): Schema => {
  const known = schemas.get(schema) ?? asSchema(schema);
  schemas.set(schema, known);
  return known;
};

/** Makes one seed's requests. @returns what was wrong, a line each, with what to do it again */
export async function fuzzSeed(seed: number, databaseUrl?: string, requests = A_SEED): Promise<string[]> {
  const chance = chanceOf(seed);
  const org = await openOrg({ limits: { entry: 1e9, other: 1e9 }, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const problems: string[] = [];
  try {
    const field = await plant(org);
    const before = await standing(org, field.others);
    let cookie = await org.signIn();
    for (let index = 0; index < requests; index += 1) {
      const asked = request(field, chance, cookie);
      const answer = await org.app.inject({ method: asked.method as 'GET', url: asked.url, headers: asked.headers, ...(asked.text === undefined ? {} : { payload: asked.text }) });
      const wrong = faultIn(asked, answer.statusCode, `${answer.body}${JSON.stringify(answer.headers)}`);
      if (wrong) problems.push(`seed ${seed}, request ${index}: ${wrong}: ${asked.who} ${asked.method} ${asked.url.slice(0, 200)} ${asked.text?.slice(0, 400) ?? ''} -> ${answer.statusCode} ${answer.body.slice(0, 300)}`);
      if (asked.who === 'committee' && answer.statusCode === 401) cookie = await org.signIn();
    }
    const { wrong } = await verifyStore(org.ctx.store);
    problems.push(...wrong.map((line) => `seed ${seed}, the store afterwards: ${line}`));
    if ((await standing(org, field.others)) !== before) problems.push(`seed ${seed}: the data of a foreign cell has changed`);
  } finally {
    await org.close();
  }
  return problems;
}

async function plant(org: OrgWithApp): Promise<Field> {
  const device = await org.device();
  const far = await plantOrg(org.ctx, org.clock, [FOREIGN.cell]);
  const known: string[] = ['sub-own1', 'batch-own1'];
  const own = { cell: device.cell, device: device.deviceId };
  await submit(org.ctx, own, sampleEnvelope('sub-own1'));
  await push(org.ctx, own, [{ id: 'batch-own1', box: 'AAAA' }]);
  const others: string[] = [];
  for (const [owner, cell] of [[org, org.cells[1]?.id], [far, far.cells[0]?.id]] as [TestOrg, string][]) {
    const theirs = await owner.device(cell);
    await org.ctx.store.db.updateTable('devices').set({ name: FOREIGN.device }).where('device', '=', theirs.deviceId).execute();
    const caller = { cell, device: theirs.deviceId };
    await submit(org.ctx, caller, sampleEnvelope(`sub-${owner.committee.slice(0, 8)}`, { conclusion: FOREIGN.words }));
    await push(org.ctx, caller, [{ id: 'batch-far1', box: FOREIGN.box }]);
    known.push(cell, theirs.deviceId, `sub-${owner.committee.slice(0, 8)}`, owner.committee, 'batch-far1');
    others.push(cell);
  }
  return { org, routes: routesOf(org.ctx, undefined), known: [...known, device.cell, device.deviceId], device, others };
}

/** What may change of a foreign cell only by its own devices or committee; the committee of one of them is let in here, so its directives are left out. */
async function standing({ ctx }: OrgWithApp, cells: readonly string[]): Promise<string> {
  const lines = await Promise.all(cells.map(async (cell) => [...(await countersOf(ctx.store.db, cell))].filter(([name]) => ['vault', 'weight', 'submissions', 'files'].includes(name)).map(([name, value]) => `${name} ${value}`).sort()));
  return JSON.stringify(lines);
}

function request({ routes, known, device }: Field, chance: Chance, cookie: string): Asked {
  const spec = chance.pick(routes);
  const value = (schema: unknown): unknown => {
    const right = allowed(schemaOf(schema as object), chance, known);
    return chance.oneIn(3) ? right : spoiled(right, chance, known);
  };
  const params = (spec.params ? value(spec.params) : {}) as Record<string, unknown>;
  const piece = (name: string): string => encodeURIComponent(wellFormed(chance.oneIn(8) ? trick(chance) : textOf(params?.[name]))) || 'x';
  const path = spec.path.replace(/:(\w+)/g, (_all, name: string) => piece(name));
  const query = spec.query ? (value(spec.query) as Record<string, unknown>) : chance.oneIn(20) ? { [wellFormed(trick(chance))]: trick(chance) } : {};
  const search = Object.entries(query ?? {}).map(([name, one]) => `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(textOf(one)))}`).join('&');
  const who = chance.oneIn(12) ? chance.pick(['nobody', 'device', 'committee', 'forged'] as const) : spec.who === 'anyone' ? 'nobody' : spec.who === 'device' ? 'device' : 'committee';
  const text = spec.body || spec.method !== 'GET' ? bodyText(spec.body ? value(spec.body) : wild(chance, known), chance) : undefined;
  return { who, method: chance.oneIn(40) ? chance.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) : spec.method, url: search === '' ? path : `${path}?${search}`, text, headers: headersOf(who, device, cookie, chance, text !== undefined) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '').slice(0, 3000);
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/g, '?');

function bodyText(value: unknown, chance: Chance): string {
  const text = JSON.stringify(value) ?? 'null';
  if (!chance.oneIn(15)) return text;
  return chance.pick([text.slice(0, chance.upTo(text.length)), `${text}]`, '', '\ufeff{}', text.replace('"', "'"), '['.repeat(20_000), `{"__proto__":${text}}`, `{"a":1e999,"b":${text}}`]);
}

function headersOf(who: Asked['who'], device: Device, cookie: string, chance: Chance, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = { 'x-so-protocol': chance.oneIn(40) ? chance.pick(['0', '99', 'x', '-1', '1, 2']) : '2' };
  if (hasBody) headers['content-type'] = chance.oneIn(40) ? chance.pick(['text/plain', 'application/xml', 'application/json; charset=utf-7', 'multipart/form-data']) : 'application/json';
  if (who === 'device') headers['authorization'] = `Bearer ${device.token}`;
  if (who === 'committee') headers['cookie'] = cookie;
  if (who === 'forged') Object.assign(headers, { authorization: `Bearer ${chance.pick(["' or 1=1 --xxxxxxxxxxxxx", 'A'.repeat(43), ''])}`, cookie: chance.pick(['so_session=', `so_session=${'A'.repeat(43)}`, "so_session=' or 1=1", '=;;=']) });
  if (chance.oneIn(40)) Object.assign(headers, chance.pick([{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { 'content-encoding': 'gzip' }, { 'x-forwarded-for': trick(chance).replace(/[^\x20-\x7e]/g, '') }, { accept: 'text/html' }, { range: 'bytes=0-' }]));
  return headers;
}

function faultIn({ who }: Asked, status: number, said: string): string | null {
  if (status >= 500) return 'a fault of the server';
  if (LEAKS.test(said)) return 'words of the machine';
  if (who !== 'committee' && (said.includes(FOREIGN.box) || said.includes(FOREIGN.device) || said.includes(FOREIGN.words))) return 'a word of another cell';
  if (said.includes(FOREIGN.cell) || said.includes(FOREIGN.box)) return 'a word of another committee';
  return null;
}
