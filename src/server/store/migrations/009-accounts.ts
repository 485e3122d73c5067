import { sql } from 'kysely';
import type { Migration } from './migration';

/** Persons of committees: how they come in, what they may do, what they did. */
export const accounts: Migration = async (tx) => {
  const statements = [
    sql`create table accounts (
      committee text not null references committees (committee), account text primary key, login text not null unique, name text not null,
      office text not null, state text not null, grants text not null, created_at text not null, seen_at text, ended_at text)`,
    sql`create index accounts_by_committee on accounts (committee)`,
    sql`create table passkeys (
      account text not null references accounts (account), credential text not null unique, public_key text not null, sign_count bigint not null,
      transports text not null, name text not null, created_at text not null, used_at text, primary key (account, credential))`,
    sql`create table passwords (
      account text primary key references accounts (account), password text, secret text, offered text, step bigint not null)`,
    sql`create table recovery_codes (account text not null references accounts (account), code_mac text not null, primary key (account, code_mac))`,
    sql`create table challenges (challenge text primary key, account text, expires_at text not null)`,
    sql`create table wrong_tries (subject text primary key, count integer not null, last_at text not null)`,
    sql`create table acts (
      cell text not null, seq bigint not null, committee text not null references committees (committee), at text not null, act text not null,
      account text not null, person text not null, office text not null, subject text not null, primary key (cell, seq))`,
    sql`create index acts_by_committee on acts (committee, at)`,
    sql`alter table sign_in_links add column account text`,
    ...['account', 'session', 'device', 'seen_at', 'confirmed_at'].map((name) => sql`alter table sessions add column ${sql.ref(name)} text`),
    sql`create index sessions_by_account on sessions (account)`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
