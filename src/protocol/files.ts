import * as v from 'valibot';
import { Base64, Id, seq } from './parts';

/** Bytes of a file's content in one piece; the last has what is left. */
export const FILE_PIECE = 262_144;
/** The largest content, bytes: 20 MiB. */
export const MAX_FILE = 80 * FILE_PIECE;
/** What sealing adds to a piece: header, nonce and tag of the envelope, bytes. */
export const PIECE_OVERHEAD = 38;
/** Files that a cell may have at a time. */
export const MAX_FILES = 5000;

/** How many pieces a content lies in. */
export const piecesOf = (size: number): number => Math.ceil(size / FILE_PIECE);
/** Bytes of the sealed piece at `index` of a content of `size` bytes; 0 where there is none. */
export const sealedLength = (size: number, index: number): number => (index < piecesOf(size) ? Math.min(FILE_PIECE, size - index * FILE_PIECE) + PIECE_OVERHEAD : 0);
/** Bytes of all sealed pieces together: what counts against the cell's room. */
export const sealedSize = (size: number): number => size + piecesOf(size) * PIECE_OVERHEAD;

/** `PUT /v1/vault/files/:id/:index` (device): one sealed piece. `size`: bytes of the content, which says how many pieces there are. */
export const FilePieceRequest = v.object({ size: v.pipe(seq, v.minValue(1), v.maxValue(MAX_FILE)), box: v.pipe(Base64, v.minLength(1)) });
/** See {@link FilePieceRequest}. */
export type FilePieceRequest = v.InferOutput<typeof FilePieceRequest>;
/** Answer to a piece: how many of the file are there now. */
export const FilePieceAnswer = v.object({ state: v.picklist(['stored', 'same']), there: seq });
/** See {@link FilePieceAnswer}. */
export type FilePieceAnswer = v.InferOutput<typeof FilePieceAnswer>;

/** `GET /v1/vault/files/:id` (device): which pieces are there, so that a sending that was cut off goes on where it was. */
export const FileAnswer = v.object({ size: seq, there: v.array(seq) });
/** See {@link FileAnswer}. */
export type FileAnswer = v.InferOutput<typeof FileAnswer>;

/** `GET /v1/vault/files/:id/:index` (device): one sealed piece. */
export const FilePiece = v.object({ box: Base64 });
/** See {@link FilePiece}. */
export type FilePiece = v.InferOutput<typeof FilePiece>;

/** `GET /v1/vault/files` (device): the cell's files as the server has them, and its room, bytes. `revision` is what a pull says as `files`. */
export const FilesAnswer = v.object({
  revision: seq,
  files: v.array(v.object({ id: Id, size: seq, there: seq })),
  room: v.object({ used: seq, limit: seq }),
});
/** See {@link FilesAnswer}. */
export type FilesAnswer = v.InferOutput<typeof FilesAnswer>;

/** Answer to `DELETE /v1/vault/files/:id` (device). */
export const FileGoneAnswer = v.object({ state: v.picklist(['gone', 'same']) });
/** See {@link FileGoneAnswer}. */
export type FileGoneAnswer = v.InferOutput<typeof FileGoneAnswer>;
