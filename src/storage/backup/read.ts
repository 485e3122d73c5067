import { deriveInWorker, EnvelopeError, type Bytes, type DeriveKey } from '@/crypto';
import { openBackupKey } from '@/crypto/backup-key';
import { isGrant } from '@/crypto/grant';
import { fieldsOf, unsentChanges, type Json, type StoredRecord } from '@/domain';
import type { BatchRow, ParkedRow, PieceRow } from '../database';
import { BackupError } from './errors';
import { readFrames } from './frames';
import { readHeader, type BackupHeader, type Told } from './header';
import { unpack } from './pack';
import { addCounts, countRecords, unboxed, type Counts, type Manifest, type Part, type PartInfo } from './parts';

/** The largest file that is read, bytes: many times what decades of a cell's records take, with the attached files that one may hold. */
export const LARGEST_BACKUP = 200_000_000;

/** A file that is a backup, not opened yet. */
export interface BackupFile extends BackupHeader {
  readonly bytes: Bytes;
}

/** What of a file could not be read. */
export interface Missing {
  readonly records: Counts;
  /** Other parts than records that are not whole. */
  readonly parts: readonly Exclude<Part['part'], 'records'>[];
  /** The table of contents itself is lost: more may be missing than anybody can say. */
  readonly unknown: boolean;
}

/** A backup as opened: what is whole, and what is missing. Nothing has been written anywhere. */
export interface OpenedBackup {
  readonly told: Told;
  readonly cellName: string;
  readonly log: Manifest['log'];
  readonly records: readonly StoredRecord[];
  readonly secrets: Readonly<Record<string, Json>>;
  readonly settings: Readonly<Record<string, Json>>;
  readonly batches: readonly BatchRow[];
  readonly parked: readonly ParkedRow[];
  /** Pieces of attached files, sealed. */
  readonly pieces: readonly PieceRow[];
  readonly counts: Counts;
  /** Records with changes that the server may not have. */
  readonly unsent: number;
  /** Records that the phone itself could not read when the file was made. */
  readonly left: Counts;
  /** [BACKUP-6] The phone could not read its book when the file was made: what was in memory is in it. */
  readonly partial: boolean;
  /** Null when the file is whole. */
  readonly missing: Missing | null;
}

/**
 * Looks at a file without opening it. [BACKUP-3] One that is too large is refused before a byte of it is read.
 * @throws BackupError
 */
export async function inspectBackup(file: Blob): Promise<BackupFile> {
  if (file.size === 0) throw new BackupError('empty');
  if (file.size > LARGEST_BACKUP) throw new BackupError('tooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isGrant(bytes)) throw new BackupError('forDevice');
  return { ...(await readHeader(bytes)), bytes };
}

async function contentOf<T>(bytes: Bytes | undefined): Promise<T | null> {
  return bytes ? unpack<T>(bytes).catch(() => null) : null;
}

/** The manifest from the first frame, or from the last: its place says that it is one. */
async function manifestOf(frames: ReadonlyMap<number, Bytes>): Promise<Manifest | null> {
  for (const index of [0, Math.max(0, ...frames.keys())]) {
    const content = await contentOf<Partial<Manifest>>(frames.get(index));
    if (content && 'cellName' in content) return content as Manifest;
  }
  return null;
}

function missingOf(manifest: Manifest | null, parts: ReadonlyMap<number, Part>): Missing | null {
  if (!manifest) return { records: {}, parts: [], unknown: true };
  const lost = manifest.parts.filter((_, index) => !parts.has(index + 1));
  if (lost.length === 0) return null;
  const others = lost.map(({ part }: PartInfo) => part).filter((part) => part !== 'records');
  return { records: addCounts(lost.map(({ kinds }) => kinds ?? {})), parts: [...new Set(others)], unknown: false };
}

/**
 * [BACKUP-2] Opens a backup. A damaged one gives what is whole and says what is not: each frame opens by itself.
 * @throws BackupError `wrongPassphrase`, or `damaged` when nothing of it opens
 */
export async function openBackup({ told, lock, bytes }: BackupFile, passphrase: string, derive: DeriveKey = deriveInWorker): Promise<OpenedBackup> {
  const key = await openBackupKey(lock, passphrase, { ...told }, derive).catch((error: unknown) => {
    throw error instanceof EnvelopeError ? new BackupError('damaged') : error;
  });
  if (!key) throw new BackupError('wrongPassphrase');
  const frames = await readFrames(key, bytes);
  const manifest = await manifestOf(frames);
  const parts = new Map<number, Part>();
  for (const [index, frame] of frames) {
    const content = await contentOf<Part>(frame);
    if (content && 'part' in content) parts.set(index, content);
  }
  const all = [...parts.values()];
  const records = all.flatMap((part) => (part.part === 'records' ? part.records : []));
  const values = (name: 'secrets' | 'settings'): Record<string, Json> => Object.assign({}, ...all.map((part) => (part.part === name ? part.values : {}))) as Record<string, Json>;
  const missing = missingOf(manifest, parts);
  // With the connection left everything comes back from the vault; without it there is nothing to restore.
  if (parts.size === 0 || (missing && records.length === 0 && !('connection' in values('secrets')))) throw new BackupError('damaged');
  const batches = all.flatMap((part) => (part.part === 'batches' ? part.batches.map((row) => unboxed<BatchRow>(row)) : []));
  const cell = records.find((record) => record.key === 'cell:cell');
  const name = cell ? fieldsOf(cell)['name'] : undefined;
  const waiting = new Set([...records.filter((record) => unsentChanges(record).length > 0).map((record) => record.key), ...batches.flatMap((batch) => batch.keys)]);
  return {
    told,
    cellName: manifest?.cellName ?? (typeof name === 'string' ? name : ''),
    log: manifest?.log ?? null,
    records,
    secrets: values('secrets'),
    settings: values('settings'),
    batches,
    parked: all.flatMap((part) => (part.part === 'parked' ? part.parked.map((row) => unboxed<ParkedRow>(row)) : [])),
    pieces: all.flatMap((part) => (part.part === 'pieces' ? part.pieces.map((row) => unboxed<PieceRow>(row)) : [])),
    counts: countRecords(records),
    unsent: waiting.size,
    left: manifest?.left ?? {},
    partial: manifest?.partial ?? false,
    missing,
  };
}
