import { sql } from 'kysely';
import type { Migration } from './migration';

/** The first tables. Plain SQL with the few types that both databases share; `bytes` is the one that differs. */
export const first: Migration = async (tx, engine) => {
  const bytes = sql.raw(engine.bytesType);
  const statements = [
    sql`create table meta (name text primary key, value text not null)`,
    sql`create table committees (committee text primary key, code text not null unique, name text not null, created_at text not null)`,
    sql`create table cells (
      cell text primary key, committee text not null references committees (committee), code text not null, position integer not null,
      name text not null, superior text not null, place_name text not null, profile text not null, created_at text not null,
      unique (committee, code))`,
    sql`create table counters (cell text not null, name text not null, value bigint not null, primary key (cell, name))`,
    sql`create table devices (
      cell text not null references cells (cell), device text not null, name text not null, token_hash text not null unique, attempt_hash text,
      joined_at text not null, last_seen_at text, revoked_at text, primary key (cell, device))`,
    sql`create table activation_codes (
      cell text not null references cells (cell), code_mac text not null unique, created_at text not null, expires_at text not null,
      used_at text, used_by text, primary key (cell, code_mac))`,
    sql`create table invites (
      cell text not null references cells (cell), lookup_mac text not null unique, invited_by text not null, sealed_key text not null,
      expires_at text not null, used_at text, used_by text, primary key (cell, lookup_mac))`,
    sql`create table vault_log (
      cell text not null references cells (cell), seq bigint not null, device text not null, batch text not null, hash text not null,
      box ${bytes} not null, size integer not null, received_at text not null, primary key (cell, seq), unique (cell, device, batch))`,
    sql`create table submissions (
      cell text not null references cells (cell), submission text not null, number bigint not null, device text not null, hash text not null,
      body text not null, receipt text not null, received_at text not null, type text not null, date text not null, summary text not null,
      primary key (cell, submission), unique (cell, number))`,
    sql`create index submissions_by_date on submissions (cell, date)`,
    sql`create index submissions_by_id on submissions (submission)`,
    sql`create table sign_in_links (
      token_hash text primary key, committee text not null references committees (committee), expires_at text not null, used_at text)`,
    sql`create table sessions (
      token_hash text primary key, committee text not null references committees (committee), signed_in_at text not null, expires_at text not null)`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
