/** The real server over a real database, reached without a socket; one for all schedules of a process, each with a cell of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { fromUtf8, openWithRing, type Ring } from '@/crypto';
import type { LoggedChange } from '@/domain';
import type { DirectiveEnvelope, Receipt } from '@/protocol';
import { issueCode } from '@/server/accounts';
import { deliver, issue } from '@/server/directives';
import { buildApp } from '@/server/http';
import { openContext } from '@/server/open';
import { importOrganisation } from '@/server/organisation';
import { vaultHead } from '@/server/store';
import { officer } from '../../support/persons';

/** So heavy (see `vault/weight.ts`) that a snapshot is due after every second entry or so. */
const SNAPSHOT_AFTER = 1000;

/** An entry of the log as the server keeps it, opened with the cell's keys. */
export interface Logged {
  seq: number;
  device: string;
  batch: string;
  changes: LoggedChange[];
}

export type Server = Awaited<ReturnType<typeof startServer>>;

export async function startServer() {
  // In memory where the machine has such a folder: what is proved here is order, not the disk.
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'so-chi-bo-sim-'));
  const clean = (): void => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', clean);
  const ctx = await openContext({ dataDir, databaseUrl: undefined });
  const clock = { now: Date.UTC(2026, 2, 3, 7) };
  const served = { ...ctx, now: () => new Date(clock.now), snapshotAfter: SNAPSHOT_AFTER };
  const app = await buildApp({ ...served, limits: { entry: 1e9, other: 1e9 } });
  const { db } = ctx.store;
  let cells = 0;
  // What a snapshot lets go is kept for the judge.
  await sql`create table kept as select * from vault_log where false`.execute(db);
  await sql`create trigger keep before update of box on vault_log begin insert into kept select * from vault_log where cell = old.cell and seq = old.seq; end`.execute(db);
  /** The committee grades each document as it comes, once. */
  const gradeAtOnce = async ({ cell, submissionId }: Receipt['receipt']): Promise<void> => {
    const id = `grade-${submissionId}`;
    const before = (await deliver(served, { cell, device: '' }, 0)).directives;
    if (before.some((one) => one.id === id)) return;
    const { committee } = await db.selectFrom('cells').select('committee').where('cell', '=', cell).executeTakeFirstOrThrow();
    await issue(served, officer(committee), submissionId, { kind: 'officialGrade', id, grade: 'fair', points: null, reason: 'Lý do.', replaces: before.at(-1)?.id ?? null });
  };
  /** One request, answered. */
  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    const payload = typeof init.body === 'string' ? { payload: init.body } : {};
    const answer = await app.inject({ method: init.method as 'GET' | 'POST', url, headers: init.headers as Record<string, string>, ...payload });
    if (url === '/v1/submissions' && answer.statusCode === 200) await gradeAtOnce((answer.json() as { receipt: Receipt }).receipt.receipt);
    return new Response(answer.body, { status: answer.statusCode });
  };
  return {
    clock,
    /** A fresh cell's id and activation code. */
    async newCell(): Promise<{ cell: string; code: string }> {
      const one = { code: `c${(cells += 1)}`, name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' };
      const planted = await importOrganisation(served, { committee: { name: 'Đảng ủy Thử' }, cells: [one] }, 'committee');
      const cell = planted.cells[0]!.id;
      return { cell, code: (await issueCode(served, cell)).code };
    },
    ask,
    head: (cell: string): Promise<number> => vaultHead(db, cell),
    async log(cell: string, ring: Ring): Promise<Logged[]> {
      const columns = ['seq', 'device', 'batch', 'box'] as const;
      const gone = db.selectFrom('kept' as 'vault_log').select(columns).where('cell', '=', cell);
      const rows = await db.selectFrom('vault_log').select(columns).where('cell', '=', cell).where('size', '>', 0).unionAll(gone).orderBy('seq').execute();
      return Promise.all(
        rows.map(async ({ seq, device, batch, box }) => {
          const plain = fromUtf8(await openWithRing(ring, new Uint8Array(box), `batch.${cell}.${device}.${batch}`));
          return { seq, device, batch, changes: (JSON.parse(plain) as { changes: LoggedChange[] }).changes };
        }),
      );
    },
    directives: async (cell: string): Promise<readonly DirectiveEnvelope[]> => (await deliver(served, { cell, device: '' }, 0)).directives,
    /** Those that the cell has told of having seen. */
    seen: async (cell: string): Promise<string[]> =>
      (await db.selectFrom('directives').select('directive').where('cell', '=', cell).where('seen_at', 'is not', null).orderBy('seq').execute()).map(({ directive }) => directive),
    async submissions(cell: string): Promise<{ submission: string; number: number }[]> {
      return db.selectFrom('submissions').select(['submission', 'number']).where('cell', '=', cell).orderBy('number').execute();
    },
    async stop(): Promise<void> {
      await app.close();
      await ctx.store.close();
      clean();
      process.off('exit', clean);
    },
  };
}
