import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startPostgres, type Postgres } from './postgres';

const found = findPostgres();

describe.skipIf(!found.available)(`PostgreSQL for tests${found.available ? '' : `: ${found.reason}`}`, () => {
  let postgres: Postgres | null = null;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 30_000);
  afterAll(() => postgres?.stop());

  const ask = async (url: string, sql: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
    } finally {
      await client.end();
    }
  };

  it('is as durable as a real one and keeps databases apart', async () => {
    const other = await postgres!.freshDatabase();
    expect(await ask(postgres!.url, 'show fsync')).toBe('on');
    await ask(postgres!.url, 'create table only_here (id int)');
    expect(await ask(other, `select count(*) from pg_tables where tablename = 'only_here'`)).toBe('0');
  });

  it('refuses who has no password', async () => {
    await expect(ask(postgres!.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');
  });

  it('leaves nothing behind', async () => {
    const data = String(await ask(postgres!.url, 'show data_directory'));
    const pid = Number(readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n')[0]);
    await postgres!.stop();
    expect(existsSync(data)).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
