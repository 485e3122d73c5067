import * as v from 'valibot';
import { FileAnswer, FileGoneAnswer, FilePiece, FilePieceAnswer, FilePieceRequest, FilesAnswer, Id } from '@/protocol';
import type { Context } from '../context';
import { listFiles, lookAt, piece, putPiece, removeFile } from '../files';
import { route, type AnyRoute } from './route';

const File = v.object({ id: Id });
const Piece = v.object({ id: Id, index: v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number)) });

/** The cell's attached files, in sealed pieces. */
export function fileRoutes(ctx: Context): AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/v1/vault/files',
      summary: "The cell's attached files, how much of each is there, and the room for them.",
      who: 'device',
      answer: FilesAnswer,
      refuses: [],
      handle: ({ caller }) => listFiles(ctx, caller),
    }),
    route({
      method: 'GET',
      path: '/v1/vault/files/:id',
      summary: 'Which pieces of a file are there.',
      who: 'device',
      params: File,
      answer: FileAnswer,
      refuses: ['notFound'],
      handle: ({ caller, params }) => lookAt(ctx, caller, params.id),
    }),
    route({
      method: 'PUT',
      path: '/v1/vault/files/:id/:index',
      summary: 'One sealed piece of a file.',
      who: 'device',
      params: Piece,
      body: FilePieceRequest,
      answer: FilePieceAnswer,
      refuses: ['notFound', 'contentMismatch', 'quotaFull'],
      handle: ({ caller, params, body }) => putPiece(ctx, caller, params.id, params.index, body),
    }),
    route({
      method: 'GET',
      path: '/v1/vault/files/:id/:index',
      summary: 'One sealed piece of a file.',
      who: 'device',
      params: Piece,
      answer: FilePiece,
      refuses: ['notFound'],
      handle: ({ caller, params }) => piece(ctx, caller, params.id, params.index),
    }),
    route({
      method: 'DELETE',
      path: '/v1/vault/files/:id',
      summary: 'A file that the cell has removed goes, and its room is free.',
      who: 'device',
      params: File,
      answer: FileGoneAnswer,
      refuses: [],
      handle: ({ caller, params }) => removeFile(ctx, caller, params.id),
    }),
  ];
}
