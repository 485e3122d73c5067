import { fromBase64, type Bytes } from '@/crypto';
import { openFileKey, openPiece } from '@/crypto/file-key';
import { recordKey } from '@/domain';
import { FilePiece } from '@/protocol';
import { nameError, StorageError, type Book, type PieceRow } from '@/storage';
import { AttachmentError, attachmentOf, openPieces, pieceId, piecesHere } from '@/storage/attachments';
import { Api, ApiError, type Fetch } from '../api';
import { loadConnection } from '../connection';

/** How long one piece may take on its way, ms: a quarter of a megabyte over a thin line. */
export const PIECE_PATIENCE = 180_000;

/** How a file is opened. */
export interface OpenHow {
  /** Told before the first piece and after each: how many of them are here. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends the fetching; what has come stays. */
  readonly signal?: AbortSignal;
  readonly send?: Fetch;
}

/**
 * [ATTACH-10] A file's content: from this device where it is here, otherwise fetched piece by piece and kept, so that the next time needs no
 * network and a line that was cut costs one piece. With a full disk it is shown all the same, and not kept.
 * @throws AttachmentError `removed`, `damaged`, `notHere` (not here, and no server has it or there is none); ApiError when the line or the
 * server failed; the signal's reason when it was ended
 */
export async function openAttachment(book: Book, id: string, how: OpenHow = {}): Promise<Bytes> {
  const file = await attachmentOf(book, id);
  const rows = new Map((await piecesHere(book.db, id)).map((row) => [row.index, row]));
  how.onProgress?.(rows.size, file.pieces);
  if (rows.size < file.pieces) {
    const connection = await loadConnection(book);
    if (!connection) throw new AttachmentError('notHere');
    const [api, key] = [new Api(connection.base, connection.token, how.send), await openFileKey(file.secret)];
    for (let index = 0; index < file.pieces; index += 1) {
      if (rows.has(index)) continue;
      how.signal?.throwIfAborted();
      const box = await fetchPiece(api, id, index);
      await openPiece(key, { file: id, index, pieces: file.pieces }, box).catch(() => {
        throw new AttachmentError('damaged');
      });
      const row = { id: pieceId(id, index), file: id, index, box };
      rows.set(index, row);
      await keep(book, row, file.pieces);
      how.onProgress?.(rows.size, file.pieces);
    }
    book.announce([recordKey('file', id)]);
  }
  return openPieces(file, [...rows.values()].sort((a, b) => a.index - b.index));
}

async function fetchPiece(api: Api, id: string, index: number): Promise<Bytes> {
  try {
    return fromBase64((await api.ask(FilePiece, 'GET', `/v1/vault/files/${id}/${index}`, undefined, PIECE_PATIENCE)).box);
  } catch (error) {
    if (error instanceof ApiError && error.reason === 'notFound') throw new AttachmentError('notHere');
    throw error;
  }
}

/** Keeps a piece that has come, where there is room. */
async function keep({ db }: Book, row: PieceRow, pieces: number): Promise<void> {
  try {
    await db.transaction('rw', db.files, db.pieces, async () => {
      await db.pieces.put(row);
      const before = (await db.files.get(row.file)) ?? { id: row.file, pieces, there: 0 };
      await db.files.put({ ...before, here: await db.pieces.where('file').equals(row.file).count() });
    });
  } catch (error) {
    const named = nameError(error);
    if (!(named instanceof StorageError) || named.reason !== 'full') throw named;
  }
}
