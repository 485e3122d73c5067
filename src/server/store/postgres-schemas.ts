import pg from 'pg';
import { APPLICATION } from './postgres';

async function asking<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether a server of ours is connected to this database. */
export function othersConnected(databaseUrl: string): Promise<boolean> {
  return asking(databaseUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_stat_activity where datname = current_database() and application_name = $1 and pid <> pg_backend_pid() limit 1', [APPLICATION]);
    return (rowCount ?? 0) > 0;
  });
}

/** Whether a schema has this table. */
export function schemaExists(databaseUrl: string, schema: string, table: string): Promise<boolean> {
  return asking(databaseUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from information_schema.tables where table_schema = $1 and table_name = $2', [schema, table]);
    return (rowCount ?? 0) > 0;
  });
}

/** [OPS-2] What is in use gets the name `aside`, what has come its place, in one transaction. Names are this program's own. */
export function swapSchemas(databaseUrl: string, coming: string, aside: string): Promise<void> {
  return asking(databaseUrl, async (client) => {
    await client.query(`begin; alter schema public rename to ${aside}; alter schema ${coming} rename to public; commit`);
  });
}

/** Drops a schema with all that stands in it: one that this program has made itself and found no use for. */
export function dropSchema(databaseUrl: string, schema: string): Promise<void> {
  return asking(databaseUrl, async (client) => {
    await client.query(`drop schema if exists ${schema} cascade`);
  });
}

/** Drops a schema that is empty. @returns false where something stands in it: then it stays */
export function dropIfEmpty(databaseUrl: string, schema: string): Promise<boolean> {
  return asking(databaseUrl, (client) =>
    client.query(`drop schema ${schema} restrict`).then(
      () => true,
      () => false,
    ),
  );
}
