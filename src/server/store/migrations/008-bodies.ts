import { sql } from 'kysely';
import { BEGINNING } from '@/domain';
import type { Migration } from './migration';

/** The organisations of a committee with their periods. The committee and the cells that are there stand in it from the beginning. */
export const bodies: Migration = async (tx) => {
  const statements = [
    sql`create table bodies (
      committee text not null references committees (committee), body text not null, code text not null, kind text not null,
      created_at text not null, primary key (committee, body), unique (committee, code))`,
    sql`create table body_periods (
      committee text not null, body text not null, seq integer not null, from_day text not null, act text not null, change_id text not null,
      name text not null, superior text, cluster text not null, letterhead text not null, place_name text not null, term text not null,
      ended integer not null, successors text not null, primary key (committee, body, seq))`,
    sql`create table body_changes (
      committee text not null references committees (committee), change_id text not null, hash text not null, from_day text not null,
      person text not null, note text not null, acts integer not null, made_at text not null, primary key (committee, change_id))`,
    sql`alter table cells add column ended_on text`,
    sql`insert into bodies (committee, body, code, kind, created_at) select committee, committee, 'cap-uy-goc', 'upper', created_at from committees`,
    sql`insert into bodies (committee, body, code, kind, created_at) select committee, cell, code, 'cell', created_at from cells`,
    sql`insert into body_periods (committee, body, seq, from_day, act, change_id, name, superior, cluster, letterhead, place_name, term, ended, successors)
      select committee, committee, 1, ${sql.lit(BEGINNING)}, 'add', 'file', name, null, '', '', '', '', 0, '[]' from committees`,
    sql`insert into body_periods (committee, body, seq, from_day, act, change_id, name, superior, cluster, letterhead, place_name, term, ended, successors)
      select committee, cell, 1, ${sql.lit(BEGINNING)}, 'add', 'file', name, committee, '', superior, place_name, '', 0, '[]' from cells`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
