import { sql } from 'kysely';
import type { Migration } from './migration';

/** Snapshots of the sealed log, and how heavy each log is so far (1024 an entry and its bytes). */
export const snapshots: Migration = async (tx, engine) => {
  const bytes = sql.raw(engine.bytesType);
  const statements = [
    sql`create table snapshots (
      cell text not null references cells (cell), snapshot text not null, device text not null, seq bigint not null, epoch bigint not null,
      chain text not null, parts integer not null, size bigint not null, weight bigint not null, begun_at text not null, committed_at text,
      primary key (cell, snapshot))`,
    sql`create table snapshot_parts (
      cell text not null references cells (cell), snapshot text not null, part integer not null, hash text not null, size integer not null,
      box ${bytes} not null, primary key (cell, snapshot, part))`,
    sql`insert into counters (cell, name, value) select cell, 'weight', sum(size) + 1024 * count(*) from vault_log group by cell`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
