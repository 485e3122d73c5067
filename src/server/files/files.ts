import { MAX_BOX_LENGTH, MAX_FILES, piecesOf, sealedLength, sealedSize, type FileAnswer, type FileGoneAnswer, type FilePiece, type FilePieceAnswer, type FilePieceRequest, type FilesAnswer } from '@/protocol';
import { sha256, type DeviceCaller } from '../accounts';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { counterOf, dropFile, fileLine, filesOf, filesTake, insertFile, insertPiece, pieceHash, piecesThere, raiseCounter, readPiece } from '../store';

/** Room for a cell's files where nothing else is set, bytes. */
export const ROOM_PER_CELL = 500_000_000;

const roomOf = (ctx: Context): number => ctx.filesPerCell ?? ROOM_PER_CELL;

/**
 * [PIECE-1] Keeps one sealed piece of a file. The same again is `same`; another content, or another size of the file, is refused; what was
 * removed does not come back. [PIECE-2] The room for all of a file is taken with its first piece.
 * @throws Refusal invalid, tooLarge, contentMismatch, notFound, quotaFull
 */
export async function putPiece(ctx: Context, { cell, device }: DeviceCaller, id: string, index: number, { size, box: text }: FilePieceRequest): Promise<FilePieceAnswer> {
  if (text.length > MAX_BOX_LENGTH) throw new Refusal('tooLarge');
  const box = Buffer.from(text, 'base64');
  if (box.length !== sealedLength(size, index)) throw new Refusal('invalid', { path: 'box' });
  const hash = sha256(box);
  return ctx.store.transact(async (tx) => {
    // The lock first: pieces of one cell come one after another, so that the count and the room stay true.
    await raiseCounter(tx, cell, 'files', 0);
    const known = await fileLine(tx, cell, id);
    if (known?.goneAt) throw new Refusal('notFound');
    if (known && known.size !== size) throw new Refusal('contentMismatch');
    if (!known) {
      const taken = await filesTake(tx, cell);
      if (taken.bytes + sealedSize(size) > roomOf(ctx) || taken.count >= MAX_FILES) throw new Refusal('quotaFull');
      await insertFile(tx, cell, { file: id, size, sealed: sealedSize(size), device, now: instantOf(ctx.now()) });
    }
    const before = await pieceHash(tx, cell, id, index);
    if (before !== undefined && before !== hash) throw new Refusal('contentMismatch');
    if (before !== undefined) return { state: 'same', there: known?.there ?? 0 };
    const there = (known?.there ?? 0) + 1;
    await insertPiece(tx, cell, { file: id, piece: index, hash, box, there });
    if (there === piecesOf(size)) await raiseCounter(tx, cell, 'files', 1);
    return { state: 'stored', there };
  });
}

/** [PIECE-3] The cell's files, how much of each is there, and the room. */
export async function listFiles(ctx: Context, { cell }: DeviceCaller): Promise<FilesAnswer> {
  const { db } = ctx.store;
  // The revision first: what changes meanwhile is asked for once more, not missed.
  const revision = await counterOf(db, cell, 'files');
  const [files, { bytes }] = [await filesOf(db, cell), await filesTake(db, cell)];
  return { revision, files: files.map(({ file, size, there }) => ({ id: file, size, there })), room: { used: bytes, limit: roomOf(ctx) } };
}

/** Which pieces of a file are there. @throws Refusal notFound */
export async function lookAt(ctx: Context, { cell }: DeviceCaller, id: string): Promise<FileAnswer> {
  const known = await fileLine(ctx.store.db, cell, id);
  if (!known || known.goneAt) throw new Refusal('notFound');
  return { size: known.size, there: await piecesThere(ctx.store.db, cell, id) };
}

/** [PIECE-4] One sealed piece, to any device of the cell. @throws Refusal notFound */
export async function piece(ctx: Context, { cell }: DeviceCaller, id: string, index: number): Promise<FilePiece> {
  const box = await readPiece(ctx.store.db, cell, id, index);
  if (!box) throw new Refusal('notFound');
  return { box: Buffer.from(box).toString('base64') };
}

/** [PIECE-5] Removes a file for good and gives its room back. Again, or for one that was never there, is `same`. */
export async function removeFile(ctx: Context, { cell }: DeviceCaller, id: string): Promise<FileGoneAnswer> {
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'files', 0);
    const known = await fileLine(tx, cell, id);
    if (!known || known.goneAt) return { state: 'same' };
    await dropFile(tx, cell, id, instantOf(ctx.now()));
    await raiseCounter(tx, cell, 'files', 1);
    return { state: 'gone' };
  });
}
