import { fromBase64, toBase64 } from '@/crypto';
import { fieldsOf, splitKey, type Json, type RecordKind, type StoredRecord } from '@/domain';
import type { BatchRow, ParkedRow, PieceRow } from '../database';

/** How many records of each kind; deleted ones do not count. */
export type Counts = Partial<Record<RecordKind, number>>;

/** What one frame holds. Boxes are base64. */
export type Part =
  | { readonly part: 'records'; readonly records: readonly StoredRecord[] }
  | { readonly part: 'secrets' | 'settings'; readonly values: Readonly<Record<string, Json>> }
  | { readonly part: 'batches'; readonly batches: readonly Boxed<BatchRow>[] }
  | { readonly part: 'parked'; readonly parked: readonly Boxed<ParkedRow>[] }
  | { readonly part: 'pieces'; readonly pieces: readonly Boxed<PieceRow>[] };

/** A row whose box is written as base64. */
export type Boxed<T> = Omit<T, 'box'> & { readonly box: string };

/** What the manifest says of a frame: enough to tell what is missing where the frame is. */
export interface PartInfo {
  readonly part: Part['part'];
  readonly kinds?: Counts;
}

/**
 * The table of contents: the first frame, and once more the last. `parts[i]` is frame `i + 1`.
 */
export interface Manifest {
  readonly v: 1;
  readonly cellName: string;
  /** Whose log the records' positions belong to, and the last sequence taken in; null in a book that never had a server. */
  readonly log: { readonly cell: string; readonly cursor: number } | null;
  /** The connection with its keys is among the secrets. */
  readonly connected: boolean;
  readonly parts: readonly PartInfo[];
  /** Records of the phone that did not open when the file was made, and are not in it. */
  readonly left: Counts;
  /** [BACKUP-6] Made while the phone's database could not be read: more was in the book than anybody could say. */
  readonly partial?: boolean;
}

/** Counts records. */
export function countRecords(records: readonly StoredRecord[]): Counts {
  const counts: Counts = {};
  for (const record of records) {
    if (Object.keys(fieldsOf(record)).length === 0) continue;
    const { kind } = splitKey(record.key);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Adds counts up. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) for (const [kind, count] of Object.entries(counts)) sum[kind as RecordKind] = (sum[kind as RecordKind] ?? 0) + count;
  return sum;
}

/** A row with its box as text. */
export const boxed = <T extends BatchRow | ParkedRow | PieceRow>(row: T): Boxed<T> => ({ ...row, box: toBase64(row.box) });
/** The row again. */
export const unboxed = <T extends BatchRow | ParkedRow | PieceRow>(row: Boxed<T>): T => ({ ...row, box: fromBase64(row.box) }) as unknown as T;

/** Records of one kind beside each other, so that a damaged frame touches one kind only. */
export function byKind(records: readonly StoredRecord[]): StoredRecord[][] {
  const kinds = new Map<RecordKind, StoredRecord[]>();
  for (const record of records) {
    const { kind } = splitKey(record.key);
    const same = kinds.get(kind);
    if (same) same.push(record);
    else kinds.set(kind, [record]);
  }
  return [...kinds.values()];
}

/** Puts things into groups of about so many bytes of JSON: what is lost when one frame is damaged. */
export function grouped<T>(things: readonly T[], bytes: number): T[][] {
  const groups: T[][] = [];
  let size = Infinity;
  for (const thing of things) {
    const length = JSON.stringify(thing).length;
    if (size + length > bytes) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(thing);
    size += length;
  }
  return groups;
}
