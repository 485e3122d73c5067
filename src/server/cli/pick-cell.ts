import { cellsOf, listCommittees, type CellRow, type Db } from '../store';

/** Every cell of this server. */
export async function allCells(db: Db): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  for (const { committee } of await listCommittees(db)) rows.push(...(await cellsOf(db, committee)));
  return rows;
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase();

/** The cells meant by what was typed: by id, code or whole name; failing that, by a part of the name. */
export async function pickCell(db: Db, typed: string): Promise<CellRow[]> {
  const cells = await allCells(db);
  const wanted = plain(typed);
  const exact = cells.filter(({ id, code, name }) => id === typed || plain(code) === wanted || plain(name) === wanted);
  return exact.length > 0 ? exact : cells.filter(({ name }) => plain(name).includes(wanted));
}
