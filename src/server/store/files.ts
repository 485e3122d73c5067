import type { Db, Tx } from './database';

/** An attached file as the server knows it. */
export interface FileLine {
  readonly file: string;
  /** Bytes of the content. */
  readonly size: number;
  /** How many of its pieces are there. */
  readonly there: number;
  /** When it was removed; null for one that counts. */
  readonly goneAt: string | null;
}

const COLUMNS = ['file', 'size', 'there', 'gone_at as goneAt'] as const;

/** The line of a file, also of one that was removed. */
export function fileLine(db: Db, cell: string, file: string): Promise<FileLine | undefined> {
  return db.selectFrom('files').select(COLUMNS).where('cell', '=', cell).where('file', '=', file).executeTakeFirst();
}

/** A cell's files, without those that were removed. */
export function filesOf(db: Db, cell: string): Promise<FileLine[]> {
  return db.selectFrom('files').select(COLUMNS).where('cell', '=', cell).where('gone_at', 'is', null).orderBy('file').execute();
}

/** How many files a cell has, and the bytes that their sealed pieces take, those that are still to come among them. */
export async function filesTake(db: Db, cell: string): Promise<{ count: number; bytes: number }> {
  const { count, bytes } = await db
    .selectFrom('files')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | string | null>('sealed').as('bytes')])
    .where('cell', '=', cell)
    .where('gone_at', 'is', null)
    .executeTakeFirstOrThrow();
  // PostgreSQL adds whole numbers up to a number of any length, which arrives as text.
  return { count, bytes: Number(bytes ?? 0) };
}

/** Begins a file. */
export async function insertFile(tx: Tx, cell: string, row: { file: string; size: number; sealed: number; device: string; now: string }): Promise<void> {
  const { now, ...rest } = row;
  await tx.insertInto('files').values({ cell, ...rest, there: 0, begun_at: now, gone_at: null }).execute();
}

/** Keeps a piece, and says how many are there now. */
export async function insertPiece(tx: Tx, cell: string, row: { file: string; piece: number; hash: string; box: Uint8Array; there: number }): Promise<void> {
  const { there, ...piece } = row;
  await tx.insertInto('file_pieces').values({ cell, ...piece }).execute();
  await tx.updateTable('files').set({ there }).where('cell', '=', cell).where('file', '=', row.file).execute();
}

/** Hash of a piece that is there. */
export async function pieceHash(tx: Tx, cell: string, file: string, piece: number): Promise<string | undefined> {
  const row = await tx.selectFrom('file_pieces').select('hash').where('cell', '=', cell).where('file', '=', file).where('piece', '=', piece).executeTakeFirst();
  return row?.hash;
}

/** Which pieces of a file are there. */
export async function piecesThere(db: Db, cell: string, file: string): Promise<number[]> {
  const rows = await db.selectFrom('file_pieces').select('piece').where('cell', '=', cell).where('file', '=', file).orderBy('piece').execute();
  return rows.map(({ piece }) => piece);
}

/** One piece. */
export async function readPiece(db: Db, cell: string, file: string, piece: number): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('file_pieces').select('box').where('cell', '=', cell).where('file', '=', file).where('piece', '=', piece).executeTakeFirst();
  return row?.box;
}

/** Drops a file's pieces; its line stays, marked. */
export async function dropFile(tx: Tx, cell: string, file: string, now: string): Promise<void> {
  await tx.deleteFrom('file_pieces').where('cell', '=', cell).where('file', '=', file).execute();
  await tx.updateTable('files').set({ gone_at: now, there: 0 }).where('cell', '=', cell).where('file', '=', file).execute();
}
