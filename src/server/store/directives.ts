import type { Db, Tx } from './database';

/** What a directive is about: a document of the cell, the meeting in it and its day. */
export interface DirectiveSubject {
  readonly submission: string;
  readonly meeting: string;
  readonly date: string;
}

/** A directive as kept. `issuedBy` and `body` are JSON texts; `hash` is that of what was asked for. */
export interface DirectiveRow {
  readonly cell: string;
  readonly seq: number;
  readonly directive: string;
  readonly kind: string;
  readonly hash: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly body: string;
  /** When a device of the cell first said that somebody had it before them. */
  readonly seenAt: string | null;
}

const ROW = ['cell', 'seq', 'directive', 'kind', 'hash', 'issued_at as issuedAt', 'issued_by as issuedBy', 'body', 'seen_at as seenAt'] as const;

/** The cell's directive under this id. */
export function findDirective(db: Db, cell: string, directive: string): Promise<DirectiveRow | undefined> {
  return db.selectFrom('directives').select(ROW).where('cell', '=', cell).where('directive', '=', directive).executeTakeFirst();
}

/** [DIR-1] Keeps a directive for good: but for the moment at which it was seen there is no update, and no delete. Null: it is about no document. */
export async function insertDirective(tx: Tx, { issuedAt, issuedBy, seenAt, ...row }: DirectiveRow, subject: DirectiveSubject | null): Promise<void> {
  await tx.insertInto('directives').values({ ...row, ...(subject ?? { submission: null, meeting: null, date: null }), issued_at: issuedAt, issued_by: issuedBy, seen_at: seenAt }).execute();
}

/** A directive to one cell among those that went to all. */
export type GuidanceRow = Pick<DirectiveRow, 'cell' | 'directive' | 'hash' | 'issuedAt' | 'issuedBy' | 'body' | 'seenAt'>;

/** Directives of a kind to all cells of a committee. */
export function guidanceRows(db: Db, committee: string, kind: string): Promise<GuidanceRow[]> {
  return db
    .selectFrom('directives')
    .innerJoin('cells', 'cells.cell', 'directives.cell')
    .select(['directives.cell', 'directive', 'hash', 'issued_at as issuedAt', 'issued_by as issuedBy', 'body', 'seen_at as seenAt'])
    .where('committee', '=', committee)
    .where('kind', '=', kind)
    .execute();
}

/** A cell's directives after a sequence, in order. */
export function directivesAfter(db: Db, cell: string, after: number, limit: number): Promise<DirectiveRow[]> {
  return db.selectFrom('directives').select(ROW).where('cell', '=', cell).where('seq', '>', after).orderBy('seq').limit(limit).execute();
}

/** What was said to a meeting, in order. */
export function directivesOf(db: Db, cell: string, meeting: string): Promise<DirectiveRow[]> {
  return db.selectFrom('directives').select(ROW).where('cell', '=', cell).where('meeting', '=', meeting).orderBy('seq').execute();
}

/** [DIR-5] Notes that directives were seen; the first time counts, and what the cell does not have is passed over. */
export async function noteSeen(tx: Tx, at: { cell: string; device: string; now: string }, directives: readonly string[]): Promise<void> {
  await tx
    .updateTable('directives')
    .set({ seen_at: at.now, seen_by: at.device })
    .where('cell', '=', at.cell)
    .where('directive', 'in', [...directives])
    .where('seen_at', 'is', null)
    .execute();
}

/** The official grades of a month's meetings, by document, in the order in which they were given. `body` is JSON. */
export function gradesOfMonth(db: Db, committee: string, month: string): Promise<{ cell: string; submission: string | null; body: string }[]> {
  return db
    .selectFrom('directives')
    .innerJoin('cells', 'cells.cell', 'directives.cell')
    .select(['directives.cell', 'submission', 'body'])
    .where('committee', '=', committee)
    .where('kind', '=', 'officialGrade')
    .where('date', '>=', `${month}-01`)
    .where('date', '<=', `${month}-31`)
    .orderBy('seq')
    .execute();
}
