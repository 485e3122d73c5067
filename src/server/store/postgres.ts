import { PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine';

const BIGINT = 20;
const parsers: { getTypeParser: typeof pg.types.getTypeParser } = {
  // Sequences and counts stay far below 2^53: numbers, as libsql gives them.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid)) as typeof pg.types.getTypeParser,
};

/** By this name the server's connections are known in the database. */
export const APPLICATION = 'so-chi-bo';

/** PostgreSQL (or what speaks its protocol) by a `postgres://` URL. Connects at the first query. `schema`: where the tables are, if not in the usual place. */
export function postgresEngine(url: string, schema?: string): Engine {
  const where = schema === undefined ? {} : { options: `-c search_path=${schema}` };
  const pool = new pg.Pool({ connectionString: url, application_name: APPLICATION, max: 10, types: parsers, connectionTimeoutMillis: 10_000, ...where });
  // A connection cut while idle is replaced by the pool; without a listener the process would end.
  pool.on('error', () => undefined);
  return {
    kind: 'postgres',
    dialect: new PostgresDialect({ pool }),
    bytesType: 'bytea',
    // Serialization failure, deadlock.
    isBusy: (error) => ['40001', '40P01'].includes(codeOf(error)),
    isTaken: (error) => codeOf(error) === '23505',
    // Refused, starting up, shutting down.
    isDown: (error) => ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P03', '57P01'].includes(codeOf(error)),
  };
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
