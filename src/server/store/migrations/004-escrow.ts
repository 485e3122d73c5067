import { sql } from 'kysely';
import type { Migration } from './migration';

/** Committees' spare keys, and the cells that have agreed to them. */
export const escrow: Migration = async (tx) => {
  const statements = [
    sql`create table escrow_keys (
      committee text primary key references committees (committee), public_key text not null, sealed_key text not null, made_at text not null)`,
    sql`create table escrows (
      cell text primary key references cells (cell), public_key text not null, voucher text not null, sealed_ring text not null,
      epoch bigint not null, agreed_by text not null, agreed_at text not null)`,
    // Outlives the agreement: the cell goes on seeing that it was opened.
    sql`create table escrow_uses (cell text primary key references cells (cell), used_at text not null)`,
  ];
  for (const statement of statements) await statement.execute(tx);
};
