import { sql } from 'kysely';
import type { Db } from './database';
import type { Engine } from './engine';
import { first } from './migrations/001-first';
import { keys } from './migrations/002-keys';
import { snapshots } from './migrations/003-snapshots';
import { escrow } from './migrations/004-escrow';
import { admissions } from './migrations/005-admissions';
import { directives } from './migrations/006-directives';
import { files } from './migrations/007-files';
import { bodies } from './migrations/008-bodies';
import { accounts } from './migrations/009-accounts';
import type { Migration } from './migrations/migration';

const MIGRATIONS: readonly Migration[] = [first, keys, snapshots, escrow, admissions, directives, files, bodies, accounts];

/** The version of tables that this build knows. */
export const NEWEST = MIGRATIONS.length;

/** The data was written by a newer version of the server; this one would not understand it. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/**
 * Brings the tables up to date in one transaction. A row that every starting process updates first is the lock: the second one
 * waits there, then finds nothing left to do. @throws NewerDatabase
 */
export async function migrate(db: Db, engine: Engine): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create table if not exists schema_version (id integer primary key, version integer not null)`.execute(tx);
    await sql`insert into schema_version (id, version) values (1, 0) on conflict (id) do nothing`.execute(tx);
    const { rows } = await sql<{ version: number }>`update schema_version set version = version where id = 1 returning version`.execute(tx);
    const version = rows[0]?.version ?? 0;
    if (version > NEWEST) throw new NewerDatabase(`tables of version ${version}, this build knows ${NEWEST}`);
    for (const migration of MIGRATIONS.slice(version)) await migration(tx, engine);
    if (version < NEWEST) await sql`update schema_version set version = ${NEWEST} where id = 1`.execute(tx);
  });
}

/** [STORE-5] The tables are still ones that this build understands. @throws NewerDatabase once a newer process has moved them on */
export async function requireKnown(db: Db): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from schema_version where id = 1`.execute(db);
  const version = rows[0]?.version ?? 0;
  if (version > NEWEST) throw new NewerDatabase(`tables of version ${version}, this build knows ${NEWEST}`);
}
