import { Dexie, type EntityTable } from 'dexie';
import type { Bytes } from '@/crypto';
import type { RecordKey, RecordKind } from '@/domain';
import { StorageError } from './errors';

/**
 * One record, sealed whole under the device's data key. The row is its own outbox entry: `dirty` is 1 while it holds changes that no
 * batch has taken yet. What was written and what waits to be sent are thus one put, and cannot come apart.
 */
export interface Row {
  readonly key: RecordKey;
  readonly kind: RecordKind;
  readonly dirty: 0 | 1;
  /** Raised at every write; a write that finds another value than it read starts over (two tabs, sync beside typing). */
  readonly rev: number;
  readonly box: Bytes;
}

/** A batch on its way: sealed under the cell's key exactly as the server will keep it. */
export interface BatchRow {
  readonly id: string;
  /** Order of making; batches go up in it. */
  readonly n: number;
  readonly keys: readonly RecordKey[];
  readonly size: number;
  readonly box: Bytes;
  /** `waiting` to be sent · `stored` by the server, not yet met in the log · `refused`, with the named reason. */
  readonly state: 'waiting' | 'stored' | 'refused';
  readonly reason?: string;
}

/** A log entry of a newer app version, kept as it came until this app is updated. */
export interface ParkedRow {
  readonly seq: number;
  readonly device: string;
  readonly batch: string;
  readonly box: Bytes;
}

/** What this device knows of a file's pieces; nothing of the file itself. */
export interface FileRow {
  readonly id: string;
  /** How many pieces it has, how many of them are on this device, and how many the server had when it was last asked. */
  readonly pieces: number;
  readonly here: number;
  readonly there: number;
  /** Why the server does not take it, by name; until a person tries again. */
  readonly refused?: string;
}

/** A piece of a file, sealed under the file's key exactly as the server will keep it. */
export interface PieceRow {
  /** `<file>.<index>`. */
  readonly id: string;
  readonly file: string;
  readonly index: number;
  readonly box: Bytes;
}

/** Small settings by name. Private ones are sealed boxes. */
export interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}

/** The phone's database. Ids, kinds and order are readable; everything a person wrote is sealed. */
export class BookDatabase extends Dexie {
  rows!: EntityTable<Row, 'key'>;
  batches!: EntityTable<BatchRow, 'id'>;
  parked!: EntityTable<ParkedRow, 'seq'>;
  meta!: EntityTable<MetaRow, 'name'>;
  files!: EntityTable<FileRow, 'id'>;
  pieces!: EntityTable<PieceRow, 'id'>;

  /** Called when another tab wants to bring the database to a newer version, or to delete it: what is typed is to be written, then closed. */
  onSuperseded: (() => void) | null = null;

  /** Called when an opening waits for a tab with an older version, and when a database is open. */
  static onBlocked: ((blocked: boolean) => void) | undefined;

  constructor(name: string) {
    // `strict`: a commit is on the disk before "Đã lưu" appears.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'key, kind, dirty', batches: 'id, n', parked: 'seq', meta: 'name' });
    this.version(2).stores({ files: 'id', pieces: 'id, file' });
    // [MIGRATE-4] Left to itself Dexie opens a newer database too, and an old app would write what the new one does not understand.
    this.on('blocked', () => BookDatabase.onBlocked?.(true));
    this.on('ready', () => {
      BookDatabase.onBlocked?.(false);
      if (Math.floor(this.backendDB().version / 10) > this.verno) throw new StorageError('newer');
    });
    // Left to itself it closes at once, under whoever is typing.
    this.on('versionchange', () => {
      if (!this.onSuperseded) return undefined;
      this.onSuperseded();
      return false;
    });
  }
}

export { BOOK_NAMES, type BookMode } from './names';
