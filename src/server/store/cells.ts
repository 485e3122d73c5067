import type { CellInfo } from '@/protocol';
import type { Db, Tx } from './database';

/** A committee (cấp ủy cấp trên). `code` is its stable name in this server. */
export interface Committee {
  readonly committee: string;
  readonly code: string;
  readonly name: string;
}

/** A cell as the server knows it. */
export interface CellRow extends CellInfo {
  readonly committee: string;
  readonly code: string;
  /** From this day on it is no more; null while it goes on. */
  readonly endedOn: string | null;
}

const CELL = ['cell as id', 'committee', 'code', 'name', 'superior', 'place_name as placeName', 'profile', 'ended_on as endedOn'] as const;

/** All committees; one in the ordinary case. */
export function listCommittees(db: Db): Promise<Committee[]> {
  return db.selectFrom('committees').select(['committee', 'code', 'name']).orderBy('created_at').execute();
}

/** Makes a committee under its code, unless there is one; returns its row. */
export async function putCommittee(tx: Tx, row: Committee, now: string): Promise<Committee> {
  return tx
    .insertInto('committees')
    .values({ ...row, created_at: now })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ code: row.code }))
    .returning(['committee', 'code', 'name'])
    .executeTakeFirstOrThrow();
}

/** One cell by id. */
export function findCell(db: Db, cell: string): Promise<CellRow | undefined> {
  return db.selectFrom('cells').select(CELL).where('cell', '=', cell).executeTakeFirst();
}

/** A committee's cells in the order in which they came, those that have ended too. */
export function cellsOf(db: Db, committee: string): Promise<CellRow[]> {
  return db.selectFrom('cells').select(CELL).where('committee', '=', committee).orderBy('position').orderBy('name').execute();
}
