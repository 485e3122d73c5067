import { useEffect, useMemo, useState } from 'react';
import { readAttachment, type RecordKey } from '@/domain';
import type { FileRow } from '../database';
import { useBook, useCollection } from '../hooks';
import { attachmentUse, stateOf, type AttachmentUse, type AttachmentView } from './attachments';

/** Something read again whenever a file, or how far it has come, changes; undefined until it was read. What cannot be read stays as it was. */
function useFollowed<T>(read: (book: ReturnType<typeof useBook>) => Promise<T>): T | undefined {
  const book = useBook();
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let live = true;
    const load = (): void => void read(book).then((now) => live && setValue(now), () => undefined);
    load();
    const stop = book.watch('file', load);
    return () => {
      live = false;
      stop();
    };
  }, [book, read]);
  return value;
}

const rowsOf = async ({ db }: ReturnType<typeof useBook>): Promise<ReadonlyMap<string, FileRow>> => new Map((await db.files.toArray()).map((row) => [row.id, row]));

/** The cell's files with how far each has come, followed, oldest first; undefined until loaded. @param owner only those of this record */
export function useAttachments(owner?: RecordKey): readonly AttachmentView[] | undefined {
  const records = useCollection('file');
  const rows = useFollowed(rowsOf);
  return useMemo(
    () =>
      rows &&
      records
        ?.flatMap(({ key, fields }) => readAttachment(key, fields) ?? [])
        .filter((file) => owner === undefined || file.owner === owner)
        .sort((a, b) => (a.addedAt + a.id < b.addedAt + b.id ? -1 : 1))
        .map((file): AttachmentView => ({ ...file, ...stateOf(file, rows.get(file.id)) })),
    [records, rows, owner],
  );
}

/** How much the files take here and with the server, followed; undefined until read. */
export const useAttachmentUse = (): AttachmentUse | undefined => useFollowed(attachmentUse);
