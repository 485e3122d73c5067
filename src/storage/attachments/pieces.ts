import { toHex, type Bytes } from '@/crypto';
import { openFileKey, openPiece, sealPiece } from '@/crypto/file-key';
import type { Attachment } from '@/domain';
import { FILE_PIECE, piecesOf } from '@/protocol';
import type { BookDatabase, PieceRow } from '../database';
import { AttachmentError } from './errors';

/** The row of a piece. */
export const pieceId = (file: string, index: number): string => `${file}.${index}`;

/** SHA-256 of a content, hex. */
export const hashOf = async (content: Bytes): Promise<string> => toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', content)));

/** Cuts a content and seals its pieces, in order. */
export async function sealPieces(id: string, secret: string, content: Bytes): Promise<PieceRow[]> {
  const key = await openFileKey(secret);
  const pieces = piecesOf(content.length);
  const rows: PieceRow[] = [];
  for (let index = 0; index < pieces; index += 1) {
    const box = await sealPiece(key, { file: id, index, pieces }, content.slice(index * FILE_PIECE, (index + 1) * FILE_PIECE));
    rows.push({ id: pieceId(id, index), file: id, index, box });
  }
  return rows;
}

/** [ATTACH-4] Puts a content together again, and checks that it is what was added. @throws AttachmentError `damaged` */
export async function openPieces({ id, secret, pieces, size, hash }: Attachment, rows: readonly PieceRow[]): Promise<Bytes> {
  const key = await openFileKey(secret);
  const content = new Uint8Array(size);
  let at = 0;
  for (const { index, box } of rows) {
    const plain = await openPiece(key, { file: id, index, pieces }, box).catch(() => null);
    if (!plain || index !== Math.floor(at / FILE_PIECE) || at + plain.length > size) throw new AttachmentError('damaged');
    content.set(plain, at);
    at += plain.length;
  }
  if (at !== size || (await hashOf(content)) !== hash) throw new AttachmentError('damaged');
  return content;
}

/** The pieces of a file that are on this device, in order. */
export async function piecesHere(db: BookDatabase, id: string): Promise<PieceRow[]> {
  return (await db.pieces.where('file').equals(id).toArray()).sort((a, b) => a.index - b.index);
}
