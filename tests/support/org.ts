/**
 * An organisation for tests: on a store of its own with an HTTP app to `inject` into (`openOrg`), or in the data folder of a server
 * that runs as a process (`openData`).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { canonicalJson, type Json } from '@/domain';
import { findFrame, procedureFor } from '@/packs';
import type { MeetingRecord } from '@/protocol';
import { activate, issueCode, newId, sha256 } from '@/server/accounts';
import type { Context } from '@/server/context';
import { demoRecord } from '@/server/demo/record';
import { buildApp, type AppOptions } from '@/server/http';
import { importOrganisation } from '@/server/organisation';
import { openSecrets } from '@/server/secrets';
import { cellsOf, listCommittees, openStore, type CellRow } from '@/server/store';
import { linkOf } from './persons';

export interface Device {
  cell: string;
  deviceId: string;
  token: string;
}

export interface TestOrg {
  ctx: Context;
  committee: string;
  /** Three cells, unless the names were given. */
  cells: CellRow[];
  /** The server's clock; it stands still unless it is moved. */
  clock: { now: Date; forward(ms: number): void };
  code(cell?: string): Promise<string>;
  link(): Promise<string>;
  /** Activates a first device. */
  device(cell?: string): Promise<Device>;
  /** Another organisation in the same store. */
  another(): Promise<TestOrg>;
}

const NAMES = ['Chi bộ Một', 'Chi bộ Hai', 'Chi bộ Ba'];

/** Makes an organisation in a store that is open. */
export async function plantOrg(ctx: Context, clock: TestOrg['clock'], names: readonly string[] = NAMES): Promise<TestOrg> {
  const cells = names.map((name, index) => ({ code: `c${index}`, name, superior: 'Đảng ủy Thử', placeName: 'Thử', profile: 'hd05-duk-2021' }));
  const planted = await importOrganisation(ctx, { committee: { name: 'Đảng ủy Thử' }, cells }, `test-${newId()}`);
  const first = (): string => planted.cells[0]?.id ?? '';
  const org: TestOrg = {
    ctx,
    clock,
    committee: planted.committee.committee,
    cells: planted.cells,
    code: async (cell = first()) => (await issueCode(ctx, cell)).code,
    link: () => linkOf(ctx, org.committee),
    device: async (cell = first()) => {
      const { token, deviceId } = await activate(ctx, { code: await org.code(cell), deviceName: 'Máy thử' });
      return { cell, deviceId, token };
    },
    another: () => plantOrg(ctx, clock, names),
  };
  return org;
}

/** A context on a store of its own: libsql in a new folder, or the PostgreSQL of `databaseUrl`. */
export async function openTestContext(databaseUrl?: string): Promise<{ ctx: Context; clock: TestOrg['clock']; dataDir: string; close: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'org-'));
  const store = await openStore({ dataDir, databaseUrl });
  const clock = {
    now: new Date('2026-03-10T02:00:00.000Z'),
    forward(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
  };
  const ctx = { store, secrets: await openSecrets(store), now: () => clock.now };
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ctx, clock, dataDir, close };
}

export interface Call {
  body?: unknown;
  /** Sent as it stands, with this content type. */
  text?: { type: string; body: string };
  device?: Device;
  cookie?: string;
  headers?: Record<string, string>;
  /** `null` leaves the protocol header out. */
  protocol?: string | null;
}

export interface OrgWithApp extends TestOrg {
  app: FastifyInstance;
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, call?: Call): Promise<LightMyRequestResponse>;
  /** Signs in and returns the cookie header. */
  signIn(org?: TestOrg): Promise<string>;
  close(): Promise<void>;
}

/** An organisation and the app that serves it; `close` in `afterEach` or `afterAll`. */
export async function openOrg(options: Partial<AppOptions> & { databaseUrl?: string } = {}): Promise<OrgWithApp> {
  const { ctx, clock, close } = await openTestContext(options.databaseUrl);
  const org = await plantOrg(ctx, clock);
  const app = await buildApp({ limits: { entry: 10_000, other: 10_000 }, ...options, ...ctx });
  const call: OrgWithApp['call'] = (method, url, { body, text, device, cookie, headers = {}, protocol = '1' } = {}) =>
    app.inject({
      method,
      url,
      headers: {
        ...(protocol === null ? {} : { 'x-so-protocol': protocol }),
        ...(text ? { 'content-type': text.type } : {}),
        ...(device ? { authorization: `Bearer ${device.token}` } : {}),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(text ? { payload: text.body } : body === undefined ? {} : { payload: body as object }),
    });
  return {
    ...org,
    app,
    call,
    signIn: async (as = org) => {
      const answer = await call('POST', '/v1/committee/sign-in', { body: { token: await as.link() } });
      const [cookie] = answer.cookies;
      return `${cookie?.name}=${cookie?.value}`;
    },
    close: async () => {
      await app.close();
      await close();
    },
  };
}

export interface OpenData {
  committee: string;
  cells: CellRow[];
  code(cell: string): Promise<string>;
  link(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the data folder of a running server from beside it, to make codes and links directly. */
export async function openData(dataDir: string): Promise<OpenData> {
  const store = await openStore({ dataDir });
  const ctx: Context = { store, secrets: await openSecrets(store), now: () => new Date() };
  const committee = (await listCommittees(store.db))[0]?.committee ?? '';
  return {
    committee,
    cells: await cellsOf(store.db, committee),
    code: async (cell) => (await issueCode(ctx, cell)).code,
    link: () => linkOf(ctx, committee),
    close: () => store.close(),
  };
}

/** A record that passes every check. */
export function sampleRecord(over: Partial<MeetingRecord> = {}): MeetingRecord {
  const procedure = procedureFor('regular', 'hd05-duk-2021');
  const frame = procedure && findFrame(procedure.params.frame);
  if (!procedure || !frame) throw new Error('the packs lack the regular meeting');
  return { ...demoRecord({ cellName: 'Chi bộ Một', place: 'Phòng họp', date: '2026-03-03', index: 0 }, procedure, frame), ...over };
}

/** A document ready to be sent, its hash right. */
export function sampleEnvelope(id: string, over: Partial<MeetingRecord> = {}): { id: string; hash: string; body: MeetingRecord } {
  const body = sampleRecord(over);
  return { id, hash: sha256(canonicalJson(body as unknown as Json)), body };
}
