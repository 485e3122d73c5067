import { newId } from '../accounts';
import { instantOf, type Context } from '../context';
import { putCell, putCommittee, type CellRow, type Committee } from '../store';
import type { Organisation } from './file';

/** The code of the one committee that a server is set up for; the demonstration has its own, so that the two never mix. */
export const COMMITTEE_CODE = { real: 'committee', demo: 'demo' } as const;

/**
 * Writes the organisation into the database: new cells are added, known ones (by code) take on their new names, none is removed,
 * because what it sent stays.
 */
export async function importOrganisation(ctx: Context, { committee, cells }: Organisation, code: string): Promise<{ committee: Committee; cells: CellRow[] }> {
  const now = instantOf(ctx.now());
  return ctx.store.transact(async (tx) => {
    const written = await putCommittee(tx, { committee: newId(), code, name: committee.name }, now);
    const rows: CellRow[] = [];
    for (const [position, cell] of cells.entries()) rows.push(await putCell(tx, { ...cell, id: newId(), committee: written.committee, position }, now));
    return { committee: written, cells: rows };
  });
}
