import { fieldsOf, isRemoved, readAttachment, recordKey, type Attachment, type RecordKey } from '@/domain';
import { toBase64 } from '@/crypto';
import { FileAnswer, FileGoneAnswer, FilePieceAnswer, FilesAnswer, piecesOf, sealedSize } from '@/protocol';
import type { Book, FileRow } from '@/storage';
import { pieceId, ROOM } from '@/storage/attachments';
import { ApiError, type Api, type ApiReason } from '../api';
import { PIECE_PATIENCE } from './open';

/** What this device last heard of a cell's files, while the book is open: asked anew after every opening, and when a pull names another revision. */
const heard = new WeakMap<Book, { readonly cell: string; readonly revision: number }>();

/** Refusals that another try would meet again: the file is set aside with the reason, and the others go on. */
const FINAL: readonly ApiReason[] = ['quotaFull', 'contentMismatch', 'notFound', 'invalid', 'tooLarge', 'forbidden'];

/**
 * The last step of a run. [PIECE-5] Tells the server of files that the cell has removed, and [PIECE-6] sends the pieces that it lacks of those
 * that are whole on this device, whichever device added them.
 * @param revision of the files, as the last pull said; undefined where the server keeps none: they wait
 * @returns whether it stopped before the end because something was written meanwhile: records go first. @throws ApiError, StorageError
 */
export async function exchangeFiles(book: Book, api: Api, cell: string, revision: number | undefined): Promise<boolean> {
  if (revision === undefined) return false;
  const last = heard.get(book);
  if (last?.cell !== cell || last.revision !== revision) heard.set(book, { cell, revision: await takeList(book, api) });
  await tellRemoved(book, api);
  for (const row of await book.db.files.filter(({ pieces, here, there, refused }) => here >= pieces && there < pieces && refused === undefined).toArray()) {
    const file = await fileOf(book, row.id);
    if (file && (await sendFile(book, api, row, file)) === 'later') return true;
  }
  return false;
}

const keyOf = (id: string): RecordKey => recordKey('file', id);

async function fileOf(book: Book, id: string): Promise<Attachment | null> {
  return readAttachment(keyOf(id), await book.read(keyOf(id)));
}

/**
 * [PIECE-3] Takes over what the server has of each file. One that it lacks (a server set back to an older copy, or another one) counts as not
 * sent, and goes up again from any device that has all of it. Where there is room again, what was refused for want of it is tried again.
 */
async function takeList(book: Book, api: Api): Promise<number> {
  const { revision, files, room } = await api.ask(FilesAnswer, 'GET', '/v1/vault/files');
  const there = new Map(files.map((file) => [file.id, file]));
  const sizes = new Map((await book.list('file')).map(({ id, key, fields }) => [id, readAttachment(key, fields)?.size ?? 0]));
  const { db } = book;
  await db.transaction('rw', db.files, db.meta, async () => {
    const known = new Map((await db.files.toArray()).map((row) => [row.id, row]));
    const next = [...new Set([...known.keys(), ...there.keys()])].map((id): FileRow => {
      const { refused, ...row } = known.get(id) ?? { id, pieces: piecesOf(there.get(id)?.size ?? 0), here: 0, there: 0 };
      const isRoomy = refused === 'quotaFull' && room.used + sealedSize(sizes.get(id) ?? 0) <= room.limit;
      return { ...row, there: there.get(id)?.there ?? 0, ...(refused === undefined || isRoomy ? {} : { refused }) };
    });
    await db.files.bulkPut(next);
    await db.meta.put({ name: ROOM, value: room });
  });
  book.announce([...there.keys()].map(keyOf));
  return revision;
}

/** Files whose record says that they were removed: gone from the server, and from this device. */
async function tellRemoved(book: Book, api: Api): Promise<void> {
  const { db } = book;
  const ids = new Set([...(await db.files.toCollection().primaryKeys()), ...((await db.pieces.orderBy('file').uniqueKeys()) as string[])]);
  for (const id of ids) {
    const record = await book.load(keyOf(id));
    if (!isRemoved(Object.keys(record.fields), fieldsOf(record))) continue;
    await api.ask(FileGoneAnswer, 'DELETE', `/v1/vault/files/${id}`);
    await db.transaction('rw', db.files, db.pieces, async () => {
      await db.pieces.where('file').equals(id).delete();
      await db.files.delete(id);
    });
  }
}

/** [PIECE-6] Sends what the server lacks of a file, piece after piece. `later`: something was written meanwhile. */
async function sendFile(book: Book, api: Api, row: FileRow, { id, size, pieces }: Attachment): Promise<'done' | 'later'> {
  const path = `/v1/vault/files/${id}`;
  try {
    const there = new Set(row.there === 0 ? [] : (await api.ask(FileAnswer, 'GET', path)).there);
    for (let index = 0; index < pieces; index += 1) {
      if (there.has(index)) continue;
      const piece = await book.db.pieces.get(pieceId(id, index));
      // Removed, or taken off the device, while it was being sent.
      if (!piece) return 'done';
      const answer = await api.ask(FilePieceAnswer, 'PUT', `${path}/${index}`, { size, box: toBase64(piece.box) }, PIECE_PATIENCE);
      await note(book, id, { there: answer.there });
      if (answer.there < pieces && (await book.db.rows.where('dirty').equals(1).count()) > 0) return 'later';
    }
  } catch (error) {
    if (!(error instanceof ApiError) || !FINAL.includes(error.reason)) throw error;
    await note(book, id, { refused: error.reason });
  }
  return 'done';
}

async function note(book: Book, id: string, news: Partial<FileRow>): Promise<void> {
  await book.db.files.update(id, news);
  book.announce([keyOf(id)]);
}
