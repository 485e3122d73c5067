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
}

const CELL = ['cell as id', 'committee', 'code', 'name', 'superior', 'place_name as placeName', 'profile'] as const;

/** All committees; one in the ordinary case. */
export function listCommittees(db: Db): Promise<Committee[]> {
  return db.selectFrom('committees').select(['committee', 'code', 'name']).orderBy('created_at').execute();
}

/** Writes a committee's name under its code; makes it when it is new. Returns its row. */
export async function putCommittee(tx: Tx, row: Committee, now: string): Promise<Committee> {
  return tx
    .insertInto('committees')
    .values({ ...row, created_at: now })
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ name: row.name }))
    .returning(['committee', 'code', 'name'])
    .executeTakeFirstOrThrow();
}

/** Writes a cell under its committee and code; an existing one keeps its id. */
export async function putCell(tx: Tx, row: CellRow & { readonly position: number }, now: string): Promise<CellRow> {
  const shown = { name: row.name, superior: row.superior, place_name: row.placeName, profile: row.profile, position: row.position };
  return tx
    .insertInto('cells')
    .values({ cell: row.id, committee: row.committee, code: row.code, created_at: now, ...shown })
    .onConflict((conflict) => conflict.columns(['committee', 'code']).doUpdateSet(shown))
    .returning(CELL)
    .executeTakeFirstOrThrow();
}

/** One cell by id. */
export function findCell(db: Db, cell: string): Promise<CellRow | undefined> {
  return db.selectFrom('cells').select(CELL).where('cell', '=', cell).executeTakeFirst();
}

/** A committee's cells in the order of the organisation file. */
export function cellsOf(db: Db, committee: string): Promise<CellRow[]> {
  return db.selectFrom('cells').select(CELL).where('committee', '=', committee).orderBy('position').orderBy('name').execute();
}
