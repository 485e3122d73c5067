import type { Db, Tx } from './database';

/** A document as kept. `body`, `receipt` and `summary` are JSON texts. */
export interface SubmissionRow {
  readonly cell: string;
  readonly submission: string;
  readonly number: number;
  readonly device: string;
  readonly hash: string;
  readonly body: string;
  readonly receipt: string;
  readonly receivedAt: string;
  readonly type: string;
  readonly date: string;
  readonly summary: string;
}

/** The hash and receipt under this id, if it has come before. */
export function findSubmission(tx: Tx, cell: string, submission: string): Promise<{ hash: string; receipt: string } | undefined> {
  return tx.selectFrom('submissions').select(['hash', 'receipt']).where('cell', '=', cell).where('submission', '=', submission).executeTakeFirst();
}

/** Keeps a document for good: there is no update and no delete. */
export async function insertSubmission(tx: Tx, { receivedAt, ...row }: SubmissionRow): Promise<void> {
  await tx.insertInto('submissions').values({ ...row, received_at: receivedAt }).execute();
}

/** What the committee's overview needs of a month's documents of a type, oldest first, by cell. */
export function summariesOf(db: Db, committee: string, month: string, type: 'meeting' | 'report'): Promise<{ cell: string; submission: string; receivedAt: string; summary: string }[]> {
  return db
    .selectFrom('submissions')
    .innerJoin('cells', 'cells.cell', 'submissions.cell')
    .select(['submissions.cell', 'submission', 'received_at as receivedAt', 'summary'])
    .where('committee', '=', committee)
    .where('type', '=', type)
    .where('date', '>=', `${month}-01`)
    .where('date', '<=', `${month}-31`)
    .orderBy('date')
    .orderBy('number')
    .execute();
}

/** A committee's cells with their devices that are not revoked, and the last time one was heard of. */
export function presenceOf(db: Db, committee: string): Promise<{ id: string; name: string; endedOn: string | null; devices: number; lastSeenAt: string | null }[]> {
  return db
    .selectFrom('cells')
    .leftJoin('devices', (join) => join.onRef('devices.cell', '=', 'cells.cell').on('revoked_at', 'is', null))
    .select((eb) => ['cells.cell as id', 'cells.name as name', 'ended_on as endedOn', eb.fn.count<number>('device').as('devices'), eb.fn.max('last_seen_at').as('lastSeenAt')])
    .where('committee', '=', committee)
    .groupBy(['cells.cell', 'cells.name', 'position', 'ended_on'])
    .orderBy('position')
    .orderBy('cells.name')
    .execute();
}

/**
 * [COM-2] A document of one of the committee's own cells. Ids are chosen on phones: should two cells have used the same one, the
 * first to come keeps it, so that no cell can put its own document in front of another's.
 */
export function submissionFor(db: Db, committee: string, submission: string): Promise<{ cell: string; cellName: string; body: string; receipt: string } | undefined> {
  return db
    .selectFrom('submissions')
    .innerJoin('cells', 'cells.cell', 'submissions.cell')
    .select(['submissions.cell', 'cells.name as cellName', 'body', 'receipt'])
    .where('committee', '=', committee)
    .where('submission', '=', submission)
    .orderBy('received_at')
    .orderBy('submissions.cell')
    .limit(1)
    .executeTakeFirst();
}
