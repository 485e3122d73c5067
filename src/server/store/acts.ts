import { raiseCounter } from './counters';
import type { Db, Tx } from './database';

/** What a person did. `cell`: what it is about, or the committee's own id; `subject`: the document, or the other person's name; '' for none. */
export interface ActRow {
  readonly cell: string;
  readonly seq: number;
  readonly committee: string;
  readonly at: string;
  readonly act: string;
  readonly account: string;
  readonly person: string;
  readonly office: string;
  readonly subject: string;
}

/** [AUDIT-1] Writes down an act, numbered per cell, in the transaction of the act itself. There is no update and no delete. */
export async function insertAct(tx: Tx, row: Omit<ActRow, 'seq'>): Promise<void> {
  const seq = await raiseCounter(tx, row.cell, 'acts', 1);
  await tx.insertInto('acts').values({ ...row, seq }).execute();
}

/** What was done with a cell's own after a sequence, in order. */
export function actsAfter(db: Db, cell: string, after: number, limit: number): Promise<ActRow[]> {
  return db.selectFrom('acts').selectAll().where('cell', '=', cell).where('seq', '>', after).orderBy('seq').limit(limit).execute();
}

/** The acts of a committee's persons, the newest first; `cellName` null for what is about no cell. Before a moment, and of that moment before a place. */
export function actsOf(db: Db, committee: string, before: { at: string; cell: string; seq: number } | null, limit: number): Promise<(ActRow & { cellName: string | null })[]> {
  let query = db.selectFrom('acts').leftJoin('cells', 'cells.cell', 'acts.cell').selectAll('acts').select('cells.name as cellName').where('acts.committee', '=', committee);
  if (before) {
    const { at, cell, seq } = before;
    query = query.where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('acts.cell', '<', cell)]), eb.and([eb('at', '=', at), eb('acts.cell', '=', cell), eb('seq', '<', seq)])]));
  }
  return query.orderBy('at', 'desc').orderBy('acts.cell', 'desc').orderBy('seq', 'desc').limit(limit).execute();
}
