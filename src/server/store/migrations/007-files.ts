import { sql } from 'kysely';
import type { Migration } from './migration';

/** Attached files, in sealed pieces. A file that was removed stays as a line without pieces, so that a late piece does not bring it back. */
export const files: Migration = async (tx, engine) => {
  const bytes = sql.raw(engine.bytesType);
  const statements = [
    sql`create table files (
      cell text not null references cells (cell), file text not null, size bigint not null, sealed bigint not null, there integer not null,
      device text not null, begun_at text not null, gone_at text, primary key (cell, file))`,
    sql`create table file_pieces (
      cell text not null references cells (cell), file text not null, piece integer not null, hash text not null, box ${bytes} not null,
      primary key (cell, file, piece))`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
