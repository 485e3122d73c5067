import { sql } from 'kysely';
import type { Body, BodyActName, BodyHistory, BodyKind, Period } from '@/domain';
import type { Db, Tx } from './database';

/** A change of the bodies as kept. `hash` is that of what was asked for. */
export interface BodyChangeRow {
  readonly change: string;
  readonly hash: string;
  readonly from: string;
  readonly person: string;
  readonly note: string;
  readonly acts: number;
  readonly madeAt: string;
}

const CHANGE = ['change_id as change', 'hash', 'from_day as from', 'person', 'note', 'acts', 'made_at as madeAt'] as const;
/** Rows in one statement: a database takes so many values at once. */
const AT_ONCE = 400;

const chunks = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) => all.slice(index * AT_ONCE, (index + 1) * AT_ONCE));

/** Lets one change of a committee's bodies in at a time: until the transaction ends, what is read after it stays true. */
export async function lockBodies(tx: Tx, committee: string): Promise<void> {
  await tx.updateTable('committees').set({ code: sql`code` }).where('committee', '=', committee).execute();
}

/** All bodies of a committee with all their periods. */
export async function bodyHistory(db: Db, committee: string): Promise<BodyHistory> {
  const bodies = await db.selectFrom('bodies').select(['body as id', 'code', 'kind']).where('committee', '=', committee).orderBy('created_at').orderBy('body').execute();
  const rows = await db.selectFrom('body_periods').selectAll().where('committee', '=', committee).orderBy('body').orderBy('seq').execute();
  return {
    bodies: bodies.map(({ kind, ...body }): Body => ({ ...body, kind: kind as BodyKind })),
    periods: rows.map(
      ({ body, seq, from_day: from, act, change_id: change, name, superior, cluster, letterhead, place_name: placeName, term, ended, successors }): Period => ({
        body,
        seq,
        from,
        act: act as BodyActName,
        change,
        name,
        superior,
        cluster,
        letterhead,
        placeName,
        term,
        ended: ended === 1,
        successors: JSON.parse(successors) as string[],
      }),
    ),
  };
}

/** Which of these ids a body or cell of any committee has already. */
export async function takenIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const some of chunks(ids)) {
    for (const { body } of await db.selectFrom('bodies').select('body').where('body', 'in', some).execute()) taken.add(body);
    for (const { cell } of await db.selectFrom('cells').select('cell').where('cell', 'in', some).execute()) taken.add(cell);
  }
  return taken;
}

/** [ORG-6] Adds bodies and periods; there is no update and no delete. */
export async function insertBodies(tx: Tx, committee: string, { bodies, periods }: BodyHistory, now: string): Promise<void> {
  for (const some of chunks(bodies)) await tx.insertInto('bodies').values(some.map(({ id, code, kind }) => ({ committee, body: id, code, kind, created_at: now }))).execute();
  for (const some of chunks(periods)) {
    const values = some.map(({ from, change, placeName, ended, successors, ...period }) => ({
      committee,
      ...period,
      from_day: from,
      change_id: change,
      place_name: placeName,
      ended: ended ? 1 : 0,
      successors: JSON.stringify(successors),
    }));
    await tx.insertInto('body_periods').values(values).execute();
  }
}

/** A change by its id. */
export function findBodyChange(db: Db, committee: string, change: string): Promise<BodyChangeRow | undefined> {
  return db.selectFrom('body_changes').select(CHANGE).where('committee', '=', committee).where('change_id', '=', change).executeTakeFirst();
}

/** All changes of a committee, the newest first. */
export function bodyChanges(db: Db, committee: string): Promise<BodyChangeRow[]> {
  return db.selectFrom('body_changes').select(CHANGE).where('committee', '=', committee).orderBy('made_at', 'desc').orderBy('change_id').execute();
}

/** Keeps a change. */
export async function insertBodyChange(tx: Tx, committee: string, { change, from, madeAt, ...row }: BodyChangeRow): Promise<void> {
  await tx.insertInto('body_changes').values({ committee, change_id: change, from_day: from, made_at: madeAt, ...row }).execute();
}

/** How a cell stands today, as the rest of the server reads it. */
export interface CellToday {
  readonly cell: string;
  readonly name: string;
  readonly superior: string;
  readonly placeName: string;
  readonly endedOn: string | null;
}

/** Notes how cells stand today. */
export async function writeCells(tx: Tx, cells: readonly CellToday[]): Promise<void> {
  for (const { cell, name, superior, placeName, endedOn } of cells) {
    await tx.updateTable('cells').set({ name, superior, place_name: placeName, ended_on: endedOn }).where('cell', '=', cell).execute();
  }
}

/** Adds cells at the end of the committee's list. */
export async function insertCells(tx: Tx, committee: string, cells: readonly (CellToday & { readonly code: string; readonly profile: string })[], now: string): Promise<void> {
  const { last } = await tx.selectFrom('cells').select((eb) => eb.fn.coalesce(eb.fn.max('position'), sql<number>`-1`).as('last')).where('committee', '=', committee).executeTakeFirstOrThrow();
  const values = cells.map(({ cell, code, name, superior, placeName, endedOn, profile }, index) => ({
    cell,
    committee,
    code,
    position: last + 1 + index,
    name,
    superior,
    place_name: placeName,
    profile,
    created_at: now,
    ended_on: endedOn,
  }));
  for (const some of chunks(values)) await tx.insertInto('cells').values(some).execute();
}

/** Writes the committee's name: that of the root of its bodies. */
export async function nameCommittee(tx: Tx, committee: string, name: string): Promise<void> {
  await tx.updateTable('committees').set({ name }).where('committee', '=', committee).execute();
}
