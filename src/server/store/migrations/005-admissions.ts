import { sql } from 'kysely';
import type { Migration } from './migration';

/** Devices let in by another one without a network. */
export const admissions: Migration = async (tx) => {
  await sql`create table admissions (
    cell text not null references cells (cell), device text not null, lookup_mac text not null unique, made_by text not null,
    expires_at text not null, used_at text, primary key (cell, device))`.execute(tx);
};
