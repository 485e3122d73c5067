import { fieldsOf, readAttachment, type RecordKey, type StoredRecord } from '@/domain';
import { sealedSize } from '@/protocol';
import type { Book } from '../book';
import { BACKUP_FILES } from '../attachments/attachments';
import { pieceId } from '../attachments/pieces';
import type { FileRow } from '../database';
import { boxed, type Part } from './parts';

/** Attached files in a backup: how many it holds, and how many of the book's it does not. */
export interface FilesInBackup {
  readonly taken: number;
  readonly left: number;
}

/** A part of the file that is read only when it is written: the pieces of all files are not in memory at once. */
export interface LaterPart {
  readonly part: 'pieces';
  readonly load: () => Promise<Part>;
}

/**
 * [BACKUP-7] The pieces to be put into a backup: of files that are whole on this device, those first that the server does not have, then the
 * newest; as many as fit. Without `wanted` none.
 */
export async function filesToTake(book: Book, records: ReadonlyMap<RecordKey, StoredRecord>, wanted: boolean): Promise<{ parts: readonly LaterPart[]; told: FilesInBackup }> {
  const all = [...records.values()].flatMap((record) => (record.key.startsWith('file:') ? (readAttachment(record.key, fieldsOf(record)) ?? []) : []));
  if (!wanted) return { parts: [], told: { taken: 0, left: all.length } };
  const rows = new Map((await book.db.files.toArray()).map((row) => [row.id, row]));
  const isSent = ({ there, pieces }: FileRow): boolean => there >= pieces;
  const here = all.flatMap((file) => {
    const row = rows.get(file.id);
    return row && row.here >= file.pieces ? [{ file, sent: isSent(row) }] : [];
  });
  here.sort((a, b) => Number(a.sent) - Number(b.sent) || (a.file.addedAt < b.file.addedAt ? 1 : -1));
  let bytes = 0;
  const taken = here.filter(({ file }) => {
    const fits = bytes + sealedSize(file.size) <= BACKUP_FILES;
    if (fits) bytes += sealedSize(file.size);
    return fits;
  });
  const parts = taken.flatMap(({ file: { id, pieces } }) =>
    Array.from({ length: pieces }, (_, index): LaterPart => ({
      part: 'pieces',
      load: async () => {
        const piece = await book.db.pieces.get(pieceId(id, index));
        return { part: 'pieces', pieces: piece ? [boxed(piece)] : [] };
      },
    })),
  );
  return { parts, told: { taken: taken.length, left: all.length - taken.length } };
}
