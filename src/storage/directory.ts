import { emptyRecord, fieldsOf, recordKey, shownValue, splitKey, type Fields, type Json, type RecordKey, type StoredRecord } from '@/domain';

/**
 * The list of meetings as one small row, so that a start with years of records opens one box instead of hundreds.
 * Derived: written with the meeting in the same transaction, never sent.
 */
export interface DirectoryEntry {
  readonly id: string;
  readonly kind: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly state: 'planned' | 'open' | 'ended' | 'closed' | 'cancelled';
  readonly stepId: string | null;
  readonly points: number | null;
  readonly grade: string | null;
}

/** Key of the directory's row. */
export const DIRECTORY_KEY: RecordKey = recordKey('directory', 'meetings');

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The directory's line for a meeting's values. */
export function directoryEntry(id: string, fields: Fields): DirectoryEntry {
  const state = fields['closedAt'] ? 'closed' : fields['cancelled'] ? 'cancelled' : fields['endedAt'] ? 'ended' : fields['startedAt'] ? 'open' : 'planned';
  const final = fields['result'] as { points?: number; grade?: string } | undefined;
  return {
    id,
    kind: text(fields['kind']),
    date: text(fields['date']),
    time: text(fields['time']),
    place: text(fields['place']),
    state,
    stepId: text(fields['stepId']) || null,
    points: final?.points ?? null,
    grade: final?.grade ?? null,
  };
}

/** Takes changed meetings into the directory; the same object comes back when no line changed. */
export function updateDirectory(directory: StoredRecord | undefined, changed: readonly StoredRecord[]): StoredRecord {
  let next = directory ?? emptyRecord(DIRECTORY_KEY);
  for (const record of changed) {
    const { kind, id } = splitKey(record.key);
    if (kind !== 'meeting') continue;
    const fields = fieldsOf(record);
    const value = fields['date'] === undefined ? null : (directoryEntry(id, fields) as unknown as Json);
    const before = next.fields[id];
    if (JSON.stringify(before ? shownValue(before) : null) === JSON.stringify(value)) continue;
    next = { ...next, fields: { ...next.fields, [id]: { v: value, s: 0, d: '' } } };
  }
  return next;
}

/** The meetings, newest first. */
export function readDirectory(fields: Fields): DirectoryEntry[] {
  return (Object.values(fields) as unknown as DirectoryEntry[]).sort((a, b) => (a.date + a.time < b.date + b.time ? 1 : -1));
}
