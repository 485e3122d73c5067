import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { BEGINNING, treeOn } from '@/domain';
import { bodyHistory, cellsOf, openStore, type Database } from '@/server/store';
import { libsqlEngine } from '@/server/store/libsql';
import { first } from '@/server/store/migrations/001-first';
import { keys } from '@/server/store/migrations/002-keys';
import { snapshots } from '@/server/store/migrations/003-snapshots';
import { escrow } from '@/server/store/migrations/004-escrow';
import { admissions } from '@/server/store/migrations/005-admissions';
import { directives } from '@/server/store/migrations/006-directives';

let dataDir = '';
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a database from before there were bodies', () => {
  it('[ORG-1] is taken over as a root with its cells, from the beginning', async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'old-'));
    const engine = libsqlEngine(dataDir);
    const old = new Kysely<Database>({ dialect: engine.dialect });
    await old.transaction().execute(async (tx) => {
      await sql`create table schema_version (id integer primary key, version integer not null)`.execute(tx);
      await sql`insert into schema_version (id, version) values (1, 6)`.execute(tx);
      for (const migration of [first, keys, snapshots, escrow, admissions, directives]) await migration(tx, engine);
      await sql`insert into committees values ('committee-1', 'committee', 'Đảng ủy Cũ', '2026-01-01T00:00:00.000Z')`.execute(tx);
      for (const index of [1, 2]) await sql`insert into cells values (${`cell-000${index}`}, 'committee-1', ${`c${index}`}, ${index}, ${`Chi bộ ${index}`}, 'Đảng ủy Sở', 'Huế', 'p', '2026-01-01T00:00:00.000Z')`.execute(tx);
    });
    await old.destroy();
    const store = await openStore({ dataDir });
    const tree = treeOn(await bodyHistory(store.db, 'committee-1'), BEGINNING);
    expect([tree.root, tree.placed.get('committee-1')?.beneath]).toEqual(['committee-1', ['cell-0001', 'cell-0002']]);
    expect(tree.placed.get('cell-0001')).toMatchObject({ body: { code: 'c1', kind: 'cell' }, period: { name: 'Chi bộ 1', letterhead: 'Đảng ủy Sở', placeName: 'Huế', ended: false } });
    expect((await cellsOf(store.db, 'committee-1')).map(({ endedOn }) => endedOn)).toEqual([null, null]);
    await store.close();
  });
});
