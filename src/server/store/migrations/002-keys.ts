import { sql } from 'kysely';
import type { Migration } from './migration';

/** Key pairs of devices, epochs of the cell's key, recovery sheets. */
export const keys: Migration = async (tx) => {
  const statements = [
    sql`alter table devices add column public_key text`,
    sql`alter table devices add column voucher text`,
    sql`alter table devices add column revoked_epoch bigint`,
    sql`alter table devices add column revoke_proofs text`,
    // Who was shut out before there were epochs knows the key that is still in use.
    sql`update devices set revoked_epoch = 1 where revoked_at is not null`,
    sql`create table epochs (
      cell text not null references cells (cell), epoch bigint not null, key_id text, made_by text not null, made_at text not null,
      primary key (cell, epoch))`,
    sql`create table keyring (
      cell text not null references cells (cell), epoch bigint not null, holder text not null, box text not null,
      primary key (cell, epoch, holder))`,
    sql`create table recovery_sheets (
      cell text primary key references cells (cell), lookup_mac text not null unique, public_key text not null, voucher text not null,
      sealed_key text not null, made_by text not null, made_at text not null)`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
