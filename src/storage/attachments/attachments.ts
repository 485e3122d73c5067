import { newId, type Bytes } from '@/crypto';
import { newFileKey } from '@/crypto/file-key';
import { attachmentFields, lastLocal, readAttachment, recordKey, writeLocal, type Attachment, type Fields, type RecordKey, type StoredRecord } from '@/domain';
import { MAX_FILE, piecesOf, sealedSize } from '@/protocol';
import type { Book } from '../book';
import type { FileRow } from '../database';
import { nameError } from '../errors';
import { AttachmentError } from './errors';
import { hashOf, openPieces, piecesHere, sealPieces } from './pieces';

/** A file to be attached, as the screen has it: already looked at for markings, a photo already made smaller and freed of where it was taken. */
export interface NewAttachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Bytes;
}

/**
 * [ATTACH-8] How far a file has come. `waiting`: on this device, nothing of it sent · `sending`: `done` of `of` pieces are with the server, from this
 * device or another · `stored`: the server has all of it · `elsewhere`: neither here nor with the server; the device that added it has not
 * sent it yet · `refused`: the server does not take it, `reason` says why (`quotaFull`, …); `retryFile` tries again.
 * Without a connection a file stays `waiting`; the words for that are the screen's.
 */
export type AttachmentState =
  | { readonly is: 'waiting' | 'stored' | 'elsewhere' }
  | { readonly is: 'sending'; readonly done: number; readonly of: number }
  | { readonly is: 'refused'; readonly reason: string };

/** A file with what this device knows of it. */
export interface AttachmentView extends Attachment {
  /** All of it is on this device: it opens without a network. */
  readonly here: boolean;
  readonly state: AttachmentState;
}

/** The record with values written on top, in order. */
function written(record: StoredRecord, values: Readonly<Record<string, Fields[string]>>): StoredRecord {
  return Object.entries(values).reduce((made, [field, value]) => writeLocal(made, field, value, lastLocal(made) + 1), record);
}

/**
 * [ATTACH-5] Attaches a file to a record: its record and all its sealed pieces in one transaction, with or without a network. When the
 * promise is fulfilled it is on the disk.
 * @param now ISO
 * @returns its id. @throws AttachmentError `empty`, `tooLarge`; StorageError `full` and others; nothing is written then
 */
export async function addAttachment(book: Book, owner: RecordKey, { name, type, bytes }: NewAttachment, now: string): Promise<string> {
  if (bytes.length === 0) throw new AttachmentError('empty');
  if (bytes.length > MAX_FILE) throw new AttachmentError('tooLarge');
  const [id, secret] = [newId(), newFileKey()];
  const [rows, hash] = await Promise.all([sealPieces(id, secret, bytes), hashOf(bytes)]);
  const fields = attachmentFields({ owner, name: name.normalize('NFC'), type, size: bytes.length, hash, pieces: rows.length, secret, addedAt: now });
  const key = recordKey('file', id);
  await naming(
    book.edit([key], (read) => [written(read(key), fields)], async (db) => {
      await db.pieces.bulkPut(rows);
      await db.files.put({ id, pieces: rows.length, here: rows.length, there: 0 });
    }),
  );
  return id;
}

/** [ATTACH-6] Removes a file for the whole cell: its record's values, with the key, and its pieces here, in one transaction; the server's with the next run. */
export async function removeAttachment(book: Book, id: string): Promise<void> {
  const key = recordKey('file', id);
  await naming(
    book.edit(
      [key],
      (read) => {
        const record = read(key);
        return [written(record, Object.fromEntries(Object.keys(record.fields).map((field) => [field, null])))];
      },
      async (db) => {
        await db.pieces.where('file').equals(id).delete();
        // Stays until the server has been told.
        await db.files.where('id').equals(id).modify({ here: 0 });
      },
    ),
  );
}

/** The file with that id. @throws AttachmentError `removed` */
export async function attachmentOf(book: Book, id: string): Promise<Attachment> {
  const key = recordKey('file', id);
  const file = readAttachment(key, await book.read(key));
  if (!file) throw new AttachmentError('removed');
  return file;
}

/**
 * [ATTACH-4] A file's content from this device alone; null where not all of it is here (`openAttachment` of `@/sync/files` fetches it).
 * @throws AttachmentError `removed`, `damaged`; StorageError
 */
