import { sql } from 'kysely';
import type { Migration } from './migration';

/** What committees send down to their cells. */
export const directives: Migration = async (tx) => {
  const statements = [
    sql`create table directives (
      cell text not null references cells (cell), seq bigint not null, directive text not null, kind text not null, hash text not null,
      issued_at text not null, issued_by text not null, body text not null, submission text, meeting text, date text,
      seen_at text, seen_by text, primary key (cell, seq), unique (cell, directive))`,
    sql`create index directives_by_meeting on directives (cell, meeting)`,
    sql`create index directives_by_date on directives (cell, date)`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
