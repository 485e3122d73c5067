import { useMemo } from 'react';
import { readNote, type NotebookEntry } from '@/domain';
import { useCollection } from '@/storage';

/** All notes of the book; undefined until they are loaded. */
export function useNotes(): readonly NotebookEntry[] | undefined {
  const records = useCollection('note');
  return useMemo(() => records?.flatMap(({ id, fields }) => readNote(id, fields) ?? []), [records]);
}