export async function readHere(book: Book, id: string): Promise<Bytes | null> {
  const file = await attachmentOf(book, id);
  const rows = await naming(piecesHere(book.db, id));
  return rows.length === file.pieces ? openPieces(file, rows) : null;
}

/**
 * [ATTACH-7] Takes a file off this device to make room; it stays with the server and can be fetched again.
 * @throws AttachmentError `notSent` while the server does not have all of it
 */
export async function takeOffDevice(book: Book, id: string): Promise<void> {
  const { db } = book;
  await naming(
    db.transaction('rw', db.files, db.pieces, async () => {
      const row = await db.files.get(id);
      if (!row || row.there < row.pieces) throw new AttachmentError('notSent');
      await db.pieces.where('file').equals(id).delete();
      await db.files.put({ ...row, here: 0 });
    }),
  );
  book.announce([recordKey('file', id)]);
}

/** Has a file that the server refused sent again with the next run. */
export async function retryFile(book: Book, id: string): Promise<void> {
  const row = await book.db.files.get(id);
  if (!row) return;
  const { refused: _, ...rest } = row;
  await naming(book.db.files.put(rest));
  book.announce([recordKey('file', id)]);
}

/** What is known of a file beside its record. */
export function stateOf({ pieces }: Attachment, row: FileRow | undefined): Pick<AttachmentView, 'here' | 'state'> {
  const { here = 0, there = 0, refused } = row ?? {};
  const isHere = here >= pieces;
  if (there >= pieces) return { here: isHere, state: { is: 'stored' } };
  if (refused !== undefined) return { here: isHere, state: { is: 'refused', reason: refused } };
  if (there > 0) return { here: isHere, state: { is: 'sending', done: there, of: pieces } };
  return { here: isHere, state: { is: isHere ? 'waiting' : 'elsewhere' } };
}

/** The most that attached files take in a backup, bytes: a phone must be able to hold the file in memory, here and where it is read. */
export const BACKUP_FILES = 100_000_000;

/** [ATTACH-9] How much the attached files take. Bytes. */
export interface AttachmentUse {
  /** Files of the cell, and their contents together. */
  readonly files: number;
  readonly bytes: number;
  /** Those that are whole on this device, and what they take here. */
  readonly here: number;
  readonly bytesHere: number;
  /** Of those, how many the server does not have: this device may be the only place where they are. */
  readonly unsent: number;
  /** What all of this app takes on this device, and may take, as the browser reckons; null where it does not say. */
  readonly device: { readonly used: number; readonly limit: number } | null;
  /** The cell's room with the server, as last heard; null before the first time. */
  readonly server: { readonly used: number; readonly limit: number } | null;
}

/** Where the server's word on the cell's room is kept. */
export const ROOM = 'setting.room';

/** Reads {@link AttachmentUse}. */
export async function attachmentUse(book: Book): Promise<AttachmentUse> {
  const [records, rows, room, estimate] = await Promise.all([
    book.list('file'),
    naming(book.db.files.toArray()),
    book.db.meta.get(ROOM),
    typeof navigator === 'undefined' || !navigator.storage?.estimate ? null : navigator.storage.estimate().catch(() => null),
  ]);
  const files = records.flatMap(({ key, fields }) => readAttachment(key, fields) ?? []);
  const known = new Map(rows.map((row) => [row.id, row]));
  const here = files.filter((file) => stateOf(file, known.get(file.id)).here);
  const sum = (some: readonly Attachment[]): number => some.reduce((all, { size }) => all + sealedSize(size), 0);
  return {
    files: files.length,
    bytes: sum(files),
    here: here.length,
    bytesHere: sum(here),
    unsent: here.filter((file) => stateOf(file, known.get(file.id)).state.is !== 'stored').length,
    device: estimate?.quota === undefined ? null : { used: estimate.usage ?? 0, limit: estimate.quota },
    server: (room?.value as AttachmentUse['server'] | undefined) ?? null,
  };
}

/** Whether a content of that size may be attached at all; how many pieces it lies in. */
export const fits = (size: number): boolean => size > 0 && piecesOf(size) <= piecesOf(MAX_FILE);

async function naming<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw innermost(error);
  }
}

/** Dexie may wrap what was thrown inside a transaction. */
function innermost(error: unknown): unknown {
  const inner = (error as { inner?: unknown } | null)?.inner;
  return error instanceof AttachmentError ? error : inner instanceof AttachmentError ? inner : nameError(error);
}
